// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.lumosql.compat.sharing.JavaProcess;
import org.lumosql.compat.support.Side;
import org.lumosql.compat.support.Store;

/**
 * A JVM that writes is killed, at any moment. The database is sound and holds what was acknowledged; a plain file is so for C SQLite too. The seed chooses
 * the journal mode of a file, and the level of {@code PRAGMA synchronous}.
 */
public final class Kill {
  private static final String[] MODES = {"delete", "wal", "truncate", "persist"};
  private static final String[] LEVELS = {"off", "normal", "full"};
  private static final String[] SUFFIXES = {"", "-journal", "-wal"};

  /** A database lives for several kills. */
  private static final int LIVES = 8;

  private final Path directory;
  private final Store store;
  private Path path;
  private int kills;

  /** @param directory where databases are made */
  public Kill(Path directory, Store store) {
    this.directory = directory;
    this.store = store;
  }

  /** One life and death of a writer; returns 1. */
  public long run(long seed) throws IOException, InterruptedException, SQLException {
    if (kills++ % LIVES == 0) {
      path = directory.resolve(store.backend() + "-killed" + kills + ".db");
      prepare();
    }
    String mode = store.isFile() ? MODES[(int) Long.remainderUnsigned(seed, MODES.length)] : "wal";
    String level = LEVELS[(int) Long.remainderUnsigned(seed, LEVELS.length)];
    try {
      check(liveAndDie(mode, level, seed));
    } catch (AssertionError e) {
      throw new AssertionError(store + ", " + mode + ", synchronous = " + level + ", " + path + ": " + e.getMessage(), e);
    }
    return 1;
  }

  private void prepare() throws SQLException {
    try (Side side = Side.Engine.LUMO.open(store.uri(path))) {
      side.execute("PRAGMA page_size = 1024");
      side.execute("CREATE TABLE given(n INTEGER PRIMARY KEY)");
      side.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n INT, b)");
      side.execute("CREATE INDEX tn ON t(n, id)");
      side.execute("CREATE INDEX tb ON t(b)");
      side.execute("CREATE TABLE counter(n)");
      side.execute("INSERT INTO counter VALUES(0)");
      side.execute("CREATE TABLE whole(n)");
      side.execute(fill(0));
    }
  }

  /** What each transaction puts into the table that it has emptied. */
  static String fill(long number) {
    return "INSERT INTO whole SELECT " + number + " FROM (SELECT 1 UNION ALL SELECT 2), (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3)";
  }

  /** Returns the number of the last transaction that the process said was committed. */
  private long liveAndDie(String mode, String level, long seed) throws IOException, InterruptedException {
    Process process = JavaProcess.start(WritingProcess.class, store.uri(path), mode, String.valueOf(seed), level);
    return PrintedNumbers.lastBeforeKill(process, 2 + new Random(seed).nextInt(60));
  }

  private void check(long acknowledged) throws IOException, SQLException {
    List<String> theirs = store.isPlainFile() ? contents(Side.Engine.SQLITE, copy().toString()) : null;
    List<String> ours = contents(Side.Engine.LUMO, store.uri(path));
    if (theirs != null) {
      assertThat(ours).as("recovered by us, and by C SQLite").isEqualTo(theirs);
    }
    assertThat(ours.get(0)).isEqualTo("tok");
    long found = Long.parseLong(ours.get(1).substring(1));
    assertThat(found).isBetween(acknowledged, acknowledged + 1);
    assertThat(ours.get(2)).isEqualTo("i" + found + "|i" + found);
    assertThat(ours.get(4)).as("what the last transaction put into the table that it emptied").isEqualTo("i6|i" + found + "|i" + found);
    assertThat(ours.get(3)).as("no row of a transaction that was not committed").isIn("i1", "null");
  }

  /** What C SQLite may recover while the file stays as it is. */
  private Path copy() throws IOException {
    Path copy = directory.resolve("copy.db");
    for (String suffix : SUFFIXES) {
      Files.deleteIfExists(Path.of(copy + suffix));
      if (Files.exists(Path.of(path + suffix))) {
        Files.copy(Path.of(path + suffix), Path.of(copy + suffix));
      }
    }
    return copy;
  }

  private static List<String> contents(Side.Engine engine, String name) throws SQLException {
    try (Side side = engine.open(name)) {
      List<String> lines = side.query("PRAGMA integrity_check");
      lines.addAll(side.query("SELECT n FROM counter"));
      lines.addAll(side.query("SELECT count(*), max(n) FROM given"));
      lines.addAll(side.query("SELECT max(n) <= (SELECT n FROM counter) FROM t"));
      lines.addAll(side.query("SELECT count(*), min(n), max(n) FROM whole"));
      List<String> byIndex = side.query("SELECT id, n, length(b) FROM t INDEXED BY tn ORDER BY n, id");
      assertThat(byIndex).isEqualTo(side.query("SELECT id, n, length(b) FROM t NOT INDEXED ORDER BY n, id"));
      lines.addAll(byIndex);
      return lines;
    }
  }
}

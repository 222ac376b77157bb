// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.support.Side;
import org.lumosql.compat.support.Store;

/**
 * Processes and threads that increment one counter: two processes of ours and two of C SQLite on a plain file, several of ours where a store allows it,
 * else threads of one. No increment is lost; see {@link CounterProcess}.
 */
public final class Sharing {
  private static final String[] MODES = {"delete", "wal", "truncate", "persist"};
  private static final int THREADS = 3;

  private final Path directory;
  private final Store store;

  /** @param directory where databases are made */
  public Sharing(Path directory, Store store) {
    this.directory = directory;
    this.store = store;
  }

  /** A new database in the journal mode that the seed chooses; returns the increments. */
  public long run(long seed, int increments) throws IOException, InterruptedException, SQLException {
    return run(seed, MODES[(int) Long.remainderUnsigned(seed, MODES.length)], store.isShared() ? 2 : 1, increments);
  }

  /**
   * The same as told.
   *
   * @param journalMode of a file
   * @param processes of ours
   * @param increments of each thread
   */
  public long run(long seed, String journalMode, int processes, int increments) throws IOException, InterruptedException, SQLException {
    Path path = directory.resolve("shared-" + store.backend() + "-" + journalMode + "-" + seed + ".db");
    prepare(path, journalMode);
    List<Process> started = new ArrayList<>();
    long expected = 0;
    for (int i = 0; i < processes; i++) {
      started.add(start(Side.Engine.LUMO, path, THREADS, increments, seed + i));
      expected += (long) THREADS * increments;
      if (store.isPlainFile()) {
        started.add(start(Side.Engine.SQLITE, path, 1, increments, seed + i));
        expected += increments;
      }
    }
    long done = 0;
    for (Process process : started) {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as("%s, %s: %s", store, journalMode, output).isZero();
      done += Long.parseLong(output);
    }
    assertThat(done).isEqualTo(expected);
    check(path, Side.Engine.LUMO, done);
    if (store.isPlainFile()) {
      check(path, Side.Engine.SQLITE, done);
    }
    return done;
  }

  private void prepare(Path path, String journalMode) throws SQLException {
    try (Side side = open(store.isPlainFile() ? Side.Engine.SQLITE : Side.Engine.LUMO, path)) {
      side.execute("PRAGMA page_size = 1024");
      if (store.isFile()) {
        side.execute("PRAGMA journal_mode = " + journalMode);
      }
      side.execute("CREATE TABLE counter(n)");
      side.execute("CREATE TABLE given(n INTEGER PRIMARY KEY, b)");
      side.execute("INSERT INTO counter VALUES(0)");
    }
  }

  private void check(Path path, Side.Engine engine, long done) throws SQLException {
    try (Side side = open(engine, path)) {
      assertThat(side.query("PRAGMA integrity_check")).as("%s by %s", store, engine).containsExactly("tok");
      assertThat(side.query("SELECT n FROM counter")).containsExactly("i" + done);
      assertThat(side.query("SELECT count(*), min(n), max(n) FROM given")).containsExactly("i" + done + "|i1|i" + done);
    }
  }

  private Side open(Side.Engine engine, Path path) throws SQLException {
    return engine.open(name(engine, path));
  }

  private String name(Side.Engine engine, Path path) {
    return engine == Side.Engine.SQLITE ? path.toString() : store.uri(path);
  }

  private Process start(Side.Engine engine, Path path, int threads, int increments, long seed) throws IOException {
    return JavaProcess.start(
        CounterProcess.class, engine.name(), name(engine, path), String.valueOf(threads), String.valueOf(increments), String.valueOf(seed));
  }
}

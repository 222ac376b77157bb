// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.lumosql.compat.sharing.JavaProcess;
import org.lumosql.engine.Connection;

/**
 * A process that commits into some backend is killed. The database is sound, holds what was acknowledged, and nothing of a transaction by halves.
 *
 * <p>As a main class: arguments are the first seed, the number of kills, and the backends, all of {@link #BACKENDS} if none is named.
 */
final class EngineKill {
  private static final String KEY = "&kdf_memory=64&kdf_passes=1&key=kill";

  /** With layout and cipher; the journal modes of plain files have a test of their own. */
  static final List<String> BACKENDS =
      List.of(
          "lmdb",
          "bdb",
          "rocksdb",
          "lmdb&layout=pages",
          "bdb&layout=pages",
          "rocksdb&layout=pages",
          "file&cipher=aes256gcm" + KEY,
          "lmdb&cipher=xchacha20" + KEY,
          "bdb&cipher=aes256gcm" + KEY,
          "rocksdb&cipher=aes256gcm" + KEY,
          "bdb&layout=pages&cipher=aes256gcm" + KEY);

  private static final String[] LEVELS = {"off", "normal", "full"};
  private static final String[] MODES = {"delete", "wal", "truncate", "persist"};
  /** So many kills does a database live for. */
  private static final int LIVES = 20;

  private final Path directory;
  private final String backend;
  private final boolean isFile;

  EngineKill(Path directory, String backend) {
    this.directory = directory;
    this.backend = backend;
    this.isFile = backend.startsWith("file");
  }

  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    List<String> backends = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : BACKENDS;
    for (String backend : backends) {
      long start = System.nanoTime();
      new EngineKill(Files.createTempDirectory("killed"), backend).run(count, seed);
      System.out.println(backend + ": " + count + " kills, " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }
  }

  void run(int times, long firstSeed) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      String uri = "file:" + directory.resolve("killed" + i / LIVES) + "?backend=" + backend;
      if (i % LIVES == 0) {
        prepare(uri);
      }
      long seed = firstSeed + i;
      try {
        check(uri, liveAndDie(uri, MODES[i % MODES.length], LEVELS[i % LEVELS.length], seed));
      } catch (AssertionError e) {
        throw new AssertionError("kill " + i + ", " + backend + ", -Dtest.seed=" + seed + ", " + directory + ": " + e.getMessage(), e);
      }
    }
  }

  private static void prepare(String uri) {
    try (Connection connection = Connection.open(uri)) {
      connection.execute("CREATE TABLE given(n INTEGER PRIMARY KEY); CREATE TABLE t(id INTEGER PRIMARY KEY, n INT, b);"
          + "CREATE INDEX tn ON t(n, id); CREATE INDEX tb ON t(b); CREATE TABLE counter(n); INSERT INTO counter VALUES(0)");
    }
  }

  /** Returns the number of the last transaction that the process said was committed. */
  private long liveAndDie(String uri, String mode, String level, long seed) throws IOException, InterruptedException {
    // a file may lose nothing by the end of a process at any level
    Process process = JavaProcess.start(WritingProcess.class, uri, isFile ? mode : "delete", String.valueOf(seed), level);
    return PrintedNumbers.lastBeforeKill(process, 2 + new Random(seed).nextInt(60));
  }

  private static void check(String uri, long acknowledged) {
    try (Connection connection = Connection.open(uri)) {
      assertThat(Workload.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      long found = Long.parseLong(Workload.rows(connection, "SELECT n FROM counter").get(0));
      assertThat(found).isBetween(acknowledged, acknowledged + 1);
      assertThat(Workload.rows(connection, "SELECT count(*) || ' ' || max(n) FROM given")).containsExactly(found + " " + found);
      List<String> byIndex = Workload.rows(connection, "SELECT id || ' ' || n FROM t INDEXED BY tn ORDER BY n, id");
      assertThat(byIndex).isEqualTo(Workload.rows(connection, "SELECT id || ' ' || n FROM t NOT INDEXED ORDER BY n, id"));
      assertThat(Workload.rows(connection, "SELECT coalesce(max(n), 0) <= " + found + " FROM t")).containsExactly("1");
    }
  }
}

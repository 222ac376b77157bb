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
import org.lumosql.engine.EngineException;
import org.lumosql.error.ResultCode;

/**
 * A process that changes the password is killed. The database has the old password or the new one, never neither, and all that was committed.
 *
 * <p>As a main class: arguments are the first seed, the number of kills, and the backends, all of {@link #BACKENDS} if none is named.
 */
final class RekeyKill {
  /** With the layout if it is not the usual one. */
  static final List<String> BACKENDS = List.of("lmdb", "bdb", "rocksdb", "file", "lmdb&layout=pages", "bdb&layout=pages", "rocksdb&layout=pages");

  /** So many kills does a database live for. */
  private static final int LIVES = 20;

  private final Path directory;
  private final String backend;

  RekeyKill(Path directory, String backend) {
    this.directory = directory;
    this.backend = backend;
  }

  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    List<String> backends = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : BACKENDS;
    for (String backend : backends) {
      long start = System.nanoTime();
      new RekeyKill(Files.createTempDirectory("rekeyed"), backend).run(count, seed);
      System.out.println(backend + ", rekey: " + count + " kills, " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    }
  }

  void run(int times, long firstSeed) throws IOException, InterruptedException {
    long number = 0;
    for (int i = 0; i < times; i++) {
      String uri =
          "file:" + directory.resolve("rekeyed" + i / LIVES) + "?backend=" + backend + "&cipher=aes256gcm&kdf_memory=64&kdf_passes=1";
      if (i % LIVES == 0) {
        number = 0;
        prepare(uri);
      }
      long seed = firstSeed + i;
      try {
        Process process = JavaProcess.start(RekeyingProcess.class, uri, String.valueOf(number));
        number = check(uri, PrintedNumbers.lastBeforeKill(process, 2 + new Random(seed).nextInt(40)));
      } catch (AssertionError e) {
        throw new AssertionError("kill " + i + ", " + backend + ", -Dtest.seed=" + seed + ", " + directory + ": " + e.getMessage(), e);
      }
    }
  }

  private static Connection open(String uri, long number) {
    Connection connection = Connection.open(uri);
    connection.execute("PRAGMA key = '" + RekeyingProcess.password(number) + "'");
    return connection;
  }

  private static void prepare(String uri) {
    try (Connection connection = open(uri, 0)) {
      connection.execute("CREATE TABLE counter(n); INSERT INTO counter VALUES(0); CREATE TABLE t(id INTEGER PRIMARY KEY, a); CREATE INDEX ta ON t(a)");
    }
  }

  /** Returns the number of the password. */
  private static long check(String uri, long acknowledged) {
    long number = isPassword(uri, acknowledged) ? acknowledged : acknowledged + 1;
    try (Connection connection = open(uri, number)) {
      assertThat(Workload.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      long found = Long.parseLong(Workload.rows(connection, "SELECT n FROM counter").get(0));
      assertThat(found).isBetween(number, acknowledged + 1);
      assertThat(Workload.rows(connection, "SELECT count(*) || ' ' || coalesce(max(id), 0) FROM t")).containsExactly(found + " " + found);
      assertThat(Workload.rows(connection, "SELECT count(*) FROM t WHERE a = 'text ' || id")).containsExactly(String.valueOf(found));
      if (found > number) {
        // the password of the number was not set any more
        connection.execute("BEGIN; DELETE FROM t WHERE id = " + found + "; UPDATE counter SET n = " + number + "; COMMIT");
      }
    }
    assertThat(isPassword(uri, number == acknowledged ? acknowledged + 1 : acknowledged)).as("two passwords").isFalse();
    return number;
  }

  private static boolean isPassword(String uri, long number) {
    try (Connection connection = open(uri, number)) {
      Workload.rows(connection, "SELECT n FROM counter");
      return true;
    } catch (EngineException e) {
      assertThat(e.code()).isEqualTo(ResultCode.NOTADB);
      return false;
    }
  }
}

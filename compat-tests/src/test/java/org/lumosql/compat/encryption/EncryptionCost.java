// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.encryption;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/**
 * What encryption costs, above all when reading: a main class whose arguments are parameters of URIs, each a stack; without arguments files and LMDB, plain and encrypted. Prints for
 * each kind of work the milliseconds of processor time on each stack: rounds in turn, the median of the later ones.
 */
final class EncryptionCost {
  private static final int ROWS = 100_000;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 40;
  private static final String[] STACKS = {
    "backend=file", "backend=file&cipher=aes256gcm", "backend=file&cipher=xchacha20",
    "backend=lmdb&layout=pages", "backend=lmdb&layout=pages&cipher=aes256gcm", "backend=lmdb&layout=pages&cipher=xchacha20",
    "backend=lmdb", "backend=lmdb&cipher=aes256gcm", "backend=lmdb&cipher=xchacha20"
  };

  private enum Work {
    SCAN("SELECT sum(b), max(length(c)) FROM t", 1),
    ROWID("SELECT c FROM t WHERE id = ?1", 10_000),
    INDEX("SELECT c FROM t WHERE a = printf('name%08d', ?1)", 5000),
    RANGE("SELECT count(*), sum(length(a)) FROM t WHERE a BETWEEN printf('name%08d', ?1) AND printf('name%08d', ?1 + 99)", 500),
    CHANGE("UPDATE t SET a = printf('name%08d', (id * 7919 + ?1) % 100000), b = (b + ?1) % 1000 WHERE id % 4 = 0", 1);

    private final String sql;
    private final int count;

    Work(String sql, int count) {
      this.sql = sql;
      this.count = count;
    }

    long run(Connection connection) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Random random = new Random(1);
      connection.execute("BEGIN");
      try (Statement statement = connection.prepare(sql)) {
        for (int i = 0; i < count; i++) {
          if (this != SCAN) {
            statement.bindLong(1, 1 + random.nextInt(ROWS));
          }
          statement.step();
          statement.reset();
        }
      }
      connection.execute("COMMIT");
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
  }

  private EncryptionCost() {}

  public static void main(String[] arguments) throws Exception {
    String[] stacks = arguments.length > 0 ? arguments : STACKS;
    Path directory = Files.createTempDirectory("encryption-cost");
    List<Connection> connections = new ArrayList<>();
    for (String stack : stacks) {
      System.out.println(connections.size() + ": " + stack);
      connections.add(make(directory.resolve("cost" + connections.size()), stack));
    }
    for (Work work : Work.values()) {
      long[][] times = new long[stacks.length][ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < stacks.length; i++) {
          times[i][round] = work.run(connections.get(i));
        }
      }
      StringBuilder line = new StringBuilder(work.name());
      for (long[] ofStack : times) {
        long[] late = Arrays.copyOfRange(ofStack, WARM_UP, ROUNDS);
        Arrays.sort(late);
        line.append(String.format(java.util.Locale.ROOT, " %8.2f", late[late.length / 2] / 1e6));
      }
      System.out.println(line);
    }
    connections.forEach(Connection::close);
    ScratchFolder.delete(directory);
  }

  private static Connection make(Path path, String parameters) {
    String key = parameters.contains("cipher=") ? "&kdf_memory=64&kdf_passes=1&key=cost" : "";
    try (Connection connection = Connection.open("file:" + path + "?" + parameters + key)) {
      fill(connection);
    }
    return Connection.open("file:" + path + "?" + parameters + key);
  }

  private static void fill(Connection connection) {
    connection.execute(
        "PRAGMA synchronous = OFF; CREATE TABLE t(id INTEGER PRIMARY KEY, a TEXT, b INT, c TEXT); BEGIN;"
            + "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < " + ROWS + ")"
            + " INSERT INTO t SELECT x, printf('name%08d', x * 7919 % " + ROWS + "), x % 1000, printf('%.*c', 100, 'z') FROM n;"
            + "CREATE INDEX ta ON t(a); CREATE INDEX tb ON t(b); COMMIT");
  }
}

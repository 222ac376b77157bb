// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.Side;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/** Index entries that differ only behind what an engine's keys can hold, or end there: in the C library's order. */
class LongKeysTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  @TempDir Path directory;

  private final Random random = new Random(SEED);

  private static final List<String> QUERIES =
      List.of(
          "SELECT id FROM t ORDER BY s, id",
          "SELECT id FROM t ORDER BY s DESC, id DESC",
          "SELECT id FROM t INDEXED BY td ORDER BY n, s DESC, id",
          "SELECT k, n FROM w ORDER BY k DESC, n",
          "SELECT count(*), min(length(s)), max(id) FROM t WHERE s >= printf('%.600c', 'p') || '5'",
          "SELECT count(*) FROM t WHERE s > printf('%.499c', 'p') AND s <= printf('%.700c', 'p')",
          "SELECT id FROM t WHERE s LIKE 'pppp%' AND n = 3 ORDER BY s, id LIMIT 50",
          "SELECT max(s), min(s) FROM t",
          "PRAGMA integrity_check");

  private String text() {
    return switch (random.nextInt(6)) {
      // around the length at which LMDB's keys are cut, and one the prefix of the other
      case 0 -> "p".repeat(480 + random.nextInt(60));
      case 1 -> "P".repeat(random.nextInt(700));
      case 2 -> "p".repeat(600) + "\u00e4" + random.nextInt(100);
      case 3 -> random.nextInt(1000) + "x".repeat(5000);
      default -> "p".repeat(600) + random.nextInt(100_000);
    };
  }

  private void change(Side ours, Side theirs, String sql, Object... parameters) throws SQLException {
    ours.execute(sql, parameters);
    theirs.execute(sql, parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void theyAreInOrder(String backend) throws SQLException {
    try (Side ours = Side.Engine.LUMO.open(directory.resolve("long?backend=" + backend + "&synchronous=OFF"));
        Side theirs = Side.Engine.SQLITE.open(Path.of(":memory:"))) {
      change(ours, theirs, "CREATE TABLE t(id INTEGER PRIMARY KEY, s TEXT, n INT)");
      change(ours, theirs, "CREATE INDEX ts ON t(s)");
      change(ours, theirs, "CREATE INDEX td ON t(n, s DESC)");
      change(ours, theirs, "CREATE INDEX tc ON t(s COLLATE NOCASE, n)");
      change(ours, theirs, "CREATE TABLE w(k TEXT, n INT, PRIMARY KEY(k DESC, n)) WITHOUT ROWID");
      for (int round = 0; round < 4; round++) {
        change(ours, theirs, "BEGIN");
        for (int i = 0; i < 250; i++) {
          String text = text();
          int number = random.nextInt(5);
          change(ours, theirs, "INSERT INTO t(s, n) VALUES(?, ?)", text, number);
          change(ours, theirs, "INSERT OR REPLACE INTO w VALUES(?, ?)", text, number);
        }
        change(ours, theirs, "DELETE FROM t WHERE id % 7 = ?", round);
        change(ours, theirs, "UPDATE t SET s = s || 'q' WHERE id % 11 = ?", round);
        change(ours, theirs, "DELETE FROM w WHERE n = ? AND k > ?", round, text());
        change(ours, theirs, round == 2 ? "ROLLBACK" : "COMMIT");
        for (String query : QUERIES) {
          assertThat(ours.query(query)).as("-Dtest.seed=%d, %s", SEED, query).isEqualTo(theirs.query(query));
        }
      }
    }
  }

  /** Also deletes and inserts among them. {@code -Dtest.count} makes them fewer. */
  @Tag("slow")
  @Test
  void aMillionOfThem() {
    int count = Integer.getInteger("test.count", 1_000_000);
    String key = "printf('%.600c', 'p') || (%d * 7919 % 1000003 + 1000000)"; // in no order: both are prime
    try (Connection connection = Connection.open("file:" + directory.resolve("many") + "?backend=lmdb")) {
      connection.execute("PRAGMA synchronous = OFF; CREATE TABLE t(id INTEGER PRIMARY KEY, s TEXT UNIQUE); BEGIN");
      connection.execute(
          "INSERT INTO t SELECT value, " + key.replace("%d", "value") + " FROM generate_series(1, " + count + ")");
      connection.execute("COMMIT");
      assertInOrder(connection, count);
      connection.execute("DELETE FROM t WHERE id % 3 = 0");
      assertInOrder(connection, count - count / 3);
      connection.execute(
          "INSERT INTO t SELECT value, " + key.replace("%d", "value") + " FROM generate_series(3, " + count + ", 3)");
      assertInOrder(connection, count);
      try (Statement lookup = connection.prepare("SELECT id FROM t WHERE s = " + key.replace("%d", "?1"))) {
        for (int i = 0; i < 20_000; i++) {
          long id = 1 + random.nextInt(count);
          lookup.bindLong(1, id);
          assertThat(lookup.step()).isTrue();
          assertThat(lookup.columnLong(0)).isEqualTo(id);
          lookup.reset();
        }
      }
    }
  }

  private static void assertInOrder(Connection connection, int count) {
    try (Statement order =
        connection.prepare("SELECT count(*), sum(s > before) FROM (SELECT s, lag(s) OVER (ORDER BY s) AS before FROM t)")) {
      assertThat(order.step()).isTrue();
      assertThat(order.columnLong(0)).isEqualTo(count);
      assertThat(order.columnLong(1)).isEqualTo(count - 1);
    }
  }

  @Test
  void entriesWithALongCommonPrefixAreFound() {
    try (CommonPrefixes entries = new CommonPrefixes("file:" + directory.resolve("common") + "?backend=lmdb", 2000)) {
      entries.fill();
      entries.check();
      entries.changeInTheMiddle();
    }
  }

  /** A search takes a seek for each chunk of the prefix, not one for each bit of the number of entries. */
  @Tag("slow")
  @Test
  void aMillionEntriesWithALongCommonPrefixAreFoundQuickly() {
    try (CommonPrefixes entries = new CommonPrefixes("file:" + directory.resolve("common") + "?backend=lmdb", 1_000_000)) {
      entries.fill();
      entries.check();
      entries.changeInTheMiddle();
      assertThat(entries.ratio()).isLessThan(3);
    }
  }
}

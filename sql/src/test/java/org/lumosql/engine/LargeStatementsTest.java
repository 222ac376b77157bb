// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large statements are compiled in a time that does not run away, and to C SQLite's plans. */
class LargeStatementsTest {
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c TEXT, d)",
          "CREATE INDEX tb ON t(b)",
          "CREATE INDEX tc ON t(c, d)",
          "CREATE TABLE u(x, y)");

  private static Connection opened() {
    Connection connection = Connection.open(":memory:");
    connection.setStatementCacheSize(0);
    SCHEMA.forEach(connection::execute);
    return connection;
  }

  private static List<String> plan(Connection connection, String sql) {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.prepare("EXPLAIN QUERY PLAN " + sql)) {
      while (statement.step()) {
        lines.add(statement.columnText(3));
      }
    }
    return lines;
  }

  private static List<String> sqlitesPlan(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (java.sql.Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        java.sql.Statement statement = connection.createStatement()) {
      for (String definition : SCHEMA) {
        statement.execute(definition);
      }
      try (ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
        while (rows.next()) {
          lines.add(rows.getString(4));
        }
      }
    }
    return lines;
  }

  private static String naturalJoin(int tables) {
    StringBuilder sql = new StringBuilder("SELECT * FROM t");
    for (int i = 1; i < tables; i++) {
      sql.append(" NATURAL JOIN t t").append(i);
    }
    return sql.toString();
  }

  private static String distinct(int depth) {
    return "SELECT DISTINCT a, b + 1 AS b FROM (".repeat(depth) + "SELECT a, b FROM t" + ")".repeat(depth);
  }

  /** Each column equals that of all tables before, so that the ways to search an index are many more than anyone can look at: their number is limited. */
  @Test
  void tablesThatEqualEachOtherInEachColumn() throws SQLException {
    try (Connection connection = opened()) {
      for (int tables : new int[] {4, 12, 20, 30}) {
        String sql = naturalJoin(tables);
        List<String> plan = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> plan(connection, sql));
        assertThat(plan).as(sql).isEqualTo(sqlitesPlan(sql));
      }
    }
  }

  /** Each DISTINCT lowers the estimate, in the end below one row; it is an estimate all the same. */
  @Test
  void estimatesBelowOneRow() throws SQLException {
    try (Connection connection = opened()) {
      for (int depth : new int[] {2, 9, 40}) {
        for (String sql :
            List.of(
                "SELECT * FROM u, (" + distinct(depth) + ") v WHERE u.x = v.a",
                "SELECT * FROM t, (" + distinct(depth) + ") v, u WHERE t.b = v.b AND u.x = t.a")) {
          assertThat(plan(connection, sql)).as(sql).isEqualTo(sqlitesPlan(sql));
        }
      }
    }
  }

  /** Four times the depth took 64 times as long when what is below a subquery was planned and walked over at each level. */
  @Test
  void timeGrowsWithDepth() {
    try (Connection connection = opened()) {
      double small = fastest(connection, distinct(80));
      double large = fastest(connection, distinct(320));
      assertThat(large / small).isLessThan(28);
    }
  }

  private static double fastest(Connection connection, String sql) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long begin = System.nanoTime();
      connection.prepare(sql).close();
      best = Math.min(best, System.nanoTime() - begin);
    }
    return best;
  }

  /** Columns of a wide table are found by their names in any case, the first of equal names in a subquery too. */
  @Test
  void columnsOfWideTables() {
    StringBuilder columns = new StringBuilder("Column_0");
    StringBuilder values = new StringBuilder("0");
    for (int i = 1; i < 300; i++) {
      columns.append(", Column_").append(i);
      values.append(", ").append(i);
    }
    try (Connection connection = opened()) {
      connection.execute("CREATE TABLE wide(" + columns + ")");
      connection.execute("INSERT INTO wide(" + columns.toString().toUpperCase(java.util.Locale.ROOT) + ") VALUES(" + values + ")");
      for (int i = 0; i < 300; i += 13) {
        assertThat(value(connection, "SELECT cOLUMN_" + i + " FROM wide")).isEqualTo(i);
        assertThat(value(connection, "SELECT v.column_" + i + " FROM (SELECT *, 7 AS column_5 FROM wide LIMIT 1) v")).isEqualTo(i);
      }
    }
  }

  private static long value(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      statement.step();
      return statement.columnLong(0);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

/**
 * Deeply nested SQL and JSON on a thread with a stack of 256 KiB, as servers and virtual threads have: the answer is C SQLite's, a value or an error
 * about the depth.
 */
class NestingTest {
  private static final long SMALL_STACK = 256 << 10;
  private static final long LARGE_STACK = 64 << 20;
  private static final int[] DEPTHS = {40, 90, 300, 700, 998, 1200};
  private static final String SETUP = "CREATE TABLE t(a,b);INSERT INTO t VALUES(1,'x'),(2,'y');CREATE TABLE u(x)";

  @TempDir Path folder;

  private static String nested(String open, int depth, String inner, String close) {
    return open.repeat(depth) + inner + close.repeat(depth);
  }

  /** Statements by the depth that they are nested to. */
  private static Map<String, IntFunction<String>> shapes() {
    Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
    shapes.put("parentheses", n -> "SELECT " + nested("(", n, "1", ")"));
    shapes.put("unary minus", n -> "SELECT " + "- ".repeat(n) + "1");
    shapes.put("not", n -> "SELECT " + "NOT ".repeat(n) + "1");
    shapes.put("plus", n -> "SELECT 1" + "+1".repeat(n));
    shapes.put("columns added", n -> "SELECT a" + "+a".repeat(n) + " FROM t");
    shapes.put("right nested", n -> "SELECT " + nested("1+(", n, "1", ")"));
    shapes.put("and", n -> "SELECT 1 FROM t WHERE a" + " AND a".repeat(n));
    shapes.put("or", n -> "SELECT 1 FROM t WHERE a=1" + " OR b=2".repeat(n));
    shapes.put("concatenation", n -> "SELECT length('a'" + "||'a'".repeat(n) + ")");
    shapes.put("functions", n -> "SELECT " + nested("abs(", n, "1", ")"));
    shapes.put("case", n -> "SELECT " + nested("CASE WHEN 1 THEN ", n, "1", " END"));
    shapes.put("case else", n -> "SELECT " + nested("CASE WHEN a THEN 1 ELSE ", n, "1", " END") + " FROM t");
    shapes.put("cast", n -> "SELECT " + nested("CAST(", n, "1", " AS INT)"));
    shapes.put("collate", n -> "SELECT 'a'" + " COLLATE NOCASE".repeat(n));
    shapes.put("between", n -> "SELECT 1" + " BETWEEN 0 AND 1".repeat(n));
    shapes.put("like", n -> "SELECT 'a'" + " LIKE 'a'".repeat(n));
    shapes.put("subqueries in FROM", n -> nested("SELECT * FROM (", n, "SELECT a FROM t", ") WHERE a>1"));
    shapes.put("aggregates in FROM", n -> nested("SELECT sum(a) a FROM (", Math.min(n, 450), "SELECT a FROM t", ")"));
    shapes.put("joins in parentheses", n -> "SELECT count(*) FROM " + nested("(", n, "t", ")"));
    shapes.put("union", n -> "SELECT 1" + " UNION SELECT 1".repeat(n));
    shapes.put("union all", n -> "SELECT 1" + " UNION ALL SELECT a FROM t".repeat(n));
    shapes.put("values", n -> "VALUES (1)" + ",(1)".repeat(n));
    shapes.put("default", n -> "CREATE TABLE IF NOT EXISTS d" + n + "(a DEFAULT (1" + "+1".repeat(n) + "))");
    shapes.put("check", n -> "CREATE TABLE IF NOT EXISTS k" + n + "(a CHECK (a" + "+a".repeat(n) + "))");
    shapes.put("index", n -> "CREATE INDEX IF NOT EXISTS i" + n + " ON t(a" + "+a".repeat(n) + ")");
    shapes.put("trigger", n -> "CREATE TRIGGER IF NOT EXISTS g" + n + " AFTER DELETE ON u WHEN 1" + "+1".repeat(n) + " BEGIN SELECT 1; END");
    shapes.put("update", n -> "UPDATE t SET b=a" + "+a".repeat(n));
    shapes.put("window", n -> "SELECT sum(1) OVER (ORDER BY a" + "+a".repeat(n) + ") FROM t");
    shapes.put("json arrays", n -> "SELECT length(json('" + nested("[", n, "", "]") + "'))");
    shapes.put("json objects", n -> "SELECT length(jsonb('" + nested("{\"a\":", n, "1", "}") + "'))");
    shapes.put(
        "json patch",
        n ->
            "SELECT length(json_patch('" + nested("{\"a\":", n, "1", "}") + "','" + nested("{\"a\":", n, "2", "}") + "'))");
    shapes.put("json tree", n -> "SELECT count(*),max(length(fullkey)) FROM json_tree('" + nested("[", n, "", "]") + "')");
    shapes.put("json pretty", n -> "SELECT length(json_pretty('" + nested("[", n, "", "]") + "'))");
    shapes.put("json group", n -> "SELECT length(json_group_array(json('" + nested("[", n, "", "]") + "'))) FROM t");
    shapes.put(
        "json path",
        n -> "SELECT json_extract('" + nested("[", n, "", "]") + "','$" + "[0]".repeat(n) + "')");
    return shapes;
  }

  private static List<String> here(Connection connection, int[] depths) {
    List<String> answers = new ArrayList<>();
    for (Map.Entry<String, IntFunction<String>> shape : shapes().entrySet()) {
      for (int depth : depths) {
        String answer;
        try (Statement statement = connection.prepare(shape.getValue().apply(depth))) {
          StringBuilder rows = new StringBuilder();
          while (statement.step()) {
            rows.append(statement.columnText(0)).append(' ');
          }
          answer = rows.toString();
        } catch (EngineException e) {
          answer = e.code().code() + ": " + e.getMessage();
        }
        answers.add(shape.getKey() + " " + depth + ": " + answer);
      }
    }
    return answers;
  }

  private static List<String> inSqlite(int[] depths) {
    List<String> answers = new ArrayList<>();
    try (java.sql.Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        java.sql.Statement statement = connection.createStatement()) {
      statement.executeUpdate(SETUP);
      for (Map.Entry<String, IntFunction<String>> shape : shapes().entrySet()) {
        for (int depth : depths) {
          StringBuilder rows = new StringBuilder();
          try {
            if (statement.execute(shape.getValue().apply(depth))) {
              java.sql.ResultSet result = statement.getResultSet();
              while (result.next()) {
                rows.append(result.getString(1)).append(' ');
              }
              result.close();
            }
          } catch (SQLiteException e) {
            String message = e.getMessage();
            rows.append(e.getResultCode().code).append(": ");
            rows.append(message, message.indexOf('(', message.indexOf(']')) + 1, message.length() - 1);
          }
          answers.add(shape.getKey() + " " + depth + ": " + rows);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return answers;
  }

  /** Runs something on a thread with a stack of its own size. */
  private static void onThread(long stack, Runnable task) {
    Throwable[] thrown = new Throwable[1];
    Thread thread = new Thread(null, task, "stack of " + stack, stack);
    thread.setUncaughtExceptionHandler((ended, error) -> thrown[0] = error);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (thrown[0] != null) {
      throw new AssertionError(thrown[0]);
    }
  }

  @Test
  void everyShapeIsAnsweredOnASmallStackAsBySqlite() {
    List<String> expected = new ArrayList<>();
    onThread(LARGE_STACK, () -> expected.addAll(inSqlite(DEPTHS)));
    List<String> actual = new ArrayList<>();
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute(SETUP);
      onThread(SMALL_STACK, () -> actual.addAll(here(connection, DEPTHS)));
    }
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  @Test
  void viewsTriggersAndDefinitionsNestWithoutEnd() {
    String file = folder.resolve("deep.db").toString();
    onThread(
        SMALL_STACK,
        () -> {
          try (Connection connection = Connection.open(file)) {
            connection.execute("BEGIN; CREATE TABLE t0(a DEFAULT (1" + "+1".repeat(900) + ")); CREATE VIEW v0 AS SELECT a AS a FROM t0");
            for (int i = 1; i <= 400; i++) {
              connection.execute("CREATE VIEW v" + i + " AS SELECT a+1 AS a FROM v" + (i - 1));
            }
            for (int i = 1; i <= 120; i++) {
              connection.execute(
                  "CREATE TABLE t" + i + "(a);"
                      + "CREATE TRIGGER g" + i + " AFTER INSERT ON t" + (i - 1) + " BEGIN INSERT INTO t" + i + " VALUES(new.a); END");
            }
            connection.execute("CREATE INDEX x ON t0(a" + "+a".repeat(900) + "); COMMIT");
          }
          try (Connection connection = Connection.open(file)) {
            connection.execute("INSERT INTO t0 DEFAULT VALUES; ALTER TABLE t0 RENAME COLUMN a TO b; ALTER TABLE t0 ADD COLUMN c");
            assertThat(rows(connection, "SELECT a FROM v400")).containsExactly("1301");
            assertThat(rows(connection, "SELECT a FROM t120")).containsExactly("901");
            assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
          }
        });
  }

  private static List<String> rows(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        rows.add(statement.columnText(0));
      }
    }
    return rows;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;

/** Run-time limits (https://sqlite.org/c3ref/limit.html): set lower, both engines refuse the same statements with the same code and message. */
class LimitsTest {
  private static final String SETUP =
      "CREATE TABLE t(a,b,c);INSERT INTO t VALUES(1,2,3);CREATE TABLE r(x);"
          + "CREATE TRIGGER g AFTER INSERT ON r WHEN new.x>0 BEGIN INSERT INTO r VALUES(new.x-1); END;PRAGMA recursive_triggers=on";

  /** A limit, its value, statements on both sides of it. */
  private record Case(int limit, int value, List<String> statements) {}

  private static String list(int count, String element) {
    return IntStream.range(0, count).mapToObj(i -> element.replace("#", "" + i)).collect(Collectors.joining(","));
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(
        new Case(
            Limits.LENGTH,
            1000,
            List.of(
                "SELECT length(zeroblob(1000))",
                "SELECT length(zeroblob(1001))",
                "SELECT length(printf('%.*c',1000,'x'))",
                "SELECT length(printf('%.*c',1001,'x'))",
                "SELECT length(replace(printf('%.*c',600,'x'),'x','yy'))",
                "SELECT length(hex(zeroblob(501)))",
                "SELECT length(group_concat(a,printf('%.*c',400,'x'))) FROM (VALUES(1),(2),(3),(4)) v(a),t",
                "SELECT length(printf('%.*c',600,'x')||printf('%.*c',600,'x'))",
                "INSERT INTO t VALUES(zeroblob(600),zeroblob(600),1)",
                "SELECT count(*) FROM t",
                "SELECT length('" + "x".repeat(1000) + "')",
                "SELECT length('" + "x".repeat(1001) + "')",
                "SELECT length(x'" + "00".repeat(1001) + "')",
                "SELECT length(quote(zeroblob(600)))",
                "SELECT length(upper(printf('%.*c',999,'x')))",
                "SELECT length('" + "x".repeat(990) + "') AS n",
                "SELECT length('" + "x".repeat(1000) + "') AS n",
                "SELECT length('" + "x".repeat(1001) + "') AS n",
                "SELECT length(x'" + "00".repeat(1000) + "') AS n",
                "SELECT 1 AS " + "n".repeat(1001),
                "SELECT 1 AS " + "n".repeat(1000),
                "SELECT a" + " ".repeat(1001) + "FROM t",
                "SELECT length(lower(printf('%.*c',999,'x')))",
                "SELECT length(strftime(printf('%.*c',999,'x'),0))",
                "SELECT length(substr(printf('%.*c',1000,'x'),1,1000))",
                "SELECT length(trim(printf('%.*c',1000,'x')))",
                "SELECT length(max(printf('%.*c',1000,'x'),'a'))",
                "SELECT length(randomblob(1001))",
                "SELECT length(json_array(printf('%.*c',1000,'x')))",
                "SELECT length(json_group_array(printf('%.*c',600,'x'))) FROM (VALUES(1),(2))",
                "SELECT length(concat(printf('%.*c',600,'x'),printf('%.*c',600,'x')))",
                "SELECT length(concat_ws(',',printf('%.*c',600,'x'),printf('%.*c',600,'x')))",
                "SELECT length(printf('%s%s',printf('%.*c',600,'x'),printf('%.*c',600,'x')))",
                "SELECT length(upper(printf('%.*c',1001,'x')))",
                "SELECT length(format('%1001d',1))",
                "SELECT length(CAST(zeroblob(1000) AS TEXT))")));
    cases.add(
        new Case(
            Limits.SQL_LENGTH,
            100,
            List.of("SELECT '" + "x".repeat(91) + "'", "SELECT '" + "x".repeat(92) + "'", "SELECT 1" + " ".repeat(200), "SELECT 'ä'", "SELECT '" + "ä".repeat(46) + "'")));
    cases.add(
        new Case(
            Limits.COLUMN,
            6,
            List.of(
                "SELECT 1,2,3,4,5,6",
                "SELECT 1,2,3,4,5,6,7",
                "CREATE TABLE m6(" + list(6, "c#") + ")",
                "CREATE TABLE m7(" + list(7, "c#") + ")",
                "CREATE VIEW w7 AS SELECT 1 a,2 b,3 c,4 d,5 e,6 f,7 g",
                "SELECT * FROM t,t u,t v",
                "SELECT a FROM t ORDER BY 1,2,3,4,5,6,7",
                "SELECT a FROM t GROUP BY a,b,c,a,b,c,a",
                "SELECT a FROM t UNION SELECT 1 ORDER BY 1,1,1,1,1,1,1",
                "SELECT a FROM t GROUP BY a,b,c,a,b,c ORDER BY a,b,c,a,b,c",
                "SELECT count(*) OVER (PARTITION BY a,b,c,a,b,c,a) FROM t",
                "SELECT count(*) OVER (ORDER BY a,b,c,a,b,c,a) FROM t",
                "SELECT count(*) OVER (PARTITION BY a,b,c,a ORDER BY a,b,c) FROM t",
                "SELECT count(*) OVER (PARTITION BY a,b,c ORDER BY a,b,c) FROM t",
                "SELECT max(1,2,3,4,5,6,7)",
                "SELECT 1 IN (1,2,3,4,5,6,7)",
                "SELECT 1 FROM (SELECT 1,2,3,4,5,6,7)",
                "WITH c(a,b,c,d,e,f,g) AS (SELECT 1,2,3,4,5,6,7) SELECT 1 FROM c",
                "WITH c(a,b,c,d,e,f,g) AS (SELECT 1) SELECT 1",
                "INSERT INTO t VALUES(1,2,3,4,5,6,7)",
                "CREATE TABLE k(a,b,c,PRIMARY KEY(a,b,c,a,b,c,a))",
                "CREATE TABLE k(a,b,c,UNIQUE(a,b,c,a,b,c,a))",
                "CREATE TABLE k(a,b,c,FOREIGN KEY(a,b,c,a,b,c,a) REFERENCES t(a,b,c,a,b,c,a))",
                "CREATE TABLE k AS SELECT 1,2,3,4,5,6,7",
                "CREATE TABLE six(a,b,c,d,e,f)",
                "ALTER TABLE six ADD COLUMN g",
                "SELECT count(*) FROM six",
                "INSERT INTO t SELECT 1,2,3,4,5,6,7",
                "INSERT INTO t VALUES(1,2,3) RETURNING 1,2,3,4,5,6,7",
                "UPDATE t SET (a,b,c,a,b,c,a)=(1,2,3,4,5,6,7)",
                "UPDATE t SET (a,b,c,a,b,c,a)=(SELECT 1,2,3,4,5,6,7)",
                "INSERT INTO t(a) VALUES(1) ON CONFLICT DO UPDATE SET a=1,b=2,c=3,a=4,b=5,c=6,a=7",
                "INSERT INTO t(a,b,c,a,b,c,a) VALUES(1,2,3,4,5,6,7)",
                "CREATE INDEX i7 ON t(a,b,c,a,b,c,a)",
                "UPDATE t SET a=1,b=2,c=3,a=4,b=5,c=6,a=7",
                "UPDATE t SET a=1,b=2,c=3,a=4,b=5,c=6",
                "VALUES(1,2,3,4,5,6,7)",
                "SELECT (1,2,3,4,5,6,7)=(1,2,3,4,5,6,7)")));
    cases.add(
        new Case(
            Limits.EXPRESSION_DEPTH,
            10,
            List.of(
                "SELECT 1" + "+1".repeat(9),
                "SELECT 1" + "+1".repeat(10),
                "SELECT a" + " AND a".repeat(9) + " FROM t",
                "SELECT a" + " AND a".repeat(10) + " FROM t",
                "SELECT " + "abs(".repeat(9) + "1" + ")".repeat(9),
                "SELECT " + "abs(".repeat(10) + "1" + ")".repeat(10),
                "SELECT " + "-".repeat(1) + "1",
                "SELECT " + "NOT ".repeat(9) + "1",
                "SELECT " + "NOT ".repeat(10) + "1",
                "SELECT " + "(".repeat(50) + "1" + ")".repeat(50),
                "SELECT " + "(SELECT ".repeat(3) + "1" + ")".repeat(3),
                "SELECT EXISTS(SELECT 1 WHERE 1" + "+1".repeat(9) + ")",
                "SELECT 1 IN (SELECT 1" + "+1".repeat(9) + ")",
                "SELECT CASE WHEN 1" + "+1".repeat(9) + " THEN 1 END",
                "SELECT 1" + "||1".repeat(9) + " COLLATE nocase",
                "SELECT 1 WHERE 1" + " OR 1".repeat(10),
                "SELECT 1 ORDER BY 1" + "+1".repeat(10),
                "SELECT 1 LIMIT 1" + "+1".repeat(10),
                "SELECT count(*) FILTER (WHERE 1" + "+1".repeat(9) + ") FROM t",
                "SELECT sum(1" + "+1".repeat(10) + ") OVER () FROM t",
                "SELECT 1 BETWEEN 1" + "+1".repeat(9) + " AND 2",
                "CREATE TABLE e(a CHECK(a" + "+1".repeat(10) + "))",
                "CREATE TABLE e(a DEFAULT (1" + "+1".repeat(10) + "))",
                "CREATE INDEX e ON t(a" + "+1".repeat(10) + ")",
                "DELETE FROM t WHERE a" + "+1".repeat(10),
                "UPDATE t SET a=1" + "+1".repeat(10),
                "INSERT INTO t VALUES(1" + "+1".repeat(10) + ",1,1)",
                "SELECT CAST(1" + "+1".repeat(9) + " AS TEXT)")));
    cases.add(
        new Case(
            Limits.COMPOUND_SELECT,
            3,
            List.of(
                "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3",
                "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4",
                "VALUES(1),(2),(3),(4)",
                "SELECT 1 UNION ALL SELECT 2 UNION ALL VALUES(3),(4)",
                "VALUES(1),(2) UNION ALL SELECT 3 UNION ALL SELECT 4",
                "WITH RECURSIVE c(x) AS (SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT x+1 FROM c WHERE x<5) SELECT sum(x) FROM c",
                "INSERT INTO t VALUES(1,1,1),(2,2,2),(3,3,3),(4,4,4),(5,5,5)",
                "CREATE VIEW u4 AS SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4",
                "SELECT * FROM (SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)")));
    cases.add(
        new Case(
            Limits.FUNCTION_ARGUMENTS,
            3,
            List.of("SELECT max(1,2,3)", "SELECT max(1,2,3,4)", "SELECT printf('%d',1,2,3)", "SELECT coalesce(1,2,3,4)",
                "SELECT nosuch(1,2,3,4)", "SELECT json_object('a',1,'b',2)", "SELECT lag(a,1,2) OVER () FROM t", "SELECT lag(a,1,2,3) OVER () FROM t",
                "SELECT count(1,2,3,4) FILTER (WHERE 1) FROM t", "SELECT abs(1,2,3,4)", "SELECT 1 IN (1,2,3,4,5)")));
    cases.add(
        new Case(
            Limits.ATTACHED,
            2,
            List.of(
                "ATTACH ':memory:' AS x1",
                "ATTACH ':memory:' AS x2",
                "ATTACH ':memory:' AS x3",
                "DETACH x1",
                "ATTACH ':memory:' AS x3",
                "DETACH x2",
                "DETACH x3")));
    cases.add(
        new Case(
            Limits.LIKE_PATTERN_LENGTH,
            10,
            List.of(
                "SELECT 'abc' LIKE '" + "%".repeat(10) + "'",
                "SELECT 'abc' LIKE '" + "%".repeat(11) + "'",
                "SELECT 'abc' GLOB '" + "*".repeat(11) + "'",
                "SELECT a LIKE '01234567890' FROM t", "SELECT 'a' LIKE '" + "ä".repeat(6) + "'", "SELECT like('01234567890',1)", "SELECT 1 LIKE 1 ESCAPE '01234567890'",
                "CREATE TABLE lk(a CHECK(a LIKE '01234567890%'))", "INSERT INTO lk VALUES(1)")));
    cases.add(
        new Case(
            Limits.VARIABLE_NUMBER,
            5,
            List.of("SELECT ?5", "SELECT ?6", "SELECT ?,?,?,?,?", "SELECT ?,?,?,?,?,?", "SELECT ?5,?", "SELECT :a,:b,:c,:d,:e,:f", "SELECT ?0", "SELECT ?99999999999", "SELECT :a,?5,:b", "SELECT ?1,?1,?,?,?,?", "SELECT @a,@a,@a,@a,@a,@a,$b")));
    cases.add(
        new Case(
            Limits.TRIGGER_DEPTH,
            5,
            List.of("INSERT INTO r VALUES(4)", "INSERT INTO r VALUES(5)", "INSERT INTO r VALUES(6)", "SELECT count(*) FROM r")));
    cases.add(new Case(Limits.PARSER_DEPTH, 100, List.of("SELECT " + "(".repeat(90) + "1" + ")".repeat(90), "SELECT " + "(".repeat(100) + "1" + ")".repeat(100))));
    return cases;
  }

  private static String here(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      StringBuilder rows = new StringBuilder("rows");
      while (statement.step()) {
        rows.append(' ').append(statement.columnText(0));
      }
      return rows.toString();
    } catch (EngineException e) {
      return e.code().code() + ": " + e.getMessage();
    }
  }

  private static String inSqlite(java.sql.Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      StringBuilder rows = new StringBuilder("rows");
      if (statement.execute(sql)) {
        java.sql.ResultSet result = statement.getResultSet();
        while (result.next()) {
          rows.append(' ').append(result.getString(1));
        }
      }
      return rows.toString();
    } catch (SQLiteException e) {
      String message = e.getMessage();
      return e.getResultCode().code + ": " + message.substring(message.indexOf('(', message.indexOf(']')) + 1, message.length() - 1);
    }
  }

  @Test
  void bothEnginesRefuseTheSame() throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = Connection.open(":memory:");
        java.sql.Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.execute(SETUP);
      try (java.sql.Statement statement = sqlite.createStatement()) {
        statement.executeUpdate(SETUP);
      }
      for (Case one : cases()) {
        int before = connection.limits().set(one.limit(), one.value());
        ((SQLiteConnection) sqlite).getDatabase().limit(one.limit(), one.value());
        for (String sql : one.statements()) {
          String expected = inSqlite(sqlite, sql);
          String actual = here(connection, sql);
          if (!actual.equals(expected)) {
            differences.add("limit " + one.limit() + ": " + sql + "\n  SQLite: " + expected + "\n  here:   " + actual);
          }
        }
        connection.limits().set(one.limit(), before);
        ((SQLiteConnection) sqlite).getDatabase().limit(one.limit(), before);
      }
    }
    assertThat(differences).isEmpty();
  }

  /** The statements of all cases are prepared and used before the limits are lowered, so that they lie in the caches then. */
  @Test
  void statementsKeptFromBeforeAreRefusedToo() throws SQLException {
    List<String> differences = new ArrayList<>();
    int refused = 0;
    try (Connection connection = Connection.open(":memory:");
        java.sql.Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      connection.execute(SETUP);
      try (java.sql.Statement statement = sqlite.createStatement()) {
        statement.executeUpdate(SETUP);
      }
      for (Case one : cases()) {
        List<String> queries = one.statements().stream().filter(sql -> sql.startsWith("SELECT") || sql.startsWith("VALUES")).toList();
        for (String sql : queries) {
          here(connection, sql);
          here(connection, sql + " ");
        }
        int before = connection.limits().set(one.limit(), one.value());
        ((SQLiteConnection) sqlite).getDatabase().limit(one.limit(), one.value());
        for (String sql : queries) {
          String expected = inSqlite(sqlite, sql);
          String actual = here(connection, sql);
          refused += expected.startsWith("rows") ? 0 : 1;
          if (!actual.equals(expected)) {
            differences.add("limit " + one.limit() + ": " + sql + "\n  SQLite: " + expected + "\n  here:   " + actual);
          }
        }
        connection.limits().set(one.limit(), before);
        ((SQLiteConnection) sqlite).getDatabase().limit(one.limit(), before);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(refused).isGreaterThan(15);
  }

  /** A limit is read when a statement is prepared: one that is prepared already goes on. */
  @Test
  void preparedStatementsOutliveALowerLimit() {
    try (Connection connection = Connection.open(":memory:");
        Statement statement = connection.prepare("SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3")) {
      connection.limits().set(Limits.COMPOUND_SELECT, 2);
      int rows = 0;
      while (statement.step()) {
        rows++;
      }
      assertThat(rows).isEqualTo(3);
    }
  }

  /** As COMPAT.md says. */
  @Test
  void whatIsAllowedHereAlone() {
    try (Connection connection = Connection.open(":memory:")) {
      assertThat(here(connection, "SELECT " + "(SELECT ".repeat(60) + "1" + ")".repeat(60))).isEqualTo("rows 1");
      connection.limits().set(Limits.LENGTH, 1000);
      assertThat(here(connection, "SELECT length(upper(printf('%.*c',1000,'x')))")).isEqualTo("rows 1000");
      assertThat(here(connection, "SELECT length(hex(zeroblob(500)))")).isEqualTo("rows 1000");
    }
  }

  @Test
  void limitsNeverPassTheirMaximum() {
    try (Connection connection = Connection.open(":memory:")) {
      Limits limits = connection.limits();
      assertThat(limits.set(Limits.COMPOUND_SELECT, 1_000_000)).isEqualTo(500);
      assertThat(limits.get(Limits.COMPOUND_SELECT)).isEqualTo(500);
      assertThat(limits.set(Limits.COMPOUND_SELECT, -1)).isEqualTo(500);
      assertThat(limits.get(Limits.COMPOUND_SELECT)).isEqualTo(500);
    }
  }
}

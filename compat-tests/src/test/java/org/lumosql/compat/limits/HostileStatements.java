// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.limits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Statements that are deep, wide or long beyond reason, by name; each is a script of one or more. */
final class HostileStatements {
  private static final String TABLE = "CREATE TABLE t(a)";

  private final Map<String, List<String>> scripts = new LinkedHashMap<>();

  private HostileStatements() {
    expressions();
    calls();
    queries();
    compounds();
    columns();
    joins();
    views();
    parameters();
    patterns();
    triggers();
    values();
    tokens();
  }

  static Map<String, List<String>> all() {
    return new HostileStatements().scripts;
  }

  private void add(String name, String... statements) {
    scripts.put(name, List.of(statements));
  }

  private static String list(int count, String separator, IntFunction<String> item) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : separator).append(item.apply(i));
    }
    return text.toString();
  }

  private static String list(int count, String separator, String item) {
    return list(count, separator, i -> item);
  }

  private static String nest(int depth, String before, String inner, String after) {
    return before.repeat(depth) + inner + after.repeat(depth);
  }

  private void expressions() {
    add("parentheses 90", "SELECT " + nest(90, "(", "1", ")"));
    add("parentheses 20000", "SELECT " + nest(20_000, "(", "1", ")"));
    add("sum of 1000", "SELECT " + list(1000, "+", "1"));
    add("sum of 1001", "SELECT " + list(1001, "+", "1"));
    add("minus signs", "SELECT " + nest(1100, "- ", "1", ""));
    add("tildes", "SELECT " + nest(3000, "~", "1", ""));
    add("NOT", "SELECT " + nest(1100, "NOT ", "1", ""));
    add("concatenation", "SELECT " + list(1200, "||", "'a'"));
    add("AND", "SELECT 1 WHERE " + list(1200, " AND ", "1"));
    add("OR", "SELECT 1 WHERE " + list(1200, " OR ", "random()"));
    add("CASE 400", "SELECT " + nest(400, "CASE WHEN 1 THEN ", "1", " END"));
    add("CASE 1100", "SELECT " + nest(1100, "CASE WHEN 1 THEN ", "1", " END"));
    add("COLLATE", "SELECT 1" + " COLLATE nocase".repeat(1500));
    add("CAST", "SELECT " + nest(1100, "CAST(", "1", " AS INT)"));
    add("BETWEEN", "SELECT 1" + " BETWEEN 1 AND 1".repeat(1100));
    add("arrows", "SELECT '{}'" + "->'a'".repeat(1100));
    add("row values in row values", "SELECT ((1,2),3) = ((1,2),3)");
    add("CHECK", "CREATE TABLE t(a CHECK(" + nest(1200, "(", "a", ")") + "))");
  }

  private void calls() {
    add("calls 600", "SELECT " + nest(600, "abs(", "1", ")"));
    add("calls 1001", "SELECT " + nest(1001, "abs(", "1", ")"));
    add("100 arguments", "SELECT max(" + list(100, ",", "1") + ")");
    add("arguments 1001", "SELECT coalesce(" + list(1001, ",", "1") + ")");
    add("windows of windows", "SELECT sum(1) OVER w200 FROM (SELECT 1) WINDOW w0 AS (), " + list(200, ", ", i -> "w" + (i + 1) + " AS (w" + i + ")"));
    add("many windows", "SELECT " + list(70, ", ", i -> "sum(a) OVER (ORDER BY a+" + i + ")") + " FROM (SELECT 1 a)");
  }

  private void queries() {
    add("FROM 60", "SELECT * FROM " + nest(60, "(SELECT * FROM ", "(SELECT 1)", ")"));
    add("scalar subqueries 40", "SELECT " + nest(40, "(SELECT ", "1", ")"));
    add("EXISTS 1100", "SELECT " + nest(1100, "EXISTS(SELECT ", "1", ")"));
    add("joins in parentheses", TABLE, "SELECT count(*) FROM " + nest(90, "(", "t", ")"));
    add("common tables, circular", "WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a");
    add("common tables in a row", "WITH c0(a) AS (SELECT 1), " + list(299, ", ", i -> "c" + (i + 1) + "(a) AS (SELECT a FROM c" + i + ")") + " SELECT * FROM c299");
  }

  private void compounds() {
    add("compound of 500", list(500, " UNION ALL ", "SELECT 1") + " LIMIT 1");
    add("compound of 501", list(501, " UNION ALL ", "SELECT 1"));
    add("UNION of 501", list(501, " UNION ", "SELECT 1"));
    add("compound of 501 in FROM", "SELECT count(*) FROM (" + list(501, " UNION ALL ", "SELECT 1") + ")");
    add("rows of VALUES", "SELECT count(*) FROM (VALUES " + list(70_000, ",", "(1)") + ")");
    add("list of IN", "SELECT 5 IN (" + list(70_000, ",", Integer::toString) + ")");
    add("row values of IN", "SELECT (699,699) IN (" + list(700, ",", i -> "(" + i + "," + i + ")") + ")");
  }

  private void columns() {
    add("table of 2000 columns", "CREATE TABLE t(" + list(2000, ",", i -> "c" + i) + ")", "SELECT count(*) FROM t");
    add("table of 32768 columns", "CREATE TABLE t(" + list(32_768, ",", i -> "c" + i) + ")");
    add("32768 results", "SELECT " + list(32_768, ",", "1"));
    add("32768 terms of ORDER BY", "SELECT 1 ORDER BY " + list(32_768, ",", "1"));
    add("32768 terms of GROUP BY", "SELECT 1 FROM (SELECT 1 a) GROUP BY " + list(32_768, ",", "a"));
    add("index of 32768 columns", TABLE, "CREATE INDEX i ON t(" + list(32_768, ",", "a") + ")");
    add("32768 values", TABLE, "INSERT INTO t VALUES(" + list(32_768, ",", "1") + ")");
    add("32768 assignments", TABLE, "UPDATE t SET " + list(32_768, ",", "a=1"));
    add("row value of 32769", "SELECT (" + list(32_769, ",", "1") + ") = (1,1)");
    add("generated columns, circular", "CREATE TABLE t(a AS (b), b AS (a))");
    add("generated columns in a row", "CREATE TABLE t(c0, " + list(199, ", ", i -> "c" + (i + 1) + " AS (c" + i + "+1)") + ")", "INSERT INTO t VALUES(1)", "SELECT c199 FROM t");
  }

  private void joins() {
    add("join of 64", TABLE, "SELECT count(*) FROM " + list(64, ",", i -> "t AS t" + i));
    add("join of 65", TABLE, "SELECT count(*) FROM " + list(65, ",", i -> "t AS t" + i));
    add("JOIN of 65", TABLE, "SELECT count(*) FROM t " + list(64, " ", i -> "JOIN t AS t" + i + " ON t" + i + ".a=t.a"));
    add("LEFT JOIN of 65", TABLE, "SELECT t.a FROM t " + list(64, " ", i -> "LEFT JOIN t AS t" + i + " ON t" + i + ".a=t.a"));
    add("NATURAL JOIN of 65", TABLE, "SELECT count(*) FROM t " + list(64, " ", i -> "NATURAL JOIN t AS t" + i));
    add("join of 201", TABLE, "SELECT count(*) FROM " + list(201, ",", i -> "t AS t" + i));
  }

  private void views() {
    List<String> script = new ArrayList<>(List.of("CREATE VIEW v0 AS SELECT 1 a"));
    for (int i = 1; i < 90; i++) {
      script.add("CREATE VIEW v" + i + " AS SELECT a FROM v" + (i - 1));
    }
    script.add("SELECT * FROM v89");
    scripts.put("views of views", script);
    add("view of itself", "CREATE VIEW v AS SELECT * FROM v", "SELECT * FROM v");
    add("views in a circle", "CREATE VIEW v AS SELECT * FROM w", "CREATE VIEW w AS SELECT * FROM v", "SELECT * FROM v");
    script = new ArrayList<>();
    for (int i = 0; i < 126; i++) {
      script.add("ATTACH ':memory:' AS d" + i);
    }
    scripts.put("attached databases", script);
    script = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      script.add("SAVEPOINT s" + i);
    }
    script.add("RELEASE s0");
    scripts.put("savepoints", script);
  }

  private void parameters() {
    add("parameter 0", "SELECT ?0");
    add("parameter 250001", "SELECT ?250001");
    add("parameter of 20 digits", "SELECT ?99999999999999999999");
    add("parameter behind the last", "SELECT ?250000, ?");
  }

  private void patterns() {
    add("LIKE of 50002", "SELECT 'a' LIKE '" + "%a".repeat(25_001) + "'");
    add("LIKE of 50000", "SELECT 'a' LIKE '" + "a".repeat(50_000) + "'");
    add("GLOB of 50002", "SELECT 'a' GLOB '" + "*a".repeat(25_001) + "'");
    add("ESCAPE", "SELECT 'a' LIKE 'a' ESCAPE 'xx'");
    add("JSON 1000", "SELECT json_valid('" + nest(1000, "[", "", "]") + "')");
    add("JSON 1001", "SELECT json('" + nest(1001, "[", "", "]") + "')");
    add("JSON 100000", "SELECT json('" + nest(100_000, "[", "", "]") + "')");
    add("JSON objects", "SELECT json('" + nest(1100, "{\"a\":", "1", "}") + "')");
    add("path", "SELECT json_extract('{}','$" + ".a".repeat(5000) + "')");
    add("new path", "SELECT length(json_set('{}','$" + ".a".repeat(2000) + "',1))");
  }

  private void triggers() {
    String trigger = "CREATE TRIGGER r AFTER INSERT ON t WHEN new.a<%d BEGIN INSERT INTO t VALUES(new.a+1); END";
    add("triggers 990", "PRAGMA recursive_triggers=on", TABLE, trigger.formatted(990), "INSERT INTO t VALUES(1)", "SELECT count(*) FROM t");
    add("triggers 2000", "PRAGMA recursive_triggers=on", TABLE, trigger.formatted(2000), "INSERT INTO t VALUES(1)");
    add(
        "cascades",
        "PRAGMA foreign_keys=on",
        "CREATE TABLE t(a INTEGER PRIMARY KEY, p REFERENCES t ON DELETE CASCADE)",
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<1200) INSERT INTO t SELECT i, nullif(i-1,0) FROM n",
        "DELETE FROM t WHERE a=1");
    add("clauses of ON CONFLICT", "CREATE TABLE t(a PRIMARY KEY)", "INSERT INTO t VALUES(1) " + "ON CONFLICT(a) DO NOTHING ".repeat(60));
  }

  private void values() {
    add("zeroblob", "SELECT length(zeroblob(2147483648))");
    add("printf of a width", "SELECT length(printf('%2147483648d',1))");
    add("group of many", "SELECT length(group_concat(x,'')) FROM (WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n WHERE x<10000) SELECT x FROM n)");
  }

  private void tokens() {
    add("unfinished text", "SELECT 'abc");
    add("unfinished comment", "SELECT 1 /* abc");
    add("unfinished name", "SELECT \"abc");
    add("long identifier", "SELECT 1 AS " + "a".repeat(500_000));
    add("long number", "SELECT " + "9".repeat(100_000));
    add("long hexadecimal number", "SELECT 0x" + "f".repeat(17));
    add("blob of odd length", "SELECT x'123'");
    add("semicolons", ";".repeat(100_000) + "SELECT 1");
    add("EXPLAIN EXPLAIN", "EXPLAIN EXPLAIN SELECT 1");
    add("illegal token", "SELECT \u0001");
    add("number with letters", "SELECT 12abc");
  }
}

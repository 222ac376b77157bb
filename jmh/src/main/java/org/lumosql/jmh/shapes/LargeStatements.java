// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.shapes;

import static org.lumosql.jmh.shapes.Shape.compile;
import static org.lumosql.jmh.shapes.Texts.joined;
import static org.lumosql.jmh.shapes.Texts.list;
import static org.lumosql.jmh.shapes.Texts.nested;
import static org.lumosql.jmh.shapes.Texts.statements;

import java.util.List;

/** Long and deep statements over small schemas, compiled. */
final class LargeStatements {
  private static final List<String> TABLE =
      List.of("CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c TEXT, d)", "CREATE INDEX tb ON t(b)", "CREATE INDEX tc ON t(c, d)");
  private static final List<String> TWO = List.of(TABLE.get(0), TABLE.get(1), TABLE.get(2), "CREATE TABLE u(a INTEGER PRIMARY KEY, b REFERENCES t, c TEXT)");

  private LargeStatements() {}

  static List<Shape> all() {
    return List.of(
        compile("compound of arms", 500, n -> TABLE, n -> joined(n, " UNION ALL ", i -> "SELECT a AS a#, b FROM t WHERE b = " + i)),
        compile("UNION of arms", 500, n -> TABLE, n -> joined(n, " UNION ", i -> "SELECT a AS a#, b FROM t WHERE b = " + i)),
        compile("compound without FROM", 500, n -> joined(n, " UNION ALL ", i -> "SELECT " + i + " AS a#")),
        compile("WHERE with ORs, one column", 900, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " OR ", i -> "b = " + i)),
        compile("WHERE with ORs, several columns", 900, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " OR ", i -> "abcd".charAt(i % 4) + " = " + i)),
        compile("WHERE with ORs of ANDs", 450, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " OR ", i -> "(b = " + i + " AND c > " + i + ")")),
        compile("WHERE with ANDs, one column", 900, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " AND ", i -> "b <> " + i)),
        compile("WHERE with ANDs of equalities", 900, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " AND ", i -> "abcd".charAt(i % 4) + " = " + i)),
        compile("WHERE with ANDs of ranges", 900, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " AND ", i -> "bc".charAt(i % 2) + " > " + i)),
        compile("WHERE with LIKEs", 900, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " OR ", i -> "c LIKE 'x" + i + "%'")),
        compile("EXISTS", 60, n -> TWO, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " AND ", i -> "EXISTS(SELECT 1 FROM u WHERE u.b = t.a AND u.c = " + i + ")")),
        compile("scalar subqueries", 200, n -> TWO, n -> "SELECT " + list(n, "(SELECT max(b) FROM u WHERE u.a = t.b + @) AS a#_@") + " FROM t"),
        compile("IN of subqueries", 200, n -> TWO, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " OR ", i -> "b IN (SELECT b FROM u WHERE a > " + i + ")")),
        compile("nested subqueries in FROM", 200, n -> TABLE, n -> nested(n, "SELECT a, b FROM (", "SELECT a, b AS b# FROM t", ")").replace("b# FROM t", "b FROM t AS t#")),
        compile("nested subqueries with LIMIT", 200, n -> TABLE, n -> nested(n, "SELECT a, b FROM (", "SELECT a, b FROM t AS t#", " LIMIT 10)")),
        compile("nested subqueries, DISTINCT", 200, n -> TABLE, n -> nested(n, "SELECT DISTINCT a, b + 1 AS b FROM (", "SELECT a, b FROM t AS t#", ")")),
        compile("nested subqueries, WHERE", 200, n -> TABLE, n -> nested(n, "SELECT a, b FROM (", "SELECT a, b FROM t AS t#", ") WHERE b > 1")),
        compile("nested subqueries, GROUP BY", 100, n -> TABLE, n -> nested(n, "SELECT a, sum(b) AS b FROM (", "SELECT a, b FROM t AS t#", ") WHERE a > 1 GROUP BY a")),
        compile("nested IN", 30, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE a IN (" + nested(n, "SELECT b FROM t WHERE a IN (", "SELECT b FROM t", ")") + ")"),
        compile("nested EXISTS, correlated", 20, n -> TABLE, LargeStatements::nestedExists),
        compile("nested scalar subqueries", 40, n -> TABLE, n -> nested(n, "SELECT (", "SELECT b AS b# FROM t", ") + 1")),
        compile("WITH, each of the one before", 200, n -> TABLE, n -> "WITH c0 AS (SELECT a, b FROM t AS t#), " + joined(n, ", ", i -> "c" + i + " AS (SELECT a, b + 1 AS b FROM c" + (i - 1) + ")") + " SELECT * FROM c" + n),
        compile("WITH, materialized, each of the one before", 200, n -> TABLE, n -> "WITH c0 AS MATERIALIZED (SELECT a, b FROM t AS t#), " + joined(n, ", ", i -> "c" + i + " AS MATERIALIZED (SELECT a, b + 1 AS b FROM c" + (i - 1) + ")") + " SELECT * FROM c" + n),
        compile("WITH of tables that nobody reads", 4_000, n -> "WITH " + joined(n, ", ", i -> "c" + i + " AS (SELECT " + i + ")") + " SELECT * FROM c" + n + " AS a#"),
        compile("WITH, recursive, many", 100, n -> "WITH RECURSIVE " + joined(n, ", ", i -> "c" + i + "(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c" + i + " WHERE x < 3)") + " SELECT 1 AS a# FROM " + list(Math.min(n, 60), "c@")),
        compile("WITH, doubling", 6, n -> TABLE, n -> "WITH c0 AS (SELECT a, b FROM t AS t#), " + joined(n, ", ", i -> "c" + i + " AS (SELECT x.a, y.b FROM c" + (i - 1) + " x JOIN c" + (i - 1) + " y ON x.a = y.b LIMIT 10)") + " SELECT * FROM c" + n),
        compile("CASE with arms", 1_000, n -> TABLE, n -> "SELECT CASE b " + joined(n, " ", i -> "WHEN " + i + " THEN 'x" + i + "'") + " END AS a# FROM t"),
        compile("CASE with arms, nested", 150, n -> TABLE, n -> "SELECT " + joined(n, "", i -> "CASE WHEN b = " + i + " THEN " + i + " ELSE ") + "0" + " END".repeat(n) + " AS a# FROM t"),
        compile("IN list", 10_000, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE b IN (" + list(n, "@") + ")"),
        compile("IN list of texts", 10_000, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE c IN (" + list(n, "'text @'") + ")"),
        compile("IN list of expressions", 2_000, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE b IN (" + list(n, "d + @") + ")"),
        compile("VALUES of rows", 10_000, n -> "SELECT column1 AS a# FROM (VALUES " + list(n, "(@, 'x@', @.5)") + ")"),
        compile("INSERT of VALUES", 10_000, n -> TABLE, n -> "INSERT INTO t AS t# VALUES " + list(n, "(@, @, 'x@', @.5)")),
        compile("join, a chain", 64, n -> TABLE, n -> "SELECT count(*) AS a# FROM t t1 " + joined(n - 1, " ", i -> "JOIN t t" + (i + 1) + " ON t" + (i + 1) + ".b = t" + i + ".a")),
        compile("join, a chain of LEFT", 64, n -> TABLE, n -> "SELECT count(*) AS a# FROM t t1 " + joined(n - 1, " ", i -> "LEFT JOIN t t" + (i + 1) + " ON t" + (i + 1) + ".b = t" + i + ".a")),
        compile("join, comma", 64, n -> TABLE, n -> "SELECT count(*) AS a# FROM " + list(n, "t t@")),
        compile("join, everything equal", 30, n -> TABLE, n -> "SELECT count(*) AS a# FROM " + list(n, "t t@") + " WHERE " + joined(n - 1, " AND ", i -> "t" + (i + 1) + ".b = t" + i + ".b")),
        compile("join, star", 30, n -> statements(List.of("CREATE TABLE f(id INTEGER PRIMARY KEY, " + list(n, "k@") + ")"), n, "CREATE TABLE d@(k INTEGER PRIMARY KEY, v)"), n -> "SELECT count(*) AS a# FROM f, " + list(n, "d@") + " WHERE " + joined(n, " AND ", i -> "f.k" + i + " = d" + i + ".k AND d" + i + ".v > " + i)),
        compile("join, USING", 40, n -> TABLE, n -> "SELECT * FROM t AS a# " + joined(n, " ", i -> "JOIN t t" + i + " USING(a, b)")),
        compile("join, NATURAL", 40, n -> TABLE, n -> "SELECT * FROM t AS a# " + joined(n, " ", i -> "NATURAL JOIN t t" + i)),
        compile("join, NATURAL of wide tables", 400, n -> List.of("CREATE TABLE v(" + list(n, "c@") + ")"), n -> "SELECT * FROM v AS a# NATURAL JOIN v AS w"),
        compile("join, FULL USING", 20, n -> TABLE, n -> "SELECT * FROM t AS a# " + joined(n, " ", i -> "FULL JOIN t t" + i + " USING(a)")),
        compile("concatenation", 900, n -> TABLE, n -> "SELECT " + joined(n, " || ", i -> "c || 'x" + i + "'").replaceFirst("\\|\\| 'x1'", "") + " AS a# FROM t"),
        compile("addition of columns", 900, n -> TABLE, n -> "SELECT " + joined(n, " + ", i -> i % 2 == 0 ? "b" : "d") + " AS a# FROM t"),
        compile("addition of constants", 900, n -> TABLE, n -> "SELECT " + joined(n, " + ", Integer::toString) + " AS a# FROM t"),
        compile("parentheses", 400, n -> TABLE, n -> "SELECT " + nested(n, "(", "b", ")") + " AS a# FROM t"),
        compile("functions, nested", 400, n -> TABLE, n -> "SELECT " + nested(n, "abs(", "b", ")") + " AS a# FROM t WHERE b > 0"),
        compile("comparisons, nested", 400, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + nested(n, "(", "b", " > 1)")),
        compile("NOT, nested", 400, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + nested(n, "NOT (", "b", ")")),
        compile("COLLATE, nested", 400, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE c" + " COLLATE nocase".repeat(n) + " = 'x'"),
        compile("GROUP BY terms", 200, n -> TABLE, n -> "SELECT count(*) AS a# FROM t GROUP BY " + list(n, "b + @")),
        compile("ORDER BY terms", 200, n -> TABLE, n -> "SELECT a AS a# FROM t ORDER BY " + list(n, "b + @")),
        compile("ORDER BY columns of a compound", 200, n -> TABLE, n -> "SELECT " + list(n, "a + @ AS x@") + " FROM t AS a# UNION SELECT " + list(n, "b") + " FROM t ORDER BY " + list(n, "x@")),
        compile("aggregates", 400, n -> TABLE, n -> "SELECT " + list(n, "sum(b + @) AS a#_@") + " FROM t GROUP BY c"),
        compile("aggregates, the same", 400, n -> TABLE, n -> "SELECT " + list(n, "sum(b) AS a#_@") + " FROM t GROUP BY c HAVING sum(b) > 0"),
        compile("window functions", 200, n -> TABLE, n -> "SELECT " + list(n, "sum(b + @) OVER (ORDER BY c) AS a#_@") + " FROM t"),
        compile("window functions, each its window", 60, n -> TABLE, n -> "SELECT " + list(n, "sum(b) OVER (ORDER BY c + @) AS a#_@") + " FROM t"),
        compile("parameters", 32_766, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE b IN (" + list(n, "?") + ")"),
        compile("parameters, named", 2_000, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE b IN (" + list(n, ":p@") + ")"),
        compile("long string", 4_000_000, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE c = '" + "x".repeat(n) + "'"),
        compile("JSON paths", 400, n -> TABLE, n -> "SELECT c" + joined(n, "", i -> " -> '$.a" + i + "'") + " AS a# FROM t"),
        compile("row values", 400, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE (" + list(n, "b + @") + ") > (" + list(n, "d + @") + ")"),
        compile("BETWEENs", 400, n -> TABLE, n -> "SELECT a AS a# FROM t WHERE " + joined(n, " AND ", i -> "b + " + i + " BETWEEN d AND c")),
        compile("DISTINCT columns", 400, n -> TABLE, n -> "SELECT DISTINCT " + list(n, "b + @ AS a#_@") + " FROM t"),
        compile("RETURNING", 2_000, n -> TABLE, n -> "UPDATE t AS t# SET b = 1 RETURNING " + list(n, "b + @")));
  }

  private static String nestedExists(int depth) {
    return "SELECT a AS a# FROM t t0 WHERE " + joined(depth, "", i -> "EXISTS (SELECT 1 FROM t t" + i + " WHERE t" + i + ".b = t" + (i - 1) + ".b AND ") + "1" + ")".repeat(depth);
  }
}

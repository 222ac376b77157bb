// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.shapes;

import static org.lumosql.jmh.shapes.Shape.once;
import static org.lumosql.jmh.shapes.Shape.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Statements that run long although they are short. */
final class LongRuns {
  private LongRuns() {}

  /** A table of numbers, and further statements. */
  private static List<String> numbers(int count, String... more) {
    List<String> all = new ArrayList<>();
    all.add("CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c TEXT, d)");
    all.add("INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count + ") SELECT i, i * 7919 % 10007, 'text ' || i * 31 % 997, i % 10 FROM n");
    all.addAll(Arrays.asList(more));
    return all;
  }

  static List<Shape> all() {
    return List.of(
        once("trigger called", 100_000, n -> numbers(n, "CREATE TABLE log(x)", "CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO log VALUES(new.a); END"), n -> "UPDATE t SET b = b + 1"),
        once("trigger called, with WHEN", 100_000, n -> numbers(n, "CREATE TABLE log(x)", "CREATE TRIGGER r AFTER UPDATE ON t WHEN new.b % 7 = 0 BEGIN INSERT INTO log VALUES(new.a); END"), n -> "UPDATE t SET b = b + 1"),
        once("trigger called, with a query", 100_000, n -> numbers(n, "CREATE TABLE sums(k INTEGER PRIMARY KEY, s)", "INSERT INTO sums VALUES(0, 0),(1, 0),(2, 0),(3, 0),(4, 0),(5, 0),(6, 0),(7, 0),(8, 0),(9, 0)", "CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE sums SET s = s + new.b WHERE k = new.d; END"), n -> "INSERT INTO t SELECT a + " + n + ", b, c, d FROM t"),
        once("triggers that call triggers", 20_000, n -> numbers(n, "CREATE TABLE x(v)", "CREATE TABLE y(v)", "CREATE TABLE z(v)", "CREATE TRIGGER r1 AFTER DELETE ON t BEGIN INSERT INTO x VALUES(old.a); END", "CREATE TRIGGER r2 AFTER INSERT ON x BEGIN INSERT INTO y VALUES(new.v); INSERT INTO y VALUES(-new.v); END", "CREATE TRIGGER r3 AFTER INSERT ON y BEGIN INSERT INTO z SELECT new.v WHERE new.v > 0; END"), n -> "DELETE FROM t"),
        once("recursive trigger", 900, n -> List.of("PRAGMA recursive_triggers = 1", "CREATE TABLE k(x)", "CREATE TRIGGER r AFTER INSERT ON k WHEN new.x % " + n + " BEGIN INSERT INTO k VALUES(new.x + 1); END"), n -> "INSERT INTO k VALUES(1),(" + (n + 1) + "),(" + (2 * n + 1) + "),(" + (3 * n + 1) + "),(" + (4 * n + 1) + ")"),
        once("INSTEAD OF trigger", 50_000, n -> numbers(n, "CREATE TABLE log(x)", "CREATE VIEW w AS SELECT a, b FROM t", "CREATE TRIGGER r INSTEAD OF UPDATE ON w BEGIN INSERT INTO log VALUES(new.b - old.b); END"), n -> "UPDATE w SET b = b + 1"),
        once("INSERT OR REPLACE with triggers", 50_000, n -> numbers(n, "PRAGMA recursive_triggers = 1", "CREATE TABLE log(x)", "CREATE TRIGGER r AFTER DELETE ON t BEGIN INSERT INTO log VALUES(old.a); END"), n -> "INSERT OR REPLACE INTO t SELECT a, b + 1, c, d FROM t"),
        once("UPSERT", 100_000, n -> numbers(n), n -> "INSERT INTO t SELECT a, b, c, d FROM t WHERE true ON CONFLICT(a) DO UPDATE SET b = excluded.b + 1"),
        once("UPDATE FROM", 100_000, n -> numbers(n, "CREATE TABLE u AS SELECT a, b + 1 AS b FROM t", "CREATE UNIQUE INDEX ua ON u(a)"), n -> "UPDATE t SET b = u.b FROM u WHERE u.a = t.a"),
        once("foreign key cascade", 100_000, n -> numbers(n, "PRAGMA foreign_keys = 1", "CREATE TABLE child(id INTEGER PRIMARY KEY, x INTEGER REFERENCES t ON DELETE CASCADE)", "INSERT INTO child SELECT a, a FROM t", "CREATE INDEX cx ON child(x)"), n -> "DELETE FROM t"),
        once("foreign key cascade of updates", 50_000, n -> numbers(n, "PRAGMA foreign_keys = 1", "CREATE TABLE child(id INTEGER PRIMARY KEY, x INTEGER REFERENCES t ON UPDATE CASCADE)", "INSERT INTO child SELECT a, a FROM t", "CREATE INDEX cx ON child(x)"), n -> "UPDATE t SET a = a + 10000000"),
        once("foreign key of INSERT", 100_000, n -> numbers(n, "PRAGMA foreign_keys = 1", "CREATE TABLE child(id INTEGER PRIMARY KEY, x INTEGER REFERENCES t)"), n -> "INSERT INTO child SELECT a, a FROM t"),
        once("savepoints", 100_000, n -> numbers(10), n -> "BEGIN;" + "SAVEPOINT s;UPDATE t SET b = b + 1 WHERE a = 5;RELEASE s;".repeat(n) + "COMMIT"),
        once("savepoints rolled back", 20_000, n -> numbers(10), n -> "BEGIN;" + "SAVEPOINT s;UPDATE t SET b = b + 1 WHERE a = 5;ROLLBACK TO s;RELEASE s;".repeat(n) + "COMMIT"),
        once("ATTACH: INSERT of join", 100_000, n -> numbers(n, "ATTACH ':memory:' AS x", "CREATE TABLE x.u AS SELECT a, b FROM t", "CREATE UNIQUE INDEX x.ua ON u(a)", "CREATE TABLE x.w(a, b)"), n -> "INSERT INTO x.w SELECT t.a, u.b FROM t JOIN x.u ON t.a = u.a"),
        once("DELETE with index", 100_000, n -> numbers(n, "CREATE INDEX tb ON t(b)", "CREATE INDEX tc ON t(c)"), n -> "DELETE FROM t WHERE d < 5"),
        once("CREATE INDEX on expression", 100_000, n -> numbers(n), n -> "CREATE INDEX te ON t(lower(c), b % 17)"),
        run("correlated scalar subquery", 20_000, n -> numbers(n, "CREATE INDEX tb ON t(b)"), n -> "SELECT sum((SELECT max(x.d) FROM t x WHERE x.b = t.b)) FROM t"),
        run("correlated EXISTS", 50_000, n -> numbers(n, "CREATE INDEX tb ON t(b)"), n -> "SELECT count(*) FROM t WHERE EXISTS (SELECT 1 FROM t x WHERE x.b = t.b + 1 AND x.d <> t.d)"),
        run("correlated NOT IN", 2_000, n -> numbers(n), n -> "SELECT count(*) FROM t WHERE b NOT IN (SELECT x.b + 1 FROM t x WHERE x.d = t.d)"),
        run("correlated LIMIT", 1_000, n -> numbers(n), n -> "SELECT sum((SELECT x.a FROM t x WHERE x.d = t.d ORDER BY x.b LIMIT 1)) FROM t"),
        run("big IN subquery", 100_000, n -> numbers(n), n -> "SELECT count(*) FROM t WHERE b IN (SELECT a * 3 FROM t)"),
        run("recursive query", 300_000, n -> List.of(), n -> "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + n + ") SELECT sum(i) FROM n"),
        run("recursive query, UNION", 100_000, n -> List.of(), n -> "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < " + n + ") SELECT sum(i) FROM n"),
        run("recursive query over a tree", 50_000, n -> numbers(n, "CREATE TABLE tree AS SELECT a AS id, a / 3 AS parent FROM t", "CREATE INDEX tp ON tree(parent)"), n -> "WITH RECURSIVE x(id, depth) AS (SELECT id, 0 FROM tree WHERE id = 1 UNION ALL SELECT tree.id, depth + 1 FROM x JOIN tree ON tree.parent = x.id) SELECT sum(depth) FROM x"),
        run("recursive query with ORDER BY", 50_000, n -> List.of(), n -> "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + n + " ORDER BY 1 DESC) SELECT sum(i) FROM n"),
        run("Mandelbrot", 16, n -> List.of(), LongRuns::mandelbrot),
        run("window, large frame", 50_000, n -> numbers(n), n -> "SELECT sum(s) FROM (SELECT sum(b) OVER (ORDER BY a ROWS BETWEEN 1000 PRECEDING AND 1000 FOLLOWING) AS s FROM t)"),
        run("window, large frame, max", 10_000, n -> numbers(n), n -> "SELECT sum(s) FROM (SELECT max(b) OVER (ORDER BY a ROWS BETWEEN 500 PRECEDING AND 500 FOLLOWING) AS s FROM t)"),
        run("window, EXCLUDE", 2_000, n -> numbers(n), n -> "SELECT sum(s) FROM (SELECT sum(b) OVER (ORDER BY a ROWS BETWEEN 100 PRECEDING AND 100 FOLLOWING EXCLUDE CURRENT ROW) AS s FROM t)"),
        run("window, RANGE", 50_000, n -> numbers(n), n -> "SELECT sum(s) FROM (SELECT sum(d) OVER (ORDER BY b RANGE BETWEEN 10 PRECEDING AND 10 FOLLOWING) AS s FROM t)"),
        run("window, GROUPS", 50_000, n -> numbers(n), n -> "SELECT sum(s) FROM (SELECT sum(d) OVER (ORDER BY c GROUPS BETWEEN 3 PRECEDING AND CURRENT ROW) AS s FROM t)"),
        run("window, rank and lag", 100_000, n -> numbers(n), n -> "SELECT sum(r + l) FROM (SELECT rank() OVER w AS r, lag(b, 3, 0) OVER w AS l FROM t WINDOW w AS (PARTITION BY d ORDER BY b))"),
        run("window, ntile and first_value", 50_000, n -> numbers(n), n -> "SELECT sum(r + l) FROM (SELECT ntile(10) OVER w AS r, first_value(b) OVER w AS l FROM t WINDOW w AS (PARTITION BY d ORDER BY b))"),
        run("window, nth_value", 20_000, n -> numbers(n), n -> "SELECT sum(r) FROM (SELECT nth_value(b, 100) OVER (ORDER BY a ROWS BETWEEN 200 PRECEDING AND CURRENT ROW) AS r FROM t)"),
        run("group_concat, big groups", 200_000, n -> numbers(n), n -> "SELECT sum(length(g)) FROM (SELECT group_concat(c) AS g FROM t GROUP BY d)"),
        run("group_concat with ORDER BY", 50_000, n -> numbers(n), n -> "SELECT sum(length(g)) FROM (SELECT group_concat(c, '; ' ORDER BY b DESC) AS g FROM t GROUP BY d)"),
        run("group_concat as window", 3_000, n -> numbers(n), n -> "SELECT sum(length(g)) FROM (SELECT group_concat(c) OVER (ORDER BY a ROWS 100 PRECEDING) AS g FROM t)"),
        run("DISTINCT aggregates", 200_000, n -> numbers(n), n -> "SELECT count(DISTINCT b), sum(DISTINCT d), count(DISTINCT c) FROM t"),
        run("DISTINCT aggregates of groups", 100_000, n -> numbers(n), n -> "SELECT sum(x) FROM (SELECT count(DISTINCT b) AS x FROM t GROUP BY d)"),
        run("json_each over a big document", 100_000, n -> numbers(n, "CREATE TABLE j AS SELECT json_group_array(json_object('a', a, 'b', c)) AS x FROM t"), n -> "SELECT sum(value ->> 'a') FROM j, json_each(j.x)"),
        run("json_tree over a big document", 50_000, n -> numbers(n, "CREATE TABLE j AS SELECT json_group_array(json_object('a', a, 'b', c)) AS x FROM t"), n -> "SELECT count(*), sum(length(fullkey)) FROM j, json_tree(j.x)"),
        run("json_extract of rows", 100_000, n -> numbers(n, "CREATE TABLE j AS SELECT json_object('a', a, 'b', c, 'd', json_array(1, 2, b)) AS x FROM t"), n -> "SELECT sum(json_extract(x, '$.d[2]')), max(x ->> '$.b') FROM j"),
        run("json_set of rows", 50_000, n -> numbers(n, "CREATE TABLE j AS SELECT json_object('a', a, 'b', c, 'd', json_array(1, 2, b)) AS x FROM t"), n -> "SELECT sum(length(json_set(x, '$.d[1]', 'new', '$.e', a))) FROM j, t WHERE j.rowid = t.a"),
        run("LIKE on long texts", 2_000, n -> numbers(n, "CREATE TABLE l AS SELECT hex(zeroblob(1000)) || c AS x FROM t"), n -> "SELECT count(*) FROM l WHERE x LIKE '%text 1%' OR x LIKE '%0_1%9'"),
        run("GLOB on long texts", 2_000, n -> numbers(n, "CREATE TABLE l AS SELECT hex(zeroblob(1000)) || c AS x FROM t"), n -> "SELECT count(*) FROM l WHERE x GLOB '*text [1-3]*'"),
        run("instr, replace, substr", 50_000, n -> numbers(n), n -> "SELECT sum(instr(c, '9') + length(replace(c, 'text', 'longer text')) + length(substr(c, 3, 4) || upper(c))) FROM t"),
        run("printf and dates", 50_000, n -> numbers(n), n -> "SELECT sum(length(printf('%08.3f|%s|%x', b / 7.0, c, a)) + length(strftime('%Y-%m-%d %H:%M', a * 1000, 'unixepoch'))) FROM t"),
        run("nested loops without index", 1_500, n -> numbers(n), n -> "SELECT count(*) FROM t x, t y WHERE x.b + y.b = 10007"),
        run("nested loops of three", 120, n -> numbers(n), n -> "SELECT count(*) FROM t x, t y, t z WHERE x.b + y.b > z.b"),
        run("FULL JOIN", 100_000, n -> numbers(n, "CREATE TABLE u AS SELECT a * 2 AS a, b FROM t", "CREATE UNIQUE INDEX ua ON u(a)"), n -> "SELECT count(*), sum(t.b), sum(u.b) FROM t FULL JOIN u ON t.a = u.a"),
        run("FULL JOIN with automatic index", 50_000, n -> numbers(n, "CREATE TABLE u AS SELECT a * 2 AS a, b FROM t"), n -> "SELECT count(*), sum(t.b), sum(u.b) FROM t FULL JOIN u ON t.a = u.a"),
        run("ATTACH join", 100_000, n -> numbers(n, "ATTACH ':memory:' AS x", "CREATE TABLE x.u AS SELECT a, b FROM t", "CREATE UNIQUE INDEX x.ua ON u(a)"), n -> "SELECT count(*), sum(t.b - u.b) FROM t JOIN x.u ON t.a = u.a"),
        run("UNION and EXCEPT", 100_000, n -> numbers(n), n -> "SELECT count(*) FROM (SELECT b FROM t UNION SELECT d FROM t EXCEPT SELECT a FROM t WHERE a % 3 = 0)"),
        run("ORDER BY of texts, NOCASE", 100_000, n -> numbers(n), n -> "SELECT count(*) FROM (SELECT c FROM t ORDER BY c COLLATE NOCASE, b DESC LIMIT -1 OFFSET 10)"),
        run("CASE and arithmetic", 200_000, n -> numbers(n), n -> "SELECT sum(CASE WHEN b % 2 THEN b * 3 + 1 WHEN b > 500 THEN b / 2.0 ELSE -b END) FROM t"),
        run("many ORs on rows", 50_000, n -> numbers(n), n -> "SELECT count(*) FROM t WHERE " + Texts.joined(50, " OR ", i -> "(b = " + i * 3 + " AND d <> " + i % 10 + ")")));
  }

  private static String mandelbrot(int size) {
    return "WITH RECURSIVE xaxis(x) AS (VALUES(-2.0) UNION ALL SELECT x + 1.0 / "
        + size
        + " FROM xaxis WHERE x < 1.2), yaxis(y) AS (VALUES(-1.0) UNION ALL SELECT y + 1.5 / "
        + size
        + " FROM yaxis WHERE y < 1.0), m(iter, cx, cy, x, y) AS (SELECT 0, x, y, 0.0, 0.0 FROM xaxis, yaxis UNION ALL"
        + " SELECT iter + 1, cx, cy, x * x - y * y + cx, 2.0 * x * y + cy FROM m WHERE (x * x + y * y) < 4.0 AND iter < 28),"
        + " m2(iter, cx, cy) AS (SELECT max(iter), cx, cy FROM m GROUP BY cx, cy) SELECT sum(iter), count(*) FROM m2";
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.lumosql.record.TextEncoding;

/** Statements of every kind, each by the C library's program on our machine. The tables are filled by running its INSERT programs too. */
class SqliteProgramTest extends SqliteProgramTestCase {
  @Test
  void constantsAndOperatorsGiveWhatTheLibraryGives() throws SQLException {
    check(
        "SELECT 1, 2.5, 'text', '', NULL, -9223372036854775808, 9223372036854775807",
        "SELECT 9223372036854775807 + 1, 5 / 2, 5 / 2.0, 5 % 3, -5 % 3, 5 % 0, 1 / 0, 7.5 % 2, '12abc' + 1, 'x' * 2",
        "SELECT 1 << 3, 1 << 64, -1 >> 70, 5 & 3, 5 | 3, ~5, 1 << -1, 'a' || 1 || 2.5 || NULL, 'a' || 5",
        "SELECT 3 > 2, 3 = '3', '3' = 3.0, NULL = NULL, NULL IS NULL, 1 IS NOT NULL, 'a' < 'b', CAST('a' AS BLOB) > 'a'",
        "SELECT NOT 0, NOT NULL, 1 AND NULL, 0 AND NULL, 1 OR NULL, 0 OR NULL, 'a' AND 1, 0.5 AND 1",
        "SELECT CAST('12.5xyz' AS INTEGER), CAST('12.5xyz' AS REAL), CAST('1e3' AS NUMERIC), CAST(65 AS TEXT)",
        "SELECT CAST(CAST('AB' AS BLOB) AS TEXT), CAST('abc' AS BLOB), CAST(1e300 AS INTEGER), CAST(-1e300 AS INTEGER)",
        "SELECT CASE 3 WHEN 1 THEN 'a' WHEN 3 THEN 'c' ELSE 'z' END, CASE WHEN NULL THEN 1 ELSE 2 END",
        "SELECT 5 BETWEEN 1 AND 10, 5 IN (1, 5, 7), 5 NOT IN (1, NULL), 'a' IN ('A', 'b'), NULL IN (1)",
        "SELECT 1 IS TRUE, 0 IS TRUE, NULL IS TRUE, NULL IS NOT TRUE, 2 IS FALSE, 0 IS NOT FALSE",
        "SELECT -(-9223372036854775808), - '5', + '5', abs(-5), length('héllo'), lower('ABC'), typeof(1.0)",
        "SELECT 4611686018427387904 * 2, -4611686018427387904 * 2, 3037000500 * 3037000500, 0.1 + 0.2",
        "VALUES (1, 'a'), (2, 'b'), (3, NULL)");
  }

  private void fill() throws SQLException {
    define(
        "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL, d)",
        "CREATE INDEX tb ON t(b)",
        "CREATE INDEX tcd ON t(c DESC, d)",
        "CREATE TABLE u(x, y COLLATE NOCASE, z DEFAULT 'def')",
        "CREATE INDEX uy ON u(y)",
        "CREATE TABLE w(k TEXT, n INT, v, PRIMARY KEY(k, n)) WITHOUT ROWID");
    String[] words = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    for (int i = 0; i < 40; i++) {
      String word = words[i * 7 % 10];
      check(
          "INSERT INTO t(b, c, d) VALUES('" + word + "', " + i * 3 % 11 + ", "
              + (i % 5 == 0 ? "NULL" : i % 3 == 0 ? "'" + word.repeat(i) + "'" : i * 1.5) + ")",
          "INSERT INTO u(x, y) VALUES(" + i % 7 + ", '" + (i % 2 == 0 ? word : word.toUpperCase(java.util.Locale.ROOT)) + "')",
          "INSERT OR REPLACE INTO w VALUES('" + word + "', " + i % 3 + ", " + i + ")");
    }
  }

  @Test
  void scansAndSearchesFindTheSameRows() throws SQLException {
    fill();
    check(
        "SELECT * FROM t",
        "SELECT * FROM u",
        "SELECT * FROM w",
        "SELECT a, b FROM t WHERE a = 7",
        "SELECT a, b FROM t WHERE a = '7'",
        "SELECT a, b FROM t WHERE a > 35.5",
        "SELECT a, b FROM t WHERE a <= 3.5 ORDER BY a DESC",
        "SELECT a FROM t WHERE a BETWEEN 10 AND 15",
        "SELECT a, c, d FROM t WHERE b = 'three'",
        "SELECT a, c FROM t WHERE b > 'six' AND b < 'two'",
        "SELECT a, b, c, d FROM t WHERE c = 5 ORDER BY d",
        "SELECT a, c FROM t WHERE c > 8 ORDER BY c, a",
        "SELECT a, c FROM t WHERE c >= 3 AND c < 5 ORDER BY c DESC",
        "SELECT a FROM t WHERE b IN ('one', 'two', 'nope')",
        "SELECT a FROM t WHERE a IN (3, 1, 99, 2)",
        "SELECT a FROM t WHERE b = 'one' OR c = 3",
        "SELECT a FROM t WHERE a = 3 OR b = 'ten' OR c = 4",
        "SELECT x, y, z FROM u WHERE y = 'THREE'",
        "SELECT y FROM u WHERE y > 'o' ORDER BY y, rowid",
        "SELECT v FROM w WHERE k = 'one'",
        "SELECT v FROM w WHERE k = 'one' AND n = 2",
        "SELECT * FROM w WHERE k > 'n' ORDER BY k DESC, n DESC",
        "SELECT count(*) FROM t",
        "SELECT length(d), typeof(d), d FROM t WHERE d IS NOT NULL",
        "SELECT min(c), max(c) FROM t",
        "SELECT max(b), a FROM t",
        "SELECT min(d), a, b FROM t WHERE d > 'a'",
        "SELECT rowid, * FROM t ORDER BY rowid DESC LIMIT 3",
        "SELECT a FROM t LIMIT 5 OFFSET 3",
        "SELECT a FROM t ORDER BY d, a LIMIT 4 OFFSET 2");
  }

  @Test
  void joinsSubqueriesAndCompoundsFindTheSameRows() throws SQLException {
    fill();
    check(
        "SELECT t.a, u.x FROM t, u WHERE t.b = u.y AND u.x = 3",
        "SELECT t.a, w.v FROM t JOIN w ON t.b = w.k AND w.n = 1 ORDER BY t.a",
        "SELECT t.a, w.v FROM t LEFT JOIN w ON t.b = w.k AND w.n = 1 AND w.v > 30 ORDER BY t.a",
        "SELECT a.a, b.a FROM t a, t b WHERE a.c = b.d",
        "SELECT a, (SELECT max(v) FROM w WHERE k = b) FROM t",
        "SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE x = c AND y = b)",
        "SELECT a FROM t WHERE b IN (SELECT k FROM w WHERE v > 35)",
        "SELECT a FROM t WHERE a NOT IN (SELECT x FROM u)",
        "SELECT b FROM t UNION SELECT y FROM u ORDER BY 1",
        "SELECT b FROM t EXCEPT SELECT y FROM u",
        "SELECT b FROM t INTERSECT SELECT k FROM w",
        "SELECT a, b FROM t WHERE a < 4 UNION ALL SELECT x, y FROM u WHERE x = 1",
        "SELECT * FROM (SELECT a, b FROM t ORDER BY b, a LIMIT 5) WHERE a > 3",
        "SELECT x, s FROM (SELECT x, sum(rowid) AS s FROM u GROUP BY x) WHERE s > 100",
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i, i * i FROM n",
        "WITH RECURSIVE n(i, j) AS (VALUES(1, 1) UNION SELECT i % 7 + 1, j FROM n) SELECT * FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i * 2 FROM n WHERE i < 50 ORDER BY 1 DESC) SELECT * FROM n",
        "SELECT t.a, u.rowid FROM t RIGHT JOIN u ON t.b = u.y AND t.a < 3",
        "SELECT t.a, w.v FROM t FULL JOIN w ON t.a = w.v");
  }

  @Test
  void groupingSortingAndWindowsGiveTheSameRows() throws SQLException {
    fill();
    check(
        "SELECT b, count(*), sum(a), avg(c), min(d), max(d) FROM t GROUP BY b",
        "SELECT c, count(*), b FROM t GROUP BY c ORDER BY 2 DESC, 1",
        "SELECT b, d FROM t GROUP BY b HAVING max(a)",
        "SELECT x, group_concat(y) FROM u GROUP BY x",
        "SELECT DISTINCT b FROM t",
        "SELECT DISTINCT x, z FROM u",
        "SELECT count(DISTINCT b), count(DISTINCT c) FROM t",
        "SELECT a, d FROM t ORDER BY d NULLS LAST, a",
        "SELECT a, d FROM t ORDER BY d DESC NULLS FIRST, a DESC",
        "SELECT y FROM u ORDER BY y COLLATE BINARY, rowid",
        "SELECT x, y FROM u ORDER BY x DESC, y",
        "SELECT a, sum(a) OVER (ORDER BY c) FROM t",
        "SELECT a, row_number() OVER (PARTITION BY b ORDER BY a) FROM t",
        "SELECT a, sum(c) OVER (ORDER BY a ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) FROM t",
        "SELECT a, rank() OVER (ORDER BY b), dense_rank() OVER (ORDER BY b) FROM t",
        "SELECT a, max(b) OVER (PARTITION BY c) FROM t",
        "SELECT total(c), sum(a), count(d), avg(a) FROM t",
        "SELECT count(*) FROM t WHERE 0",
        "SELECT sum(a), max(b) FROM t WHERE 0");
  }

  @Test
  void databasesInUtf16GiveTheSameRows() throws SQLException {
    for (TextEncoding encoding : new TextEncoding[] {TextEncoding.UTF16LE, TextEncoding.UTF16BE}) {
      disconnect();
      connect();
      statement.execute("PRAGMA encoding = '" + encoding.sqlName() + "'");
      host.encoding = encoding;
      host.main.clear();
      fill();
      check(
          "SELECT * FROM t",
          "SELECT a, b FROM t WHERE b > 'six' ORDER BY b, a",
          "SELECT x, y FROM u WHERE y = 'three' ORDER BY y, rowid",
          "SELECT lower(y), length(y), upper(y) || 'é', y || 1 FROM u",
          "SELECT '12' + 1, CAST('3.5x' AS REAL), CAST(2.5 AS TEXT), '5' = 5, 'é' < 'z', '10' > 9",
          "SELECT b, count(*), max(d), group_concat(a) FROM t GROUP BY b",
          "SELECT y FROM u ORDER BY y, rowid",
          "SELECT '\ud83d\ude00' < '\uffee'");
    }
  }

  @Test
  void changesLeaveTheSameTables() throws SQLException {
    fill();
    String[] changes = {
      "UPDATE t SET c = c + 1 WHERE a % 3 = 0",
      "UPDATE t SET b = 'changed' WHERE b = 'two'",
      "UPDATE t SET a = a + 100 WHERE a > 30",
      "DELETE FROM t WHERE d IS NULL",
      "DELETE FROM t WHERE b > 's'",
      "UPDATE w SET n = n + 10",
      "UPDATE w SET k = 'x' || k WHERE n = 11",
      "DELETE FROM w WHERE v % 2",
      "DELETE FROM u WHERE y = 'ONE'",
      "INSERT INTO u SELECT a, b, d FROM t",
      "INSERT INTO t SELECT a + 1000, b, c, d FROM t WHERE a < 20",
      "INSERT INTO t(a, b) VALUES(5000, 'x') ON CONFLICT(a) DO UPDATE SET b = 'again'",
      "INSERT INTO t(a, b) VALUES(5000, 'x') ON CONFLICT(a) DO UPDATE SET b = 'again'",
      "INSERT OR IGNORE INTO t(a, b) VALUES(5000, 'x')",
      "INSERT OR REPLACE INTO t(a, b) VALUES(5000, 'replaced')",
      "INSERT INTO t(a, b) VALUES(5000, 'x')",
      "INSERT INTO w VALUES('same', 1, 1), ('same', 1, 2)",
      "INSERT INTO w VALUES(NULL, 1, 1)",
      "UPDATE u SET z = x, x = y WHERE rowid < 10",
      "DELETE FROM u",
    };
    for (String sql : changes) {
      check(
          sql,
          "SELECT * FROM t NOT INDEXED",
          "SELECT b, a FROM t ORDER BY b, a",
          "SELECT c, d, a FROM t ORDER BY c DESC, d, a",
          "SELECT * FROM u NOT INDEXED",
          "SELECT y, rowid FROM u ORDER BY y, rowid",
          "SELECT * FROM w");
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random expressions over random values: operators, casts, comparisons with affinities and collations, CASE, IN. */
class RandomExpressionTest extends SqliteProgramTestCase {
  private static final String[] VALUES = {
    "NULL", "0", "1", "-1", "2", "7", "255", "9223372036854775807", "-9223372036854775808", "4611686018427387904", "0.0", "-0.0",
    "0.5", "1.0", "-1.5", "1e10", "1e300", "9.2233720368547758e18", "1e-10", "123456.75", "''", "'a'", "'A'", "'abc'", "'b '", "'b'", "'1'", "' 2 '",
    "'1.0'", "'1e1'", "'0x10'", "'12abc'", "'-5'", "'.5'", "'5.'", "'é'", "'zz'"
  };
  private static final String[] COLUMNS = {"t", "n", "i", "r", "b", "nc", "rt"};
  private static final String[] OPERATORS = {
    "+", "-", "*", "/", "%", "||", "&", "|", "<<", ">>", "=", "<>", "<", "<=", ">", ">=", "IS", "IS NOT", "AND", "OR"
  };
  private static final String[] TYPES = {"TEXT", "INTEGER", "REAL", "NUMERIC", "BLOB"};

  private final long seed = Long.decode(System.getProperty("test.seed", Long.toString(System.nanoTime())));
  private final Random random = new Random(seed);

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? pick(VALUES) : pick(COLUMNS);
    }
    switch (random.nextInt(12)) {
      case 0:
        return "CAST(" + expression(depth - 1) + " AS " + pick(TYPES) + ")";
      case 1:
        return "(NOT " + expression(depth - 1) + ")";
      case 2:
        return "(- " + expression(depth - 1) + ")";
      case 3:
        return "(~ " + expression(depth - 1) + ")";
      case 4:
        return "(" + expression(depth - 1) + " IN (" + expression(depth - 1) + ", " + expression(depth - 1) + "))";
      case 5:
        return "(CASE " + expression(depth - 1) + " WHEN " + expression(depth - 1) + " THEN " + expression(depth - 1) + " ELSE "
            + expression(depth - 1) + " END)";
      case 6:
        return "(" + expression(depth - 1) + " BETWEEN " + expression(depth - 1) + " AND " + expression(depth - 1) + ")";
      case 7:
        return "(" + expression(depth - 1) + (random.nextBoolean() ? " IS TRUE)" : " IS NOT FALSE)");
      case 8:
        return "(" + expression(depth - 1) + " COLLATE NOCASE " + pick(new String[] {"=", "<", ">="}) + " " + expression(depth - 1) + ")";
      default:
        return "(" + expression(depth - 1) + " " + pick(OPERATORS) + " " + expression(depth - 1) + ")";
    }
  }

  @Test
  void expressionsGiveTheSameValues() throws SQLException {
    define("CREATE TABLE v(t TEXT, n NUMERIC, i INTEGER, r REAL, b, nc TEXT COLLATE NOCASE, rt COLLATE RTRIM)");
    for (int row = 0; row < 12; row++) {
      StringBuilder values = new StringBuilder();
      for (int i = 0; i < COLUMNS.length; i++) {
        values.append(i == 0 ? "" : ", ").append(pick(VALUES));
      }
      check("INSERT INTO v VALUES(" + values + ")");
    }
    for (int i = 0; i < 1500; i++) {
      String sql = "SELECT " + expression(1 + random.nextInt(3)) + ", " + expression(2) + " FROM v WHERE " + expression(random.nextInt(3));
      assertThat(ours(sql)).as("-Dtest.seed=%d: %s", seed, sql).isEqualTo(theirs(sql));
    }
  }

  @Test
  void sortsAndGroupsGiveTheSameRows() throws SQLException {
    define("CREATE TABLE v(t TEXT, n NUMERIC, i INTEGER, r REAL, b, nc TEXT COLLATE NOCASE, rt COLLATE RTRIM)");
    for (int row = 0; row < 60; row++) {
      StringBuilder values = new StringBuilder();
      for (int i = 0; i < COLUMNS.length; i++) {
        values.append(i == 0 ? "" : ", ").append(pick(VALUES));
      }
      check("INSERT INTO v VALUES(" + values + ")");
    }
    String[] directions = {"", " DESC", " NULLS LAST", " DESC NULLS FIRST"};
    for (int i = 0; i < 150; i++) {
      String a = expression(random.nextInt(2));
      String b = pick(COLUMNS);
      check(
          "SELECT rowid, t, n FROM v ORDER BY " + a + " + 0" + pick(directions) + ", " + b + pick(directions) + ", rowid",
          "SELECT " + b + ", count(*), min(b), max(rt), sum(i) FROM v GROUP BY " + b + ", " + pick(COLUMNS),
          "SELECT DISTINCT " + b + ", " + pick(COLUMNS) + " FROM v",
          "SELECT rowid FROM v ORDER BY " + b + pick(directions) + ", rowid LIMIT 7 OFFSET 3");
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes random joins over a fixed schema: rowid tables, WITHOUT ROWID, partial, descending and unique indexes, outer
 * joins, all kinds of conditions.
 */
final class RandomQueries {
  private static final Map<String, List<String>> INTEGERS =
      Map.of(
          "t", List.of("a", "b"),
          "u", List.of("x", "y"),
          "w", List.of("q", "r"),
          "k", List.of("id", "e", "g"),
          "m", List.of("i", "j", "l"));
  private static final Map<String, List<String>> TEXTS =
      Map.of("t", List.of("c"), "u", List.of("z"), "w", List.of("p"), "k", List.of("n"), "m", List.of());
  private static final Map<String, List<String>> OTHERS =
      Map.of("t", List.of("d"), "u", List.of(), "w", List.of(), "k", List.of("f"), "m", List.of());
  private static final List<String> TABLES = List.of("t", "u", "w", "k", "m");

  private final Random random;
  private List<String> sources;

  RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  /** @param rows of the largest table */
  static String[] schema(int rows, boolean analyzed) {
    List<String> statements =
        new ArrayList<>(
            List.of(
                "CREATE TABLE t(a INTEGER PRIMARY KEY, b INT, c TEXT, d)",
                "CREATE INDEX tb ON t(b, c)",
                "CREATE INDEX td ON t(d)",
                "CREATE TABLE u(x INT, y INT, z TEXT)",
                "CREATE TABLE w(p TEXT, q INT, r INT, PRIMARY KEY(p, q)) WITHOUT ROWID",
                "CREATE INDEX wr ON w(r)",
                "CREATE TABLE k(id INTEGER PRIMARY KEY, n TEXT COLLATE nocase UNIQUE, e INT NOT NULL, f REAL, g INT)",
                "CREATE INDEX ke ON k(e DESC, f)",
                "CREATE INDEX kp ON k(g) WHERE f IS NOT NULL",
                "CREATE TABLE m(i INT UNIQUE, j INT NOT NULL, l INT, PRIMARY KEY(j, l))",
                "INSERT INTO t SELECT i, i % 100, 'c' || (i % 7), i % 3 FROM " + numbers(rows),
                "INSERT INTO u SELECT i % 50, i, 'z' || i FROM " + numbers(rows / 16),
                "INSERT INTO w SELECT 'p' || (i % 20), i, i % 5 FROM " + numbers(rows / 2),
                "INSERT INTO k SELECT i, 'n' || i, i % 10, i / 3.0, i % 200 FROM " + numbers(rows * 4 / 5),
                "INSERT INTO m SELECT i, i % 4, i FROM " + numbers(rows / 5)));
    if (analyzed) {
      statements.add("ANALYZE");
      statements.add("DROP TABLE IF EXISTS sqlite_stat4");
    }
    return statements.toArray(new String[0]);
  }

  private static String numbers(int count) {
    return "(WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < " + count + ") SELECT i FROM s)";
  }

  String next() {
    int count = pick(1, 1, 1, 2, 2, 2, 3, 3, 4);
    sources = new ArrayList<>();
    StringBuilder from = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String table = TABLES.get(random.nextInt(TABLES.size()));
      String join = i == 0 ? "" : pick(", ", ", ", ", ", " LEFT JOIN ", " CROSS JOIN ", " JOIN ");
      from.append(join).append(table).append(" AS t").append(i);
      sources.add(table);
      if (join.equals(" LEFT JOIN ") || join.equals(" JOIN ")) {
        from.append(" ON ").append(equality(i, random.nextInt(i)));
        if (random.nextInt(5) == 0) {
          from.append(" AND ").append(condition(i));
        }
      }
    }
    List<String> where = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      if (random.nextBoolean()) {
        where.add(equality(i, random.nextInt(i)));
      }
    }
    for (int i = pick(0, 1, 1, 2, 2, 3); i > 0; i--) {
      where.add(condition(random.nextInt(count)));
    }
    StringBuilder sql = new StringBuilder("SELECT ");
    String results = random.nextBoolean() ? "*" : columns(pick(1, 1, 2, 3));
    boolean distinct = !results.equals("*") && random.nextInt(8) == 0;
    sql.append(distinct ? "DISTINCT " : "").append(results).append(" FROM ").append(from);
    if (!where.isEmpty()) {
      sql.append(" WHERE ").append(String.join(" AND ", where));
    }
    if (random.nextInt(3) == 0) {
      sql.append(" ORDER BY ").append(column(any())).append(pick("", "", " DESC"));
      sql.append(random.nextInt(3) == 0 ? " LIMIT 5" : "");
    } else if (!distinct && !results.equals("*") && random.nextInt(6) == 0) {
      sql.append(" GROUP BY ").append(results);
    }
    return sql.toString();
  }

  private String columns(int count) {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(column(any()));
    }
    return String.join(", ", list);
  }

  private int any() {
    return random.nextInt(sources.size());
  }

  private String column(int source) {
    return column(source, pick(INTEGERS, INTEGERS, INTEGERS, TEXTS, OTHERS));
  }

  private String column(int source, Map<String, List<String>> kind) {
    List<String> columns = kind.get(sources.get(source));
    if (columns.isEmpty()) {
      columns = INTEGERS.get(sources.get(source));
    }
    return "t" + source + "." + columns.get(random.nextInt(columns.size()));
  }

  private String equality(int source, int other) {
    Map<String, List<String>> kind = pick(INTEGERS, INTEGERS, INTEGERS, TEXTS, OTHERS);
    return column(source, kind) + " = " + column(other, kind);
  }

  private String literal(boolean text) {
    return text ? "'c" + random.nextInt(9) + "'" : pick("0", "1", "5", "17", "100");
  }

  private String condition(int source) {
    boolean text = random.nextInt(5) == 0;
    String column = column(source, text ? TEXTS : pick(INTEGERS, INTEGERS, OTHERS));
    switch (random.nextInt(12)) {
      case 0:
      case 1:
      case 2:
        return column + " = " + literal(text);
      case 3:
        return column + pick(" < ", " > ", " <= ", " >= ") + literal(text);
      case 4:
        return column + " BETWEEN " + literal(text) + " AND " + literal(text);
      case 5:
        return column + " IN (" + literal(text) + ", " + literal(text) + ", " + literal(text) + ")";
      case 6:
        return column + pick(" IS NULL", " IS NOT NULL");
      case 7:
        return text ? column + " LIKE 'n1%'" : column + " <> " + literal(false);
      case 8:
        return "(" + column + " = " + literal(text) + " OR " + column(any()) + " = " + literal(false) + ")";
      case 9:
        return column + " IN (SELECT x FROM u)";
      default:
        return column + " = " + column(any());
    }
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}

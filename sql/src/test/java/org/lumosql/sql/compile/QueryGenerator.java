// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random queries over the tables of {@code setup.sql}. The same seed gives the same queries. */
final class QueryGenerator {
  private static final String[][] TABLES = {
    {"t", "a", "b", "c"}, {"u", "a", "c"}, {"w", "x", "y"}, {"wr", "k", "n", "z"}, {"g", "a", "b", "c"}, {"v", "a", "b"}
  };

  private final Random random;
  private int aliases;

  QueryGenerator(long seed) {
    random = new Random(seed);
  }

  /** A query, with columns of the queries around it in scope. */
  String query() {
    return query(List.of(), 0);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String query(List<String> outer, int depth) {
    if (depth < 2 && chance(15)) {
      String operator = pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT");
      return block(outer, depth + 1, 2) + " " + operator + " " + block(outer, depth + 1, 2);
    }
    return block(outer, depth, 0);
  }

  /** @param width number of result columns, 0 for any */
  private String block(List<String> outer, int depth, int width) {
    List<String> own = new ArrayList<>();
    String from = from(own, depth);
    List<String> columns = new ArrayList<>(outer);
    columns.addAll(own);
    int count = width == 0 ? 1 + random.nextInt(3) : width;
    boolean grouped = chance(25);
    boolean windowed = !grouped && depth == 0 && chance(15);
    String group = column(own);
    List<String> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (grouped) {
        results.add(chance(50) ? group : aggregate(own, depth));
      } else {
        results.add(windowed && chance(50) ? window(columns, depth) : expression(columns, depth + 1));
      }
    }
    StringBuilder sql = new StringBuilder("SELECT ");
    sql.append(!grouped && chance(15) ? "DISTINCT " : "").append(String.join(", ", results)).append(from);
    if (chance(60)) {
      sql.append(" WHERE ").append(condition(columns, depth + 1));
    }
    if (grouped) {
      sql.append(" GROUP BY ").append(group);
      if (chance(30)) {
        sql.append(" HAVING ").append(aggregate(own, depth)).append(pick(" > ", " < ", " IS NOT ")).append(literal());
      }
    }
    return sql.toString();
  }

  private String from(List<String> columns, int depth) {
    StringBuilder sql = new StringBuilder(" FROM ");
    int count = 1 + random.nextInt(depth == 0 ? 3 : 2);
    for (int i = 0; i < count; i++) {
      String alias = "q" + ++aliases;
      List<String> own = new ArrayList<>();
      String source = source(alias, own, depth);
      if (i == 0) {
        sql.append(source);
        columns.addAll(own);
        continue;
      }
      String join = pick(", ", " JOIN ", " LEFT JOIN ", " JOIN ", " LEFT JOIN ", " CROSS JOIN ", " RIGHT JOIN ", " FULL JOIN ");
      List<String> before = new ArrayList<>(columns);
      columns.addAll(own);
      sql.append(join).append(source);
      if (!join.equals(", ") && !join.equals(" CROSS JOIN ")) {
        sql.append(" ON ").append(column(before)).append(pick(" = ", " = ", " < ", " IS ")).append(column(own));
      }
    }
    return sql.toString();
  }

  private String source(String alias, List<String> own, int depth) {
    if (depth < 2 && chance(25)) {
      int width = 2;
      for (int i = 0; i < width; i++) {
        own.add(alias + ".c" + i);
      }
      String inner = block(List.of(), depth + 1, width);
      return "(SELECT c0, c1 FROM (SELECT 1 AS c0, 2 AS c1 WHERE 0 UNION ALL " + inner + ")) AS " + alias;
    }
    String[] table = TABLES[random.nextInt(TABLES.length)];
    for (int i = 1; i < table.length; i++) {
      own.add(alias + "." + table[i]);
    }
    return table[0] + " AS " + alias;
  }

  private String column(List<String> columns) {
    return columns.get(random.nextInt(columns.size()));
  }

  private String literal() {
    return pick("0", "1", "2", "3", "-1", "1.5", "'x'", "'Y'", "'2'", "NULL", "''", "10", "x'78'");
  }

  private String expression(List<String> columns, int depth) {
    if (depth > 4 || chance(45)) {
      return chance(80) ? column(columns) : literal();
    }
    switch (random.nextInt(9)) {
      case 0:
        return "(" + expression(columns, depth + 1) + pick(" + ", " - ", " * ", " || ", " & ") + expression(columns, depth + 1) + ")";
      case 1:
        return "coalesce(" + expression(columns, depth + 1) + ", " + literal() + ")";
      case 2:
        return "CASE WHEN " + condition(columns, depth + 1) + " THEN " + expression(columns, depth + 1)
            + " ELSE " + literal() + " END";
      case 3:
        return "(" + condition(columns, depth + 1) + ")";
      case 4:
        return "CAST(" + expression(columns, depth + 1) + " AS " + pick("INTEGER", "TEXT", "REAL", "NUMERIC") + ")";
      case 5:
        return depth < 3 ? "(SELECT " + pick("max", "min", "count") + "(m) FROM (" + renamed(columns, depth) + "))" : literal();
      case 6:
        return pick("abs", "length", "typeof", "upper", "quote") + "(" + column(columns) + ")";
      case 7:
        return "nullif(" + column(columns) + ", " + literal() + ")";
      default:
        return column(columns) + pick("", " COLLATE nocase");
    }
  }

  private String renamed(List<String> columns, int depth) {
    return "SELECT 1 AS m WHERE 0 UNION ALL " + block(columns, depth + 2, 1);
  }

  private String condition(List<String> columns, int depth) {
    if (depth > 4 || chance(50)) {
      return expression(columns, depth + 2) + pick(" = ", " < ", " > ", " <= ", " <> ", " IS ", " IS NOT ")
          + expression(columns, depth + 2);
    }
    switch (random.nextInt(8)) {
      case 0:
        return "(" + condition(columns, depth + 1) + " AND " + condition(columns, depth + 1) + ")";
      case 1:
        return "(" + condition(columns, depth + 1) + " OR " + condition(columns, depth + 1) + ")";
      case 2:
        return "NOT " + condition(columns, depth + 1);
      case 3:
        return expression(columns, depth + 1) + pick(" IN (", " NOT IN (") + literal() + ", " + literal() + ", " + literal() + ")";
      case 4:
        return expression(columns, depth + 1) + pick(" BETWEEN ", " NOT BETWEEN ") + literal() + " AND " + literal();
      case 5:
        return column(columns) + pick(" IS NULL", " IS NOT NULL", " LIKE 'x%'", " IS TRUE");
      case 6:
        return depth < 3
            ? column(columns) + pick(" IN (", " NOT IN (") + block(columns, depth + 2, 1) + ")"
            : column(columns) + " > " + literal();
      default:
        return depth < 3
            ? pick("EXISTS (", "NOT EXISTS (") + block(columns, depth + 2, 1) + ")"
            : column(columns) + " < " + literal();
    }
  }

  private String aggregate(List<String> columns, int depth) {
    String argument = expression(columns, depth + 5);
    return pick("count(*)", "count(" + argument + ")", "sum(" + argument + ")", "total(" + argument + ")",
        "min(" + argument + ")", "max(" + argument + ")", "count(DISTINCT " + argument + ")");
  }

  private String window(List<String> columns, int depth) {
    String partition = chance(50) ? "PARTITION BY " + column(columns) : "";
    String argument = expression(columns, depth + 3);
    return pick("count(*)", "sum(" + argument + ")", "min(" + argument + ")", "max(" + argument + ")")
        + " OVER (" + partition + ")";
  }
}

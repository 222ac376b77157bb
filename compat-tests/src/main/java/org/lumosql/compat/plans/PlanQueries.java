// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lumosql.compat.plans.PlanSchema.Column;
import org.lumosql.compat.plans.PlanSchema.Link;
import org.lumosql.compat.plans.PlanSchema.Table;

/** Statements made at random, by a grammar, over the tables of a schema. The same seed makes the same statements. */
public final class PlanQueries {
  private static final String[] AGGREGATES = {"count(*)", "count(%s)", "sum(%s)", "min(%s)", "max(%s)", "avg(%s)", "count(DISTINCT %s)"};
  private static final String[] COMPARISONS = {"=", "=", "=", "=", "<", ">", "<=", ">=", "<>", "IS"};

  private final PlanSchema schema;
  private final Random random;

  /** A source of FROM: how columns of it are written. */
  private record Named(String alias, List<Column> columns) {
    String ref(Column column) {
      return alias + "." + column.name();
    }
  }

  public PlanQueries(Connection connection, long seed) throws SQLException {
    this.schema = new PlanSchema(connection);
    this.random = new Random(seed);
  }

  /** The next statement. */
  public String next() {
    deepest = random.nextInt(4) / 2;
    mostSources = 1 + random.nextInt(4);
    switch (random.nextInt(16)) {
      case 0:
        return change();
      case 1:
        return compound(List.of(), 0) + (chance(2) ? " ORDER BY 1" : "") + limit();
      case 2:
        return with();
      default:
        return select(List.of(), 0, 0);
    }
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String pick(String... list) {
    return list[random.nextInt(list.length)];
  }

  // ---- SELECT -----------------------------------------------------------------------------------------------------

  private int aliases;
  private int deepest;
  private int mostSources;

  /** @param outer sources around it; @param width results, 0 for any number */
  private String select(List<Named> outer, int depth, int width) {
    List<Named> sources = new ArrayList<>();
    StringBuilder from = new StringBuilder();
    List<String> conditions = new ArrayList<>();
    from(from, sources, conditions, depth);
    int extra = random.nextInt(3);
    for (int i = 0; i < extra; i++) {
      conditions.add(condition(sources, outer, depth));
    }
    if (!outer.isEmpty() && !chance(4)) {
      conditions.add(column(sources, null) + " = " + column(outer, null));
    }
    StringBuilder sql = new StringBuilder("SELECT ");
    boolean isGrouped = chance(4);
    boolean isTotal = !isGrouped && chance(8);
    boolean isDistinct = !isGrouped && !isTotal && chance(8);
    List<String> results = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    int count = width == 0 ? 1 + random.nextInt(3) : width;
    if (isGrouped) {
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        groups.add(column(sources, null));
      }
    }
    for (int i = 0; i < count; i++) {
      if (isTotal || isGrouped && i >= groups.size()) {
        results.add(String.format(pick(AGGREGATES), column(sources, null)));
      } else {
        results.add(isGrouped ? groups.get(i) : result(sources, depth));
      }
    }
    boolean isStar = width == 0 && !isGrouped && !isTotal && chance(5);
    sql.append(isDistinct ? "DISTINCT " : "").append(isStar ? "*" : String.join(", ", results));
    sql.append(" FROM ").append(from);
    if (!conditions.isEmpty()) {
      sql.append(" WHERE ").append(String.join(" AND ", conditions));
    }
    if (isGrouped) {
      sql.append(" GROUP BY ").append(String.join(", ", groups));
      if (chance(4)) {
        sql.append(" HAVING count(*) > 1");
      }
    }
    if (!isTotal && chance(depth == 0 ? 2 : 6)) {
      List<String> order = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        String term = chance(3) ? String.valueOf(1 + random.nextInt(isStar ? 1 : count)) : isGrouped ? pick(groups) : column(sources, null);
        order.add(term + (chance(3) ? " DESC" : "") + (chance(12) ? " NULLS LAST" : ""));
      }
      sql.append(" ORDER BY ").append(String.join(", ", order));
    }
    return sql.append(limit()).toString();
  }

  private String limit() {
    return chance(5) ? " LIMIT " + pick("1", "10", "10 OFFSET 5", "?") : "";
  }

  private String result(List<Named> sources, int depth) {
    switch (random.nextInt(depth < deepest ? 14 : 10)) {
      case 10:
        return "(" + select(sources, depth + 1, 1) + ")";
      case 11:
        return "EXISTS(" + select(sources, depth + 1, 1) + ")";
      case 12:
        return pick("row_number()", "rank()", "sum(" + column(sources, false) + ")", "lag(" + column(sources, null) + ")")
            + " OVER (" + (chance(2) ? "PARTITION BY " + column(sources, null) + " " : "") + "ORDER BY " + column(sources, null) + ")";
      case 9:
        return column(sources, false) + " * 2";
      case 8:
        return "upper(" + column(sources, true) + ")";
      default:
        return column(sources, null);
    }
  }

  // ---- FROM -------------------------------------------------------------------------------------------------------

  private void from(StringBuilder from, List<Named> sources, List<String> conditions, int depth) {
    int count = 1 + random.nextInt(depth == 0 ? mostSources : 2);
    Table[] tables = new Table[count];
    for (int i = 0; i < count; i++) {
      if (i > 0 && !chance(6)) {
        if (addLinked(from, sources, conditions, tables, i)) {
          continue;
        }
      }
      Named named;
      String text;
      if (depth < deepest && chance(8)) {
        named = derived();
        text = "(" + (chance(4) ? compound(List.of(), depth + 1, named.columns().size()) : select(List.of(), depth + 1, named.columns().size())) + ")";
        named = new Named(named.alias(), List.of());
        // result columns have no sure names: the derived table is only joined by its rows
        from.append(i == 0 ? "" : ", ").append(text).append(" AS ").append(named.alias());
        continue;
      }
      tables[i] = pick(schema.tables);
      named = new Named("t" + ++aliases, tables[i].columns());
      String on = "";
      if (i > 0) {
        String join = pick(", ", ", ", " JOIN ", " LEFT JOIN ", " CROSS JOIN ");
        if (!sources.isEmpty() && !chance(3)) {
          String equal = named.ref(pick(named.columns())) + " = " + column(sources, null);
          if (join.contains("JOIN")) {
            on = " ON " + equal;
          } else {
            conditions.add(equal);
          }
        }
        from.append(join);
      }
      from.append(tables[i].name()).append(" AS ").append(named.alias()).append(on);
      sources.add(named);
    }
    if (sources.isEmpty()) {
      Table table = pick(schema.tables);
      Named named = new Named("t" + ++aliases, table.columns());
      from.append(", ").append(table.name()).append(" AS ").append(named.alias());
      sources.add(named);
    }
  }

  private Named derived() {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      columns.add(new Column("c" + i, false));
    }
    return new Named("d" + ++aliases, columns);
  }

  private boolean addLinked(StringBuilder from, List<Named> sources, List<String> conditions, Table[] tables, int i) {
    for (int attempt = 0; attempt < 20; attempt++) {
      Link link = pick(schema.links);
      for (int j = 0; j < i; j++) {
        boolean up = tables[j] == link.from();
        if (tables[j] == null || !up && tables[j] != link.to()) {
          continue;
        }
        Table table = up ? link.to() : link.from();
        Named before = null;
        for (Named named : sources) {
          if (named.columns() == tables[j].columns()) {
            before = named;
          }
        }
        Named added = new Named("t" + ++aliases, table.columns());
        String left = before.ref(up ? link.fromColumn() : link.toColumn());
        String right = added.ref(up ? link.toColumn() : link.fromColumn());
        String join = pick(", ", " JOIN ", " JOIN ", " LEFT JOIN ", " LEFT JOIN ", chance(6) ? pick(" RIGHT JOIN ", " FULL JOIN ", " CROSS JOIN ") : " JOIN ");
        from.append(join).append(table.name()).append(" AS ").append(added.alias());
        String equal = chance(2) ? left + " = " + right : right + " = " + left;
        if (join.equals(", ")) {
          conditions.add(equal);
        } else {
          from.append(" ON ").append(equal);
          if (chance(8)) {
            from.append(" AND ").append(simple(List.of(added)));
          }
        }
        tables[i] = table;
        sources.add(added);
        return true;
      }
    }
    return false;
  }

  // ---- conditions -------------------------------------------------------------------------------------------------

  private String column(List<Named> sources, Boolean isText) {
    for (int attempt = 0; ; attempt++) {
      Named named = pick(sources);
      Column column = chance(15) && !named.columns().isEmpty() ? named.columns().get(0) : pick(named.columns());
      if (isText == null || column.isText() == isText || attempt > 20) {
        return named.ref(column);
      }
    }
  }

  private Column anyColumn(Named named) {
    return pick(named.columns());
  }

  private String value(boolean isText) {
    if (chance(8)) {
      return "?";
    }
    return isText ? pick("'abc'", "'1996-03-01'", "'M%'", "'X'") : pick("5", "100", "2.5", "-1", "1000000");
  }

  private String simple(List<Named> sources) {
    Named named = pick(sources);
    Column column = anyColumn(named);
    String ref = named.ref(column);
    boolean isText = column.isText();
    switch (random.nextInt(12)) {
      case 0:
        return ref + " BETWEEN " + value(isText) + " AND " + value(isText);
      case 1:
        return ref + " IN (" + value(isText) + ", " + value(isText) + (chance(2) ? ", " + value(isText) : "") + ")";
      case 2:
        return ref + (chance(2) ? " IS NULL" : " IS NOT NULL");
      case 3:
        return ref + pick(" LIKE 'ab%'", " LIKE '%ab'", " GLOB 'ab*'", " NOT LIKE 'x%'");
      case 4:
        return "abs(" + ref + ") > 3";
      case 5:
        return ref + " + 1 = " + value(isText);
      case 6:
        return "(" + ref + ", " + named.ref(anyColumn(named)) + ") " + pick("=", ">", "<") + " (" + value(isText) + ", " + value(isText) + ")";
      default:
        return ref + " " + pick(COMPARISONS) + " " + value(isText);
    }
  }

  private String condition(List<Named> sources, List<Named> outer, int depth) {
    switch (random.nextInt(depth < deepest ? 16 : 12)) {
      case 0:
        return "(" + simple(sources) + " OR " + simple(sources) + (chance(3) ? " OR " + simple(sources) : "") + ")";
      case 1: {
        Named named = pick(sources);
        return "(" + simple(List.of(named)) + " OR " + simple(List.of(named)) + " AND " + simple(List.of(named)) + ")";
      }
      case 2:
        return column(sources, null) + " " + pick("=", "<", ">") + " " + column(sources, null);
      case 3:
        return "NOT " + simple(sources);
      case 12:
        return (chance(4) ? "NOT " : "") + "EXISTS (" + select(sources, depth + 1, 1) + ")";
      case 13:
        return column(sources, null) + (chance(4) ? " NOT" : "") + " IN (" + select(chance(4) ? sources : List.of(), depth + 1, 1) + ")";
      case 14:
        return column(sources, null) + " " + pick("=", ">", "<") + " (" + select(chance(2) ? sources : List.of(), depth + 1, 1) + ")";
      case 15:
        return "(" + column(sources, null) + ", " + column(sources, null) + ") IN (" + select(List.of(), depth + 1, 2) + ")";
      default:
        return simple(sources);
    }
  }

  // ---- the rest ---------------------------------------------------------------------------------------------------

  private String compound(List<Named> outer, int depth) {
    return compound(outer, depth, 1 + random.nextInt(2));
  }

  private String compound(List<Named> outer, int depth, int width) {
    StringBuilder sql = new StringBuilder(arm(outer, depth, width));
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      sql.append(pick(" UNION ALL ", " UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT ")).append(arm(outer, depth, width));
    }
    return sql.toString();
  }

  private String arm(List<Named> outer, int depth, int width) {
    for (; ; ) {
      String sql = select(outer, depth + 1, width);
      if (!sql.matches(".*(ORDER BY|LIMIT) [^()]*")) {
        return sql;
      }
    }
  }

  private String with() {
    int width = 1 + random.nextInt(2);
    String hint = pick("", "", " MATERIALIZED", " NOT MATERIALIZED");
    String body = chance(4) ? compound(List.of(), 1, width) : select(List.of(), 1, width);
    String columns = width == 1 ? "a" : "a, b";
    Table table = pick(schema.tables);
    String column = pick(table.columns()).name();
    String use =
        pick(
            "SELECT * FROM c WHERE a = 5",
            "SELECT a, count(*) FROM c GROUP BY a",
            "SELECT * FROM c AS x, c AS y WHERE x.a = y.a",
            "SELECT * FROM " + table.name() + " WHERE " + column + " IN (SELECT a FROM c)",
            "SELECT * FROM " + table.name() + " AS t JOIN c ON c.a = t." + column,
            "SELECT * FROM " + table.name() + " AS t LEFT JOIN c ON c.a = t." + column + " ORDER BY 1",
            "SELECT * FROM c ORDER BY a LIMIT 5");
    return "WITH c(" + columns + ") AS" + hint + " (" + body + ") " + use;
  }

  private String change() {
    Table table = pick(schema.tables);
    while (table.isView()) {
      table = pick(schema.tables);
    }
    Named named = new Named(table.name(), table.columns());
    List<Named> sources = List.of(named);
    String where = chance(8) ? "" : " WHERE " + condition(sources, List.of(), 1) + (chance(3) ? " AND " + condition(sources, List.of(), 1) : "");
    switch (random.nextInt(4)) {
      case 0:
        return "DELETE FROM " + table.name() + where;
      case 1: {
        Table other = pick(schema.tables);
        Named added = new Named("o", other.columns());
        return "UPDATE " + table.name() + " SET " + pick(table.columns()).name() + " = " + added.ref(pick(other.columns()))
            + " FROM " + other.name() + " AS o WHERE " + column(sources, null) + " = " + column(List.of(added), null)
            + (chance(2) ? " AND " + simple(List.of(added)) : "");
      }
      case 2: {
        Column column = pick(table.columns());
        return "INSERT INTO " + table.name() + "(" + column.name() + ") " + select(List.of(), 1, 1);
      }
      default:
        return "UPDATE " + table.name() + " SET " + pick(table.columns()).name() + " = " + (chance(5) ? "(" + select(sources, 1, 1) + ")" : "1") + where;
    }
  }
}

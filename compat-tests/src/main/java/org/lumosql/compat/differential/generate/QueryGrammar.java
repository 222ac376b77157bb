// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;

/** Whole queries: WITH, compounds, ORDER BY and LIMIT; as statements, subqueries and tables. */
final class QueryGrammar {
  private static final String[] OPERATORS = {" UNION ", " UNION ALL ", " UNION ALL ", " EXCEPT ", " INTERSECT "};

  private final Grammars grammars;
  private final Randomness random;

  QueryGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  /** A query that is a statement. */
  Generated statement() {
    return statement(Scope.empty(), "");
  }

  private Generated statement(Scope around, String with) {
    if (with.isEmpty() && grammars.wants(Feature.COMMON_TABLES, 15)) {
      CommonTableGrammar.With clause = grammars.commonTables.make(around);
      return statement(around.withCommonTables(clause.tables()), clause.text());
    }
    boolean compound = grammars.wants(Feature.COMPOUND, 12);
    Query query = compound ? compound(around, random.between(1, 3)) : grammars.selects.make(around, 0);
    StringBuilder text = new StringBuilder(with).append(query.text());
    List<Integer> order = new ArrayList<>();
    boolean limited = false;
    if (random.chance(45) && !query.endsWithValues()) {
      boolean total = random.chance(50);
      limited = total && random.chance(60);
      orderBy(text, query, total, order);
    }
    if (limited) {
      text.append(limit());
    } else if (random.chance(3) && !query.endsWithValues()) {
      text.append(" LIMIT ").append(random.of("0", "-1", "100000", "-1 OFFSET 0", "'1e5'", "9223372036854775807"));
    }
    return new Generated(text.toString(), Generated.Effect.NOTHING, order, limited);
  }

  private String limit() {
    return " LIMIT " + random.of("1", "2", "3", "5", "10", "1+1") + random.of("", "", " OFFSET 1", " OFFSET 2", " OFFSET 0", " OFFSET 20");
  }

  private void orderBy(StringBuilder text, Query query, boolean total, List<Integer> order) {
    int width = query.columns().size();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      columns.add(random.below(columns.size() + 1), i);
    }
    int count = total ? width : random.between(1, Math.min(width, 3));
    text.append(" ORDER BY ");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(columns.get(i) + 1);
      if (!query.isCompound()) {
        text.append(total ? " COLLATE BINARY" : random.maybe(10, " COLLATE " + random.of(ExpressionGrammar.COLLATIONS)));
      }
      text.append(random.of("", "", " ASC", " DESC", " DESC")).append(random.of("", "", "", "", " NULLS FIRST", " NULLS LAST"));
      order.add(columns.get(i));
    }
  }

  private Query compound(Scope scope, int width) {
    Query first = grammars.selects.make(scope, width);
    StringBuilder text = new StringBuilder(first.text());
    Query last = first;
    for (int i = random.of(1, 1, 2, 3); i > 0; i--) {
      last = grammars.selects.make(scope, width);
      text.append(random.of(OPERATORS)).append(last.text());
    }
    return new Query(text.toString(), first.columns(), true, last.endsWithValues());
  }

  /** A query of so many columns whose rows are defined as a set. */
  private Query plain(Scope scope, int width) {
    return grammars.wants(Feature.COMPOUND, 10) ? compound(scope, width) : grammars.selects.make(scope, width);
  }

  /** A subquery in FROM or a view: all columns have names. */
  Query derived(Scope scope, int width) {
    Query query = plain(scope, width);
    if (random.chance(12) && !query.endsWithValues()) {
      return new Query(query.text() + totalOrder(query) + random.maybe(60, limit()), query.columns());
    }
    return query;
  }

  /** The source of an INSERT: a few rows, which ones is defined. */
  Query limited(Scope scope, int width) {
    Query query = plain(scope, width);
    if (query.isCompound() && query.endsWithValues()) {
      query = grammars.selects.make(scope, width);
    }
    return query.endsWithValues() ? query : new Query(query.text() + totalOrder(query) + " LIMIT " + random.between(1, 5), query.columns());
  }

  private String totalOrder(Query query) {
    String collation = query.isCompound() ? "" : " COLLATE BINARY";
    List<String> terms = new ArrayList<>();
    for (int i = 1; i <= query.columns().size(); i++) {
      terms.add(i + collation + random.maybe(30, " DESC"));
    }
    return " ORDER BY " + String.join(",", terms);
  }

  /** A subquery for IN and EXISTS, without parentheses. */
  String rows(Scope scope, int width) {
    Query query = plain(scope.subquery(), width);
    return query.endsWithValues() || random.chance(90) ? query.text() : query.text() + totalOrder(query) + " LIMIT " + random.between(1, 4);
  }

  /** A scalar subquery in parentheses: one row by an aggregate or by LIMIT under a total order. */
  String scalar(Scope scope) {
    Scope inner = scope.subquery();
    if (random.chance(55)) {
      FromGrammar.From from = grammars.sources.make(inner);
      Scope rows = inner.withColumns(from.references());
      String where = random.chance(60) ? " WHERE " + grammars.expressions.condition(rows, 2) : "";
      return "(SELECT " + grammars.aggregates.call(rows) + " FROM " + from.text() + where + ")";
    }
    Query query = plain(inner, 1);
    return query.endsWithValues() ? "(" + query.text() + ")" : "(" + query.text() + totalOrder(query) + " LIMIT 1" + random.maybe(20, " OFFSET 1") + ")";
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.FromGrammar.From;
import org.lumosql.compat.differential.generate.SchemaModel.Column;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** One SELECT: results, FROM, WHERE, GROUP BY, HAVING, windows; or VALUES. */
final class SelectGrammar {
  private final Grammars grammars;
  private final Randomness random;

  SelectGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
  }

  /** @param width number of columns; 0 for any, when {@code *} is possible too */
  Query make(Scope scope, int width) {
    if (width > 0 && scope.nesting() >= 0 && random.chance(4)) {
      return values(scope, width);
    }
    if (random.chance(3)) {
      return results(scope, "", width == 0 ? random.between(1, 3) : width, "");
    }
    From from = grammars.sources.make(scope);
    Scope rows = scope.withColumns(from.references());
    String where = random.chance(60) ? " WHERE " + grammars.expressions.condition(rows, grammars.expressions.depth()) : "";
    String tail = " FROM " + from.text() + where;
    if (width == 0 && random.chance(15)) {
      return new Query("SELECT " + random.maybe(20, "DISTINCT ") + "*" + tail, from.columns());
    }
    int columns = width == 0 ? random.between(1, 4) : width;
    return switch (random.below(10)) {
      case 0, 1 -> grouped(rows, columns, tail);
      case 2 -> results(rows.grouped(List.of()), random.maybe(5, "DISTINCT "), columns, tail + random.maybe(8, " HAVING " + grammars.expressions.condition(rows.grouped(List.of()), 1)));
      case 3 -> grammars.has(Feature.WINDOWS) ? results(rows.withWindows(), random.maybe(5, "DISTINCT "), columns, tail) : results(rows, "", columns, tail);
      default -> results(rows, random.maybe(18, "DISTINCT "), columns, tail);
    };
  }

  private Query values(Scope scope, int width) {
    StringBuilder text = new StringBuilder("VALUES ");
    List<ValueKind> kinds = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      kinds.add(grammars.expressions.anyKind());
      columns.add(FromGrammar.column("column" + (i + 1), declared(kinds.get(i))));
    }
    for (int row = random.between(1, 4); row > 0; row--) {
      text.append('(');
      for (int i = 0; i < width; i++) {
        text.append(i == 0 ? "" : ",").append(grammars.expressions.value(scope, kinds.get(i), random.of(0, 0, 0, 1)));
      }
      text.append(row == 1 ? ")" : "),");
    }
    return new Query(text.toString(), columns);
  }

  private Query grouped(Scope rows, int width, String tail) {
    List<Reference> groups = new ArrayList<>();
    for (int i = random.of(1, 1, 2, 3); i > 0; i--) {
      ValueKind kind = grammars.expressions.anyKind();
      String value = grammars.expressions.value(rows, kind, random.of(0, 0, 0, 1, 2));
      boolean constant = rows.columns().stream().noneMatch(reference -> value.contains(reference.text()));
      groups.add(new Reference(constant ? "(" + value + "||'')" : value, kind)); // a number would be that of a column
    }
    List<String> terms = groups.stream().map(Reference::text).toList();
    Scope scope = rows.grouped(groups);
    if (grammars.wants(Feature.WINDOWS, 10)) {
      scope = scope.withWindows();
    }
    String having = random.chance(25) ? " HAVING " + grammars.expressions.condition(rows.grouped(groups), 2) : "";
    return results(scope, random.maybe(10, "DISTINCT "), width, tail + " GROUP BY " + String.join(",", terms) + having);
  }

  private Query results(Scope scope, String distinct, int width, String tail) {
    StringBuilder text = new StringBuilder("SELECT ").append(distinct);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      ValueKind kind = grammars.expressions.anyKind();
      String value = grammars.expressions.value(scope, kind, grammars.expressions.depth() - 1);
      String alias = scope.nesting() > 0 || random.chance(45) ? grammars.fresh("c") : null;
      text.append(i == 0 ? "" : ",").append(value).append(alias == null ? "" : random.of(" AS ", " ") + alias);
      columns.add(FromGrammar.column(alias == null ? "?" : alias, declared(kind)));
    }
    return new Query(text + tail, columns);
  }

  private static String declared(ValueKind kind) {
    return kind == ValueKind.ANY ? "" : kind.name();
  }
}

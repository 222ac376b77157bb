// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** Calls of aggregate functions whose result does not depend on the order of rows, or that have an ORDER BY that makes it total. */
final class AggregateGrammar {
  /** A rule; the scope is that of the arguments. */
  @FunctionalInterface
  private interface Rule {
    String make(Scope argument);
  }

  private final Grammars grammars;
  private final Randomness random;
  private final Alternatives<Rule> rules = new Alternatives<>();
  private final Alternatives<Rule> windowRules = new Alternatives<>();

  AggregateGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    for (Alternatives<Rule> common : List.of(rules, windowRules)) {
      common
          .add(8, scope -> "count(*)")
          .add(4, scope -> random.of("sum(", "avg(") + "CAST(" + any(scope) + " AS REAL))")
          .add(6, scope -> "count(" + any(scope) + ")")
          .add(12, scope -> random.of("min(", "max(") + any(scope) + ")")
          .add(10, scope -> random.of("sum(", "total(", "avg(", "sum(") + value(scope, ValueKind.INTEGER) + random.maybe(85, "%1000") + ")")
          .add(2, scope -> "total(" + value(scope, ValueKind.REAL) + ")");
    }
    rules
        .add(5, scope -> random.of("count(", "sum(", "min(", "max(", "avg(", "total(") + "DISTINCT " + value(scope, ValueKind.INTEGER) + random.maybe(80, "%1000") + ")")
        .add(6, this::concatenation)
        .add(grammars.has(Feature.PERCENTILES) ? 2 : 0, this::percentile)
        .add(grammars.has(Feature.JSON) ? 4 : 0, this::json);
  }

  /** A call over the columns that the scope allows in aggregate functions. */
  String call(Scope scope) {
    Scope argument = scope.argument();
    String call = rules.pick(random).make(argument);
    return random.chance(12) ? call + " FILTER (WHERE " + grammars.expressions.condition(argument, 1) + ")" : call;
  }

  /** A call that may stand before OVER: no DISTINCT, no ORDER BY of its own. */
  String windowCall(Scope argument) {
    String call = windowRules.pick(random).make(argument);
    return random.chance(15) ? call + " FILTER (WHERE " + grammars.expressions.condition(argument, 1) + ")" : call;
  }

  private String any(Scope scope) {
    return value(scope, grammars.expressions.anyKind());
  }

  private String value(Scope scope, ValueKind kind) {
    return grammars.expressions.value(scope, kind, random.of(0, 0, 1, 2));
  }

  private String concatenation(Scope scope) {
    String value = value(scope, ValueKind.TEXT);
    return switch (random.below(4)) {
      case 0 -> "group_concat(DISTINCT " + value + " ORDER BY " + total(value) + ")";
      case 1 -> "string_agg(" + value + "," + random.of("';'", "''", "NULL") + " ORDER BY " + total(value) + ")";
      default -> "group_concat(" + value + random.maybe(50, "," + random.of("'-'", "''", "', '")) + " ORDER BY " + total(value) + ")";
    };
  }

  private String percentile(Scope scope) {
    String value = "CAST(" + value(scope, ValueKind.INTEGER) + " AS INT)";
    return switch (random.below(4)) {
      case 0 -> "median(" + value + ")";
      case 1 -> "percentile(" + value + "," + random.of("0", "25", "50", "99.5", "100") + ")";
      case 2 -> "percentile_cont(" + value + "," + random.of("0", "0.25", "0.5", "1") + ")";
      default -> "percentile_disc(" + value + "," + random.of("0", "0.25", "0.5", "1") + ")";
    };
  }

  private String json(Scope scope) {
    String leaf = grammars.expressions.leaf(scope, random.of(ValueKind.INTEGER, ValueKind.TEXT));
    String value = random.of("quote(" + leaf + ")", "iif(typeof(" + leaf + ")='blob',0," + leaf + ")");
    return random.chance(70)
        ? random.of("json_group_array(", "jsonb_group_array(") + value + " ORDER BY " + total(value) + ")"
        : random.of("json_group_object(", "jsonb_group_object(") + "quote(" + value + ")," + value + " ORDER BY " + total(value) + ")";
  }

  private String total(String value) {
    return value + " COLLATE BINARY" + random.maybe(30, " DESC") + ", typeof(" + value + ")";
  }

  /** An order in which no two rows of the scope tie, but those that are equal. */
  String totalOrder(Scope scope, String first) {
    List<String> terms = new ArrayList<>();
    if (first != null) {
      terms.add(first);
    }
    for (Reference reference : scope.columns()) {
      terms.add(reference.text() + " COLLATE BINARY" + random.maybe(20, " DESC"));
    }
    return terms.isEmpty() ? "1" : String.join(",", terms);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lumosql.compat.differential.generate.Scope.Reference;

/** Expressions: operators, CASE, CAST, COLLATE, calls and subqueries, over the references of a scope. */
final class ExpressionGrammar {
  private static final String[] COMPARISONS = {
    "=", "==", "<>", "!=", "<", "<=", ">", ">=", "=", "<", " IS ", " IS NOT ", " IS DISTINCT FROM ", " IS NOT DISTINCT FROM "
  };
  /** A minus keeps its distance: two of them begin a comment. */
  private static final String[] ARITHMETIC = {"+", "- ", "*", "/", "%", "+", "- "};
  private static final String[] BITS = {"&", "|", "<<", ">>"};
  private static final String[] TYPES = {
    "INTEGER", "REAL", "TEXT", "BLOB", "NUMERIC", "INT", "VARCHAR(10)", "DOUBLE PRECISION", "FLOAT", "DECIMAL(5,2)", "\"\"", "BOOLEAN", "NONE", "CHARINT"
  };
  static final String[] COLLATIONS = {"BINARY", "NOCASE", "RTRIM", "nocase"};

  /** A rule. */
  @FunctionalInterface
  private interface Rule {
    String make(Scope scope, int depth);
  }

  private final Grammars grammars;
  private final Randomness random;
  private final Alternatives<Rule> conditions = new Alternatives<>();
  private final Alternatives<Rule> anywhere = new Alternatives<>();
  private final Map<ValueKind, Alternatives<Rule>> values = new EnumMap<>(ValueKind.class);

  ExpressionGrammar(Grammars grammars) {
    this.grammars = grammars;
    this.random = grammars.random;
    addConditions();
    addGeneral();
    addTyped();
  }

  private void addConditions() {
    conditions
        .add(30, this::comparison)
        .add(12, (scope, depth) -> condition(scope, depth) + random.of(" AND ", " OR ", " AND ") + condition(scope, depth))
        .add(6, (scope, depth) -> "NOT " + condition(scope, depth))
        .add(7, (scope, depth) -> {
          ValueKind kind = anyKind();
          return value(scope, kind, depth) + random.maybe(30, " NOT") + " BETWEEN " + value(scope, kind, depth) + " AND " + value(scope, kind, depth);
        })
        .add(9, this::inList)
        .add(7, this::pattern)
        .add(8, (scope, depth) -> value(scope, anyKind(), depth) + random.of(" IS NULL", " IS NOT NULL", " ISNULL", " NOTNULL", " NOT NULL"))
        .add(3, (scope, depth) -> condition(scope, depth) + random.of(" IS TRUE", " IS FALSE", " IS NOT TRUE", " IS NOT FALSE"))
        .add(2, (scope, depth) -> random.of("likely(", "unlikely(") + condition(scope, depth) + ")")
        .add(2, (scope, depth) -> value(scope, anyKind(), depth))
        .add(1, (scope, depth) -> random.of("TRUE", "FALSE", "NULL", "1", "0"))
        .add(grammars.has(Feature.ROW_VALUES) ? 4 : 0, this::rowComparison)
        .add(grammars.has(Feature.SUBQUERIES) ? 8 : 0, this::subqueryCondition);
  }

  private void addGeneral() {
    anywhere
        .add(8, this::caseExpression)
        .add(6, (scope, depth) -> "CAST(" + value(scope, anyKind(), depth) + " AS " + random.of(TYPES) + ")")
        .add(3, (scope, depth) -> random.of("coalesce(", "ifnull(", "nullif(") + value(scope, anyKind(), depth) + "," + value(scope, anyKind(), depth) + ")")
        .add(2, (scope, depth) ->
            random.of("iif(", "if(") + condition(scope, depth) + "," + value(scope, anyKind(), depth) + random.maybe(80, "," + value(scope, anyKind(), depth))
                + ")")
        .add(2, (scope, depth) -> random.of("max(", "min(") + value(scope, anyKind(), depth) + "," + value(scope, anyKind(), depth)
            + random.maybe(30, "," + grammars.literals.of(ValueKind.ANY)) + ")")
        .add(grammars.has(Feature.COLLATIONS) ? 3 : 0, (scope, depth) -> value(scope, ValueKind.TEXT, depth) + " COLLATE " + random.of(COLLATIONS))
        .add(grammars.has(Feature.SUBQUERIES) ? 5 : 0, (scope, depth) ->
            scope.allowsSubqueries() ? grammars.queries.scalar(scope) : leaf(scope, ValueKind.ANY))
        .add(3, (scope, depth) -> condition(scope, depth))
        .add(3, (scope, depth) -> random.of("- ", "+", "~", "NOT ", "-+") + value(scope, anyKind(), depth));
  }

  private void addTyped() {
    Rule arithmetic = (scope, depth) -> number(scope, depth) + random.of(ARITHMETIC) + number(scope, depth);
    Rule bits = (scope, depth) -> value(scope, ValueKind.INTEGER, depth) + random.of(BITS) + value(scope, ValueKind.INTEGER, depth);
    Rule concatenation = (scope, depth) -> value(scope, ValueKind.TEXT, depth) + "||" + value(scope, random.chance(80) ? ValueKind.TEXT : anyKind(), depth);
    Rule arrow = (scope, depth) ->
        grammars.functions.json(scope, depth) + random.of("->", "->>")
            + random.of(grammars.literals.path(), Integer.toString(random.between(-2, 3)), "'a'", "'b'");
    for (ValueKind kind : ValueKind.values()) {
      Rule call = (scope, depth) -> grammars.functions.call(kind, scope, depth);
      Alternatives<Rule> rules = new Alternatives<>();
      rules.add(22, (scope, depth) -> leaf(scope, kind)).add(20, call).add(14, (scope, depth) -> anywhere.pick(random).make(scope, depth));
      switch (kind) {
        case INTEGER -> rules.add(14, arithmetic).add(6, bits);
        case REAL -> rules.add(14, arithmetic);
        case TEXT -> rules.add(10, concatenation);
        case JSON -> rules.add(grammars.has(Feature.JSON) ? 8 : 0, arrow);
        case ANY -> rules.add(8, arithmetic).add(4, concatenation).add(3, bits).add(grammars.has(Feature.JSON) ? 2 : 0, arrow);
        default -> { }
      }
      values.put(kind, rules);
    }
  }

  /** How deep an expression may become. */
  int depth() {
    return random.of(1, 2, 2, 3, 3, 4);
  }

  ValueKind anyKind() {
    return random.of(ValueKind.INTEGER, ValueKind.INTEGER, ValueKind.INTEGER, ValueKind.REAL, ValueKind.TEXT, ValueKind.TEXT, ValueKind.TEXT, ValueKind.BLOB,
        ValueKind.ANY, ValueKind.ANY, grammars.has(Feature.JSON) ? ValueKind.JSON : ValueKind.TEXT, grammars.has(Feature.DATES) ? ValueKind.DATE : ValueKind.TEXT);
  }

  private String number(Scope scope, int depth) {
    return value(scope, random.chance(60) ? ValueKind.INTEGER : ValueKind.REAL, depth);
  }

  /** A value, mostly of the kind. It can stand anywhere: it is one operand, in parentheses if need be. */
  String value(Scope scope, ValueKind kind, int depth) {
    if (depth <= 0) {
      return leaf(scope, kind);
    }
    if (scope.aggregated() != null && random.chance(35)) {
      return grammars.aggregates.call(scope);
    }
    if (scope.windowed() && random.chance(30)) {
      return grammars.windows.call(scope);
    }
    String text = values.get(kind).pick(random).make(scope, depth - 1);
    return isOperand(text) || random.chance(15) ? text : "(" + text + ")";
  }

  /** Whether a text holds together without parentheses. */
  private static boolean isOperand(String text) {
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
  }

  /** A condition that stands in parentheses where it must. */
  String condition(Scope scope, int depth) {
    if (depth <= 0) {
      return "(" + comparison(scope, 0) + ")";
    }
    String text = conditions.pick(random).make(scope, depth - 1);
    return random.chance(10) ? text : "(" + text + ")";
  }

  String leaf(Scope scope, ValueKind kind) {
    if (scope.aggregated() != null && random.chance(50)) {
      return grammars.aggregates.call(scope);
    }
    List<Reference> references = !scope.outer().isEmpty() && (scope.columns().isEmpty() || random.chance(15)) ? scope.outer() : scope.columns();
    if (references.isEmpty() || random.chance(25)) {
      return grammars.literals.of(kind);
    }
    if (kind != ValueKind.ANY && random.chance(80)) {
      List<Reference> fitting = references.stream().filter(reference -> reference.kind() == kind).toList();
      if (!fitting.isEmpty()) {
        return random.of(fitting).text();
      }
    }
    return random.of(references).text();
  }

  private String comparison(Scope scope, int depth) {
    ValueKind kind = anyKind();
    String left = value(scope, kind, depth);
    String right = value(scope, random.chance(90) ? kind : anyKind(), depth);
    return left + random.of(COMPARISONS) + right + (grammars.wants(Feature.COLLATIONS, 5) ? " COLLATE " + random.of(COLLATIONS) : "");
  }

  private String inList(Scope scope, int depth) {
    ValueKind kind = anyKind();
    List<String> items = new ArrayList<>();
    for (int i = random.below(5); i > 0; i--) {
      items.add(random.chance(70) ? grammars.literals.of(kind) : value(scope, kind, depth - 1));
    }
    return value(scope, kind, depth) + random.maybe(30, " NOT") + " IN (" + String.join(",", items) + ")";
  }

  private String pattern(Scope scope, int depth) {
    String text = value(scope, ValueKind.TEXT, depth);
    String operator = random.maybe(25, " NOT") + random.of(" LIKE ", " LIKE ", " GLOB ");
    String pattern = random.chance(75)
        ? random.of("'a%'", "'%a%'", "'_b%'", "'A%'", "'%'", "'a*'", "'*b*'", "'[a-c]*'", "'?b*'", "'[^a]*'", "'h%o'", "'%x\\%%'", "'1%'", "'\u00e4%'", "''", "'a!%b'")
        : value(scope, ValueKind.TEXT, depth);
    boolean escapes = operator.contains("LIKE") && random.chance(20);
    return text + operator + pattern + (escapes ? " ESCAPE " + random.of("'\\'", "'!'", "'a'", "'%'") : "");
  }

  private String caseExpression(Scope scope, int depth) {
    StringBuilder text = new StringBuilder("CASE");
    ValueKind result = anyKind();
    ValueKind subject = random.chance(40) ? anyKind() : null;
    if (subject != null) {
      text.append(' ').append(value(scope, subject, depth));
    }
    for (int i = random.between(1, 3); i > 0; i--) {
      text.append(" WHEN ").append(subject == null ? condition(scope, depth) : value(scope, subject, depth));
      text.append(" THEN ").append(value(scope, result, depth));
    }
    if (random.chance(65)) {
      text.append(" ELSE ").append(value(scope, random.chance(80) ? result : anyKind(), depth));
    }
    return text.append(" END").toString();
  }

  private String rowComparison(Scope scope, int depth) {
    int width = random.between(2, 3);
    List<ValueKind> kinds = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      kinds.add(anyKind());
    }
    String left = row(scope, kinds, depth);
    return switch (random.below(4)) {
      case 0 -> scope.allowsSubqueries() && grammars.has(Feature.SUBQUERIES)
          ? left + random.maybe(30, " NOT") + " IN (" + grammars.queries.rows(scope, width) + ")"
          : left + "=" + row(scope, kinds, depth);
      case 1 -> scope.allowsSubqueries()
          ? left + random.maybe(30, " NOT") + " IN (VALUES " + row(scope.argument(), kinds, 0) + "," + row(scope.argument(), kinds, 0) + ")"
          : left + ">=" + row(scope, kinds, depth);
      case 2 -> left + " BETWEEN " + row(scope, kinds, depth) + " AND " + row(scope, kinds, depth);
      default -> left + random.of("=", "<>", "<", "<=", ">", ">=", " IS ", " IS NOT ") + row(scope, kinds, depth);
    };
  }

  private String row(Scope scope, List<ValueKind> kinds, int depth) {
    List<String> items = new ArrayList<>();
    for (ValueKind kind : kinds) {
      items.add(value(scope, kind, depth - 1));
    }
    return "(" + String.join(",", items) + ")";
  }

  private String subqueryCondition(Scope scope, int depth) {
    if (!scope.allowsSubqueries()) {
      return comparison(scope, depth);
    }
    return switch (random.below(5)) {
      case 0, 1 -> random.maybe(30, "NOT ") + "EXISTS (" + grammars.queries.rows(scope, random.between(1, 2)) + ")";
      case 2 -> grammars.schema().tables().isEmpty()
          ? comparison(scope, depth)
          : value(scope, anyKind(), depth) + random.maybe(30, " NOT") + " IN " + singleColumnTable(scope);
      default -> value(scope, anyKind(), depth) + random.maybe(30, " NOT") + " IN (" + grammars.queries.rows(scope, 1) + ")";
    };
  }

  /** A table with one column, by name; else a query with one. */
  private String singleColumnTable(Scope scope) {
    return grammars.schema().tables().stream().filter(table -> table.columns().size() == 1).map(SchemaModel.Table::text).findFirst()
        .orElseGet(() -> "(" + grammars.queries.rows(scope, 1) + ")");
  }
}

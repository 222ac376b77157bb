// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where the clauses of a statement stand, those of its subqueries too. */
final class Clauses {
  private static final Set<String> BEGINNINGS =
      Set.of(
          "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "WINDOW", "UNION", "INTERSECT", "EXCEPT", "RETURNING", "ON", "USING", "SET", "VALUES", "JOIN", "LEFT", "RIGHT", "FULL", "CROSS",
          "NATURAL", "INNER", "FILTER", "OVER", "PARTITION", "ROWS", "RANGE", "GROUPS", "EXCLUDE", "COLLATE", "DEFAULT", "CHECK", "UNIQUE", "PRIMARY", "REFERENCES", "WHEN", "ELSE", "DO");
  private static final Set<String> JOINS = Set.of("LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "INNER");

  private Clauses() {}

  /** A clause goes from its keyword to the next one of the same depth, or to the parenthesis or semicolon that ends it. */
  static List<Operands.Span> of(List<String> tokens) {
    List<Operands.Span> spans = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (begins(tokens, at)) {
        spans.add(new Operands.Span(at, end(tokens, at)));
      }
    }
    return spans;
  }

  private static boolean begins(List<String> tokens, int at) {
    if (!BEGINNINGS.contains(TextTokens.upper(tokens.get(at)))) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && TextTokens.isSpace(tokens.get(before))) {
      before--;
    }
    return before < 0 || !TextTokens.is(tokens.get(at), "JOIN") || !JOINS.contains(TextTokens.upper(tokens.get(before)));
  }

  private static int end(List<String> tokens, int start) {
    int depth = 0;
    boolean isJoin = JOINS.contains(TextTokens.upper(tokens.get(start)));
    for (int i = start + 1; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.equals("(")) {
        depth++;
      } else if (token.equals(")")) {
        if (--depth < 0) {
          return i - 1;
        }
      } else if (depth == 0 && (token.equals(";") || begins(tokens, i) && !(isJoin && JOINS.contains(TextTokens.upper(token))))) {
        return i - 1;
      }
    }
    return tokens.size() - 1;
  }
}

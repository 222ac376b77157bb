// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where an expression stands that can be replaced as a whole: a literal, a name, a call, a CASE, something in parentheses. */
final class Operands {
  /** Words that are no operand by themselves. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY CASCADE CASE CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS"
                  + " DEFAULT DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXISTS EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM"
                  + " FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE LIMIT MATCH"
                  + " MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULLS OF OFFSET ON OR ORDER OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE"
                  + " REFERENCES REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET STORED STRICT TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION"
                  + " TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHIN WITHOUT ROWID CURRENT")
              .split(" "));

  private Operands() {}

  /** From one token to another, both included. */
  record Span(int first, int last) {
    String text(List<String> tokens) {
      return TextTokens.join(tokens.subList(first, last + 1));
    }
  }

  static boolean isKeyword(String token) {
    return KEYWORDS.contains(TextTokens.upper(token));
  }

  static List<Span> of(List<String> tokens) {
    List<Span> spans = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      int last = end(tokens, at);
      boolean isInside = at > 0 && tokens.get(at - 1).equals("."); // the second part of a name
      if (last >= at && !isInside) {
        spans.add(new Span(at, last));
      }
    }
    return spans;
  }

  /** The last token of the operand that begins here; −1 if none does. */
  private static int end(List<String> tokens, int at) {
    String token = tokens.get(at);
    if (TextTokens.isSpace(token)) {
      return -1;
    }
    if (token.equals("(")) {
      return TextTokens.closing(tokens, at);
    }
    if (TextTokens.is(token, "CASE")) {
      return endOfCase(tokens, at);
    }
    char c = token.charAt(0);
    if (Character.isDigit(c) || c == '\'' || (c == 'x' || c == 'X') && token.endsWith("'")) {
      return at;
    }
    if ((TextTokens.isWord(token) && (!isKeyword(token) || isCall(tokens, at))) || c == '"' || c == '[' || c == '`') {
      return endOfName(tokens, at);
    }
    return -1;
  }

  /** REPLACE and others are functions, too, if a parenthesis follows at once. */
  private static boolean isCall(List<String> tokens, int at) {
    return Set.of("REPLACE", "GLOB", "LIKE", "MATCH", "IF", "EXISTS", "RAISE").contains(TextTokens.upper(tokens.get(at))) && at + 1 < tokens.size() && tokens.get(at + 1).equals("(");
  }

  private static int endOfName(List<String> tokens, int at) {
    int last = at;
    while (last + 2 < tokens.size() && tokens.get(last + 1).equals(".") && !TextTokens.isSpace(tokens.get(last + 2))) {
      last += 2;
    }
    if (last + 1 < tokens.size() && tokens.get(last + 1).equals("(")) {
      int close = TextTokens.closing(tokens, last + 1);
      return close < 0 ? last : endOfCall(tokens, close);
    }
    return last;
  }

  /** With FILTER and OVER. */
  private static int endOfCall(List<String> tokens, int close) {
    int last = close;
    int next = TextTokens.skipSpace(tokens, last + 1);
    while (next < tokens.size() && (TextTokens.is(tokens.get(next), "FILTER") || TextTokens.is(tokens.get(next), "OVER"))) {
      int after = TextTokens.skipSpace(tokens, next + 1);
      if (after >= tokens.size()) {
        break;
      }
      int end = tokens.get(after).equals("(") ? TextTokens.closing(tokens, after) : after;
      if (end < 0) {
        break;
      }
      last = end;
      next = TextTokens.skipSpace(tokens, last + 1);
    }
    return last;
  }

  private static int endOfCase(List<String> tokens, int at) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      if (TextTokens.is(tokens.get(i), "CASE")) {
        depth++;
      } else if (TextTokens.is(tokens.get(i), "END") && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Select;

/** FROM clauses: tables, table functions, subqueries, and the words between them. */
final class FromParser {
  private static final int DEPTH = 2;
  private static final int MAXIMUM_TERMS = 200;

  private final TokenStream tokens;
  private final SelectParser selects;
  private final ExpressionParser expressions;

  FromParser(TokenStream tokens, SelectParser selects, ExpressionParser expressions) {
    this.tokens = tokens;
    this.selects = selects;
    this.expressions = expressions;
  }

  /** What stands behind FROM. */
  FromItem items() {
    int position = tokens.start();
    FromItem left = term();
    if (tokens.at(TokenKind.ON) || tokens.at(TokenKind.USING)) {
      String word = tokens.at(TokenKind.ON) ? "ON" : "USING";
      constraint();
      tokens.failNext("a JOIN clause is required before " + word);
    }
    for (int terms = 2; ; terms++) {
      boolean comma = tokens.at(TokenKind.COMMA);
      Operator operator = operator();
      if (operator == null) {
        return left;
      }
      FromItem right = term();
      if (terms > MAXIMUM_TERMS) {
        tokens.failNext("too many FROM clause terms, max: " + MAXIMUM_TERMS);
      }
      Constraint constraint = constraint();
      left =
          new FromItem.Join(
              position, left, right, operator.type, operator.natural, comma, constraint.on, constraint.using);
    }
  }

  /** ON or USING, each null if not given. */
  private record Constraint(Expression on, List<String> using) {}

  private Constraint constraint() {
    if (tokens.take(TokenKind.ON)) {
      return new Constraint(selects.expression(), null);
    }
    if (!tokens.take(TokenKind.USING)) {
      return new Constraint(null, null);
    }
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    List<String> using = tokens.names();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Constraint(null, using);
  }

  private FromItem term() {
    int position = tokens.start();
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      return inParentheses(position);
    }
    String schema = null;
    String name = tokens.name();
    if (tokens.take(TokenKind.DOT)) {
      schema = name;
      name = tokens.name();
    }
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      List<Expression> arguments = expressions.listInParentheses();
      return new FromItem.Function(position, schema, name, arguments, selects.alias());
    }
    String alias = selects.alias();
    return table(position, schema, name, alias);
  }

  /** The rest of a table behind its alias: INDEXED BY, NOT INDEXED. */
  FromItem.Table table(int position, String schema, String name, String alias) {
    if (tokens.take(TokenKind.INDEXED)) {
      tokens.expect(TokenKind.BY);
      return new FromItem.Table(position, schema, name, alias, tokens.name(), false);
    }
    if (tokens.take(TokenKind.NOT)) {
      tokens.expect(TokenKind.INDEXED);
      return new FromItem.Table(position, schema, name, alias, null, true);
    }
    return new FromItem.Table(position, schema, name, alias, null, false);
  }

  private FromItem inParentheses(int position) {
    tokens.enter(DEPTH);
    FromItem result;
    if (expressions.isSelectStart(0)) {
      int outer = selects.height();
      Select select = selects.nested();
      selects.setHeight(outer);
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      result = new FromItem.Subselect(position, select, selects.alias());
    } else {
      FromItem inner = items();
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      result = parenthesised(position, inner, selects.alias());
    }
    tokens.leave(DEPTH);
    return result;
  }

  /** What a comma or the words before JOIN mean. */
  private record Operator(JoinType type, boolean natural) {}

  private Operator operator() {
    if (tokens.take(TokenKind.COMMA) || tokens.take(TokenKind.JOIN)) {
      return new Operator(JoinType.INNER, false);
    }
    if (!tokens.kind().isJoinWord()) {
      return null;
    }
    int position = tokens.start();
    List<String> words = new ArrayList<>();
    words.add(tokens.text());
    tokens.advance();
    while (words.size() < 3 && tokens.kind().isName()) {
      words.add(tokens.text());
      tokens.advance();
    }
    tokens.expect(TokenKind.JOIN);
    return operator(words, position);
  }

  private Operator operator(List<String> words, int position) {
    boolean natural = false;
    boolean left = false;
    boolean right = false;
    boolean outer = false;
    boolean inner = false;
    boolean cross = false;
    boolean known = true;
    for (String word : words) {
      switch (Keywords.find(word, 0, word.length())) {
        case NATURAL:
          natural = true;
          break;
        case LEFT:
          left = true;
          break;
        case RIGHT:
          right = true;
          break;
        case FULL:
          left = true;
          right = true;
          break;
        case OUTER:
          outer = true;
          break;
        case INNER:
          inner = true;
          break;
        case CROSS:
          inner = true;
          cross = true;
          break;
        default:
          known = false;
          break;
      }
    }
    boolean sided = left || right;
    if (!known || inner && (outer || sided) || outer && !sided) {
      tokens.failNext("unknown join type: " + String.join(" ", words), position);
      return new Operator(JoinType.INNER, false);
    }
    if (sided) {
      return new Operator(left && right ? JoinType.FULL : left ? JoinType.LEFT : JoinType.RIGHT, natural);
    }
    return new Operator(cross ? JoinType.CROSS : JoinType.INNER, natural);
  }

  /** A single table in parentheses goes by the alias behind them; a join of that name is a query of its own. */
  private static FromItem parenthesised(int position, FromItem inner, String alias) {
    if (alias == null) {
      return new FromItem.Parenthesised(position, inner, null);
    }
    FromItem item = inner;
    while (item instanceof FromItem.Parenthesised around && around.alias() == null) {
      item = around.inner();
    }
    if (item instanceof FromItem.Table table) {
      return new FromItem.Table(table.position(), table.schema(), table.name(), alias, table.indexedBy(), table.notIndexed());
    }
    if (item instanceof FromItem.Function function) {
      return new FromItem.Function(function.position(), function.schema(), function.name(), function.arguments(), alias);
    }
    return item instanceof FromItem.Subselect select
        ? new FromItem.Subselect(select.position(), select.select(), alias)
        : new FromItem.Parenthesised(position, inner, alias);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.LiteralSlot;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Window;

/**
 * Expressions that begin with their own token and hold together without operators: literals, names, calls, CASE,
 * CAST, subqueries.
 */
final class PrimaryParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private SelectParser selects;

  PrimaryParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  void connect(SelectParser selectParser) {
    selects = selectParser;
  }

  Expression parse() {
    int position = tokens.start();
    TokenKind kind = tokens.kind();
    expressions.setHeight(0);
    switch (kind) {
      case CASE:
        return caseExpression(position);
      case CAST:
        return cast(position);
      case EXISTS:
        tokens.advance();
        tokens.enter(1);
        Select select = selectInParentheses();
        tokens.leave(1);
        expressions.setHeight(selects.height());
        return new Expression.Exists(position, select);
      case RAISE:
        return raise(position);
      case LEFT_PARENTHESIS:
        Select subquery = selectInParentheses();
        expressions.setHeight(selects.height());
        return new Expression.Subquery(position, subquery);
      case VARIABLE:
        return parameter(position);
      default:
        if (isLiteral(kind) && !(kind == TokenKind.STRING && tokens.peek(1) == TokenKind.DOT)) {
          return literal();
        }
        return named(position, kind);
    }
  }

  static boolean isLiteral(TokenKind kind) {
    switch (kind) {
      case NULL:
      case INTEGER:
      case REAL:
      case SEPARATED_NUMBER:
      case STRING:
      case BLOB:
      case CURRENT_DATE:
      case CURRENT_TIME:
      case CURRENT_TIMESTAMP:
        return true;
      default:
        return false;
    }
  }

  /** A literal, which is what may follow DEFAULT without parentheses. */
  Expression literal() {
    int position = tokens.start();
    TokenKind kind = tokens.kind();
    if (!isLiteral(kind)) {
      throw tokens.syntaxError();
    }
    LiteralSlot slot = tokens.slot();
    String text = slot != null ? tokens.slotText() : tokens.text();
    tokens.advance();
    switch (kind) {
      case NULL:
        return new Expression.NullLiteral(position);
      case INTEGER:
        return slot != null
            ? new Expression.IntegerLiteral(position, Long.parseLong(text), slot)
            : Literals.integer(tokens, position, text);
      case REAL:
        return slot != null
            ? new Expression.RealLiteral(position, Literals.realValue(text), slot)
            : Literals.real(position, text);
      case SEPARATED_NUMBER:
        return Literals.separated(tokens, position, text);
      case STRING:
        return new Expression.StringLiteral(position, TokenStream.unquote(text), slot);
      case BLOB:
        return new Expression.BlobLiteral(position, Literals.blob(text));
      default:
        return new Expression.CurrentTime(position, Ascii.lower(text));
    }
  }

  private Expression parameter(int position) {
    if (tokens.isNamelessParameter()) {
      tokens.advance();
      return new Expression.Parameter(position, tokens.addParameter(null), null);
    }
    String text = tokens.text();
    if (text.charAt(0) == '#' && Character.isDigit(text.charAt(1))) {
      throw tokens.syntaxError();
    }
    tokens.advance();
    int number = tokens.parameterNumber(text, position);
    return new Expression.Parameter(position, number, text);
  }

  /** A column, perhaps qualified, or a call. */
  private Expression named(int position, TokenKind kind) {
    if (!kind.isName() || kind == TokenKind.STRING && tokens.peek(1) != TokenKind.DOT) {
      throw tokens.syntaxError();
    }
    Expression.Quotes quotes = quotes(tokens.sql().charAt(position));
    String first = tokens.takeName();
    if (tokens.take(TokenKind.DOT)) {
      String second = tokens.name();
      if (tokens.take(TokenKind.DOT)) {
        return new Expression.ColumnReference(position, first, second, tokens.name());
      }
      return new Expression.ColumnReference(position, null, first, second);
    }
    if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
      return call(position, first);
    }
    return new Expression.ColumnReference(position, null, null, first, quotes);
  }

  private static Expression.Quotes quotes(char first) {
    return switch (first) {
      case '"' -> Expression.Quotes.DOUBLE;
      case '[', '`' -> Expression.Quotes.OTHER;
      default -> Expression.Quotes.NONE;
    };
  }

  private Select selectInParentheses() {
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    if (!expressions.isSelectStart(0)) {
      throw tokens.syntaxError();
    }
    tokens.enter(1);
    Select select = selects.nested();
    tokens.leave(1);
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return select;
  }

  private Expression caseExpression(int position) {
    tokens.advance();
    int highest = 0;
    Expression base = null;
    if (!tokens.at(TokenKind.WHEN)) {
      base = expressions.parseBehind(1);
      highest = expressions.height();
    }
    List<Expression.When> whens = new ArrayList<>();
    do {
      tokens.expect(TokenKind.WHEN);
      Expression condition = expressions.parseBehind(whens.isEmpty() ? 3 : 4);
      highest = Math.max(highest, expressions.height());
      tokens.expect(TokenKind.THEN);
      whens.add(new Expression.When(condition, expressions.parseBehind(whens.isEmpty() ? 5 : 6)));
      highest = Math.max(highest, expressions.height());
    } while (tokens.at(TokenKind.WHEN));
    Expression otherwise = null;
    if (tokens.take(TokenKind.ELSE)) {
      otherwise = expressions.parseBehind(4);
      highest = Math.max(highest, expressions.height());
    }
    tokens.expect(TokenKind.END);
    expressions.setHeight(highest);
    return new Expression.Case(position, base, whens, otherwise);
  }

  private Expression cast(int position) {
    tokens.advance();
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    Expression operand = expressions.parseBehind(2);
    tokens.expect(TokenKind.AS);
    String type = typeName();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    expressions.setHeight(expressions.height());
    return new Expression.Cast(position, operand, type == null ? "NUMERIC" : type);
  }

  /** Words and perhaps one or two numbers in parentheses, as written; null if there are none. */
  String typeName() {
    int from = tokens.start();
    if (!tokens.kind().isIdentifierOrString()) {
      return null;
    }
    while (tokens.kind().isIdentifierOrString()) {
      tokens.advance();
    }
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      signedNumber();
      if (tokens.take(TokenKind.COMMA)) {
        signedNumber();
      }
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    return tokens.trim(from, tokens.previousEnd());
  }

  private void signedNumber() {
    if (!tokens.take(TokenKind.PLUS)) {
      tokens.take(TokenKind.MINUS);
    }
    if (!tokens.take(TokenKind.INTEGER)) {
      tokens.expect(TokenKind.REAL);
    }
  }

  private Expression raise(int position) {
    tokens.advance();
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    ConflictAction action;
    Expression message = null;
    if (tokens.take(TokenKind.IGNORE)) {
      action = ConflictAction.IGNORE;
    } else {
      action = raiseAction();
      tokens.expect(TokenKind.COMMA);
      message = expressions.parseBehind(4);
      expressions.setHeight(expressions.height());
    }
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Expression.Raise(position, action, message);
  }

  private ConflictAction raiseAction() {
    switch (tokens.kind()) {
      case ROLLBACK:
      case ABORT:
      case FAIL:
        ConflictAction action = ConflictAction.valueOf(tokens.kind().name());
        tokens.advance();
        return action;
      default:
        throw tokens.syntaxError();
    }
  }

  // ---- calls ------------------------------------------------------------------------------------------------------

  private Expression call(int position, String name) {
    tokens.enter(3);
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    boolean star = false;
    boolean distinct = false;
    List<Expression> arguments = List.of();
    List<OrderingTerm> orderBy = List.of();
    int highest = 0;
    if (tokens.take(TokenKind.STAR)) {
      star = true;
    } else {
      distinct = tokens.take(TokenKind.DISTINCT);
      if (!distinct) {
        tokens.take(TokenKind.ALL);
      }
      if (!tokens.at(TokenKind.RIGHT_PARENTHESIS) && !tokens.at(TokenKind.ORDER)) {
        arguments = expressions.list();
        highest = expressions.height();
      }
      if (tokens.take(TokenKind.ORDER)) {
        tokens.expect(TokenKind.BY);
        orderBy = selects.orderingTerms();
      }
    }
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    if (arguments.size() > tokens.limits().functionArguments()) {
      tokens.failNext("too many arguments on function " + name);
    }
    Expression filter = filter();
    Window over = over();
    if (arguments.isEmpty()) {
      // nothing to order: the names there are not looked at
      orderBy = List.of();
    } else if (over != null && !orderBy.isEmpty()) {
      throw new SqlException("ORDER BY may not be used with non-aggregate " + name + "()", position);
    }
    tokens.leave(3);
    expressions.setHeight(highest);
    return new Expression.FunctionCall(
        position, name, distinct, star, arguments, orderBy, false, filter, over);
  }

  private Expression filter() {
    if (!tokens.take(TokenKind.FILTER)) {
      return null;
    }
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    tokens.expect(TokenKind.WHERE);
    Expression filter = expressions.parse();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return filter;
  }

  private Window over() {
    if (!tokens.take(TokenKind.OVER)) {
      return null;
    }
    return selects.windows().over();
  }
}

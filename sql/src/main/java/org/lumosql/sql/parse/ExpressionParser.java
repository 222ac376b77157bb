// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.error.DeepStack;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.Expression.LikeOperator;
import org.lumosql.sql.ast.Expression.UnaryOperator;
import org.lumosql.sql.ast.Select;

/**
 * Expressions by precedence climbing (https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes). A
 * prefix operator may
 * stand wherever an operand may and reaches as far as its own precedence lets it: {@code a = NOT b = c} is {@code a =
 * (NOT (b = c))}.
 *
 * <p>Every method that makes an expression leaves the height of its tree in {@link #height}. A tree higher than the
 * limit is refused. Each recursion tells the token stream by how many grammar symbols it goes deeper, which has a limit
 * too; runs of parentheses take no recursion.
 */
final class ExpressionParser {
  private static final int LOWEST = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int EQUALITY = 4;
  private static final int COMPARISON = 5;
  private static final int BITS = 7;
  private static final int SUM = 8;
  private static final int PRODUCT = 9;
  private static final int CONCAT = 10;
  private static final int COLLATE = 11;

  /** What {@link #precedence} and {@link #operator} say, by the kinds' numbers. */
  private static final byte[] PRECEDENCES;
  private static final BinaryOperator[] OPERATORS;

  static {
    TokenKind[] kinds = TokenKind.values();
    PRECEDENCES = new byte[kinds.length];
    OPERATORS = new BinaryOperator[kinds.length];
    for (TokenKind kind : kinds) {
      PRECEDENCES[kind.ordinal()] = (byte) precedence(kind);
      OPERATORS[kind.ordinal()] = operator(kind);
    }
  }

  private final TokenStream tokens;
  private final PrimaryParser primaries;
  private SelectParser selects;
  private int height;
  private boolean hexMinimumAllowed;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.primaries = new PrimaryParser(tokens, this);
  }

  void connect(SelectParser selectParser) {
    selects = selectParser;
    primaries.connect(selectParser);
  }

  PrimaryParser primaries() {
    return primaries;
  }

  /** Height of the tree parsed last. */
  int height() {
    return height;
  }

  /** Takes note of the height of a node whose highest child is {@code highestChild}. */
  void setHeight(int highestChild) {
    height = highestChild + 1;
    if (height > tokens.limits().expressionDepth()) {
      throw new SqlException(
          "Expression tree is too large (maximum depth " + tokens.limits().expressionDepth() + ")");
    }
    DeepStack.require(height);
  }

  Expression parse() {
    return infix(operand(), LOWEST);
  }

  /** An expression that begins behind {@code symbols} symbols of the construct around it. */
  Expression parseBehind(int symbols) {
    return parse(LOWEST, symbols);
  }

  /** An expression whose operators bind at least as tightly as {@code precedence}. */
  private Expression parse(int precedence, int symbols) {
    tokens.enter(symbols);
    Expression result = infix(operand(), precedence);
    tokens.leave(symbols);
    return result;
  }

  /** One or more expressions; the greatest height is left in {@link #height}. */
  List<Expression> list() {
    List<Expression> list = new ArrayList<>(4);
    int highest = 0;
    do {
      list.add(parse());
      highest = Math.max(highest, height);
    } while (tokens.take(TokenKind.COMMA));
    height = highest;
    return list;
  }

  /** Expressions up to a closing parenthesis, perhaps none; the parenthesis is taken. */
  List<Expression> listInParentheses() {
    height = 0;
    if (tokens.take(TokenKind.RIGHT_PARENTHESIS)) {
      return List.of();
    }
    List<Expression> list = list();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return list;
  }

  // ---- operands ---------------------------------------------------------------------------------------------------

  private Expression operand() {
    int position = tokens.start();
    switch (tokens.kind()) {
      case LEFT_PARENTHESIS:
        return isSelectStart(1) ? primaries.parse() : parentheses();
      case NOT:
        tokens.advance();
        return unary(position, UnaryOperator.NOT, parse(NOT, 1));
      case TILDE:
        tokens.advance();
        return unary(position, UnaryOperator.BIT_NOT, parse(COLLATE + 1, 1));
      case PLUS:
        tokens.advance();
        return unary(position, UnaryOperator.PLUS, parse(COLLATE + 1, 1));
      case MINUS:
        tokens.advance();
        return negative(position, parse(COLLATE + 1, 1));
      default:
        return primaries.parse();
    }
  }

  private Expression unary(int position, UnaryOperator operator, Expression operand) {
    setHeight(height);
    return new Expression.Unary(position, operator, operand);
  }

  /** A minus makes 9223372036854775808 an integer, and has no meaning before the hexadecimal number of that value. */
  Expression negative(int position, Expression positive) {
    Expression operand = positive;
    while (operand.unwrapped() instanceof Expression.Unary plus && plus.operator() == UnaryOperator.PLUS) {
      operand = plus.operand(); // a minus and the plus behind it are one operator
    }
    Expression bare = operand.unwrapped();
    if (bare instanceof Expression.RealLiteral real && Literals.isMinimumWithoutSign(tokens.sql(), real.position())) {
      return new Expression.IntegerLiteral(position, Long.MIN_VALUE);
    }
    if (bare instanceof Expression.IntegerLiteral integer
        && integer.unpinned() == Long.MIN_VALUE) {
      if (tokens.sql().charAt(integer.position()) != '0') {
        return new Expression.RealLiteral(position, 0x1p63);
      }
      if (!hexMinimumAllowed) {
        tokens.failAtEnd("hex literal too big: -" + Literals.wordAt(tokens.sql(), integer.position()), integer.position());
      }
    }
    return unary(position, UnaryOperator.MINUS, operand);
  }

  /** In a DEFAULT, −0x8000000000000000 is computed, and real. */
  void allowHexMinimum(boolean allowed) {
    hexMinimumAllowed = allowed;
  }

  boolean isSelectStart(int ahead) {
    TokenKind kind = tokens.peek(ahead);
    return kind == TokenKind.SELECT || kind == TokenKind.VALUES || kind == TokenKind.WITH;
  }

  /** A run of opening parentheses, from the innermost outwards: what follows an inner one goes on at any precedence. */
  private Expression parentheses() {
    int first = tokens.start();
    List<Integer> positions = new ArrayList<>();
    while (tokens.at(TokenKind.LEFT_PARENTHESIS) && !isSelectStart(1)) {
      tokens.enter(1);
      positions.add(tokens.start());
      tokens.advance();
    }
    Expression inner = parse();
    for (int i = positions.size() - 1; i >= 0; i--) {
      inner = closed(positions.get(i), inner);
      tokens.leave(1);
      if (i > 0) {
        inner = infix(inner, LOWEST);
      }
    }
    assert inner.position() >= first;
    return inner;
  }

  private Expression closed(int position, Expression first) {
    if (tokens.at(TokenKind.COMMA)) {
      List<Expression> values = new ArrayList<>();
      values.add(first);
      int highest = height;
      while (tokens.take(TokenKind.COMMA)) {
        values.add(parse());
        highest = Math.max(highest, height);
      }
      tokens.expect(TokenKind.RIGHT_PARENTHESIS);
      setHeight(highest);
      return new Expression.RowValue(position, values);
    }
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    boolean doubled = first instanceof Expression.Parenthesised;
    return doubled ? first : new Expression.Parenthesised(position, first);
  }

  // ---- operators --------------------------------------------------------------------------------------------------

  private Expression infix(Expression first, int precedence) {
    Expression left = first;
    while (true) {
      TokenKind kind = tokens.kind();
      int binding = precedenceOf(kind);
      if (binding == 0 || binding < precedence) {
        return left;
      }
      BinaryOperator operator = OPERATORS[kind.ordinal()];
      if (operator == null) {
        left = wordOperator(left, kind);
      } else {
        int leftHeight = height;
        tokens.advance();
        Expression right = parse(binding + 1, 2);
        setHeight(Math.max(leftHeight, height));
        left = new Expression.Binary(left.position(), operator, left, right);
      }
    }
  }

  private static int precedenceOf(TokenKind kind) {
    return PRECEDENCES[kind.ordinal()];
  }

  private static int precedence(TokenKind kind) {
    switch (kind) {
      case OR:
        return LOWEST;
      case AND:
        return AND;
      case EQUAL:
      case NOT_EQUAL:
      case IS:
      case NOT:
      case IN:
      case LIKE:
      case GLOB:
      case REGEXP:
      case MATCH:
      case BETWEEN:
      case ISNULL:
      case NOTNULL:
        return EQUALITY;
      case LESS:
      case LESS_EQUAL:
      case GREATER:
      case GREATER_EQUAL:
        return COMPARISON;
      case AMPERSAND:
      case BAR:
      case SHIFT_LEFT:
      case SHIFT_RIGHT:
        return BITS;
      case PLUS:
      case MINUS:
        return SUM;
      case STAR:
      case SLASH:
      case PERCENT:
        return PRODUCT;
      case CONCAT:
      case ARROW:
      case LONG_ARROW:
        return CONCAT;
      case COLLATE:
        return COLLATE;
      default:
        return 0;
    }
  }

  /** The operator of a token that simply stands between its operands, else null. */
  private static BinaryOperator operator(TokenKind kind) {
    switch (kind) {
      case OR:
        return BinaryOperator.OR;
      case AND:
        return BinaryOperator.AND;
      case EQUAL:
        return BinaryOperator.EQUAL;
      case NOT_EQUAL:
        return BinaryOperator.NOT_EQUAL;
      case LESS:
        return BinaryOperator.LESS;
      case LESS_EQUAL:
        return BinaryOperator.LESS_EQUAL;
      case GREATER:
        return BinaryOperator.GREATER;
      case GREATER_EQUAL:
        return BinaryOperator.GREATER_EQUAL;
      case AMPERSAND:
        return BinaryOperator.BIT_AND;
      case BAR:
        return BinaryOperator.BIT_OR;
      case SHIFT_LEFT:
        return BinaryOperator.SHIFT_LEFT;
      case SHIFT_RIGHT:
        return BinaryOperator.SHIFT_RIGHT;
      case PLUS:
        return BinaryOperator.ADD;
      case MINUS:
        return BinaryOperator.SUBTRACT;
      case STAR:
        return BinaryOperator.MULTIPLY;
      case SLASH:
        return BinaryOperator.DIVIDE;
      case PERCENT:
        return BinaryOperator.REMAINDER;
      case CONCAT:
        return BinaryOperator.CONCAT;
      case ARROW:
        return BinaryOperator.JSON;
      case LONG_ARROW:
        return BinaryOperator.JSON_TEXT;
      default:
        return null;
    }
  }

  /** An operator that is a word; the word has not been taken. */
  private Expression wordOperator(Expression left, TokenKind first) {
    tokens.advance();
    switch (first) {
      case COLLATE:
        String collation = tokens.identifierOrString();
        setHeight(height);
        return new Expression.Collate(left.position(), left, collation);
      case ISNULL:
        return unary(left.position(), UnaryOperator.IS_NULL, left);
      case NOTNULL:
        return unary(left.position(), UnaryOperator.NOT_NULL, left);
      case IS:
        return is(left);
      case NOT:
        if (tokens.take(TokenKind.NULL)) {
          return unary(left.position(), UnaryOperator.NOT_NULL, left);
        }
        TokenKind negated = tokens.kind();
        if (precedenceOf(negated) != EQUALITY || !isNegatable(negated)) {
          throw tokens.syntaxError();
        }
        tokens.advance();
        return negatable(left, negated, true);
      default:
        return negatable(left, first, false);
    }
  }

  private static boolean isNegatable(TokenKind kind) {
    switch (kind) {
      case IN:
      case LIKE:
      case GLOB:
      case REGEXP:
      case MATCH:
      case BETWEEN:
        return true;
      default:
        return false;
    }
  }

  private Expression is(Expression left) {
    int leftHeight = height;
    boolean negated = tokens.take(TokenKind.NOT);
    if (tokens.take(TokenKind.DISTINCT)) {
      tokens.expect(TokenKind.FROM);
      negated = !negated;
    }
    Expression right = parse(EQUALITY + 1, 2);
    setHeight(Math.max(leftHeight, height));
    return new Expression.Binary(
        left.position(), negated ? BinaryOperator.IS_NOT : BinaryOperator.IS, left, right);
  }

  private Expression negatable(Expression left, TokenKind kind, boolean negated) {
    switch (kind) {
      case IN:
        return in(left, negated);
      case BETWEEN:
        return between(left, negated);
      default:
        return like(left, LikeOperator.valueOf(kind.name()), negated);
    }
  }

  private Expression like(Expression left, LikeOperator operator, boolean negated) {
    int operatorPosition = tokens.previousEnd() - operator.name().length();
    String written = tokens.sql().substring(operatorPosition, tokens.previousEnd());
    int highest = height;
    Expression pattern = parse(EQUALITY + 1, 2);
    highest = Math.max(highest, height);
    Expression escape = null;
    if (tokens.take(TokenKind.ESCAPE)) {
      escape = parse(EQUALITY + 1, 4);
      highest = Math.max(highest, height);
    }
    setHeight(highest);
    return new Expression.Like(left.position(), operator, written, operatorPosition, negated, left, pattern, escape);
  }

  private Expression between(Expression left, boolean negated) {
    int highest = height;
    Expression low = parse(NOT, 2);
    if (tokens.at(TokenKind.OR)) {
      // OR takes every AND that follows, so that none is left for BETWEEN
      infix(low, LOWEST);
    }
    highest = Math.max(highest, height);
    tokens.expect(TokenKind.AND);
    Expression high = parse(EQUALITY + 1, 4);
    setHeight(Math.max(highest, height));
    return new Expression.Between(left.position(), negated, left, low, high);
  }

  private Expression in(Expression left, boolean negated) {
    int leftHeight = height;
    Expression result;
    tokens.enter(3);
    if (tokens.take(TokenKind.LEFT_PARENTHESIS)) {
      if (isSelectStart(0)) {
        Select select = selects.nested();
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        height = selects.height();
        result = new Expression.InSelect(left.position(), negated, left, select);
      } else {
        List<Expression> list = listInParentheses();
        boolean isQuery = list.size() == 1 && list.get(0).unwrapped() instanceof Expression.Subquery;
        result =
            isQuery
                ? new Expression.InSelect(left.position(), negated, left, ((Expression.Subquery) list.get(0).unwrapped()).select())
                : new Expression.InList(left.position(), negated, left, list);
      }
    } else {
      String schema = null;
      int position = tokens.start();
      String table = tokens.name();
      if (tokens.take(TokenKind.DOT)) {
        schema = table;
        table = tokens.name();
      }
      height = 0;
      List<Expression> arguments = tokens.take(TokenKind.LEFT_PARENTHESIS) ? listInParentheses() : null;
      result = new Expression.InTable(left.position(), negated, left, position, schema, table, arguments);
    }
    tokens.leave(3);
    setHeight(Math.max(leftHeight, height));
    return result;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** An expression as written (https://sqlite.org/lang_expr.html). */
public sealed interface Expression {
  int position();

  /** The expression without parentheses around it. */
  default Expression unwrapped() {
    Expression inner = this;
    while (inner instanceof Parenthesised parenthesised) {
      inner = parenthesised.inner();
    }
    return inner;
  }

  record NullLiteral(int position) implements Expression {}

  /**
   * An integer that fits 64 bits. The parser folds a minus sign only for −9223372036854775808.
   *
   * @param slot null if the value is fixed
   */
  record IntegerLiteral(int position, long value, LiteralSlot slot) implements Expression {
    public IntegerLiteral(int position, long value) {
      this(position, value, null);
    }

    @Override
    public long value() {
      LiteralSlot.pin(slot);
      return value;
    }

    /** The value, for somebody who hands it on together with its slot. */
    public long unpinned() {
      return value;
    }
  }

  /** @param slot null if the value is fixed */
  record RealLiteral(int position, double value, LiteralSlot slot) implements Expression {
    public RealLiteral(int position, double value) {
      this(position, value, null);
    }

    @Override
    public double value() {
      LiteralSlot.pin(slot);
      return value;
    }

    /** The value, for somebody who hands it on together with its slot. */
    public double unpinned() {
      return value;
    }
  }

  /** @param slot null if the value is fixed */
  record StringLiteral(int position, String value, LiteralSlot slot) implements Expression {
    public StringLiteral(int position, String value) {
      this(position, value, null);
    }

    @Override
    public String value() {
      LiteralSlot.pin(slot);
      return value;
    }

    /** The value, for somebody who hands it on together with its slot. */
    public String unpinned() {
      return value;
    }
  }

  record BlobLiteral(int position, byte[] value) implements Expression {}

  /** CURRENT_DATE, CURRENT_TIME, CURRENT_TIMESTAMP; the name in lower case. */
  record CurrentTime(int position, String name) implements Expression {}

  /**
   * ?, ?NNN, :name, @name, $name.
   *
   * @param number from 1, already assigned
   * @param name with its prefix character, null for a plain ?
   */
  record Parameter(int position, int number, String name) implements Expression {}

  /**
   * A column, perhaps qualified. TRUE and FALSE come as columns too.
   *
   * @param schema or null
   * @param table or null
   * @param doubleQuoted a lone "name", which becomes a string if there is no such column
   */
  record ColumnReference(int position, String schema, String table, String column, boolean doubleQuoted)
      implements Expression {}

  record Unary(int position, UnaryOperator operator, Expression operand) implements Expression {}

  record Binary(int position, BinaryOperator operator, Expression left, Expression right) implements Expression {}

  record Collate(int position, Expression operand, String collation) implements Expression {}

  /** @param type the type's text as written, names joined by one space */
  record Cast(int position, Expression operand, String type) implements Expression {}

  /**
   * LIKE, GLOB, REGEXP, MATCH.
   *
   * @param written the operator as it was written
   * @param operatorPosition offset of the operator
   * @param escape or null
   */
  record Like(
      int position,
      LikeOperator operator,
      String written,
      int operatorPosition,
      boolean negated,
      Expression operand,
      Expression pattern,
      Expression escape)
      implements Expression {}

  record Between(int position, boolean negated, Expression operand, Expression low, Expression high)
      implements Expression {}

  record InList(int position, boolean negated, Expression operand, List<Expression> list) implements Expression {}

  record InSelect(int position, boolean negated, Expression operand, Select select) implements Expression {}

  /**
   * {@code x IN table} or {@code x IN function(args)}; {@code arguments} is null for a table.
   *
   * @param tablePosition where the name of the table begins, or its schema
   */
  record InTable(
      int position,
      boolean negated,
      Expression operand,
      int tablePosition,
      String schema,
      String table,
      List<Expression> arguments)
      implements Expression {}

  record Exists(int position, Select select) implements Expression {}

  record Subquery(int position, Select select) implements Expression {}

  /** @param base or null; @param otherwise or null */
  record Case(int position, Expression base, List<When> whens, Expression otherwise) implements Expression {}

  /** One arm of a CASE. */
  record When(Expression condition, Expression result) {}

  /**
   * A call.
   *
   * @param star {@code count(*)}: no arguments but a star
   * @param orderBy within the parentheses, empty if none
   * @param withinGroup the order was given as WITHIN GROUP (ORDER BY …)
   * @param filter or null
   * @param over or null
   */
  record FunctionCall(
      int position,
      String name,
      boolean distinct,
      boolean star,
      List<Expression> arguments,
      List<OrderingTerm> orderBy,
      boolean withinGroup,
      Expression filter,
      Window over)
      implements Expression {}

  /** (a, b, …) with two or more. */
  record RowValue(int position, List<Expression> values) implements Expression {}

  /** RAISE(…) in a trigger. @param message null for IGNORE */
  record Raise(int position, ConflictAction action, Expression message) implements Expression {}

  /** An expression in parentheses: they matter for column names and for {@code (a) COLLATE}. */
  record Parenthesised(int position, Expression inner) implements Expression {}

  /** Operators before or behind one operand. */
  enum UnaryOperator {
    PLUS,
    MINUS,
    NOT,
    BIT_NOT,
    IS_NULL,
    NOT_NULL
  }

  /** Operators between two operands. IS NOT DISTINCT FROM is IS, IS DISTINCT FROM is IS_NOT. */
  enum BinaryOperator {
    OR("OR"),
    AND("AND"),
    EQUAL("="),
    NOT_EQUAL("<>"),
    IS("IS"),
    IS_NOT("IS NOT"),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    BIT_AND("&"),
    BIT_OR("|"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    CONCAT("||"),
    JSON("->"),
    JSON_TEXT("->>");

    private final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    public boolean isComparison() {
      return compareTo(EQUAL) >= 0 && compareTo(GREATER_EQUAL) <= 0;
    }
  }

  /** The pattern operators, each a call of the function with that name in lower case. */
  enum LikeOperator {
    LIKE,
    GLOB,
    REGEXP,
    MATCH
  }
}

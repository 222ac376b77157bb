// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.LiteralSlot;
import org.lumosql.value.Affinity;

/**
 * An expression with its names resolved. Records, so that equal expressions are equal objects (sources and calls by
 * identity): the planner
 * matches WHERE terms with expression indexes that way, GROUP BY terms with result columns.
 *
 * <p>Affinity and collation of an expression, and of a comparison, are in {@link Typing}.
 */
public sealed interface BoundExpression {
  /** How many direct operands it has; a query inside is none. */
  default int operandCount() {
    return 0;
  }

  /** A direct operand, from 0. Trees are walked this way many times per statement: it makes no lists. */
  default BoundExpression operand(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  /** The literal that it is, if its value is free; else null. */
  default LiteralSlot slot() {
    return null;
  }

  /** What has one operand. */
  sealed interface OnOne extends BoundExpression {
    BoundExpression operand();

    @Override
    default int operandCount() {
      return 1;
    }

    @Override
    default BoundExpression operand(int index) {
      return operand();
    }
  }

  /** What has a left and a right operand. */
  sealed interface OnTwo extends BoundExpression {
    BoundExpression left();

    BoundExpression right();

    @Override
    default int operandCount() {
      return 2;
    }

    @Override
    default BoundExpression operand(int index) {
      return index == 0 ? left() : right();
    }
  }

  // ---- values
  // ----------------------------------------------------------------------------------------------------------------

  record Null() implements BoundExpression {}

  /** @param slot the literal that it is, as long as its value is free; null if it is fixed */
  record IntegerConstant(long value, LiteralSlot slot) implements BoundExpression {
    public IntegerConstant(long value) {
      this(value, null);
    }

    @Override
    public long value() {
      LiteralSlot.pin(slot);
      return value;
    }

    /** The value, for the instruction that loads it and nobody else. */
    public long unpinned() {
      return value;
    }

    /** Whether it is −1, 0 or 1, which an integer in a slot never is. */
    public boolean isSmall() {
      return slot == null && value >= -1 && value <= 1;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof IntegerConstant constant && value() == constant.value();
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value());
    }
  }

  /** @param slot the literal that it is, as long as its value is free; null if it is fixed */
  record RealConstant(double value, LiteralSlot slot) implements BoundExpression {
    public RealConstant(double value) {
      this(value, null);
    }

    @Override
    public double value() {
      LiteralSlot.pin(slot);
      return value;
    }

    /** The value, for the instruction that loads it and nobody else. */
    public double unpinned() {
      return value;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof RealConstant constant && Double.compare(value(), constant.value()) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value());
    }
  }

  /** @param slot the literal that it is, as long as its value is free; null if it is fixed */
  record TextConstant(String value, LiteralSlot slot) implements BoundExpression {
    public TextConstant(String value) {
      this(value, null);
    }

    @Override
    public String value() {
      LiteralSlot.pin(slot);
      return value;
    }

    /** The value, for the instruction that loads it and nobody else. */
    public String unpinned() {
      return value;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof TextConstant constant && value().equals(constant.value());
    }

    @Override
    public int hashCode() {
      return value().hashCode();
    }
  }

  /** @param hex the bytes in upper-case hexadecimal digits, so that equals works */
  record BlobConstant(String hex) implements BoundExpression {}

  /** @param number from 1 */
  record ParameterValue(int number) implements BoundExpression {
    @Override
    public boolean equals(Object other) {
      return other instanceof ParameterValue value && number == value.number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  /**
   * A column of a source.
   *
   * @param column −1 for the rowid
   */
  record ColumnValue(Source source, int column) implements BoundExpression {
    // written out where expressions are compared most: what the compiler makes for records is slow until it is optimised
    @Override
    public boolean equals(Object other) {
      return other instanceof ColumnValue value && source == value.source && column == value.column;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(source) * 31 + column;
    }
  }

  /**
   * A column that a condition sets equal to a constant: the constant's value, with the column's affinity and
   * collation.
   */
  record FixedColumn(ColumnValue column, BoundExpression value) implements BoundExpression {
    @Override
    public int operandCount() {
      return 1;
    }

    @Override
    public BoundExpression operand(int index) {
      return value;
    }
  }

  /**
   * The value of a result column of a subquery that became part of the query around it: an expression, with the
   * affinity and collation that the
   * column had. Collations that were explicit inside are not so outside.
   */
  record Projected(BoundExpression operand, Affinity affinity, Collation collation) implements OnOne {}

  /**
   * The column that USING or NATURAL merges in a FULL join: the first that is not NULL. Affinity and collation are
   * the first one's.
   */
  record MergedColumn(List<BoundExpression> columns) implements BoundExpression {
    public MergedColumn {
      columns = List.copyOf(columns);
    }

    @Override
    public int operandCount() {
      return columns.size();
    }

    @Override
    public BoundExpression operand(int index) {
      return columns.get(index);
    }
  }

  /** A value that is in a register already: a row of a trigger or an UPSERT, a value computed earlier. */
  record RegisterValue(int register, Affinity affinity, Collation collation) implements BoundExpression {}

  /** One value of OLD or NEW in a trigger program: opcode Param reads it. @param index as opcode Param wants it; @param isReal whether an integer is to be read as a real */
  record TriggerValue(int index, Affinity affinity, Collation collation, boolean isReal) implements BoundExpression {}

  // ---- operators
  // -------------------------------------------------------------------------------------------------------------

  record Negate(BoundExpression operand) implements OnOne {}

  record BitNot(BoundExpression operand) implements OnOne {}

  record Not(BoundExpression operand) implements OnOne {}

  /** IS NULL, or NOT NULL. */
  record NullTest(BoundExpression operand, boolean negated) implements OnOne {}

  /** IS [NOT] TRUE, IS [NOT] FALSE. */
  record TruthTest(BoundExpression operand, boolean truth, boolean negated) implements OnOne {}

  /** Unary plus, and parentheses that matter: no code, but no longer usable by an index. */
  record Opaque(BoundExpression operand) implements OnOne {}

  /** Arithmetic, bits, concatenation, {@code ->}, {@code ->>}. */
  record Arithmetic(BinaryOperator operator, BoundExpression left, BoundExpression right) implements OnTwo {}

  /** =, &lt;&gt;, &lt;, &lt;=, &gt;, &gt;=, IS, IS NOT; also between row values of equal size. */
  record Comparison(BinaryOperator operator, BoundExpression left, BoundExpression right) implements OnTwo {}

  record And(BoundExpression left, BoundExpression right) implements OnTwo {}

  record Or(BoundExpression left, BoundExpression right) implements OnTwo {}

  record Collated(BoundExpression operand, Collation collation) implements OnOne {}

  record Cast(BoundExpression operand, Affinity affinity) implements OnOne {}

  record Between(BoundExpression operand, BoundExpression low, BoundExpression high, boolean negated)
      implements BoundExpression {
    @Override
    public int operandCount() {
      return 3;
    }

    @Override
    public BoundExpression operand(int index) {
      return index == 0 ? operand : index == 1 ? low : high;
    }
  }

  record InList(BoundExpression operand, List<BoundExpression> list, boolean negated) implements BoundExpression {
    @Override
    public int operandCount() {
      return 1 + list.size();
    }

    @Override
    public BoundExpression operand(int index) {
      return index == 0 ? operand : list.get(index - 1);
    }
  }

  record InQuery(BoundExpression operand, BoundQuery query, boolean negated) implements OnOne {
    /** Called when the expression is used; an ORDER BY term that is not needed may be wrong. */
    public void requireSameWidth() {
      int expected = BoundTree.sizeOf(operand);
      if (query.columnCount() != expected) {
        throw ExpressionResolver.wrongColumnCount(query.columnCount(), expected);
      }
    }
  }

  record Exists(BoundQuery query) implements BoundExpression {}

  /** The first row of a query; of several columns it is a row value. */
  record ScalarQuery(BoundQuery query) implements BoundExpression {}

  /** What is no single value but stands where one is wanted; an error as soon as it is computed. */
  record Misused(String message) implements BoundExpression {}

  record RowValue(List<BoundExpression> values) implements BoundExpression {
    @Override
    public int operandCount() {
      return values.size();
    }

    @Override
    public BoundExpression operand(int index) {
      return values.get(index);
    }
  }

  /** Column {@code index} of a row value that is a query. */
  record RowField(BoundExpression row, int index) implements BoundExpression {
    @Override
    public int operandCount() {
      return 1;
    }

    @Override
    public BoundExpression operand(int index) {
      return row;
    }
  }

  /** @param base or null; @param otherwise or null; whens and results alternate in two lists of the same size */
  record Case(
      BoundExpression base, List<BoundExpression> conditions, List<BoundExpression> results, BoundExpression otherwise)
      implements BoundExpression {
    @Override
    public int operandCount() {
      return (base == null ? 0 : 1) + 2 * conditions.size() + (otherwise == null ? 0 : 1);
    }

    /** The base, then conditions and results in turn, then what is left. */
    @Override
    public BoundExpression operand(int index) {
      int place = base == null ? index : index - 1;
      if (place < 0) {
        return base;
      }
      if (place == 2 * conditions.size()) {
        return otherwise;
      }
      return (place & 1) == 0 ? conditions.get(place >> 1) : results.get(place >> 1);
    }
  }

  // ---- calls
  // -----------------------------------------------------------------------------------------------------------------

  /**
   * A scalar function.
   *
   * @param isOperator it was written as {@code x LIKE y}, which tells the planner more; it is no other expression for
   *     that
   */
  record Call(FunctionDefinition function, List<BoundExpression> arguments, boolean isOperator)
      implements BoundExpression {
    public Call(FunctionDefinition function, List<BoundExpression> arguments) {
      this(function, arguments, false);
    }

    /** The same function of other arguments. */
    public Call with(List<BoundExpression> others) {
      return new Call(function, others, isOperator);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Call call && function.equals(call.function) && arguments.equals(call.arguments);
    }

    @Override
    public int hashCode() {
      return function.hashCode() * 31 + arguments.hashCode();
    }

    @Override
    public int operandCount() {
      return arguments.size();
    }

    @Override
    public BoundExpression operand(int index) {
      return arguments.get(index);
    }
  }

  /** The value of an aggregate of the block that it belongs to. */
  record AggregateValue(AggregateCall call) implements BoundExpression {
    @Override
    public boolean equals(Object other) {
      return other instanceof AggregateValue value && call == value.call;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(call);
    }
  }

  /** The value of a window function of the block that it belongs to. */
  record WindowValue(WindowCall call) implements BoundExpression {}

  /** RAISE. @param message or null for IGNORE */
  record Raise(ConflictAction action, BoundExpression message) implements BoundExpression {
    @Override
    public int operandCount() {
      return message == null ? 0 : 1;
    }

    @Override
    public BoundExpression operand(int index) {
      return message;
    }
  }
}

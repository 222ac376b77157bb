// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.Comparison;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** Conditions as jumps, with SQL's three-valued logic. */
final class ConditionCompiler {
  /** In P5 of a comparison: jump if an operand is NULL. */
  static final int JUMP_IF_NULL = 0x10;

  /** In P5 of a comparison: NULLs are equal to each other. */
  static final int NULLS_EQUAL = 0x80;

  private final CompileContext context;
  private final ProgramBuilder program;
  private final ExpressionCompiler expressions;

  ConditionCompiler(CompileContext context, ExpressionCompiler expressions) {
    this.context = context;
    this.program = context.program();
    this.expressions = expressions;
  }

  void jumpIfTrue(BoundExpression written, int label, boolean jumpIfNull) {
    BoundExpression condition = context.simplified(written);
    if (context.replacement(condition) != null) {
      test(Opcode.If, condition, label, jumpIfNull);
    } else if (condition instanceof BoundExpression.And and) {
      int skip = program.newLabel();
      boolean rightFirst = context.evaluationOrder().isRightFirst(and.left(), and.right());
      jumpIfFalse(rightFirst ? and.right() : and.left(), skip, !jumpIfNull);
      jumpIfTrue(rightFirst ? and.left() : and.right(), label, jumpIfNull);
      program.place(skip);
    } else if (condition instanceof BoundExpression.Or or) {
      boolean rightFirst = context.evaluationOrder().isRightFirst(or.left(), or.right());
      jumpIfTrue(rightFirst ? or.right() : or.left(), label, jumpIfNull);
      jumpIfTrue(rightFirst ? or.left() : or.right(), label, jumpIfNull);
    } else if (condition instanceof BoundExpression.Not not) {
      jumpIfFalse(not.operand(), label, jumpIfNull);
    } else if (condition instanceof BoundExpression.TruthTest test) {
      if (test.truth() != test.negated()) {
        jumpIfTrue(test.operand(), label, test.negated());
      } else {
        jumpIfFalse(test.operand(), label, test.negated());
      }
    } else if (condition instanceof BoundExpression.NullTest test) {
      nullTest(test.operand(), test.negated() ? Opcode.NotNull : Opcode.IsNull, label);
    } else if (condition instanceof Comparison comparison) {
      compareAndJump(comparison, label, jumpIfNull, true);
    } else if (condition instanceof BoundExpression.Between between) {
      jumpByRange(between, label, jumpIfNull, !between.negated());
    } else if (condition instanceof BoundExpression.InList || condition instanceof BoundExpression.InQuery) {
      int no = program.newLabel();
      new InCompiler(context).jumpUnless(condition, no, jumpIfNull ? label : no);
      program.emit(Opcode.Goto, 0, label);
      program.place(no);
    } else if (condition instanceof BoundExpression.IntegerConstant constant) {
      if (constant.value() != 0) {
        program.emit(Opcode.Goto, 0, label);
      }
    } else {
      test(Opcode.If, condition, label, jumpIfNull);
    }
  }

  void jumpIfFalse(BoundExpression written, int label, boolean jumpIfNull) {
    BoundExpression condition = context.simplified(written);
    if (context.replacement(condition) != null) {
      test(Opcode.IfNot, condition, label, jumpIfNull);
    } else if (condition instanceof BoundExpression.And and) {
      boolean rightFirst = context.evaluationOrder().isRightFirst(and.left(), and.right());
      jumpIfFalse(rightFirst ? and.right() : and.left(), label, jumpIfNull);
      jumpIfFalse(rightFirst ? and.left() : and.right(), label, jumpIfNull);
    } else if (condition instanceof BoundExpression.Or or) {
      int skip = program.newLabel();
      boolean rightFirst = context.evaluationOrder().isRightFirst(or.left(), or.right());
      jumpIfTrue(rightFirst ? or.right() : or.left(), skip, !jumpIfNull);
      jumpIfFalse(rightFirst ? or.left() : or.right(), label, jumpIfNull);
      program.place(skip);
    } else if (condition instanceof BoundExpression.Not not) {
      jumpIfTrue(not.operand(), label, jumpIfNull);
    } else if (condition instanceof BoundExpression.TruthTest test) {
      if (test.truth() != test.negated()) {
        jumpIfFalse(test.operand(), label, !test.negated());
      } else {
        jumpIfTrue(test.operand(), label, !test.negated());
      }
    } else if (condition instanceof BoundExpression.NullTest test) {
      nullTest(test.operand(), test.negated() ? Opcode.IsNull : Opcode.NotNull, label);
    } else if (condition instanceof Comparison comparison) {
      compareAndJump(comparison, label, jumpIfNull, false);
    } else if (condition instanceof BoundExpression.Between between) {
      jumpByRange(between, label, jumpIfNull, between.negated());
    } else if (condition instanceof BoundExpression.InList || condition instanceof BoundExpression.InQuery) {
      int unknown = jumpIfNull ? label : program.newLabel();
      new InCompiler(context).jumpUnless(condition, label, unknown);
      if (!jumpIfNull) {
        program.place(unknown);
      }
    } else if (condition instanceof BoundExpression.IntegerConstant constant) {
      if (constant.value() == 0) {
        program.emit(Opcode.Goto, 0, label);
      }
    } else {
      test(Opcode.IfNot, condition, label, jumpIfNull);
    }
  }

  private void test(int opcode, BoundExpression condition, int label, boolean jumpIfNull) {
    int register = expressions.code(condition);
    program.emit(opcode, register, label, jumpIfNull ? 1 : 0);
    expressions.release(register);
  }

  private void nullTest(BoundExpression operand, int opcode, int label) {
    int register = expressions.code(operand);
    program.emit(opcode, register, label);
    expressions.release(register);
  }

  /** 1 or 0 for conditions that are never NULL, computed by jumping; for others their three values. */
  void valueTo(BoundExpression condition, int target) {
    if (condition instanceof BoundExpression.NullTest test) {
      int operand = expressions.code(test.operand());
      int end = program.newLabel();
      program.emit(Opcode.Integer, 1, target);
      program.emit(test.negated() ? Opcode.NotNull : Opcode.IsNull, operand, end);
      program.emit(Opcode.Integer, 0, target);
      program.place(end);
      expressions.release(operand);
    } else {
      expressions.codeTo(expand((BoundExpression.Between) condition), target);
    }
  }

  // ---- BETWEEN
  // ---------------------------------------------------------------------------------------------------------------

  private BoundExpression expand(BoundExpression.Between between) {
    BoundExpression operand = once(between.operand());
    BoundExpression both = new BoundExpression.And(lower(between, operand), upper(between, operand));
    return between.negated() ? new BoundExpression.Not(both) : both;
  }

  /** Jumps by the bounds in their sequence, whichever has a subquery. @param ifInside whether to jump if both hold, not if one does not */
  private void jumpByRange(BoundExpression.Between between, int label, boolean jumpIfNull, boolean ifInside) {
    BoundExpression operand = once(between.operand());
    if (ifInside) {
      int skip = program.newLabel();
      jumpIfFalse(lower(between, operand), skip, !jumpIfNull);
      jumpIfTrue(upper(between, operand), label, jumpIfNull);
      program.place(skip);
    } else {
      jumpIfFalse(lower(between, operand), label, jumpIfNull);
      jumpIfFalse(upper(between, operand), label, jumpIfNull);
    }
  }

  private static Comparison lower(BoundExpression.Between between, BoundExpression operand) {
    return new Comparison(BinaryOperator.GREATER_EQUAL, operand, between.low());
  }

  private static Comparison upper(BoundExpression.Between between, BoundExpression operand) {
    return new Comparison(BinaryOperator.LESS_EQUAL, operand, between.high());
  }

  /** The same value, computed now and only once; constants and values in registers as they are. */
  private BoundExpression once(BoundExpression expression) {
    int size = BoundTree.sizeOf(expression);
    if (size == 1) {
      int register = program.newRegister();
      expressions.codeTo(expression, register);
      return valueIn(register, expression);
    }
    int first = program.newRegisters(size);
    expressions.codeRow(expression, first);
    java.util.List<BoundExpression> values = new java.util.ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(valueIn(first + i, BoundTree.fieldOf(expression, i)));
    }
    return new BoundExpression.RowValue(values);
  }

  private static BoundExpression valueIn(int register, BoundExpression of) {
    BoundExpression value =
        new BoundExpression.RegisterValue(register, Typing.affinity(of), collationOfField(of));
    return Typing.hasExplicitCollation(of) ? new BoundExpression.Collated(value, Typing.collation(of)) : value;
  }

  private static org.lumosql.record.Collation collationOfField(BoundExpression field) {
    if (field instanceof BoundExpression.RowField row && row.row() instanceof BoundExpression.ScalarQuery query) {
      return Typing.collation(query.query().first().results().get(row.index()).expression());
    }
    return Typing.collation(field);
  }

  // ---- comparisons
  // -----------------------------------------------------------------------------------------------------------

  private void compareAndJump(Comparison comparison, int label, boolean jumpIfNull, boolean ifTrue) {
    if (BoundTree.sizeOf(comparison.left()) > 1) {
      int result = program.newRegister();
      rowComparisonTo(comparison, result);
      program.emit(ifTrue ? Opcode.If : Opcode.IfNot, result, label, jumpIfNull ? 1 : 0);
      return;
    }
    int skip = jumpIfNull ? label : program.newLabel();
    Operands operands = operands(comparison, skip);
    BinaryOperator operator = ifTrue ? comparison.operator() : inverse(comparison.operator());
    emitComparison(operator, comparison.left(), comparison.right(), operands.left(), operands.right(), label, jumpIfNull);
    if (!jumpIfNull) {
      program.place(skip);
    }
    operands.release(expressions);
  }

  /** The registers of the two sides. @param isTested whether there is a jump for a NULL */
  private record Operands(int left, int right, boolean isTested) {
    void release(ExpressionCompiler expressions) {
      expressions.release(right);
      expressions.release(left);
    }
  }

  /** Emits the two sides; a subquery is not computed if the other side is NULL. @param isNull to jump to then */
  private Operands operands(Comparison comparison, int isNull) {
    boolean nullsEqual = comparison.operator() == BinaryOperator.IS || comparison.operator() == BinaryOperator.IS_NOT;
    EvaluationOrder.NullTest test =
        nullsEqual ? EvaluationOrder.NullTest.NONE : context.evaluationOrder().nullTest(comparison.left(), comparison.right());
    boolean isRightFirst = test == EvaluationOrder.NullTest.RIGHT;
    int first = expressions.code(isRightFirst ? comparison.right() : comparison.left());
    boolean isTested = test != EvaluationOrder.NullTest.NONE;
    if (isTested) {
      program.emit(Opcode.IsNull, first, isNull);
    }
    int second = expressions.code(isRightFirst ? comparison.left() : comparison.right());
    return new Operands(isRightFirst ? second : first, isRightFirst ? first : second, isTested);
  }

  /** Emits one comparison of two registers that jumps if it holds. The expressions say by which rules. */
  void emitComparison(
      BinaryOperator operator,
      BoundExpression left,
      BoundExpression right,
      int leftRegister,
      int rightRegister,
      int label,
      boolean jumpIfNull) {
    boolean nullsEqual = operator == BinaryOperator.IS || operator == BinaryOperator.IS_NOT;
    int flags = nullsEqual ? NULLS_EQUAL : jumpIfNull ? JUMP_IF_NULL : 0;
    program.emit(
        opcodeOf(operator),
        rightRegister,
        label,
        leftRegister,
        new P4.Comparison(Typing.comparisonCollation(left, right)),
        flags | Typing.comparisonAffinity(left, right).letter());
  }

  /** The value of a comparison: 1, 0 or NULL. */
  void comparisonTo(Comparison comparison, int target) {
    if (BoundTree.sizeOf(comparison.left()) > 1) {
      int result = program.newRegister();
      rowComparisonTo(comparison, result);
      program.emit(Opcode.Copy, result, target, 0);
      return;
    }
    int end = program.newLabel();
    int isNull = program.newLabel();
    Operands operands = operands(comparison, isNull);
    int left = operands.left();
    int right = operands.right();
    int result = left == target || right == target ? program.newRegister() : target;
    program.emit(Opcode.Integer, 1, result);
    emitComparison(comparison.operator(), comparison.left(), comparison.right(), left, right, end, false);
    if (comparison.operator() == BinaryOperator.IS || comparison.operator() == BinaryOperator.IS_NOT) {
      program.emit(Opcode.Integer, 0, result);
    } else {
      program.emit(Opcode.ZeroOrNull, left, result, right);
    }
    if (operands.isTested()) {
      program.emit(Opcode.Goto, 0, end);
      program.place(isNull);
      program.emit(Opcode.Null, 0, result);
    }
    program.place(end);
    if (result != target) {
      program.emit(Opcode.Copy, result, target, 0);
    }
    operands.release(expressions);
  }

  /**
   * The value of a comparison of row values. The fields are computed and compared in their sequence, as far as it takes: what stands behind one that decides is not
   * computed.
   */
  private void rowComparisonTo(Comparison comparison, int result) {
    BinaryOperator operator = comparison.operator();
    BinaryOperator each = ofField(operator);
    boolean isEquality = each == BinaryOperator.EQUAL || each == BinaryOperator.IS;
    BoundExpression left = fields(comparison.left());
    BoundExpression right = fields(comparison.right());
    int last = BoundTree.sizeOf(left) - 1;
    int done = program.newLabel();
    program.emit(Opcode.Integer, 1, result);
    for (int i = 0; i <= last; i++) {
      BoundExpression leftField = BoundTree.fieldOf(left, i);
      BoundExpression rightField = BoundTree.fieldOf(right, i);
      int leftRegister = expressions.code(leftField);
      int rightRegister = expressions.code(rightField);
      int next = i == last ? done : program.newLabel();
      BinaryOperator here = isEquality || i < last ? each : operator;
      emitComparison(here, leftField, rightField, leftRegister, rightRegister, isEquality ? next : done, false);
      if (!isEquality && i < last) {
        program.emit(Opcode.ElseEq, 0, next);
      }
      if (each == BinaryOperator.IS) {
        program.emit(Opcode.Integer, 0, result);
      } else {
        program.emit(Opcode.ZeroOrNull, leftRegister, result, rightRegister);
      }
      expressions.release(rightRegister);
      expressions.release(leftRegister);
      if (i < last) {
        program.emit(isEquality ? Opcode.NotNull : Opcode.Goto, isEquality ? result : 0, done);
        program.place(next);
      }
    }
    program.place(done);
    if (operator == BinaryOperator.NOT_EQUAL || operator == BinaryOperator.IS_NOT) {
      program.emit(Opcode.Not, result, result);
    }
  }

  /** By what the fields but the last are compared. */
  private static BinaryOperator ofField(BinaryOperator operator) {
    switch (operator) {
      case NOT_EQUAL:
        return BinaryOperator.EQUAL;
      case IS_NOT:
        return BinaryOperator.IS;
      case LESS_EQUAL:
        return BinaryOperator.LESS;
      case GREATER_EQUAL:
        return BinaryOperator.GREATER;
      default:
        return operator;
    }
  }

  private BoundExpression fields(BoundExpression row) {
    return row instanceof BoundExpression.ScalarQuery ? once(row) : row;
  }

  private static BinaryOperator inverse(BinaryOperator operator) {
    switch (operator) {
      case EQUAL:
        return BinaryOperator.NOT_EQUAL;
      case NOT_EQUAL:
        return BinaryOperator.EQUAL;
      case IS:
        return BinaryOperator.IS_NOT;
      case IS_NOT:
        return BinaryOperator.IS;
      case LESS:
        return BinaryOperator.GREATER_EQUAL;
      case LESS_EQUAL:
        return BinaryOperator.GREATER;
      case GREATER:
        return BinaryOperator.LESS_EQUAL;
      case GREATER_EQUAL:
        return BinaryOperator.LESS;
      default:
        throw new AssertionError(operator);
    }
  }

  static int opcodeOf(BinaryOperator operator) {
    switch (operator) {
      case EQUAL:
      case IS:
        return Opcode.Eq;
      case NOT_EQUAL:
      case IS_NOT:
        return Opcode.Ne;
      case LESS:
        return Opcode.Lt;
      case LESS_EQUAL:
        return Opcode.Le;
      case GREATER:
        return Opcode.Gt;
      case GREATER_EQUAL:
        return Opcode.Ge;
      default:
        throw new AssertionError(operator);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.HexFormat;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Subtypes;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * From bound expressions to code. One per {@link CompileContext}.
 *
 * <p>Registers that {@link #code} hands out may be temporary: whoever has used the value may give it back with
 * {@link #release}, which does
 * nothing for others.
 */
public final class ExpressionCompiler {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final ConditionCompiler conditions;
  private final VaryingExpressions varying = new VaryingExpressions();

  ExpressionCompiler(CompileContext context) {
    this.context = context;
    this.program = context.program();
    this.conditions = new ConditionCompiler(context, this);
  }

  // ---- entries
  // ---------------------------------------------------------------------------------------------------------------

  /** Emits code for a value; returns the register that holds it, which may be shared: nobody may write to it. */
  public int code(BoundExpression expression) {
    CompileContext.Replacement replacement = context.replacement(expression);
    if (replacement != null) {
      return replaced(replacement);
    }
    if (expression instanceof BoundExpression.ColumnValue column) {
      SourceAccess access = accessOf(column);
      int register = access.columnRegister(column.column());
      if (register != 0) {
        return register;
      }
      int target = context.temporary();
      access.column(context, column.column(), target);
      return target;
    }
    if (expression instanceof BoundExpression.RegisterValue value) {
      return value.register();
    }
    if (expression instanceof BoundExpression.Opaque opaque) {
      return code(opaque.operand());
    }
    if (expression instanceof BoundExpression.Projected projected && !Subtypes.mayBeGiven(projected.operand())) {
      return code(projected.operand());
    }
    if (expression instanceof BoundExpression.Collated collated) {
      return code(collated.operand());
    }
    if (context.isFactoring() && varying.isConstant(expression)) {
      return constant(expression);
    }
    int target = context.temporary();
    codeTo(expression, target);
    return target;
  }

  /** The constant as the column would hold it. */
  private void fixedTo(BoundExpression.FixedColumn fixed, int target) {
    codeTo(fixed.value(), target);
    Affinity affinity = Typing.affinity(fixed.column());
    if (affinity.ordinal() > Affinity.BLOB.ordinal()) {
      program.emit(Opcode.Affinity, target, 1, 0, String.valueOf(affinity.letter()));
    }
  }

  private int replaced(CompileContext.Replacement replacement) {
    int register = replacement.register();
    if (register == 0) {
      register = context.temporary();
      replacement.code(context, register);
    }
    return register;
  }

  /** Gives back a register that {@link #code} returned, if it was a temporary one. */
  public void release(int register) {
    context.releaseTemporary(register);
  }

  /** A literal is made at the program's start; a call, which may fail, where it is first needed. */
  private int constant(BoundExpression expression) {
    if (!BoundTree.any(expression, e -> e instanceof BoundExpression.Call)) {
      return context.constant(expression);
    }
    int target = program.newRegister();
    int once = program.emit(Opcode.Once);
    boolean factoring = context.setFactoring(false);
    codeTo(expression, target);
    context.setFactoring(factoring);
    program.jumpHere(once);
    return target;
  }

  /** Emits code that puts values into consecutive registers. */
  public void codeList(List<BoundExpression> list, int firstTarget) {
    for (int i = 0; i < list.size(); i++) {
      codeTo(list.get(i), firstTarget + i);
    }
  }

  /** The same for the arguments of a call: some functions ask for the subtypes of theirs. */
  void codeArguments(FunctionDefinition function, List<BoundExpression> arguments, int firstTarget) {
    boolean asksForSubtypes = function.has(FunctionDefinition.SUBTYPE);
    boolean askedBefore = asksForSubtypes && context.setSubtypesWanted(true);
    codeList(arguments, firstTarget);
    if (asksForSubtypes) {
      context.setSubtypesWanted(askedBefore);
    }
  }

  /**
   * Emits code that puts the values of a row value, or the one value of any other expression, into consecutive
   * registers.
   */
  public void codeRow(BoundExpression row, int firstTarget) {
    if (row instanceof BoundExpression.RowValue values) {
      codeList(values.values(), firstTarget);
    } else if (row instanceof BoundExpression.ScalarQuery query) {
      new SubqueryCompiler(context).scalarTo(query.query(), firstTarget);
    } else {
      codeTo(row, firstTarget);
    }
  }

  /** Emits code that jumps if a condition is true, or is NULL and {@code jumpIfNull}. */
  public void jumpIfTrue(BoundExpression condition, int label, boolean jumpIfNull) {
    conditions.jumpIfTrue(condition, label, jumpIfNull);
  }

  /** Emits code that jumps if a condition is false, or is NULL and {@code jumpIfNull}. */
  public void jumpIfFalse(BoundExpression condition, int label, boolean jumpIfNull) {
    conditions.jumpIfFalse(condition, label, jumpIfNull);
  }

  /** Emits code that puts a value into a register. */
  public void codeTo(BoundExpression expression, int target) {
    CompileContext.Replacement replacement = context.replacement(expression);
    if (replacement != null) {
      if (replacement.register() != 0) {
        copy(replacement.register(), target);
      } else {
        replacement.code(context, target);
      }
    } else if (!literal(expression, target) && !operator(expression, target)) {
      rest(expression, target);
    }
  }

  private void copy(int from, int to) {
    if (from != to) {
      program.emit(Opcode.Copy, from, to, 0);
    }
  }

  private SourceAccess accessOf(BoundExpression.ColumnValue column) {
    SourceAccess access = context.access(column.source());
    if (access == null) {
      throw new SqlException(
          "no such column: " + column.source().name() + "." + column.source().columnName(column.column()));
    }
    return access;
  }

  // ---- literals
  // --------------------------------------------------------------------------------------------------------------

  private boolean literal(BoundExpression expression, int target) {
    if (expression.slot() != null) {
      context.loadsLiteral(expression.slot(), freeLiteral(expression, target));
      return true;
    }
    if (expression instanceof BoundExpression.IntegerConstant constant) {
      integer(constant.value(), target);
    } else if (expression instanceof BoundExpression.Null) {
      program.emit(Opcode.Null, 0, target);
    } else if (expression instanceof BoundExpression.TextConstant constant) {
      byte[] text = constant.value().getBytes(context.databases().encoding().charset());
      program.emit(Opcode.String8, 0, target, 0, text);
    } else if (expression instanceof BoundExpression.RealConstant constant) {
      program.emit(Opcode.Real, 0, target, 0, constant.value());
    } else if (expression instanceof BoundExpression.BlobConstant constant) {
      byte[] bytes = HexFormat.of().parseHex(constant.hex());
      program.emit(Opcode.Blob, bytes.length, target, 0, bytes);
    } else if (expression instanceof BoundExpression.ParameterValue parameter) {
      program.emit(Opcode.Variable, parameter.number(), target);
    } else if (expression instanceof BoundExpression.Misused misused) {
      throw new SqlException(misused.message());
    } else {
      return false;
    }
    return true;
  }

  /** Emits the instruction that loads a literal whose value is free; returns its address. */
  private int freeLiteral(BoundExpression literal, int target) {
    if (literal instanceof BoundExpression.IntegerConstant constant) {
      return program.emit(Opcode.Integer, (int) constant.unpinned(), target);
    }
    if (literal instanceof BoundExpression.RealConstant constant) {
      return program.emit(Opcode.Real, 0, target, 0, constant.unpinned());
    }
    String text = ((BoundExpression.TextConstant) literal).unpinned();
    return program.emit(Opcode.String8, 0, target, 0, text.getBytes(context.databases().encoding().charset()));
  }

  /** Emits code that puts an integer into a register. */
  public void integer(long value, int target) {
    if (value == (int) value) {
      program.emit(Opcode.Integer, (int) value, target);
    } else {
      program.emit(Opcode.Int64, 0, target, 0, value);
    }
  }

  // ---- operators
  // -------------------------------------------------------------------------------------------------------------

  private boolean operator(BoundExpression expression, int target) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      column(column, target);
    } else if (expression instanceof BoundExpression.Arithmetic arithmetic) {
      binary(opcodeOf(arithmetic.operator()), arithmetic.left(), arithmetic.right(), target);
    } else if (expression instanceof BoundExpression.And and) {
      logical(Opcode.And, and, and.left(), and.right(), target);
    } else if (expression instanceof BoundExpression.Or or) {
      logical(Opcode.Or, or, or.left(), or.right(), target);
    } else if (expression instanceof BoundExpression.Not not) {
      unary(Opcode.Not, not.operand(), target);
    } else if (expression instanceof BoundExpression.BitNot not) {
      unary(Opcode.BitNot, not.operand(), target);
    } else if (expression instanceof BoundExpression.Negate negate) {
      binary(Opcode.Subtract, new BoundExpression.IntegerConstant(0), negate.operand(), target);
    } else if (expression instanceof BoundExpression.Comparison comparison) {
      conditions.comparisonTo(comparison, target);
    } else if (expression instanceof BoundExpression.NullTest || expression instanceof BoundExpression.Between) {
      conditions.valueTo(expression, target);
    } else if (expression instanceof BoundExpression.TruthTest test) {
      int operand = code(test.operand());
      long inverted = test.truth() == test.negated() ? 1 : 0;
      program.emit(Opcode.IsTrue, operand, target, test.truth() ? 0 : 1, inverted);
      release(operand);
    } else if (expression instanceof BoundExpression.Opaque opaque) {
      codeTo(opaque.operand(), target);
    } else if (expression instanceof BoundExpression.FixedColumn fixed) {
      fixedTo(fixed, target);
    } else if (expression instanceof BoundExpression.Projected projected) {
      codeTo(projected.operand(), target);
      clearSubtype(projected.operand(), target);
    } else if (expression instanceof BoundExpression.Collated collated) {
      codeTo(collated.operand(), target);
    } else if (expression instanceof BoundExpression.Cast cast) {
      codeTo(cast.operand(), target);
      program.emit(Opcode.Cast, target, cast.affinity().letter());
    } else {
      return false;
    }
    return true;
  }

  /** Emits code that takes the subtype from a value that leaves a subquery, if the expression may have given it one. */
  void clearSubtype(BoundExpression expression, int register) {
    if (Subtypes.mayBeGiven(expression)) {
      program.emit(Opcode.ClrSubtype, register);
    }
  }

  private void column(BoundExpression.ColumnValue column, int target) {
    SourceAccess access = accessOf(column);
    int register = access.columnRegister(column.column());
    if (register == 0 || access.isSubquery()) {
      access.column(context, column.column(), target);
    } else {
      copy(register, target);
    }
  }

  private void binary(int opcode, BoundExpression left, BoundExpression right, int target) {
    EvaluationOrder.NullTest test = context.evaluationOrder().nullTest(left, right);
    boolean isRightFirst = test == EvaluationOrder.NullTest.RIGHT;
    int first = code(isRightFirst ? right : left);
    int isNull = test == EvaluationOrder.NullTest.NONE ? 0 : program.emit(Opcode.IsNull, first);
    int second = code(isRightFirst ? left : right);
    program.emit(opcode, isRightFirst ? first : second, isRightFirst ? second : first, target);
    if (isNull != 0) {
      int over = program.emit(Opcode.Goto);
      program.jumpHere(isNull);
      program.emit(Opcode.Null, 0, target);
      program.jumpHere(over);
    }
    release(second);
    release(first);
  }

  /** AND and OR: a subquery is left out where the other side says enough. */
  private void logical(int opcode, BoundExpression whole, BoundExpression left, BoundExpression right, int target) {
    BoundExpression deciding = context.simplified(whole);
    if (deciding != whole) {
      int register = code(deciding);
      program.emit(Opcode.And, register, register, target);
      release(register);
      return;
    }
    boolean rightFirst = context.evaluationOrder().isRightFirst(left, right);
    BoundExpression second = rightFirst ? left : right;
    if (!context.evaluationOrder().hasQuery(second)) {
      binary(opcode, left, right, target);
      return;
    }
    int enough = program.newLabel();
    int end = program.newLabel();
    int firstRegister = code(rightFirst ? right : left);
    program.emit(opcode == Opcode.And ? Opcode.IfNot : Opcode.If, firstRegister, enough);
    int secondRegister = code(second);
    program.emit(opcode, secondRegister, firstRegister, target);
    program.emit(Opcode.Goto, 0, end);
    program.place(enough);
    program.emit(opcode, firstRegister, firstRegister, target);
    program.place(end);
    release(secondRegister);
    release(firstRegister);
  }

  private void unary(int opcode, BoundExpression operand, int target) {
    int register = code(operand);
    program.emit(opcode, register, target);
    release(register);
  }

  private static int opcodeOf(BinaryOperator operator) {
    switch (operator) {
      case ADD:
        return Opcode.Add;
      case SUBTRACT:
        return Opcode.Subtract;
      case MULTIPLY:
        return Opcode.Multiply;
      case DIVIDE:
        return Opcode.Divide;
      case REMAINDER:
        return Opcode.Remainder;
      case CONCAT:
        return Opcode.Concat;
      case BIT_AND:
        return Opcode.BitAnd;
      case BIT_OR:
        return Opcode.BitOr;
      case SHIFT_LEFT:
        return Opcode.ShiftLeft;
      case SHIFT_RIGHT:
        return Opcode.ShiftRight;
      default:
        throw new AssertionError(operator);
    }
  }

  // ---- the rest
  // --------------------------------------------------------------------------------------------------------------

  private void rest(BoundExpression expression, int target) {
    if (expression instanceof BoundExpression.Call call) {
      new CallCompiler(context, this).call(call, target);
    } else if (expression instanceof BoundExpression.Case cases) {
      caseTo(cases, target);
    } else if (expression instanceof BoundExpression.InList || expression instanceof BoundExpression.InQuery) {
      new InCompiler(context).valueTo(expression, target);
    } else if (expression instanceof BoundExpression.ScalarQuery query) {
      new SubqueryCompiler(context).scalarTo(query.query(), target);
    } else if (expression instanceof BoundExpression.Exists exists) {
      copy(new SubqueryCompiler(context).exists(exists.query()), target);
    } else if (expression instanceof BoundExpression.MergedColumn merged) {
      firstNotNull(merged.columns(), target);
    } else if (expression instanceof BoundExpression.RegisterValue value) {
      copy(value.register(), target);
    } else if (expression instanceof BoundExpression.TriggerValue value) {
      program.emit(Opcode.Param, value.index(), target);
      if (value.isReal()) {
        program.emit(Opcode.RealAffinity, target);
      }
    } else if (expression instanceof BoundExpression.RowField field) {
      rowField(field, target);
    } else if (expression instanceof BoundExpression.Raise raise) {
      raise(raise);
    } else if (expression instanceof BoundExpression.AggregateValue aggregate) {
      throw new SqlException("misuse of aggregate: " + aggregate.call().function().name() + "()");
    } else if (expression instanceof BoundExpression.WindowValue window) {
      throw new SqlException("misuse of window function " + window.call().function().name() + "()");
    } else {
      throw new AssertionError(expression);
    }
  }

  private void rowField(BoundExpression.RowField field, int target) {
    int size = BoundTree.sizeOf(field.row());
    int first = program.newRegisters(size);
    codeRow(field.row(), first);
    copy(first + field.index(), target);
  }

  /** The first value that is not NULL. */
  void firstNotNull(List<BoundExpression> values, int target) {
    int end = program.newLabel();
    codeTo(values.get(0), target);
    for (int i = 1; i < values.size(); i++) {
      program.emit(Opcode.NotNull, target, end);
      codeConditionally(values.get(i), target);
    }
    program.place(end);
  }

  /** Code that may be jumped over: what it puts into registers of its own cannot be relied on behind it. */
  private void codeConditionally(BoundExpression value, int target) {
    codeTo(value, target);
  }

  private void caseTo(BoundExpression.Case cases, int target) {
    int end = program.newLabel();
    BoundExpression base = cases.base();
    int baseRegister = 0;
    if (base != null) {
      baseRegister = program.newRegister();
      codeTo(base, baseRegister);
      base = new BoundExpression.RegisterValue(baseRegister, Typing.affinity(base), Typing.collation(base));
    }
    for (int i = 0; i < cases.conditions().size(); i++) {
      int next = program.newLabel();
      BoundExpression condition = cases.conditions().get(i);
      if (base != null) {
        condition = new BoundExpression.Comparison(BinaryOperator.EQUAL, base, condition);
      }
      jumpIfFalse(condition, next, true);
      codeConditionally(cases.results().get(i), target);
      program.emit(Opcode.Goto, 0, end);
      program.place(next);
    }
    if (cases.otherwise() != null) {
      codeConditionally(cases.otherwise(), target);
    } else {
      program.emit(Opcode.Null, 0, target);
    }
    program.place(end);
  }

  private void raise(BoundExpression.Raise raise) {
    if (raise.action() == ConflictAction.IGNORE) {
      program.emit(Opcode.Halt, 0, ConflictAction.IGNORE.ordinal());
      return;
    }
    if (raise.action() == ConflictAction.ABORT) {
      context.needStatementSavepoint();
    }
    int message = code(raise.message());
    program.emit(Opcode.Halt, ResultCode.CONSTRAINT_TRIGGER.code(), raise.action().ordinal(), message);
    release(message);
  }

  /** Adds up the letters of affinities that values are converted by; null if none is. */
  public static String letters(List<org.lumosql.value.Affinity> affinities) {
    StringBuilder letters = new StringBuilder();
    for (org.lumosql.value.Affinity affinity : affinities) {
      letters.append(affinity.letter());
    }
    return letters.toString();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.plan.LogEstimate;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** The counters of LIMIT and OFFSET. A negative limit is none. */
final class LimitCode {
  private final ProgramBuilder program;
  private int limitRegister;
  private int offsetRegister;
  private long constant = -1;
  private BoundExpression limit;
  private BoundExpression offset;

  private LimitCode(ProgramBuilder program) {
    this.program = program;
  }

  /** No limit. */
  static LimitCode none(CompileContext context) {
    return new LimitCode(context.program());
  }

  /**
   * Emits code that sets the counters, and jumps away if the limit is 0.
   *
   * @param limit or null
   * @param offset or null
   */
  static LimitCode begin(
      CompileContext context, BoundExpression limit, BoundExpression offset, int breakLabel) {
    LimitCode code = new LimitCode(context.program());
    if (limit != null) {
      code.limit(context, limit, breakLabel);
      code.limit = known(limit, code.limitRegister);
    }
    if (offset != null) {
      code.offset(context, offset);
      code.offset = known(offset, code.offsetRegister);
    }
    return code;
  }

  /** The value when the loops begin: a literal as it stands, anything else from its register, where it may be negative, too. */
  private static BoundExpression known(BoundExpression value, int register) {
    boolean isLiteral =
        value instanceof BoundExpression.IntegerConstant number && number.value() >= 0 && number.value() <= Integer.MAX_VALUE;
    return isLiteral ? value : new BoundExpression.RegisterValue(register, Affinity.INTEGER, null);
  }

  /** Several arms of a compound count together: rows that one of them passes over are none for the next. */
  void share() {
    offset = null;
    limit = offsetRegister == 0 ? limit : null;
  }

  /** What virtual tables may be told if the limit counts the rows of the loops. */
  LoopRequest.Hints hints() {
    return new LoopRequest.Hints(limit, offset, offsetRegister, false);
  }

  private void limit(CompileContext context, BoundExpression limit, int breakLabel) {
    limitRegister = program.newRegister();
    if (limit instanceof BoundExpression.IntegerConstant number && number.value() == (int) number.value()) {
      constant = number.value();
      program.emit(Opcode.Integer, (int) number.value(), limitRegister);
      if (number.value() == 0) {
        program.emit(Opcode.Goto, 0, breakLabel);
      }
    } else {
      context.expressions().codeTo(limit, limitRegister);
      program.emit(Opcode.MustBeInt, limitRegister);
      program.emit(Opcode.IfNot, limitRegister, breakLabel);
    }
  }

  private void offset(CompileContext context, BoundExpression offset) {
    // the register behind it holds limit + offset: what a sorter must keep
    offsetRegister = program.newRegisters(2);
    context.expressions().codeTo(offset, offsetRegister);
    program.emit(Opcode.MustBeInt, offsetRegister);
    program.emit(Opcode.OffsetLimit, limitRegister, offsetRegister + 1, offsetRegister);
  }

  boolean hasLimit() {
    return limitRegister != 0;
  }

  boolean hasOffset() {
    return offsetRegister != 0;
  }

  /** The limit if it is a small constant, else −1. */
  long constant() {
    return constant;
  }

  /** An estimate of rows, lowered to the limit if that is known. */
  int atMost(int rows) {
    return constant < 0 ? rows : Math.min(rows, LogEstimate.of(constant));
  }

  /** The register that counts down the rows to be kept, those of OFFSET included. Requires: a limit. */
  int keptRegister() {
    return offsetRegister != 0 ? offsetRegister + 1 : limitRegister;
  }

  /** Emits code that skips a row while OFFSET has not been used up. */
  void skip(int continueLabel) {
    if (offsetRegister != 0) {
      program.emit(Opcode.IfPos, offsetRegister, continueLabel, 1);
    }
  }

  /** Emits code that counts a row and leaves when it was the last. */
  void count(int breakLabel) {
    if (limitRegister != 0) {
      program.emit(Opcode.DecrJumpZero, limitRegister, breakLabel);
    }
  }
}

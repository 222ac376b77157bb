// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.record.Collation;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Window.BoundType;
import org.lumosql.sql.ast.Window.FrameType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.sql.resolve.WindowCall.BoundWindow;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Whether a row of the partition lies within the bounds of the present row's frame. Rows are measured by their
 * number (ROWS), the number of their
 * group of peers (GROUPS, and RANGE without offsets), or the value of the one ORDER BY term (RANGE with an offset).
 */
final class WindowBounds {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final BoundWindow window;
  private final List<BoundExpression> columns;
  private final Bound start;
  private final Bound end;

  /**
   * One bound.
   *
   * @param offset register of the offset, 0 if it has none
   * @param limit register of the measure at the bound
   */
  private record Bound(BoundType type, BoundExpression expression, int offset, int limit, int unmoved) {
    boolean hasOffset() {
      return type == BoundType.PRECEDING || type == BoundType.FOLLOWING;
    }
  }

  WindowBounds(CompileContext context, BoundWindow window, List<BoundExpression> columns) {
    this.context = context;
    this.program = context.program();
    this.window = window;
    this.columns = columns;
    this.start = bound(window.start(), window.startOffset());
    this.end = bound(window.end(), window.endOffset());
  }

  private Bound bound(BoundType type, BoundExpression expression) {
    int offset = expression == null ? 0 : program.newRegister();
    return new Bound(type, expression, offset, program.newRegister(), program.newRegister());
  }

  boolean startsAtFirstRow() {
    return start.type() == BoundType.UNBOUNDED_PRECEDING;
  }

  /** Whether the start may lie behind the end: rows may be left behind that the end has only just reached, or not yet. */
  boolean startsAhead() {
    return start.type() == BoundType.FOLLOWING
        || start.type() == BoundType.PRECEDING && end.type() == BoundType.PRECEDING;
  }

  private boolean isByValue(Bound bound) {
    return window.type() == FrameType.RANGE && bound.hasOffset();
  }

  // ---- offsets
  // ---------------------------------------------------------------------------------------------------------------

  /** Emits code that computes and checks the offsets. */
  void computeOffsets() {
    offset(start, "frame starting offset");
    offset(end, "frame ending offset");
  }

  private void offset(Bound bound, String name) {
    if (bound.offset() == 0) {
      return;
    }
    context.expressions().codeTo(bound.expression(), bound.offset());
    boolean isNumber = window.type() == FrameType.RANGE;
    requireNotNegative(
        bound.offset(), isNumber, name + " must be a non-negative " + (isNumber ? "number" : "integer"));
  }

  private void requireNotNegative(int register, boolean isNumber, String message) {
    int zero = program.newRegister();
    int failed = program.newLabel();
    int fine = program.newLabel();
    program.emit(Opcode.Integer, 0, zero);
    P4.Comparison plain = new P4.Comparison(org.lumosql.record.Collations.binary());
    if (isNumber) {
      int text = program.newRegister();
      program.emit(Opcode.String8, 0, text, 0, new byte[0]);
      program.emit(
          Opcode.Ge, text, failed, register, plain, Affinity.NUMERIC.letter() | ConditionCompiler.JUMP_IF_NULL);
    } else {
      program.emit(Opcode.MustBeInt, register, failed);
    }
    program.emit(Opcode.Ge, zero, fine, register, plain, Affinity.NUMERIC.letter());
    program.place(failed);
    program.emit(Opcode.Halt, ResultCode.ERROR.code(), ConflictAction.ABORT.ordinal(), 0, message);
    program.place(fine);
  }

  // ---- limits
  // ----------------------------------------------------------------------------------------------------------------

  /** Emits code that works out the bounds of the present row's frame. */
  void computeLimits(int cursor) {
    limit(start, cursor);
    limit(end, cursor);
  }

  private void limit(Bound bound, int cursor) {
    if (bound.type() == BoundType.UNBOUNDED_PRECEDING || bound.type() == BoundType.UNBOUNDED_FOLLOWING) {
      return;
    }
    measure(bound, cursor, bound.limit());
    if (!bound.hasOffset()) {
      return;
    }
    boolean isFollowing = bound.type() == BoundType.FOLLOWING;
    if (!isByValue(bound)) {
      program.emit(isFollowing ? Opcode.Add : Opcode.Subtract, bound.offset(), bound.limit(), bound.limit());
    } else if (isFollowing) {
      program.emit(Opcode.Copy, bound.limit(), bound.unmoved());
      moveAhead(bound, bound.limit());
    }
  }

  /**
   * Emits code that moves a value by the offset, in the direction of the order. Only ever that way: a real may be too large for the offset to change it, and with
   * PRECEDING it is the other row's value plus the offset that is compared, not the present row's minus the offset.
   */
  private void moveAhead(Bound bound, int register) {
    int end = program.newLabel();
    // NULLs, texts and blobs have no neighbours at a distance: their frame is their peers
    int text = program.newRegister();
    program.emit(Opcode.String8, 0, text, 0, new byte[0]);
    program.emit(Opcode.IsNull, register, end);
    program.emit(Opcode.Ge, text, end, register, new P4.Comparison(org.lumosql.record.Collations.binary()), 0);
    program.emit(term().descending() ? Opcode.Subtract : Opcode.Add, bound.offset(), register, register);
    program.place(end);
  }

  /** Emits code that reads the value of the row under a cursor, to be compared with the limit. */
  private void measureOther(Bound bound, int cursor, int target) {
    measure(bound, cursor, target);
    if (isByValue(bound) && bound.type() == BoundType.PRECEDING) {
      moveAhead(bound, target);
    }
  }

  private BoundOrderingTerm term() {
    return window.orderBy().get(0);
  }

  /** Emits code that reads what a row is measured by. */
  private void measure(Bound bound, int cursor, int target) {
    if (window.type() == FrameType.ROWS) {
      program.emit(Opcode.Rowid, cursor, target);
    } else if (isByValue(bound)) {
      program.emit(Opcode.Column, cursor, columns.indexOf(term().expression()), target);
    } else {
      program.emit(Opcode.Column, cursor, columns.size(), target);
    }
  }

  // ---- tests
  // -----------------------------------------------------------------------------------------------------------------

  /** Emits code that jumps if the row under a cursor lies behind the frame's end. */
  void jumpIfBehindEnd(int cursor, int label) {
    if (end.type() == BoundType.UNBOUNDED_FOLLOWING) {
      return;
    }
    int value = program.newRegister();
    measureOther(end, cursor, value);
    if (!isByValue(end)) {
      compare(Opcode.Gt, value, end.limit(), label);
      return;
    }
    int within = program.newLabel();
    // a NULL is smaller or larger than everything, as NULLS FIRST or LAST says
    boolean nullsLast = term().nullsLast();
    nulls(value, end.limit(), within, nullsLast ? label : within, nullsLast ? within : label);
    if (end.type() == BoundType.FOLLOWING) {
      compare(term().descending() ? Opcode.Ge : Opcode.Le, value, end.unmoved(), within);
    }
    compare(term().descending() ? Opcode.Lt : Opcode.Gt, value, end.limit(), label);
    program.place(within);
  }

  /** Emits code that jumps unless the row under a cursor lies before the frame's start. */
  void jumpUnlessBeforeStart(int cursor, int label) {
    int value = program.newRegister();
    measureOther(start, cursor, value);
    if (!isByValue(start)) {
      compare(Opcode.Ge, value, start.limit(), label);
      return;
    }
    int before = program.newLabel();
    boolean nullsLast = term().nullsLast();
    nulls(value, start.limit(), label, nullsLast ? label : before, nullsLast ? before : label);
    if (start.type() == BoundType.PRECEDING) { // the sum of a large integer and a real may be less than the integer
      measure(start, cursor, start.unmoved());
      compare(term().descending() ? Opcode.Le : Opcode.Ge, start.unmoved(), start.limit(), label);
    }
    compare(term().descending() ? Opcode.Le : Opcode.Ge, value, start.limit(), label);
    program.place(before);
  }

  /** Emits code that jumps if either value is NULL. */
  private void nulls(int value, int limit, int both, int onlyValue, int onlyLimit) {
    int valueIsNull = program.newLabel();
    int none = program.newLabel();
    program.emit(Opcode.IsNull, value, valueIsNull);
    program.emit(Opcode.IsNull, limit, onlyLimit);
    program.emit(Opcode.Goto, 0, none);
    program.place(valueIsNull);
    program.emit(Opcode.IsNull, limit, both);
    program.emit(Opcode.Goto, 0, onlyValue);
    program.place(none);
  }

  private void compare(int opcode, int value, int limit, int label) {
    Collation collation =
        window.orderBy().isEmpty()
            ? org.lumosql.record.Collations.binary()
            : Typing.collationOrBinary(window.orderBy().get(0).expression());
    program.emit(opcode, limit, label, value, new P4.Comparison(collation), 0);
  }
}

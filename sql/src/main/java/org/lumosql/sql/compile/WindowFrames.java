// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import java.util.function.IntConsumer;
import org.lumosql.error.ResultCode;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Window.Exclusion;
import org.lumosql.sql.ast.Window.FrameType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.WindowCall;
import org.lumosql.sql.resolve.WindowCall.BoundWindow;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Goes over the rows of one partition and computes the calls for each. Both bounds of the frame only move forward:
 * one cursor takes rows in at the
 * frame's end, one takes them out at its start; two counters say how many rows have come and gone, so that the
 * frame is the rows {@code gone + 1} to
 * {@code come}. With EXCLUDE the accumulators are filled anew for each row.
 */
final class WindowFrames {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final BoundWindow window;
  private final List<WindowCall> calls;
  private final List<BoundExpression> columns;
  private final KeptRow row;
  private final WindowBounds bounds;
  private final int table;
  private final int current;
  private final int startCursor;
  private final int endCursor;
  private final int seekCursor;
  private final int accumulators;
  private final int results;
  private final int come;
  private final int gone;
  private final int rowNumber;
  private final int groupNumber;

  /** @param columns of a record of the table, which holds the group's number behind them */
  WindowFrames(
      CompileContext context,
      BoundWindow window,
      List<WindowCall> calls,
      List<BoundExpression> columns,
      KeptRow row,
      int table) {
    this.context = context;
    this.program = context.program();
    this.window = window;
    this.calls = calls;
    this.columns = columns;
    this.row = row;
    this.table = table;
    this.bounds = new WindowBounds(context, window, columns);
    this.current = program.newCursor();
    this.startCursor = program.newCursor();
    this.endCursor = program.newCursor();
    this.seekCursor = program.newCursor();
    this.accumulators = program.newRegisters(calls.size());
    this.results = program.newRegisters(calls.size());
    this.come = program.newRegister();
    this.gone = program.newRegister();
    this.rowNumber = program.newRegister();
    this.groupNumber = program.newRegister();
  }

  /** The cursor on the row that is put out. */
  int currentCursor() {
    return current;
  }

  int resultOf(WindowCall call) {
    return results + calls.indexOf(call);
  }

  /** Opens further cursors on the table of rows. */
  void open() {
    program.emit(Opcode.OpenDup, current, table);
    program.emit(Opcode.OpenDup, startCursor, table);
    program.emit(Opcode.OpenDup, endCursor, table);
    program.emit(Opcode.OpenDup, seekCursor, table);
  }

  /** Whether the accumulators are filled anew for each row, because rows are excluded or none may be taken out again. */
  private boolean isComputedAnew() {
    return window.exclusion() != Exclusion.NONE
        || !context.databases().isOptimisationOn(Optimisation.WINDOW_FUNC) && !hasRanks();
  }

  /** Whether there is a function that counts the rows that have come, whatever has gone: there is nothing to take out of it. */
  private boolean hasRanks() {
    for (WindowCall call : calls) {
      if (WindowFunctionKind.of(call) == WindowFunctionKind.ACCUMULATOR
          && call.function().kind() == FunctionDefinition.Kind.WINDOW) {
        return true;
      }
    }
    return false;
  }

  /** Peers have the same frame, and an accumulator is asked for its value once. */
  private boolean sharesFrames() {
    return window.type() != FrameType.ROWS && !isComputedAnew();
  }

  /**
   * Emits the loop over the partition.
   *
   * @param row emits what is done with a row, given where the next one is asked for
   */
  void emit(IntConsumer row) {
    int done = program.newLabel();
    int next = program.newLabel();
    int output = program.newLabel();
    int group = program.newRegister();
    program.emit(Opcode.Rewind, current, done);
    bounds.computeOffsets();
    checkNthValues();
    program.emit(Opcode.Null, 0, accumulators, accumulators + calls.size() - 1);
    program.emit(Opcode.Rewind, startCursor, done);
    program.emit(Opcode.Rewind, endCursor, done);
    program.emit(Opcode.Integer, 0, come);
    program.emit(Opcode.Integer, 0, gone);
    program.emit(Opcode.Integer, 0, group);
    int endReached = program.newRegister();
    int startReached = program.newRegister();
    program.emit(Opcode.Integer, 0, endReached);
    program.emit(Opcode.Integer, 0, startReached);
    int top = program.address();
    program.emit(Opcode.Rowid, current, rowNumber);
    program.emit(Opcode.Column, current, columns.size(), groupNumber);
    if (sharesFrames()) {
      program.emit(
          Opcode.Eq, group, output, groupNumber, new P4.Comparison(org.lumosql.record.Collations.binary()), 0);
      program.emit(Opcode.Copy, groupNumber, group, 0);
    }
    bounds.computeLimits(current);
    if (!bounds.startsAtFirstRow()) {
      moveStart(startReached);
    }
    moveEnd(endReached);
    if (bounds.startsAhead()) {
      moveStart(startReached);
    }
    if (isComputedAnew()) {
      recompute();
    } else {
      values();
    }
    program.place(output);
    offsetValues();
    row.accept(next);
    program.place(next);
    program.emit(Opcode.Next, current, top);
    program.place(done);
    for (WindowCall call : calls) {
      if (WindowFunctionKind.of(call) == WindowFunctionKind.ACCUMULATOR) {
        int count = call.arguments().size();
        program.emit(Opcode.AggFinal, accumulatorOf(call), count, 0, new P4.Call(call.function(), count));
      }
    }
  }

  private int accumulatorOf(WindowCall call) {
    return accumulators + calls.indexOf(call);
  }

  // ---- moving the frame
  // ------------------------------------------------------------------------------------------------------

  private void moveEnd(int reached) {
    int stop = program.newLabel();
    int top = program.address();
    program.emit(Opcode.If, reached, stop);
    bounds.jumpIfBehindEnd(endCursor, stop);
    if (!isComputedAnew()) {
      accumulate(endCursor, false);
    }
    program.emit(Opcode.AddImm, come, 1);
    program.emit(Opcode.Next, endCursor, top);
    program.emit(Opcode.Integer, 1, reached);
    program.place(stop);
  }

  private void moveStart(int reached) {
    int stop = program.newLabel();
    int top = program.address();
    program.emit(Opcode.If, reached, stop);
    // only rows that came can go
    program.emit(Opcode.Ge, come, stop, gone, new P4.Comparison(org.lumosql.record.Collations.binary()), 0);
    bounds.jumpUnlessBeforeStart(startCursor, stop);
    if (!isComputedAnew()) {
      accumulate(startCursor, true);
    }
    program.emit(Opcode.AddImm, gone, 1);
    program.emit(Opcode.Next, startCursor, top);
    program.emit(Opcode.Integer, 1, reached);
    program.place(stop);
  }

  /** Takes the row under a cursor into the accumulators, or out of them. */
  private void accumulate(int cursor, boolean inverse) {
    for (WindowCall call : calls) {
      if (WindowFunctionKind.of(call) == WindowFunctionKind.ACCUMULATOR) {
        step(call, cursor, inverse);
      }
    }
  }

  private void step(WindowCall call, int cursor, boolean inverse) {
    int skip = program.newLabel();
    if (call.filter() != null) {
      int filter = program.newRegister();
      program.emit(Opcode.Column, cursor, columns.indexOf(call.filter()), filter);
      program.emit(Opcode.IfNot, filter, skip, 1);
    }
    int count = call.arguments().size();
    int first = program.newRegisters(count);
    for (int i = 0; i < count; i++) {
      argument(call, call.arguments().get(i), cursor, first + i);
    }
    if (call.function().has(FunctionDefinition.NEEDS_COLLATION)) {
      program.emit(Opcode.CollSeq, 0, 0, 0, CallCompiler.collationOf(call.arguments()));
    }
    program.emit(
        inverse ? Opcode.AggInverse : Opcode.AggStep,
        inverse ? 1 : 0,
        first,
        accumulatorOf(call),
        new P4.Call(call.function(), count),
        count);
    program.place(skip);
  }

  private void argument(WindowCall call, BoundExpression argument, int cursor, int target) {
    if (WindowCompiler.isComputedLate(call, argument)) {
      row.read(cursor, () -> context.expressions().codeTo(argument, target));
    } else {
      program.emit(Opcode.Column, cursor, columns.indexOf(argument), target);
    }
  }

  // ---- values
  // ----------------------------------------------------------------------------------------------------------------

  private void values() {
    for (WindowCall call : calls) {
      switch (WindowFunctionKind.of(call)) {
        case ACCUMULATOR:
          int count = call.arguments().size();
          program.emit(
              Opcode.AggValue, accumulatorOf(call), count, resultOf(call), new P4.Call(call.function(), count));
          break;
        case FIRST_VALUE:
          readFrameRow(call, seek -> program.emit(Opcode.AddImm, seek, 1), gone);
          break;
        case NTH_VALUE:
          readFrameRow(call, seek -> addNth(call, seek), gone);
          break;
        case LAST_VALUE:
          readFrameRow(call, seek -> {}, come);
          break;
        default:
          break;
      }
    }
  }

  /**
   * Reads the first argument in a row of the frame; NULL if the row is not in the frame.
   *
   * @param base register the row's number starts from
   */
  private void readFrameRow(WindowCall call, IntConsumer adjust, int base) {
    int seek = program.newRegister();
    int end = program.newLabel();
    P4.Comparison plain = new P4.Comparison(org.lumosql.record.Collations.binary());
    program.emit(Opcode.Null, 0, resultOf(call));
    program.emit(Opcode.Copy, base, seek, 0);
    adjust.accept(seek);
    program.emit(Opcode.Le, gone, end, seek, plain, 0);
    program.emit(Opcode.Gt, come, end, seek, plain, 0);
    program.emit(Opcode.SeekRowid, seekCursor, end, seek);
    program.emit(Opcode.Column, seekCursor, columns.indexOf(call.arguments().get(0)), resultOf(call));
    program.place(end);
  }

  private void addNth(WindowCall call, int seek) {
    int nth = program.newRegister();
    program.emit(Opcode.Column, current, columns.indexOf(call.arguments().get(1)), nth);
    checkNth(nth);
    program.emit(Opcode.Add, nth, seek, seek);
  }

  private void checkNthValues() {
    for (WindowCall call : calls) {
      if (WindowFunctionKind.of(call) == WindowFunctionKind.NTH_VALUE) {
        int nth = program.newRegister();
        program.emit(Opcode.Column, current, columns.indexOf(call.arguments().get(1)), nth);
        checkNth(nth);
      }
    }
  }

  private void checkNth(int register) {
    int zero = program.newRegister();
    int failed = program.newLabel();
    int fine = program.newLabel();
    program.emit(Opcode.Integer, 0, zero);
    program.emit(Opcode.MustBeInt, register, failed);
    program.emit(
        Opcode.Gt,
        zero,
        fine,
        register,
        new P4.Comparison(org.lumosql.record.Collations.binary()),
        Affinity.NUMERIC.letter());
    program.place(failed);
    program.emit(
        Opcode.Halt,
        ResultCode.ERROR.code(),
        ConflictAction.ABORT.ordinal(),
        0,
        "second argument to nth_value must be a positive integer");
    program.place(fine);
  }

  /** lag() and lead(): a row at a distance, or the default. */
  private void offsetValues() {
    for (WindowCall call : calls) {
      WindowFunctionKind kind = WindowFunctionKind.of(call);
      if (!kind.isOffset()) {
        continue;
      }
      int target = resultOf(call);
      int seek = program.newRegister();
      int end = program.newLabel();
      List<BoundExpression> arguments = call.arguments();
      if (arguments.size() < 3) {
        program.emit(Opcode.Null, 0, target);
      } else {
        program.emit(Opcode.Column, current, columns.indexOf(arguments.get(2)), target);
      }
      program.emit(Opcode.Rowid, current, seek);
      if (arguments.size() < 2) {
        program.emit(Opcode.AddImm, seek, kind == WindowFunctionKind.LEAD ? 1 : -1);
      } else {
        int distance = program.newRegister();
        program.emit(Opcode.Column, current, columns.indexOf(arguments.get(1)), distance);
        program.emit(
            kind == WindowFunctionKind.LEAD ? Opcode.Add : Opcode.Subtract, distance, seek, seek);
      }
      if (kind == WindowFunctionKind.LAG && arguments.size() > 1) {
        // with a negative distance SQLite's lag() sees one row ahead and no further
        int ahead = program.newRegister();
        program.emit(Opcode.Rowid, current, ahead);
        program.emit(Opcode.AddImm, ahead, 1);
        program.emit(Opcode.Gt, ahead, end, seek, new P4.Comparison(org.lumosql.record.Collations.binary()), 0);
      }
      program.emit(Opcode.SeekRowid, seekCursor, end, seek);
      program.emit(Opcode.Column, seekCursor, columns.indexOf(arguments.get(0)), target);
      program.place(end);
    }
  }

  // ---- EXCLUDE
  // ---------------------------------------------------------------------------------------------------------------

  /** Fills the accumulators with those rows of the frame that are not excluded. */
  private void recompute() {
    int seek = program.newRegister();
    int counted = program.newRegister();
    int stop = program.newLabel();
    int next = program.newLabel();
    P4.Comparison plain = new P4.Comparison(org.lumosql.record.Collations.binary());
    program.emit(Opcode.Null, 0, accumulators, accumulators + calls.size() - 1);
    program.emit(Opcode.Null, 0, results, results + calls.size() - 1);
    program.emit(Opcode.Integer, 0, counted);
    program.emit(Opcode.Copy, gone, seek, 0);
    program.emit(Opcode.AddImm, seek, 1);
    program.emit(Opcode.SeekRowid, seekCursor, stop, seek);
    int top = program.address();
    int row = program.newRegister();
    program.emit(Opcode.Rowid, seekCursor, row);
    program.emit(Opcode.Gt, come, stop, row, plain, 0);
    skipExcluded(row, next);
    program.emit(Opcode.AddImm, counted, 1);
    accumulate(seekCursor, false);
    pickValues(counted);
    program.place(next);
    program.emit(Opcode.Next, seekCursor, top);
    program.place(stop);
    for (WindowCall call : calls) {
      if (WindowFunctionKind.of(call) == WindowFunctionKind.ACCUMULATOR) {
        int count = call.arguments().size();
        P4.Call function = new P4.Call(call.function(), count);
        program.emit(Opcode.AggFinal, accumulatorOf(call), count, 0, function);
        program.emit(Opcode.Copy, accumulatorOf(call), resultOf(call), 0);
        program.emit(Opcode.Null, 0, accumulatorOf(call));
      }
    }
  }

  private void skipExcluded(int row, int label) {
    if (window.exclusion() == Exclusion.NONE || window.exclusion() == Exclusion.NO_OTHERS) {
      return;
    }
    P4.Comparison plain = new P4.Comparison(org.lumosql.record.Collations.binary());
    if (window.exclusion() == Exclusion.CURRENT_ROW) {
      program.emit(Opcode.Eq, rowNumber, label, row, plain, 0);
      return;
    }
    int taken = program.newLabel();
    int group = program.newRegister();
    if (window.exclusion() == Exclusion.TIES) {
      program.emit(Opcode.Eq, rowNumber, taken, row, plain, 0);
    }
    program.emit(Opcode.Column, seekCursor, columns.size(), group);
    program.emit(Opcode.Eq, groupNumber, label, group, plain, 0);
    program.place(taken);
  }

  /**
   * first_value, nth_value and last_value among the rows that are not excluded.
   *
   * @param counted register of the number of such rows so far
   */
  private void pickValues(int counted) {
    for (WindowCall call : calls) {
      WindowFunctionKind kind = WindowFunctionKind.of(call);
      if (kind == WindowFunctionKind.ACCUMULATOR || kind.isOffset()) {
        continue;
      }
      int skip = program.newLabel();
      int wanted = program.newRegister();
      P4.Comparison plain = new P4.Comparison(org.lumosql.record.Collations.binary());
      if (kind == WindowFunctionKind.FIRST_VALUE) {
        program.emit(Opcode.Integer, 1, wanted);
        program.emit(Opcode.Ne, wanted, skip, counted, plain, 0);
      } else if (kind == WindowFunctionKind.NTH_VALUE) {
        program.emit(Opcode.Column, current, columns.indexOf(call.arguments().get(1)), wanted);
        program.emit(Opcode.Ne, wanted, skip, counted, plain, Affinity.NUMERIC.letter());
      }
      program.emit(Opcode.Column, seekCursor, columns.indexOf(call.arguments().get(0)), resultOf(call));
      program.place(skip);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.compile.CompoundCompiler.ColumnTerm;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Merges the rows of two co-routines A and B that give them in the same order. What happens for the smaller row,
 * and at the end of one side, makes
 * the operator:
 *
 * <pre>
 *              A &lt; B            A = B              A &gt; B            A at its end       B at its end
 * UNION ALL    out A, next A    out A, next A      out B, next B    rest of B out      rest of A out
 * UNION        out A, next A    next A             out B, next B    rest of B out      rest of A out
 * EXCEPT       out A, next A    next A             next B           done               rest of A out
 * INTERSECT    next A           out A, next A      next B           done               done
 * </pre>
 *
 * All but UNION ALL also drop a row that equals the one before.
 */
final class MergeCompiler {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final CompoundOperator operator;
  private final int columnCount;
  private final List<ColumnTerm> terms;
  private final boolean keepsSubtypes;
  private Side left;
  private Side right;
  private int previous;
  private int hasPrevious;

  /** A side: a co-routine, the registers of its row, and the subroutine that puts its row out. */
  private record Side(int yield, int start, int row, int outputReturn, int outputLabel) {}

  /** @param keepsSubtypes whether whoever takes the merged rows sees subtypes */
  MergeCompiler(CompileContext context, CompoundOperator operator, int columnCount, List<ColumnTerm> terms, boolean keepsSubtypes) {
    this.context = context;
    this.program = context.program();
    this.operator = operator;
    this.columnCount = columnCount;
    this.terms = terms;
    this.keepsSubtypes = keepsSubtypes;
    if (operator != CompoundOperator.UNION_ALL) {
      hasPrevious = program.newRegister();
      previous = program.newRegisters(columnCount);
      program.emit(Opcode.Integer, 0, hasPrevious);
    }
  }

  void left(Consumer<Destination> rows) {
    left = side("LEFT", rows);
  }

  void right(Consumer<Destination> rows) {
    right = side("RIGHT", rows);
  }

  private Side side(String name, Consumer<Destination> rows) {
    context.explainPlan().push(name);
    int yield = program.newRegister();
    int row = program.newRegisters(columnCount);
    int skip = program.newLabel();
    int init = program.emit(Opcode.InitCoroutine, yield, skip);
    program.setP3(init, program.address());
    int start = program.address();
    context.forgetTemporaries();
    boolean factoring = context.isFactoring();
    rows.accept(Destination.coroutine(yield, row, keepsSubtypes));
    context.setFactoring(factoring);
    context.forgetTemporaries();
    program.emit(Opcode.EndCoroutine, yield);
    program.place(skip);
    context.explainPlan().pop();
    return new Side(yield, start, row, program.newRegister(), program.newLabel());
  }

  void emit(LimitCode limit, Destination destination, int end) {
    int begin = program.newLabel();
    program.emit(Opcode.Goto, 0, begin);
    output(left, limit, destination, end);
    boolean putsOutRight = operator == CompoundOperator.UNION_ALL || operator == CompoundOperator.UNION;
    if (putsOutRight) {
      output(right, limit, destination, end);
    }
    int done = program.newLabel();
    int leftEnded = putsOutRight ? rest(right, done) : done;
    int rightEnded = operator == CompoundOperator.INTERSECT ? done : rest(left, done);
    int compare = program.newLabel();
    int less = program.newLabel();
    int equal = program.newLabel();
    int greater = program.newLabel();

    program.place(less);
    if (operator != CompoundOperator.INTERSECT) {
      putOut(left);
    }
    next(left, leftEnded, compare);
    program.place(equal);
    if (operator == CompoundOperator.UNION_ALL || operator == CompoundOperator.INTERSECT) {
      putOut(left);
    }
    next(left, leftEnded, compare);
    program.place(greater);
    if (putsOutRight) {
      putOut(right);
    }
    next(right, rightEnded, compare);

    program.place(begin);
    int leftEmpty = putsOutRight ? program.newLabel() : done;
    program.emit(Opcode.Yield, left.yield(), leftEmpty);
    program.emit(Opcode.Yield, right.yield(), rightEnded);
    program.place(compare);
    permute();
    program.emit(Opcode.Compare, left.row(), right.row(), terms.size(), keyOrder(), 1);
    program.emit(Opcode.Jump, less, equal, greater);
    if (putsOutRight) {
      // the left side is empty: the right one has not been asked for its first row yet
      program.place(leftEmpty);
      program.emit(Opcode.Yield, right.yield(), done);
      program.emit(Opcode.Goto, 0, leftEnded);
    }
    program.place(done);
  }

  /** Emits the loop that puts out all that a side still has; returns its label. */
  private int rest(Side side, int done) {
    int label = program.newLabel();
    program.place(label);
    putOut(side);
    program.emit(Opcode.Yield, side.yield(), done);
    program.emit(Opcode.Goto, 0, label);
    return label;
  }

  private void putOut(Side side) {
    program.emit(Opcode.Gosub, side.outputReturn(), side.outputLabel());
  }

  private void next(Side side, int ended, int compare) {
    program.emit(Opcode.Yield, side.yield(), ended);
    program.emit(Opcode.Goto, 0, compare);
  }

  /** Emits the subroutine that puts out a side's row, unless it equals the one before. */
  private void output(Side side, LimitCode limit, Destination destination, int end) {
    int leave = program.newLabel();
    program.place(side.outputLabel());
    if (hasPrevious != 0) {
      int fresh = program.newLabel();
      int store = program.newLabel();
      program.emit(Opcode.IfNot, hasPrevious, store);
      program.emit(Opcode.Compare, side.row(), previous, columnCount, rowOrder());
      program.emit(Opcode.Jump, fresh, leave, fresh);
      program.place(fresh);
      program.place(store);
      program.emit(Opcode.Copy, side.row(), previous, columnCount - 1);
      program.emit(Opcode.Integer, 1, hasPrevious);
    }
    limit.skip(leave);
    int first = side.row();
    if (destination.firstRegister() != 0) {
      first = destination.firstRegister();
      program.emit(Opcode.Copy, side.row(), first, columnCount - 1);
    }
    destination.row(context, first, columnCount, end);
    limit.count(end);
    program.place(leave);
    program.emit(Opcode.Return, side.outputReturn());
  }

  private void permute() {
    int[] columns = new int[terms.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = terms.get(i).column();
    }
    program.emit(Opcode.Permutation, 0, 0, 0, columns);
  }

  private KeyOrder keyOrder() {
    List<BoundOrderingTerm> order = new ArrayList<>();
    terms.forEach(term -> order.add(term.term()));
    return KeyOrders.ofTerms(context, order, 0);
  }

  /** The collations of the columns in their own sequence, to find rows that are equal. */
  private KeyOrder rowOrder() {
    List<BoundOrderingTerm> order = new ArrayList<>();
    for (int column = 0; column < columnCount; column++) {
      for (ColumnTerm term : terms) {
        if (term.column() == column) {
          order.add(new BoundOrderingTerm(term.term().expression(), false, false));
          break;
        }
      }
    }
    return KeyOrders.ofTerms(context, order, 0);
  }
}

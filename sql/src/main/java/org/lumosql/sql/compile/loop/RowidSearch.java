// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.record.Collations;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** A search by rowid: one row per value, or a range. */
final class RowidSearch {
  private static final int JUMP_IF_NULL = 0x10;

  private final LoopContext context;
  private final OpenLoop loop;
  private final ProgramBuilder program;

  RowidSearch(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
    this.program = context.program;
  }

  void emit() {
    if (loop.path().equalCount() > 0) {
      emitEqual(loop.path().terms().get(0));
    } else {
      emitRange();
    }
  }

  private void emitEqual(Term term) {
    int rowid = program.newRegister();
    new EqualityCode(context, loop).code(term, 0, loop.plan.reverse(), rowid);
    if (loop.filterRegister != 0) {
      program.emit(Opcode.MustBeInt, rowid, loop.nextValueLabel);
      new SearchFilter(context).ask(loop, rowid);
    }
    program.emit(Opcode.SeekRowid, loop.tableCursor, loop.nextValueLabel, rowid);
    loop.bodyAddress = program.address();
    loop.stepOpcode = Opcode.Noop;
  }

  private void emitRange() {
    boolean reverse = loop.plan.reverse();
    Term start = reverse ? loop.path().topTerm() : loop.path().bottomTerm();
    Term end = reverse ? loop.path().bottomTerm() : loop.path().topTerm();
    if (start == null) {
      program.emit(reverse ? Opcode.Last : Opcode.Rewind, loop.tableCursor, loop.breakLabel);
    } else {
      int value = context.expressions.code(first(start.right()));
      program.emit(seek(start, reverse), loop.tableCursor, loop.breakLabel, value);
      serveUnlessRow(start);
    }
    int limit = 0;
    if (end != null) {
      limit = program.newRegister();
      context.expressions.codeTo(first(end.right()), limit);
      serveUnlessRow(end);
    }
    int top = program.address();
    loop.bodyAddress = top;
    if (end != null) {
      int rowid = program.newRegister();
      program.emit(Opcode.Rowid, loop.tableCursor, rowid);
      boolean strict = end.isStrictBound() && !isRow(end);
      int test = reverse ? strict ? Opcode.Le : Opcode.Lt : strict ? Opcode.Ge : Opcode.Gt;
      program.emit(
          test,
          limit,
          loop.breakLabel,
          rowid,
          new P4.Comparison(Collations.binary()),
          Affinity.NUMERIC.letter() | JUMP_IF_NULL);
    }
    loop.stepWith(reverse ? Opcode.Prev : Opcode.Next, loop.tableCursor, top);
  }

  private static int seek(Term start, boolean reverse) {
    boolean strict = start.isStrictBound() && !isRow(start);
    if (reverse) {
      return strict ? Opcode.SeekLT : Opcode.SeekLE;
    }
    return strict ? Opcode.SeekGT : Opcode.SeekGE;
  }

  /** The first field of a row value is only a bound that includes too much. */
  private void serveUnlessRow(Term term) {
    if (!isRow(term)) {
      context.serve(loop, term);
    }
  }

  static boolean isRow(Term term) {
    return BoundTree.sizeOf(term.right()) > 1;
  }

  static BoundExpression first(BoundExpression value) {
    return BoundTree.fieldOf(value, 0);
  }
}

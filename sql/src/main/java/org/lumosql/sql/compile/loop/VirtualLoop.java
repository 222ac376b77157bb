// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.record.Collations;
import org.lumosql.sql.compile.InCompiler;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.plan.VirtualChoice;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** A scan of a virtual table with the arguments it asked for. */
final class VirtualLoop {
  /** P5 of a comparison: NULL jumps, too. */
  private static final int JUMP_IF_NULL = 0x10;

  private final LoopContext context;
  private final OpenLoop loop;

  VirtualLoop(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
  }

  static int open(LoopContext context, Source.FunctionSource source) {
    int cursor = context.program.newCursor();
    context.program.emit(Opcode.VOpen, cursor, 0, 0, context.compile.databases().virtualTable(source.table()));
    return cursor;
  }

  void emit() {
    ProgramBuilder program = context.program;
    VirtualChoice choice = loop.path().virtualChoice();
    int count = choice.arguments().size();
    int base = program.newRegisters(count + 2);
    EqualityCode equalities = new EqualityCode(context, loop);
    for (int i = 0; i < count; i++) {
      Term term = choice.arguments().get(i);
      if (!term.isIn()) {
        context.expressions.codeTo(argument(term), base + 2 + i);
      } else if (choice.whole().get(i)) {
        InCompiler.Set set = new InValues(context).build(term, List.of(0));
        program.emit(Opcode.VInitIn, set.cursor(), base + 2 + i, set.isRowid() ? -1 : set.place(0));
      } else {
        equalities.code(term, i, false, base + 2 + i);
      }
      if (term.virtual() == IndexPlan.Operator.OFFSET && choice.served().get(i)) {
        program.emit(Opcode.Integer, 0, context.request.hints().offsetRegister());
      }
    }
    program.emit(Opcode.Integer, choice.number(), base);
    program.emit(Opcode.Integer, count, base + 1);
    program.emit(Opcode.VFilter, loop.tableCursor, loop.nextValueLabel, base, choice.text());
    loop.bodyAddress = program.address();
    loop.stepWith(Opcode.VNext, loop.tableCursor, loop.bodyAddress);
    for (int i = 0; i < count; i++) {
      if (choice.arguments().get(i).isIn() && !choice.whole().get(i) && !choice.served().get(i)) {
        testValue(choice.arguments().get(i), base + 2 + i);
      }
    }
    for (int i = 0; i < count; i++) {
      if (choice.served().get(i) && !isBound(choice.arguments().get(i))) {
        context.serve(loop, choice.arguments().get(i));
      }
    }
  }

  /** Of an IN whose values come one by one, a scan is to give the rows with the present value only: the others come with theirs. */
  private void testValue(Term term, int value) {
    int column = context.compile.temporary();
    new VirtualAccess(loop.tableCursor).column(context.compile, term.column(), column);
    context.program.emit(
        Opcode.Ne,
        value,
        loop.continueLabel,
        column,
        new P4.Comparison(term.collation() == null ? Collations.binary() : term.collation()),
        JUMP_IF_NULL | term.affinity().letter());
    context.compile.releaseTemporary(column);
  }

  /** LIMIT and OFFSET are no conditions. */
  private static boolean isBound(Term term) {
    return term.virtual() == IndexPlan.Operator.LIMIT || term.virtual() == IndexPlan.Operator.OFFSET;
  }

  /** Of a row value, the field that is compared first. */
  private static BoundExpression argument(Term term) {
    return term.right() == null ? new BoundExpression.Null() : BoundTree.fieldOf(term.right(), 0);
  }
}

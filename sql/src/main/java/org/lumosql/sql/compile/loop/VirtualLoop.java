// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.plan.Term;
import org.lumosql.sql.plan.VirtualChoice;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** A scan of a virtual table with the arguments it asked for. */
final class VirtualLoop {
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
      if (term.isIn()) {
        equalities.code(term, i, false, base + 2 + i);
      } else {
        context.expressions.codeTo(argument(term), base + 2 + i);
      }
    }
    program.emit(Opcode.Integer, choice.number(), base);
    program.emit(Opcode.Integer, count, base + 1);
    program.emit(Opcode.VFilter, loop.tableCursor, loop.nextValueLabel, base, choice.text());
    loop.bodyAddress = program.address();
    loop.stepWith(Opcode.VNext, loop.tableCursor, loop.bodyAddress);
    for (int i = 0; i < count; i++) {
      if (choice.served().get(i)) {
        context.serve(loop, choice.arguments().get(i));
      }
    }
  }

  private static BoundExpression argument(Term term) {
    return term.right() == null ? new BoundExpression.Null() : term.right();
  }
}

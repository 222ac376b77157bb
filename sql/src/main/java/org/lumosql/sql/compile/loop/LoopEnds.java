// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Emits the ends of loops: the step to the next row, to the next value of an IN, the NULL row of an outer join. */
final class LoopEnds {
  private final LoopContext context;
  private final ProgramBuilder program;

  LoopEnds(LoopContext context) {
    this.context = context;
    this.program = context.program;
  }

  void endAll() {
    List<OpenLoop> loops = context.loops;
    for (int i = loops.size() - 1; i >= 0; i--) {
      end(loops.get(i));
    }
    // only when all loops are done it is known which rows of a RIGHT JOIN had no match
    for (int i = 0; i < loops.size(); i++) {
      if (loops.get(i).rightJoin != null) {
        loops.get(i).rightJoin.emitUnmatched(loops.subList(0, i));
      }
    }
    program.place(context.breakLabel);
  }

  private void end(OpenLoop loop) {
    if (loop.doneLabel != loop.continueLabel) {
      program.place(loop.doneLabel);
      program.emit(Opcode.Goto, 0, loop.breakLabel);
    }
    program.place(loop.continueLabel);
    if (loop.rightJoin != null) {
      loop.rightJoin.endBody();
    }
    if (loop.stepOpcode != Opcode.Noop) {
      program.emit(loop.stepOpcode, loop.stepP1, loop.stepP2, loop.stepP3, null, loop.stepP5);
    }
    if (loop.nullsCounter != 0) {
      program.place(loop.nullsLabel);
      program.emit(Opcode.DecrJumpZero, loop.nullsCounter, loop.nullsAddress);
    }
    endInLoops(loop);
    program.place(loop.breakLabel);
    if (loop.rightJoin != null) {
      loop.rightJoin.endLoop();
    }
    if (loop.skipAddress != 0) {
      program.emit(Opcode.Goto, 0, loop.skipAddress);
      program.jumpHere(loop.skipAddress);
      program.jumpHere(loop.skipAddress - 2);
    }
    if (loop.likeCounter != 0) {
      program.emit(Opcode.DecrJumpZero, loop.likeCounter, loop.likeAddress);
    }
    if (loop.matchRegister != 0) {
      endLeftJoin(loop);
    }
  }

  private void endInLoops(OpenLoop loop) {
    if (loop.inLoops.isEmpty()) {
      return;
    }
    program.place(loop.nextValueLabel);
    for (int i = loop.inLoops.size() - 1; i >= 0; i--) {
      OpenLoop.InLoop in = loop.inLoops.get(i);
      program.jumpHere(in.top() + 1);
      if (in.step() != Opcode.Noop) {
        program.emit(in.step(), in.cursor(), in.top());
        program.jumpHere(in.top() - 1);
      }
    }
  }

  /** Without a match, the body runs once for the NULL row. */
  private void endLeftJoin(OpenLoop loop) {
    int matched = program.emit(Opcode.IfPos, loop.matchRegister);
    emitNullRow(program, loop);
    for (OpenLoop.InLoop in : loop.inLoops) {
      if (in.step() != Opcode.Noop) {
        program.emit(Opcode.NullRow, in.cursor()); // no value is open if one of a field before is NULL, and none may come after this row
      }
    }
    if (loop.union != null) {
      program.emit(Opcode.Gosub, loop.union.returnRegister(), loop.firstAddress);
    } else {
      program.emit(Opcode.Goto, 0, loop.firstAddress);
    }
    program.jumpHere(matched);
  }

  static void emitNullRow(ProgramBuilder program, OpenLoop loop) {
    if (loop.coroutine != null) {
      int first = loop.coroutine.firstRegister();
      program.emit(Opcode.Null, 0, first, first + loop.coroutine.source().columnCount() - 1);
    }
    if (loop.tableCursor >= 0) {
      program.emit(Opcode.NullRow, loop.tableCursor);
    }
    if (loop.indexCursor >= 0 && loop.indexCursor != loop.tableCursor) {
      program.emit(Opcode.NullRow, loop.indexCursor);
    }
  }
}

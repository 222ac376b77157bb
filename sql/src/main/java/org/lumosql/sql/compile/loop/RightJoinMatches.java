// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Index;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Remembers which rows of a RIGHT or FULL JOIN's right side had a match, and afterwards runs the loop's body, which is
 * a subroutine, once more for each row that had none, with all sources before it at their NULL row.
 */
final class RightJoinMatches {
  private static final int FILTER_BYTES = 65536;

  private final LoopContext context;
  private final OpenLoop loop;
  private final ProgramBuilder program;
  private final int returnRegister;
  private final int matches;
  private final int filter;
  private int start;

  RightJoinMatches(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
    this.program = context.program;
    this.returnRegister = program.newRegister();
    program.emit(Opcode.Null, 0, returnRegister);
    this.matches = program.newCursor();
    program.emit(Opcode.OpenEphemeral, matches, keyWidth(), 0, keyOrder());
    this.filter = program.newRegister();
    program.emit(Opcode.Blob, FILTER_BYTES, filter);
  }

  private Index primaryKey() {
    Source source = loop.plan.source();
    return source instanceof Source.TableSource table ? table.table().primaryKeyIndex() : null;
  }

  private int keyWidth() {
    Index primary = primaryKey();
    return primary == null ? 1 : primary.keyCount();
  }

  private KeyOrder keyOrder() {
    Index primary = primaryKey();
    CompileContext compile = context.compile;
    return primary == null
        ? KeyOrder.binary(compile.databases().encoding(), 1)
        : primary.keyOrder(compile.databases());
  }

  private int codeKey() {
    int key = program.newRegisters(keyWidth());
    Index primary = primaryKey();
    for (int i = 0; i < keyWidth(); i++) {
      int column = primary == null ? -1 : primary.parts().get(i).column();
      context.compile.access(loop.plan.source()).column(context.compile, column, key + i);
    }
    return key;
  }

  /** Notes the present row as matched. */
  void note() {
    int width = keyWidth();
    int key = codeKey();
    int known = program.emit(Opcode.Found, matches, 0, key, (long) width);
    int record = context.compile.temporary();
    program.emit(Opcode.MakeRecord, key, width, record);
    program.emit(Opcode.IdxInsert, matches, record, key, (long) width);
    program.emit(Opcode.FilterAdd, filter, 0, key, (long) width);
    context.compile.releaseTemporary(record);
    program.jumpHere(known);
  }

  /** The body begins here. */
  void beginBody() {
    program.emit(Opcode.BeginSubrtn, 0, returnRegister);
    start = program.address();
  }

  void endBody() {
    program.emit(Opcode.Return, returnRegister, start, 1);
  }

  /** If a jump left the body for good, its caller goes on. */
  void endLoop() {
    program.emit(Opcode.Return, returnRegister, 0, 1);
  }

  /** The second pass. @param outer the loops around this one, whose sources are at their NULL row now */
  void emitUnmatched(List<OpenLoop> outer) {
    context.compile.explainPlan().push("RIGHT-JOIN " + PlanLine.definedNameOf(loop.plan.source()));
    long available = loop.plan.bit();
    for (OpenLoop open : outer) {
      available |= open.plan.bit();
      LoopEnds.emitNullRow(program, open);
    }
    List<JoinCondition> conditions = new ArrayList<>();
    if (!context.plan.isLeftOfRight(loop.plan.number())) {
      for (int i = 0; i < context.plan.termCount(); i++) {
        Term term = context.plan.term(i);
        if (!term.isDerived()
            && term.joinedSource() < 0
            && (term.needed() & ~available) == 0
            && (term.needed() & loop.plan.bit()) == term.needed()) {
          conditions.add(new JoinCondition(term.expression(), null));
        }
      }
    }
    OrPart part = new OrPart(loop.tableCursor, expression -> false);
    NestedLoops inner = NestedLoops.beginPart(context, List.of(loop.plan.source()), conditions, part);
    int width = keyWidth();
    int key = codeKey();
    int unmatched = program.emit(Opcode.Filter, filter, 0, key, (long) width);
    program.emit(Opcode.Found, matches, inner.continueLabel(), key, (long) width);
    program.jumpHere(unmatched);
    program.emit(Opcode.Gosub, returnRegister, start);
    inner.end();
    context.compile.explainPlan().pop();
  }
}

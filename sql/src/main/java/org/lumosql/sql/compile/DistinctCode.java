// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.record.KeyOrder;
import org.lumosql.sql.plan.JoinPlan.Distinctness;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * DISTINCT: rows that were seen are remembered in an ephemeral index, or compared with the one before if equal rows
 * come together.
 */
final class DistinctCode {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final KeyOrder order;
  private final int cursor;
  private int openAddress;
  private int lineAddress;
  private int previous;
  private Distinctness distinctness = Distinctness.UNKNOWN;

  DistinctCode(CompileContext context, List<BoundExpression> values) {
    this.context = context;
    this.program = context.program();
    this.order = KeyOrders.ofExpressions(context, values);
    this.cursor = program.newCursor();
  }

  /** As {@link #open()}, with a line for EXPLAIN QUERY PLAN that goes if the opening goes. */
  void open(String what) {
    open();
    if (context.explainPlan().isOn() && distinctness == Distinctness.UNKNOWN) {
      lineAddress = program.address();
      context.explainPlan().line("USE TEMP B-TREE FOR ", what);
    }
  }

  /** Emits the opening; emitted again it forgets all. */
  void open() {
    if (distinctness == Distinctness.ORDERED) {
      program.emit(Opcode.Null, 1, previous, previous + order.columnCount() - 1);
      return;
    }
    if (distinctness == Distinctness.UNIQUE) {
      return;
    }
    openAddress = program.emit(Opcode.OpenEphemeral, cursor, order.columnCount(), 0, order);
  }

  /** What the loops guarantee; the opening is taken back if it is not needed. */
  void setDistinctness(Distinctness known) {
    distinctness = known;
    if (known != Distinctness.UNKNOWN && lineAddress > 0) {
      program.setOpcode(lineAddress, Opcode.Noop);
    }
    if (known == Distinctness.ORDERED) {
      previous = program.newRegisters(order.columnCount());
    }
    if (openAddress == 0) {
      return;
    }
    if (known == Distinctness.UNIQUE) {
      program.setOpcode(openAddress, Opcode.Noop);
    } else if (known == Distinctness.ORDERED) {
      // no row has been seen: a register that is NULL and clean equals nothing, not even NULL
      program.setOpcode(openAddress, Opcode.Null);
      program.setP1(openAddress, 1);
      program.setP2(openAddress, previous);
      program.setP3(openAddress, previous + order.columnCount() - 1);
      program.setP4(openAddress, null);
    }
  }

  void explain(String what) {
    if (distinctness == Distinctness.UNKNOWN) {
      context.explainPlan().line("USE TEMP B-TREE FOR ", what);
    }
  }

  /** Emits code that jumps if the row was there before. */
  void skipIfSeen(int firstRegister, int label) {
    int count = order.columnCount();
    if (distinctness == Distinctness.ORDERED) {
      int fresh = program.newLabel();
      for (int i = 0; i < count; i++) {
        boolean isLast = i == count - 1;
        var comparison = new org.lumosql.vdbe.P4.Comparison(order.collation(i));
        int opcode = isLast ? Opcode.Eq : Opcode.Ne;
        program.emit(
            opcode, firstRegister + i, isLast ? label : fresh, previous + i, comparison, ConditionCompiler.NULLS_EQUAL);
      }
      program.place(fresh);
      program.emit(Opcode.Copy, firstRegister, previous, count - 1);
    } else if (distinctness == Distinctness.UNKNOWN) {
      int record = context.temporary();
      program.emit(Opcode.Found, cursor, label, firstRegister, (long) count);
      program.emit(Opcode.MakeRecord, firstRegister, count, record);
      program.emit(Opcode.IdxInsert, cursor, record, firstRegister, (long) count, 0x10);
      context.releaseTemporary(record);
    }
  }
}

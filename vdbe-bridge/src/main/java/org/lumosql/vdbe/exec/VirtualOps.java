// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.nio.charset.StandardCharsets;
import org.lumosql.error.DeepStack;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualTable;

/** Opcodes on virtual tables (https://sqlite.org/vtab.html). P4 of VOpen, VUpdate, VBegin, VRename is the {@link VirtualTable}. */
final class VirtualOps {
  private static final VirtualTable.Conflict[] CONFLICTS = VirtualTable.Conflict.values();

  private VirtualOps() {}

  static void execute(Machine machine, int opcode, int pc) {
    int p1 = machine.operand1(pc);
    int p2 = machine.operand2(pc);
    int p3 = machine.operand3(pc);
    Object p4 = machine.operand4(pc);
    Register[] r = machine.registers;
    switch (opcode) {
      case Opcode.VOpen:
        open(machine, p1, (VirtualTable) p4);
        break;
      case Opcode.VColumn:
        column(machine, machine.cursors[p1], p2, r[p3], pc);
        break;
      case Opcode.VBegin:
        ((VirtualTable) p4).writer().ifPresent(machine.host::joinTransaction);
        break;
      case Opcode.VCreate:
        machine.host.createVirtualTable(p1, r[p2].string(machine.encoding));
        break;
      case Opcode.VDestroy:
        machine.host.destroyVirtualTable(p1, (String) p4);
        break;
      case Opcode.VRename:
        ((VirtualTable) p4).rename(r[p1].string(machine.encoding));
        break;
      case Opcode.VCheck:
        check(machine, (VirtualTable) p4, r[p2], p3 != 0);
        break;
      case Opcode.VInitIn:
        r[p2].setObject(new CursorValues(machine, machine.cursors[p1], p3, pc));
        break;
      default:
        throw new AssertionError("no body for opcode " + opcode);
    }
  }

  private static void check(Machine machine, VirtualTable table, Register out, boolean quick) {
    String found = table.check(quick);
    if (found == null) {
      out.setNull();
    } else {
      out.setText(found, machine.encoding);
    }
  }

  private static void open(Machine machine, int number, VirtualTable table) {
    machine.closeCursor(number);
    Cursor cursor = new Cursor(Cursor.Kind.VIRTUAL);
    cursor.virtual = table.open();
    cursor.nullRow = true;
    machine.cursors[number] = cursor;
  }

  /** VFilter: starts the scan; false if it has no row. */
  static boolean filter(Machine machine, int pc) {
    Cursor cursor = machine.cursors[machine.operand1(pc)];
    int base = machine.operand3(pc);
    int indexNumber = (int) machine.registers[base].integer();
    int count = (int) machine.registers[base + 1].integer();
    Register[] arguments = machine.registers;
    int first = base + 2;
    if (machine.encoding.isUtf16()) {
      arguments = FunctionOps.inUtf8(machine, arguments, first, count);
      first = 0;
    }
    filter(cursor.virtual, indexNumber, (String) machine.operand4(pc), arguments, first, count);
    cursor.nullRow = cursor.virtual.isAtEnd();
    machine.written();
    return !cursor.nullRow;
  }

  private static void filter(
      VirtualCursor rows, int indexNumber, String indexText, Register[] arguments, int first, int count) {
    try {
      rows.filter(indexNumber, indexText, arguments, first, count);
    } catch (DeepStack.TooShallow e) {
      DeepStack.elsewhere(() -> rows.filter(indexNumber, indexText, arguments, first, count));
    }
  }

  private static void column(VirtualCursor rows, CallContext context, int column) {
    try {
      rows.column(context, column);
    } catch (DeepStack.TooShallow e) {
      DeepStack.elsewhere(() -> rows.column(context, column));
    }
  }

  /** VNext; false past the last row. */
  static boolean next(Cursor cursor) {
    if (cursor.nullRow) {
      return false;
    }
    VirtualCursor rows = cursor.virtual;
    rows.next();
    cursor.nullRow = rows.isAtEnd();
    return !cursor.nullRow;
  }

  private static void column(Machine machine, Cursor cursor, int column, Register out, int pc) {
    out.setNull();
    if (cursor.nullRow) {
      return;
    }
    machine.context.begin(out, pc, 0);
    column(cursor.virtual, machine.context, column);
    out.own();
    FunctionOps.recode(out, StandardCharsets.UTF_8, machine.encoding);
  }

  /** VUpdate: P2 registers from P3: the old rowid, the new rowid, the columns. One register only deletes; an old rowid of NULL inserts. */
  static void update(Machine machine, int pc) {
    VirtualTable table = (VirtualTable) machine.operand4(pc);
    VirtualTable.Writer writer =
        table
            .writer()
            .orElseThrow(() -> StoreException.withMessage(ResultCode.READONLY, "virtual table may not be modified"));
    int count = machine.operand2(pc);
    Register[] values = machine.registers;
    int first = machine.operand3(pc);
    if (machine.encoding.isUtf16()) {
      values = FunctionOps.inUtf8(machine, values, first, count);
      first = 0;
    }
    int action = machine.operand5(pc);
    try {
      writer.useConflict(CONFLICTS[Math.max(action, 1) - 1]);
      if (count == 1) {
        writer.delete(values[first]);
      } else if (values[first].isNull()) {
        long rowid = writer.insert(values[first + 1], values, first + 2, count - 2);
        if (machine.operand1(pc) != 0) {
          machine.host.setLastInsertRowid(rowid);
        }
      } else {
        writer.update(values[first], values[first + 1], values, first + 2, count - 2);
      }
      machine.changes++;
    } catch (StoreException e) {
      if (e.code().primary() != ResultCode.CONSTRAINT) {
        throw e;
      }
      if (action != StatementTransaction.IGNORE) {
        boolean replaces = action > StatementTransaction.IGNORE;
        machine.errorAction = replaces || action == 0 ? StatementTransaction.ABORT : action;
        throw e;
      }
    }
    machine.written();
  }
}

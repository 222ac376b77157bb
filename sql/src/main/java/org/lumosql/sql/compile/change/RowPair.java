// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Table;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** The registers of OLD and NEW, one behind the other, as a trigger's program finds them. */
record RowPair(int first, RowRegisters old, RowRegisters fresh) {
  static RowPair allocate(Target target) {
    Table table = target.table();
    int size = table.columnCount() + 1;
    int first = target.environment().program().newRegisters(2 * size);
    return new RowPair(first, new RowRegisters(table, first), new RowRegisters(table, first + size));
  }

  /** For a view. */
  static RowPair allocate(int columnCount, ProgramBuilder program) {
    int size = columnCount + 1;
    int first = program.newRegisters(2 * size);
    return new RowPair(first, new RowRegisters(columnCount, first), new RowRegisters(columnCount, first + size));
  }

  /**
   * Emits code that copies the row under the target's data cursor into OLD.
   *
   * @param needed the columns that somebody reads; null for all
   */
  void loadOld(Target target, boolean[] needed) {
    ProgramBuilder program = target.environment().program();
    SourceAccess cursor = target.cursorAccess();
    Table table = target.table();
    if (table.hasRowid()) {
      program.emit(Opcode.Rowid, target.dataCursor(), old.rowid());
    } else {
      program.emit(Opcode.Integer, -1, old.rowid());
    }
    for (int i = 0; i < table.columnCount(); i++) {
      if (old.columnRegister(i) != old.rowid() && (needed == null || needed[i])) {
        cursor.column(target.environment().context(), i, old.register(i));
      }
    }
  }

  /** Marks the columns of OLD that a trigger's program reads. False if all may be read. */
  boolean markOldReadBy(Program trigger, boolean[] needed) {
    if (trigger == null) { // it is being compiled: the trigger fires itself
      return false;
    }
    for (int i = 0; i < trigger.size(); i++) {
      if (trigger.opcodes()[i] == Opcode.Param) {
        markOld(first + trigger.p1()[i], needed);
      }
    }
    return true;
  }

  private void markOld(int register, boolean[] needed) {
    for (int column = 0; column < needed.length; column++) {
      needed[column] |= old.register(column) == register;
    }
  }
}

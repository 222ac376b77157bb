// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Table;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Code that tells the pre-update hook of a row, just before its tree is changed. While there is no hook no such code is made: it costs nothing then, and
 * programs are compiled anew when one is set.
 */
final class PreUpdateCode {
  private static final int DELETE = 9;
  private static final int INSERT = 18;
  private static final int UPDATE = 23;

  private PreUpdateCode() {}

  /** Whether code is to be made for a statement. */
  static boolean isWanted(Environment environment) {
    return environment.databases().hasPreUpdateListener() && !environment.isInternal();
  }

  /** @param row its values, as they will be stored */
  static void insert(Target target, RowRegisters row) {
    if (isWanted(target.environment())) {
      emit(target, INSERT, 0, row.rowid());
    }
  }

  /** Requires: the data cursor is on the row. */
  static void delete(Target target) {
    if (isWanted(target.environment())) {
      emit(target, DELETE, old(target), 0);
    }
  }

  /** Requires: the data cursor is on the row. @param fresh what it will be */
  static void update(Target target, RowRegisters fresh) {
    if (isWanted(target.environment())) {
      emit(target, UPDATE, old(target), fresh.rowid());
    }
  }

  private static void emit(Target target, int operation, int old, int fresh) {
    Table table = target.table();
    RowRegisters row = new RowRegisters(table, 0);
    int[] places = new int[table.columnCount()];
    for (int i = 0; i < places.length; i++) {
      places[i] = row.columnRegister(i);
    }
    P4.RowChange change = new P4.RowChange(table.name(), operation, places);
    target.environment().program().emit(Opcode.PreUpdate, table.database(), old, fresh, change);
  }

  /** Emits code that reads the row as it is: triggers may have changed it since OLD was read. */
  private static int old(Target target) {
    ProgramBuilder program = target.environment().program();
    Table table = target.table();
    RowRegisters row = RowRegisters.allocate(table, program);
    if (table.hasRowid()) {
      program.emit(Opcode.Rowid, target.dataCursor(), row.rowid());
    } else {
      program.emit(Opcode.Integer, 0, row.rowid());
    }
    SourceAccess cursor = target.cursorAccess();
    for (int i = 0; i < table.columnCount(); i++) {
      if (row.columnRegister(i) != row.rowid()) {
        cursor.column(target.environment().context(), i, row.register(i));
      }
    }
    return row.rowid();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;

/** Reads the row that a cursor over a virtual table is on. */
record VirtualAccess(int cursor) implements SourceAccess {
  @Override
  public void column(CompileContext context, int column, int target) {
    if (column < 0) {
      context.program().emit(Opcode.Rowid, cursor, target);
    } else {
      context.program().emit(Opcode.VColumn, cursor, column, target);
    }
  }

  @Override
  public int tableCursor() {
    return cursor;
  }
}

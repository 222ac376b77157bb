// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;

/**
 * Reads rows from a cursor whose records hold the columns in order: materialised subqueries, the row being expanded in
 * a recursive query.
 */
public final class RowAccess implements SourceAccess {
  private final int cursor;

  public RowAccess(int cursor) {
    this.cursor = cursor;
  }

  @Override
  public void column(CompileContext context, int column, int target) {
    if (column < 0) {
      context.program().emit(Opcode.Rowid, cursor, target);
    } else {
      context.program().emit(Opcode.Column, cursor, column, target);
    }
  }

  @Override
  public int tableCursor() {
    return cursor;
  }
}

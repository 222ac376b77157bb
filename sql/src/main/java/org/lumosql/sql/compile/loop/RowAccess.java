// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;

/**
 * Reads rows from a cursor whose records hold the columns in order: materialised subqueries, the row being expanded in
 * a recursive query. As in a table, a whole number in a column of affinity REAL is read
 * as a real.
 */
public final class RowAccess implements SourceAccess {
  private final int cursor;
  private final Source source;

  public RowAccess(int cursor, Source source) {
    this.cursor = cursor;
    this.source = source;
  }

  @Override
  public void column(CompileContext context, int column, int target) {
    if (column < 0) {
      context.program().emit(Opcode.Rowid, cursor, target);
    } else {
      context.program().emit(Opcode.Column, cursor, column, target);
      if (source.affinity(column) == Affinity.REAL) {
        context.program().emit(Opcode.RealAffinity, target);
      }
    }
  }

  @Override
  public int tableCursor() {
    return cursor;
  }
}

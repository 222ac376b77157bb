// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;

/**
 * Reads rows from an automatic index.
 *
 * @param columns the source's column in each field
 */
record AutomaticIndexAccess(Source source, int cursor, int[] columns, boolean hasRowid) implements SourceAccess {
  @Override
  public void column(CompileContext context, int column, int target) {
    boolean isRowid =
        column < 0 || source instanceof Source.TableSource table && table.table().rowidAlias() == column;
    if (isRowid) {
      context.program().emit(hasRowid ? Opcode.IdxRowid : Opcode.Null, hasRowid ? cursor : 0, target);
      return;
    }
    for (int field = 0; field < columns.length; field++) {
      if (columns[field] == column) {
        context.program().emit(Opcode.Column, cursor, field, target);
        if (source.affinity(column) == Affinity.REAL) {
          context.program().emit(Opcode.RealAffinity, target);
        }
        return;
      }
    }
    throw new AssertionError("column " + column + " of " + source + " is not in its automatic index");
  }

  @Override
  public int indexCursor() {
    return cursor;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Reads rows from a cursor whose records hold the columns in order: materialised subqueries, the row being expanded in
 * a recursive query. As in a table, a whole number in a column of affinity REAL is read
 * as a real.
 */
public final class RowAccess implements SourceAccess {
  private final int cursor;
  private final Source source;
  /** Null if the rows are there. */
  private final Filling filling;

  /**
   * The subroutine that opens the cursor and makes its rows.
   *
   * @param doneRegister whether it has run, for a correlated subquery; 0 if once in a statement is enough
   */
  record Filling(int returnRegister, int start, int doneRegister) {}

  public RowAccess(int cursor, Source source) {
    this(cursor, source, null);
  }

  RowAccess(int cursor, Source source, Filling filling) {
    this.cursor = cursor;
    this.source = source;
    this.filling = filling;
  }

  /** Emits code that makes the rows, unless they have been made: before the first of them is wanted. */
  void fill(ProgramBuilder program) {
    if (filling == null) {
      return;
    }
    boolean isOnce = filling.doneRegister() == 0;
    int skip = isOnce ? program.emit(Opcode.Once) : program.emit(Opcode.If, filling.doneRegister());
    program.emit(Opcode.Gosub, filling.returnRegister(), filling.start());
    if (!isOnce) {
      program.emit(Opcode.Integer, 1, filling.doneRegister());
    }
    program.jumpHere(skip);
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

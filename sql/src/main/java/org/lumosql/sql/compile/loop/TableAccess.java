// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.schema.Column;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.compile.TableColumns;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Reads columns of a table from a cursor over it, from a cursor over one of its indexes, or from both: what the index
 * has is taken from there, so that the table is only gone to when it must be.
 */
public final class TableAccess implements SourceAccess {
  private final Source.TableSource source;
  private final Table table;
  private final int tableCursor;
  private final int indexCursor;
  private final Index index;

  /** Reads from the table alone. For a WITHOUT ROWID table the cursor is on its primary key index. */
  public TableAccess(Source.TableSource source, int tableCursor) {
    this(source, tableCursor, -1, null);
  }

  /** @param tableCursor −1 if the index has all that is read; @param index may be null, with cursor −1 */
  public TableAccess(Source.TableSource source, int tableCursor, int indexCursor, Index index) {
    this.source = source;
    this.table = source.table();
    this.tableCursor = tableCursor;
    this.indexCursor = index == null || index.isTable() ? -1 : indexCursor;
    this.index = index == null || index.isTable() ? null : index;
  }

  @Override
  public int tableCursor() {
    return tableCursor;
  }

  @Override
  public int indexCursor() {
    return indexCursor;
  }

  @Override
  public void column(CompileContext context, int column, int target) {
    ProgramBuilder program = context.program();
    if (column < 0 || column == table.rowidAlias()) {
      codeRowid(program, target);
      return;
    }
    int field = index == null ? -1 : index.fieldOf(column);
    Column declared = table.column(column);
    if (field >= 0) {
      program.emit(Opcode.Column, indexCursor, field, target);
      codeRealAffinity(program, declared, target);
    } else if (declared.isVirtual()) {
      codeGenerated(context, column, target);
    } else {
      program.emit(
          Opcode.Column, tableCursor, table.storedField(column), target, TableColumns.defaultValue(context, declared));
      codeRealAffinity(program, declared, target);
    }
  }

  private void codeRowid(ProgramBuilder program, int target) {
    if (index != null) {
      program.emit(Opcode.IdxRowid, indexCursor, target);
    } else {
      program.emit(Opcode.Rowid, tableCursor, target);
    }
  }

  /** Whole numbers in REAL columns are stored as integers. */
  private static void codeRealAffinity(ProgramBuilder program, Column declared, int target) {
    if (declared.affinity() == Affinity.REAL) {
      program.emit(Opcode.RealAffinity, target);
    }
  }

  /** A generated column that is not stored is computed, but is NULL in the NULL row of an outer join. */
  private void codeGenerated(CompileContext context, int number, int target) {
    ProgramBuilder program = context.program();
    int end = program.newLabel();
    int cursor = tableCursor >= 0 ? tableCursor : indexCursor;
    program.emit(Opcode.IfNullRow, cursor, end, target);
    TableColumns.generated(context, source, number, target);
    program.place(end);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Table;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * A whole row in consecutive registers: the rowid, then the stored columns in order, then the virtual generated ones,
 * so that a rowid table's
 * record can be made from the registers as they stand. The register of the rowid alias holds NULL, as the record
 * does; reading the alias reads the
 * rowid.
 */
final class RowRegisters implements SourceAccess {
  /** What the third operand of TypeCheck means. */
  private static final int NOT_GENERATED = 1;

  private static final int ONE_COLUMN = 2;

  private final Table table;
  private final int first;
  private final int[] places;
  private final int storedCount;
  private final int alias;

  /** A row of a table whose rowid is in register {@code first}. */
  RowRegisters(Table table, int first) {
    this.table = table;
    this.first = first;
    this.alias = table.hasRowid() ? table.rowidAlias() : -1;
    this.places = new int[table.columnCount()];
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      if (!table.column(i).isVirtual()) {
        places[i] = next++;
      }
    }
    this.storedCount = next;
    for (int i = 0; i < places.length; i++) {
      if (table.column(i).isVirtual()) {
        places[i] = next++;
      }
    }
  }

  /** A row of a view, which has no rowid: that register holds −1. */
  RowRegisters(int columnCount, int first) {
    this.table = null;
    this.first = first;
    this.alias = -1;
    this.storedCount = columnCount;
    this.places = new int[columnCount];
    for (int i = 0; i < columnCount; i++) {
      places[i] = i;
    }
  }

  static RowRegisters allocate(Table table, ProgramBuilder program) {
    return new RowRegisters(table, program.newRegisters(table.columnCount() + 1));
  }

  int rowid() {
    return first;
  }

  /** The first register of the columns. */
  int firstColumn() {
    return first + 1;
  }

  /** The register of a column itself, which for the rowid alias holds NULL. */
  int register(int column) {
    return first + 1 + places[column];
  }

  int columnCount() {
    return places.length;
  }

  int storedCount() {
    return storedCount;
  }

  @Override
  public int columnRegister(int column) {
    return column < 0 || column == alias ? first : register(column);
  }

  /** A copy for an expression: a REAL that a record would store as an integer is one like others from then on. */
  @Override
  public void column(CompileContext context, int column, int target) {
    context.program().emit(Opcode.Copy, columnRegister(column), target);
  }

  /** The row as RETURNING finds it where its record was just made: a whole number in a REAL column is an integer in whatever an expression makes of it. */
  SourceAccess asStored() {
    return (context, column, target) -> {
      boolean isStored = column >= 0 && places[column] < storedCount;
      context.program().emit(isStored ? Opcode.SCopy : Opcode.Copy, columnRegister(column), target);
    };
  }

  /** Emits the type check of a virtual column of a STRICT table. */
  void checkVirtual(ProgramBuilder program, int column) {
    program.emit(Opcode.TypeCheck, register(column), 1, ONE_COLUMN + column, table);
  }

  /** As {@link #convert}, but a STRICT table's generated columns, which are not computed yet, are left alone. */
  void convertGiven(ProgramBuilder program) {
    if (table.isStrict()) {
      program.emit(Opcode.TypeCheck, firstColumn(), storedCount, NOT_GENERATED, table);
    } else {
      convert(program);
    }
  }

  /** Emits the conversion of stored columns to their affinities, or the type check of a STRICT table. */
  void convert(ProgramBuilder program) {
    if (table.isStrict()) {
      program.emit(Opcode.TypeCheck, firstColumn(), storedCount, 0, table);
      return;
    }
    Table.StoredAffinities affinities = table.storedAffinities();
    int count = affinities.letters().length();
    if (count > 0) {
      program.emit(Opcode.Affinity, firstColumn() + affinities.first(), count, 0, affinities.letters());
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;

/** Reads the row that a target's data cursor stands on. Virtual generated columns are computed. */
final class CursorAccess implements SourceAccess {
  private final Target target;
  private final int cursor;
  /** The generated column for which others are computed; null if none is. */
  private Column underWay;

  CursorAccess(Target target) {
    this(target, target.dataCursor());
  }

  CursorAccess(Target target, int cursor) {
    this.target = target;
    this.cursor = cursor;
  }

  @Override
  public int tableCursor() {
    return cursor;
  }

  @Override
  public void column(CompileContext context, int column, int register) {
    Table table = target.table();
    if (column < 0 || column == table.rowidAlias() && table.hasRowid()) {
      context.program().emit(Opcode.Rowid, cursor, register);
      return;
    }
    Column definition = table.column(column);
    if (definition.isVirtual()) {
      if (underWay == definition) {
        GeneratedLoop.require(table, target.source(), expression -> target.bind(expression, Scope.Use.GENERATED));
      }
      Column before = underWay;
      underWay = underWay == null ? definition : underWay;
      target.code(target.bind(definition.generated(), Scope.Use.GENERATED), this, register);
      underWay = before;
      convert(context, definition, register);
      if (definition.affinity() == Affinity.REAL) {
        context.program().emit(Opcode.RealAffinity, register); // or what keeps the row would keep an integer
      }
      return;
    }
    Object missing = Defaults.missingValue(target.environment(), definition);
    context.program().emit(Opcode.Column, cursor, table.storedField(column), register, missing);
    if (definition.affinity() == Affinity.REAL) {
      context.program().emit(Opcode.RealAffinity, register);
    }
  }

  /** Emits the conversion of a computed column to its affinity. */
  static void convert(CompileContext context, Column definition, int register) {
    if (definition.affinity().compareTo(Affinity.TEXT) >= 0) {
      String letter = String.valueOf(definition.affinity().letter());
      context.program().emit(Opcode.Affinity, register, 1, 0, letter);
    }
  }
}

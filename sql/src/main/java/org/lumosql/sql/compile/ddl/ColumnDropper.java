// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Defaults;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** ALTER TABLE … DROP COLUMN: takes the column out of the definition and of every row, unless something needs it. */
final class ColumnDropper {
  private static final int SAVE_POSITION = 2;

  private final Environment environment;
  private final ProgramBuilder program;
  private final Table table;

  ColumnDropper(Environment environment, Table table) {
    this.environment = environment;
    this.program = environment.program();
    this.table = table;
  }

  void compile(String name, int position) {
    TableAlterer.requireAlterable(table);
    if (table.isView() || table.isVirtual()) {
      throw new SqlException(
          "cannot drop column from " + (table.isView() ? "view" : "virtual table") + " \"" + table.name() + "\"");
    }
    int column = table.columnNumber(name);
    if (column < 0) {
      throw new SqlException("no such column: \"" + name + "\"", position);
    }
    TableAlterer.requireNoRowidName(table, "drop", name);
    requireDroppable(column, name);
    Definitions definitions = new Definitions(environment.databases(), table.database());
    ChangedSchema.checkPresent(environment, definitions);
    QuotedStrings.rewrite(environment.databases(), definitions);
    remove(definitions.text(table), column);
    ChangedSchema.check(environment, definitions, table, " after drop column");
    SchemaRewriter.write(environment, definitions);
    if (!table.column(column).isVirtual()) {
      rewriteRows(column);
    }
  }

  private void requireDroppable(int column, String name) {
    if (table.column(column).primaryKeyPosition() > 0) {
      throw new SqlException("cannot drop PRIMARY KEY column: \"" + name + "\"");
    }
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(table.definition().sql()).statement();
    for (ColumnDefinition.ColumnConstraint constraint : create.columns().get(column).constraints()) {
      if (constraint instanceof ColumnDefinition.Unique) {
        throw new SqlException("cannot drop UNIQUE column: \"" + name + "\"");
      }
    }
    if (table.columnCount() == 1) {
      throw new SqlException("cannot drop column \"" + name + "\": no other columns exist");
    }
  }

  private void remove(SqlText text, int column) {
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(table.definition().sql()).statement();
    int from = create.columns().get(column).position();
    int to;
    if (column + 1 < create.columns().size()) {
      to = create.columns().get(column + 1).position();
    } else {
      from = text.start(text.tokenAt(from) - 1);
      to = text.start(text.columnsEnd());
    }
    text.replace(from, to, "");
  }

  /** Emits writing every row anew without the column. */
  private void rewriteRows(int dropped) {
    int cursor = program.newCursor();
    int count = table.storedFieldCount() - 1;
    int first = program.newRegisters(count + 2);
    int rowid = first + count + 1;
    int done = program.newLabel();
    environment.context().openTable(table, cursor, Opcode.OpenWrite);
    program.emit(Opcode.Rewind, cursor, done);
    int loop = program.address();
    if (table.hasRowid()) {
      program.emit(Opcode.Rowid, cursor, rowid);
    }
    for (int i = 0; i < table.columnCount(); i++) {
      Column column = table.column(i);
      if (i != dropped && !column.isVirtual()) {
        int field = table.storedField(i);
        int target = first + (field > table.storedField(dropped) ? field - 1 : field);
        if (table.hasRowid() && i == table.rowidAlias()) {
          program.emit(Opcode.Null, 0, target);
        } else {
          program.emit(Opcode.Column, cursor, field, target, Defaults.missingValue(environment, column));
        }
      }
    }
    program.emit(Opcode.MakeRecord, first, count, first + count);
    if (table.hasRowid()) {
      program.emit(Opcode.Insert, cursor, first + count, rowid, null, SAVE_POSITION);
    } else {
      long keySize = table.primaryKeyIndex().keyCount();
      program.emit(Opcode.IdxInsert, cursor, first + count, first, keySize, SAVE_POSITION);
    }
    program.emit(Opcode.Next, cursor, loop);
    program.place(done);
    program.emit(Opcode.Close, cursor);
  }
}

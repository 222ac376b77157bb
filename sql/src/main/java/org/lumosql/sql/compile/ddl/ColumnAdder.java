// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.error.ResultCode;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Table;
import org.lumosql.schema.TableBuilder;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ColumnDefinition;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.compile.DefaultConstant;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** ALTER TABLE … ADD COLUMN: only the definition changes; rows that lack the column read as its default. */
final class ColumnAdder {
  private static final int COLUMN_LIMIT = 2;
  private static final int FILE_FORMAT = 2;
  private static final int FILE_FORMAT_WITH_DEFAULTS = 3;

  private final Environment environment;
  private final ProgramBuilder program;
  private final Table table;

  ColumnAdder(Environment environment, Table table) {
    this.environment = environment;
    this.program = environment.program();
    this.table = table;
  }

  void compile(ColumnDefinition column) {
    if (table.isVirtual()) {
      throw new SqlException("virtual tables may not be altered");
    }
    if (table.isView()) {
      throw new SqlException("Cannot add a column to a view");
    }
    TableAlterer.requireAlterable(table);
    if (table.columnNumber(column.name()) >= 0) {
      throw new SqlException("duplicate column name: " + column.name());
    }
    requireNoKey(column);
    if (table.columnCount() >= environment.databases().limit(COLUMN_LIMIT)) {
      throw new SqlException("too many columns on sqlite_altertab_" + table.name()); // the name of the copy that SQLite works on
    }
    String sql = changedText(", " + column.text());
    SqlException unreadable = unreadable(sql);
    Table changed = new TableText(environment, table.database()).buildOfAnyTypes(unreadable == null ? sql : changedText(", " + column.text() + "\n"));
    TableAlterer.requireNoRowidName(table, "add", column.name());
    requireAllowed(column);
    TableCreator validation = new TableCreator(environment, null);
    validation.requireColumn(changed.column(changed.columnCount() - 1));
    try {
      if (unreadable != null) {
        throw unreadable;
      }
      if (table.isStrict()) {
        TableBuilder.requireStrictType(table.name(), column.name(), column.type());
      }
      validation.requireExpressions(changed);
    } catch (SqlException e) { // SQLite finds that in the new schema, after it has looked at the rows
      fail(e);
      return;
    }
    SchemaRewriter.update(
        environment, new Definitions.Key(table.database(), "table", table.name(), table), sql);
    fileFormat();
    SchemaRewriter.reload(environment, table.database());
    checkRows(changed);
  }

  private String changedText(String added) {
    SqlText text = new SqlText(table.definition().sql());
    int at = text.start(text.columnsEnd());
    text.replace(at, at, added);
    return text.result();
  }

  /** What is wrong with the new text, or null: a comment at the end of the column's definition may hide what stands behind it. */
  private static SqlException unreadable(String sql) {
    try {
      Parser.parse(sql);
      return null;
    } catch (SqlException e) {
      return e;
    }
  }

  private void fail(SqlException reason) {
    environment.context().writeDatabase(table.database());
    program.emit(Opcode.Halt, ResultCode.ERROR.code(), ConflictAction.ABORT.ordinal(), 0, "error in table " + table.name() + " after add column: " + reason.getMessage());
  }

  private static void requireNoKey(ColumnDefinition column) {
    for (ColumnDefinition.ColumnConstraint constraint : column.constraints()) {
      if (constraint instanceof ColumnDefinition.PrimaryKey) {
        throw new SqlException("Cannot add a PRIMARY KEY column");
      } else if (constraint instanceof ColumnDefinition.Unique) {
        throw new SqlException("Cannot add a UNIQUE column");
      }
    }
  }

  private void requireAllowed(ColumnDefinition column) {
    Expression defaultValue = null;
    boolean notNull = false;
    boolean references = false;
    boolean generated = false;
    for (ColumnDefinition.ColumnConstraint constraint : column.constraints()) {
      if (constraint instanceof ColumnDefinition.Default value) {
        defaultValue = value.value();
      } else if (constraint instanceof ColumnDefinition.Generated computed) {
        generated = true;
        if (computed.stored()) {
          failIfNotEmpty("cannot add a STORED column");
        }
      }
      notNull |= constraint instanceof ColumnDefinition.NotNull;
      references |= constraint instanceof ColumnDefinition.References;
    }
    if (generated) {
      return;
    }
    boolean isNull = defaultValue == null || defaultValue instanceof Expression.NullLiteral;
    if (references && !isNull && environment.isOn(Setting.FOREIGN_KEYS)) {
      failIfNotEmpty("Cannot add a REFERENCES column with non-NULL default value");
    }
    if (notNull && isNull) {
      failIfNotEmpty("Cannot add a NOT NULL column with default value NULL");
    }
    if (!isNull && !DefaultConstant.isConstant(defaultValue, environment.databases().encoding())) {
      failIfNotEmpty("Cannot add a column with non-constant default");
    }
  }

  /** Emits a failure if the table has rows. */
  private void failIfNotEmpty(String message) {
    environment.context().writeDatabase(table.database());
    int cursor = environment.context().openTable(table);
    int empty = program.newLabel();
    program.emit(Opcode.Rewind, cursor, empty);
    program.emit(Opcode.Halt, ResultCode.ERROR.code(), ConflictAction.ABORT.ordinal(), 0, message);
    program.place(empty);
    program.emit(Opcode.Close, cursor);
  }

  private void fileFormat() {
    int format = program.newRegister();
    int done = program.newLabel();
    program.emit(Opcode.ReadCookie, table.database(), format, FILE_FORMAT);
    program.emit(Opcode.AddImm, format, -2);
    program.emit(Opcode.IfPos, format, done);
    program.emit(Opcode.SetCookie, table.database(), FILE_FORMAT, FILE_FORMAT_WITH_DEFAULTS);
    program.place(done);
  }

  /** Emits a failure if the new column brings something that rows may not meet, and one does not. */
  private void checkRows(Table changed) {
    Column added = changed.column(changed.columnCount() - 1);
    boolean bringsCheck = changed.definition().checks().size() > table.definition().checks().size();
    if (bringsCheck || added.isGenerated() && added.notNull() != null || table.isStrict()) {
      program.emit(Opcode.IntegrityCk, 0, 0, 0, table.name(), table.database());
    }
  }
}

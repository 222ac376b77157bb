// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.ChangeCompiler;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;
import org.lumosql.sql.parse.SqlText;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** What all changes of a schema need: names, rows of the schema table, the schema cookie. */
final class SchemaWriter {
  static final int TEMP = 1;

  private static final int SCHEMA_VERSION = 1;
  private static final int FILE_FORMAT = 2;
  private static final int TEXT_ENCODING = 5;
  private static final int APPEND = 8;
  private static final int COLUMNS = 5;
  private static final String AFFINITIES = "BBBDB";

  private final Environment environment;
  private final ProgramBuilder program;
  private final int database;

  SchemaWriter(Environment environment, int database) {
    this.environment = environment;
    this.program = environment.program();
    this.database = database;
  }

  int database() {
    return database;
  }

  String schemaTable() {
    return schemaTable(database);
  }

  static String schemaTable(int database) {
    return database == TEMP ? "sqlite_temp_master" : "sqlite_master";
  }

  // ---- names ------------------------------------------------------------------------------------------------------

  /** The database that a statement creates something in. */
  static int databaseOf(Environment environment, QualifiedName name, boolean temporary, String kind) {
    if (name.schema() == null) {
      return temporary ? TEMP : 0;
    }
    int number = environment.databases().number(name.schema());
    if (number < 0) {
      throw new SqlException("unknown database " + name.schema(), name.position());
    }
    if (temporary && number != TEMP) {
      throw new SqlException("temporary " + kind + " name must be unqualified", name.position());
    }
    return number;
  }

  /** @throws SqlException if the name is kept for internal use */
  static void requireFreeName(Environment environment, String name) {
    boolean isReserved = name.length() >= 7 && Ascii.lower(name.substring(0, 7)).equals("sqlite_");
    if (isReserved && !environment.isOn(org.lumosql.schema.Databases.Setting.WRITABLE_SCHEMA)) {
      throw new SqlException("object name reserved for internal use: " + name);
    }
  }

  /** The name of a new object as it was written, quotes included. @param sql CREATE, the kind, the name … */
  static String written(String sql) {
    SqlText text = new SqlText(sql);
    int token = 1;
    while (text.is(token, "UNIQUE") || text.is(token, "VIRTUAL")) {
      token++;
    }
    return text.text(token + 1);
  }

  static boolean isSystemName(String name) {
    return name.length() >= 7 && Ascii.lower(name.substring(0, 7)).equals("sqlite_");
  }

  // ---- literals ---------------------------------------------------------------------------------------------------

  /** Emits code that puts a text into a register. */
  void text(String text, int register) {
    byte[] bytes = text.getBytes(environment.databases().encoding().charset());
    program.emit(Opcode.String8, 0, register, 0, bytes);
  }

  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String quoteName(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** {@code "schema".sqlite_master}. */
  String qualifiedSchemaTable() {
    return quoteName(environment.databases().name(database)) + "." + schemaTable();
  }

  // ---- rows -------------------------------------------------------------------------------------------------------

  /** Emits opening the schema table for writing on a new cursor. */
  int open() {
    environment.context().writeDatabase(database);
    int cursor = program.newCursor();
    program.emit(Opcode.OpenWrite, cursor, 1, database, new P4.Columns(COLUMNS));
    return cursor;
  }

  /** Emits what a new file needs before its first tree: file format and text encoding. */
  void prepareFile() {
    environment.context().writeDatabase(database);
    int format = program.newRegister();
    int done = program.newLabel();
    program.emit(Opcode.ReadCookie, database, format, FILE_FORMAT);
    program.emit(Opcode.If, format, done);
    program.emit(Opcode.SetCookie, database, FILE_FORMAT, 4);
    program.emit(Opcode.SetCookie, database, TEXT_ENCODING, environment.databases().encoding().number());
    program.place(done);
  }

  /**
   * Emits a row that keeps the place of an object whose other rows come after it. Returns the register of its rowid.
   */
  int reserveRow() {
    int rowid = program.newRegisters(2);
    int cursor = open();
    program.emit(Opcode.NewRowid, cursor, rowid);
    program.emit(Opcode.Blob, COLUMNS + 1, rowid + 1, 0, new byte[] {COLUMNS + 1, 0, 0, 0, 0, 0});
    program.emit(Opcode.Insert, cursor, rowid + 1, rowid, null, APPEND);
    program.emit(Opcode.Close, cursor);
    return rowid;
  }

  /**
   * A row of the schema table.
   *
   * @param root register of the root page, 0 for none (a zero is stored)
   * @param sql null for NULL
   */
  record Row(String type, String name, String tableName, int root, String sql) {}

  /** Emits writing a row. @param rowid register of a rowid that {@link #reserveRow} gave, 0 for a new row */
  void write(Row row, int rowid) {
    int cursor = open();
    int first = program.newRegisters(COLUMNS + 2);
    int key = rowid;
    text(row.type(), first);
    text(row.name(), first + 1);
    text(row.tableName(), first + 2);
    if (row.root() == 0) {
      program.emit(Opcode.Integer, 0, first + 3);
    } else {
      program.emit(Opcode.SCopy, row.root(), first + 3);
    }
    if (row.sql() == null) {
      program.emit(Opcode.Null, 0, first + 4);
    } else {
      text(row.sql(), first + 4);
    }
    if (rowid == 0) {
      key = first + COLUMNS + 1;
      program.emit(Opcode.NewRowid, cursor, key);
    }
    program.emit(Opcode.MakeRecord, first, COLUMNS, first + COLUMNS, AFFINITIES);
    program.emit(Opcode.Insert, cursor, first + COLUMNS, key, null, rowid == 0 ? APPEND : 0);
    program.emit(Opcode.Close, cursor);
  }

  /** Emits a statement on the schema table or another table, as part of this one. */
  void run(String sql) {
    run(sql, false);
  }

  /** @param counted whether its changes count for {@code changes()} */
  void run(String sql, boolean counted) {
    Statement statement = Parser.parse(sql).statement();
    int first = program.cursorCount();
    ChangeCompiler.compile(environment.forInternalStatement(counted), statement);
    // the rest of the program may drop the trees that these cursors are on
    for (int cursor = first; cursor < program.cursorCount(); cursor++) {
      program.emit(Opcode.Close, cursor);
    }
  }

  /** Emits removing rows of the schema table. */
  void deleteRows(String where) {
    run("DELETE FROM " + qualifiedSchemaTable() + " WHERE " + where);
  }

  /** Emits code that gives rows with one root page another one, if the register with the old one is not zero. */
  void moveRoot(int oldRoot, int newRoot) {
    int cursor = open();
    int first = program.newRegisters(COLUMNS + 2);
    int rowid = first + COLUMNS + 1;
    int done = program.newLabel();
    int next = program.newLabel();
    program.emit(Opcode.IfNot, oldRoot, done, 1);
    program.emit(Opcode.Rewind, cursor, done);
    int loop = program.address();
    program.emit(Opcode.Column, cursor, 3, first + 3);
    program.emit(Opcode.Ne, oldRoot, next, first + 3, null, 0x50);
    program.emit(Opcode.Rowid, cursor, rowid);
    for (int i = 0; i < COLUMNS; i++) {
      if (i != 3) {
        program.emit(Opcode.Column, cursor, i, first + i);
      }
    }
    program.emit(Opcode.Integer, newRoot, first + 3);
    program.emit(Opcode.MakeRecord, first, COLUMNS, first + COLUMNS, AFFINITIES);
    program.emit(Opcode.Insert, cursor, first + COLUMNS, rowid);
    // one row has it: its rowid is kept, so nothing moves under the cursor, but there is nothing more to find either
    program.emit(Opcode.Goto, 0, done);
    program.place(next);
    program.emit(Opcode.Next, cursor, loop);
    program.place(done);
    program.emit(Opcode.Close, cursor);
  }

  // ---- the end ----------------------------------------------------------------------------------------------------

  /** Emits giving the schema a new version. */
  void changeCookie() {
    environment.context().writeDatabase(database);
    int cookie = environment.databases().schema(database).cookie() + 1;
    program.emit(Opcode.SetCookie, database, SCHEMA_VERSION, cookie);
  }

  /** Emits reading rows of the schema table into the catalogue. @param rows null for all */
  void parse(P4.SchemaRows rows) {
    environment.context().useDatabase(database);
    program.emit(Opcode.ParseSchema, database, 0, 0, rows);
  }

  /** Emits reading the rows of a table and its indexes into the catalogue. */
  void parseTable(String name) {
    parse(P4.SchemaRows.with(P4.FieldTest.is(P4.SchemaField.TABLE_NAME, name), P4.FieldTest.isNot(P4.SchemaField.TYPE, "trigger")));
  }

  /** The table or view of a name in this database, or null. */
  Table find(String name) {
    return environment.databases().schema(database).table(name);
  }
}

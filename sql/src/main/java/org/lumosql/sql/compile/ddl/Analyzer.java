// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * ANALYZE (https://sqlite.org/lang_analyze.html): fills {@code sqlite_stat1} with the number of rows of each index,
 * and how many rows have the same
 * first one, two, … columns on average.
 */
final class Analyzer {
  private static final int TABLE_TREE = 1;
  private static final int ROOT_IN_REGISTER = 0x10;
  private static final int APPEND = 8;
  private static final int NULLS_ARE_EQUAL = 0x80;
  private static final String STATISTICS = "sqlite_stat1";

  private final Environment environment;
  private final ProgramBuilder program;
  private final Databases databases;
  private final QualifiedName name;
  private int cursor;

  Analyzer(Environment environment, Statement.Analyze statement) {
    this.environment = environment;
    this.program = environment.program();
    this.databases = environment.databases();
    this.name = statement.name();
  }

  void compile() {
    if (name == null) {
      for (int database = 0; database < databases.count(); database++) {
        if (database != SchemaWriter.TEMP) {
          database(database);
        }
      }
      return;
    }
    if (name.schema() == null && databases.number(name.name()) >= 0) {
      database(databases.number(name.name()));
      return;
    }
    if (name.schema() != null && databases.number(name.schema()) < 0) {
      throw new SqlException("unknown database " + name.schema(), name.position());
    }
    Index index = databases.findIndex(name.schema(), name.name());
    Table table = index == null ? databases.findTable(name.schema(), name.name()) : index.table();
    if (table == null) {
      String prefix = name.schema() == null ? "" : name.schema() + ".";
      throw new SqlException("no such table: " + prefix + name.name());
    }
    String where =
        index == null ? "tbl=" + SchemaWriter.quote(table.name()) : "idx=" + SchemaWriter.quote(index.name());
    open(table.database(), where);
    table(table, index);
    close(table.database());
  }

  private void database(int database) {
    open(database, null);
    for (Table table : databases.schema(database).tables()) {
      table(table, null);
    }
    close(database);
  }

  // ---- the table of statistics ------------------------------------------------------------------------------------

  /** Emits making the table or removing old rows, then opening it. @param where which rows; null for all */
  private void open(int database, String where) {
    SchemaWriter schema = new SchemaWriter(environment, database);
    Table statistics = schema.find(STATISTICS);
    cursor = program.newCursor();
    environment.context().writeDatabase(database);
    if (statistics == null) {
      int root = program.newRegister();
      schema.prepareFile();
      program.emit(Opcode.CreateBtree, database, root, TABLE_TREE);
      String sql = "CREATE TABLE sqlite_stat1(tbl,idx,stat)";
      schema.write(new SchemaWriter.Row("table", STATISTICS, STATISTICS, root, sql), 0);
      schema.changeCookie();
      schema.parse("tbl_name='sqlite_stat1' AND type!='trigger'");
      program.emit(Opcode.OpenWrite, cursor, root, database, new P4.Columns(3), ROOT_IN_REGISTER);
      return;
    }
    if (where == null) {
      program.emit(Opcode.Clear, statistics.rootPage(), database);
    } else {
      schema.run("DELETE FROM " + SchemaWriter.quoteName(databases.name(database)) + ".sqlite_stat1 WHERE " + where);
    }
    environment.context().openTable(statistics, cursor, Opcode.OpenWrite);
  }

  private void close(int database) {
    program.emit(Opcode.Close, cursor);
    program.emit(Opcode.LoadAnalysis, database);
    program.emit(Opcode.Expire);
  }

  /** Emits a row. @param index null for NULL; @param statistics register of the text */
  private void row(Table table, String index, int statistics) {
    int first = program.newRegisters(5);
    SchemaWriter schema = new SchemaWriter(environment, table.database());
    schema.text(table.name(), first);
    if (index == null) {
      program.emit(Opcode.Null, 0, first + 1);
    } else {
      schema.text(index, first + 1);
    }
    program.emit(Opcode.SCopy, statistics, first + 2);
    program.emit(Opcode.MakeRecord, first, 3, first + 3, "BBB");
    program.emit(Opcode.NewRowid, cursor, first + 4);
    program.emit(Opcode.Insert, cursor, first + 3, first + 4, null, APPEND);
  }

  // ---- counting ---------------------------------------------------------------------------------------------------

  private void table(Table table, Index only) {
    if (table.isView() || table.isVirtual() || SchemaWriter.isSystemName(table.name())) {
      return;
    }
    boolean wantsCount = only == null;
    for (Index index : table.indexes()) {
      if (only == null || only == index) {
        index(table, index);
        wantsCount &= index.isPartial();
      }
    }
    if (wantsCount) {
      rowCount(table);
    }
  }

  private void rowCount(Table table) {
    int scan = environment.context().openTable(table);
    int count = program.newRegister();
    int text = program.newRegister();
    int none = program.newLabel();
    program.emit(Opcode.Count, scan, count);
    program.emit(Opcode.IfNot, count, none);
    program.emit(Opcode.Copy, count, text);
    row(table, null, text);
    program.place(none);
    program.emit(Opcode.Close, scan);
  }

  private void index(Table table, Index index) {
    int scan = program.newCursor();
    int columns = index.keyCount();
    boolean keyIsIdentity = index.isTable() || index.isUnique() && isNotNull(index);
    int tested = keyIsIdentity ? columns - 1 : columns;
    int rows = program.newRegister();
    int distinct = program.newRegisters(columns);
    int previous = program.newRegisters(columns + 1);
    int done = program.newLabel();
    environment.context().useDatabase(table.database());
    program.emit(
        Opcode.OpenRead, scan, index.rootPage(), table.database(), index.keyOrder(databases));
    program.emit(Opcode.Rewind, scan, done);
    program.emit(Opcode.Integer, 0, rows);
    for (int i = 0; i < columns; i++) {
      program.emit(Opcode.Integer, 0, distinct + i);
    }
    loop(index, scan, rows, distinct, previous, tested);
    int text = text(rows, distinct, columns);
    row(table, index.isTable() ? table.name() : index.name(), text);
    program.place(done);
    program.emit(Opcode.Close, scan);
  }

  private static boolean isNotNull(Index index) {
    return index.parts().subList(0, index.keyCount()).stream()
        .allMatch(part -> part.column() >= 0 && index.table().column(part.column()).notNull() != null);
  }

  /** Emits counting rows, and for each number of columns the rows that differ in them from the row before. */
  private void loop(Index index, int scan, int rows, int distinct, int previous, int tested) {
    int columns = index.keyCount();
    int[] changed = new int[columns];
    int value = previous + columns;
    int first = program.newLabel();
    int next = program.newLabel();
    int loop = program.address();
    program.emit(Opcode.AddImm, rows, 1);
    for (int i = 0; i < columns; i++) {
      changed[i] = program.newLabel();
    }
    int one = program.newRegister();
    program.emit(Opcode.Integer, 1, one);
    program.emit(Opcode.Eq, one, first, rows);
    for (int i = 0; i < tested; i++) {
      P4.Comparison comparison = new P4.Comparison(databases.requireCollation(index.parts().get(i).collation()));
      program.emit(Opcode.Column, scan, i, value);
      program.emit(Opcode.Ne, value, changed[i], previous + i, comparison, NULLS_ARE_EQUAL);
    }
    if (tested < columns) {
      program.emit(Opcode.Goto, 0, changed[tested]);
    } else {
      program.emit(Opcode.Goto, 0, next);
    }
    program.place(first);
    for (int i = 0; i < columns; i++) {
      program.place(changed[i]);
      program.emit(Opcode.AddImm, distinct + i, 1);
      program.emit(Opcode.Column, scan, i, previous + i);
    }
    program.place(next);
    program.emit(Opcode.Next, scan, loop);
  }

  /** Emits making the text: the rows, then for each number of columns the rows per distinct value, rounded up. */
  private int text(int rows, int distinct, int columns) {
    int text = program.newRegister();
    int space = program.newRegister();
    int average = program.newRegister();
    int one = program.newRegister();
    int helper = program.newRegisters(3);
    SchemaWriter schema = new SchemaWriter(environment, 0);
    schema.text("", text);
    schema.text(" ", space);
    program.emit(Opcode.Integer, 1, one);
    program.emit(Opcode.Integer, 10, helper);
    program.emit(Opcode.Concat, rows, text, text);
    for (int i = 0; i < columns; i++) {
      int append = program.newLabel();
      program.emit(Opcode.Add, rows, distinct + i, average);
      program.emit(Opcode.Subtract, one, average, average);
      program.emit(Opcode.Divide, distinct + i, average, average);
      // nearly unique counts as unique: 2 only if there are more than 1.1 rows per value
      program.emit(Opcode.Integer, 2, helper + 1);
      program.emit(Opcode.Ne, helper + 1, append, average);
      program.emit(Opcode.Multiply, helper, rows, helper + 1);
      program.emit(Opcode.Integer, 11, helper + 2);
      program.emit(Opcode.Multiply, helper + 2, distinct + i, helper + 2);
      program.emit(Opcode.Gt, helper + 2, append, helper + 1);
      program.emit(Opcode.Integer, 1, average);
      program.place(append);
      program.emit(Opcode.Concat, space, text, text);
      program.emit(Opcode.Concat, average, text, text);
    }
    return text;
  }
}

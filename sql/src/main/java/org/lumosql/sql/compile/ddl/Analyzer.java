// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.compile.change.Target;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * ANALYZE (https://sqlite.org/lang_analyze.html): fills {@code sqlite_stat1} with the number of rows of each index, and how many rows have the same
 * first one, two, … columns on average, and {@code sqlite_stat4} with samples of its entries.
 */
final class Analyzer {
  private static final int TABLE_TREE = 1;
  private static final int ROOT_IN_REGISTER = 0x10;
  private static final int ROW_REGISTERS = 3;
  private static final StatisticsTable[] STATISTICS = {
    new StatisticsTable("sqlite_stat1", "tbl,idx,stat"),
    new StatisticsTable("sqlite_stat4", "tbl,idx,neq,nlt,ndlt,sample")
  };

  private record StatisticsTable(String name, String columns) {}

  private final Environment environment;
  private final ProgramBuilder program;
  private final Databases databases;
  /** Null if nobody is asked. */
  private final Authority authority;
  private final QualifiedName name;
  private int cursor;
  private int sampleCursor;

  Analyzer(Environment environment, Statement.Analyze statement, Authority authority) {
    this.authority = authority;
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
    List<Table> newestFirst = new ArrayList<>(databases.schema(database).tables());
    Collections.reverse(newestFirst);
    for (Table table : newestFirst) {
      table(table, null);
    }
    close(database);
  }

  // ---- the tables of statistics -----------------------------------------------------------------------------------

  /** Emits making the tables or removing old rows, then opening them. @param where which rows; null for all */
  private void open(int database, String where) {
    SchemaWriter schema = new SchemaWriter(environment, database);
    int tables = environment.databases().isOptimisationOn(Optimisation.STAT4) ? 2 : 1;
    int[] roots = new int[tables];
    for (int i = 0; i < tables; i++) {
      roots[i] = prepare(schema, STATISTICS[i], where);
    }
    cursor = program.newCursor();
    sampleCursor = tables == 2 ? program.newCursor() : -1;
    environment.context().writeDatabase(database);
    for (int i = 0; i < tables; i++) {
      int flags = roots[i] < 0 ? ROOT_IN_REGISTER : 0;
      program.emit(Opcode.OpenWrite, i == 0 ? cursor : sampleCursor, Math.abs(roots[i]), database, new P4.Columns(3), flags);
    }
  }

  /** Returns the root page, or the register that will have it, negated. */
  private int prepare(SchemaWriter schema, StatisticsTable wanted, String where) {
    Table table = schema.find(wanted.name());
    if (table == null) {
      int root = program.newRegister();
      schema.prepareFile();
      program.emit(Opcode.CreateBtree, schema.database(), root, TABLE_TREE);
      String sql = "CREATE TABLE " + wanted.name() + "(" + wanted.columns() + ")";
      schema.write(new SchemaWriter.Row("table", wanted.name(), wanted.name(), root, sql), 0);
      schema.changeCookie();
      schema.parseTable(wanted.name());
      return -root;
    }
    if (where == null) {
      program.emit(Opcode.Clear, table.rootPage(), schema.database());
    } else {
      String name = SchemaWriter.quoteName(databases.name(schema.database()));
      schema.run("DELETE FROM " + name + "." + wanted.name() + " WHERE " + where);
    }
    return table.rootPage();
  }

  private void close(int database) {
    program.emit(Opcode.Close, cursor);
    if (sampleCursor >= 0) {
      program.emit(Opcode.Close, sampleCursor);
    }
    program.emit(Opcode.LoadAnalysis, database);
    program.emit(Opcode.Expire);
  }

  // ---- counting ---------------------------------------------------------------------------------------------------

  private void table(Table table, Index only) {
    if (table.isView() || table.isVirtual() || SchemaWriter.isSystemName(table.name())) {
      return;
    }
    if (authority != null && !authority.permits(Authorizer.Action.ANALYZE, table, null)) {
      return;
    }
    Target target = new Target(environment, table, null);
    int row = program.newRegisters(ROW_REGISTERS);
    new SchemaWriter(environment, table.database()).text(table.name(), row);
    environment.context().openTable(table, target.dataCursor(), Opcode.OpenRead);
    boolean wantsCount = only == null;
    for (Index index : table.indexes()) {
      if (only == null || only == index) {
        new IndexAnalyzer(environment, target, index, cursor, sampleCursor).emit(row);
        wantsCount &= index.isPartial();
      }
    }
    if (wantsCount) {
      rowCount(target.dataCursor(), row);
    }
    program.emit(Opcode.Close, target.dataCursor());
  }

  private void rowCount(int scan, int row) {
    int none = program.newLabel();
    program.emit(Opcode.Count, scan, row + 2);
    program.emit(Opcode.IfNot, row + 2, none);
    program.emit(Opcode.Null, 0, row + 1);
    IndexAnalyzer.insertAverages(program, cursor, row);
    program.place(none);
  }
}

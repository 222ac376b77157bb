// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;

/** ALTER TABLE (https://sqlite.org/lang_altertable.html): finds the table and leaves the work to one class per form. */
final class TableAlterer {
  private final Environment environment;

  TableAlterer(Environment environment) {
    this.environment = environment;
  }

  void compile(Statement statement) {
    if (statement instanceof Statement.RenameTable rename) {
      new TableRenamer(environment, table(rename.table())).compile(rename.newName());
    } else if (statement instanceof Statement.RenameColumn rename) {
      new ColumnRenamer(environment, table(rename.table())).compile(rename);
    } else if (statement instanceof Statement.AddColumn add) {
      new ColumnAdder(environment, table(add.table())).compile(add.column());
    } else if (statement instanceof Statement.DropColumn drop) {
      new ColumnDropper(environment, table(drop.table())).compile(drop.column(), drop.columnPosition());
    } else if (statement instanceof Statement.AddConstraint add) {
      new ConstraintAlterer(environment, table(add.table())).add(add);
    } else if (statement instanceof Statement.DropConstraint drop) {
      new ConstraintAlterer(environment, table(drop.table())).drop(drop.name());
    } else if (statement instanceof Statement.SetNotNull set) {
      new ConstraintAlterer(environment, table(set.table())).setNotNull(set);
    } else if (statement instanceof Statement.DropNotNull drop) {
      new ConstraintAlterer(environment, table(drop.table())).dropNotNull(drop.column());
    } else {
      throw new AssertionError(statement);
    }
  }

  private Table table(QualifiedName name) {
    Table table = environment.databases().findTable(name.schema(), name.name());
    if (table == null) {
      String prefix = name.schema() == null ? "" : name.schema() + ".";
      throw new SqlException("no such table: " + prefix + name.name());
    }
    return table;
  }

  /** @param verb what is done: "add", or "rename to" and the like; @throws SqlException if a column is to be called as the rowid is */
  static void requireNoRowidName(Table table, String verb, String column) {
    if (table.hasRowid() && (Ascii.equal(column, "rowid") || Ascii.equal(column, "oid") || Ascii.equal(column, "_rowid_"))) {
      throw new SqlException("cannot " + verb + " rowid alias: " + column);
    }
  }

  /** @throws SqlException if it is one of SQLite's own tables, or a module's name */
  static void requireAlterable(Table table) {
    if (table.isEponymous() || Ascii.lower(table.name()).startsWith("sqlite_")) {
      throw new SqlException("table " + table.name() + " may not be altered");
    }
  }
}

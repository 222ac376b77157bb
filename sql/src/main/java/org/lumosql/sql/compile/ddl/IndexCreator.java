// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.record.Ascii;
import org.lumosql.schema.Index;
import org.lumosql.schema.IndexBuilder;
import org.lumosql.schema.Schema;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.compile.change.Target;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** CREATE INDEX (https://sqlite.org/lang_createindex.html). */
final class IndexCreator {
  private static final int COLUMN_LIMIT = 2;

  private static final int INDEX_TREE = 2;

  private final Environment environment;
  private final Statement.CreateIndex statement;

  IndexCreator(Environment environment, Statement.CreateIndex statement) {
    this.environment = environment;
    this.statement = statement;
  }

  void compile() {
    if (statement.columns().size() > environment.databases().limit(COLUMN_LIMIT)) {
      throw new SqlException("too many columns in index");
    }
    Table table = table();
    SchemaWriter schema = new SchemaWriter(environment, table.database());
    String name = statement.name().name();
    SchemaWriter.requireFreeName(environment, name);
    if (isThere(table.database(), name)) {
      environment.context().useDatabase(table.database());
      return;
    }
    Target target = new Target(environment, table, null);
    requireWhere(table, target);
    Index index = index(table, target);
    ProgramBuilder program = environment.program();
    environment.context().writeDatabase(table.database());
    int root = program.newRegister();
    program.emit(Opcode.CreateBtree, table.database(), root, INDEX_TREE);
    schema.write(new SchemaWriter.Row("index", name, table.name(), root, statement.sql()), 0);
    new IndexFiller(environment).fill(index, root);
    schema.changeCookie();
    schema.parse(P4.SchemaRows.with(P4.FieldTest.is(P4.SchemaField.NAME, name), P4.FieldTest.is(P4.SchemaField.TYPE, "index")));
    program.emit(Opcode.Expire, 0, 1);
  }

  /** What is wrong in WHERE is told before what is wrong with the columns, but for the first of them if it is a name and nothing else. */
  private void requireWhere(Table table, Target target) {
    if (statement.where() == null) {
      return;
    }
    try {
      target.bind(statement.where(), Scope.Use.PARTIAL_INDEX);
    } catch (SqlException mistake) {
      if (statement.columns().get(0).expression().unwrapped() instanceof Expression.ColumnReference) {
        validate(IndexBuilder.build(statement.ofFirstColumns(1), table, statement.sql()), target);
      }
      throw mistake;
    }
  }

  private Index index(Table table, Target target) {
    try {
      Index index = IndexBuilder.build(statement, table, statement.sql());
      validate(index, target);
      return index;
    } catch (SqlException mistake) { // of several that of the first column
      for (int count = 1; count < statement.columns().size(); count++) {
        validate(IndexBuilder.build(statement.ofFirstColumns(count), table, statement.sql()), target);
      }
      throw mistake;
    }
  }

  private Table table() {
    String schemaName = statement.name().schema();
    if (schemaName != null && environment.databases().number(schemaName) < 0) {
      throw new SqlException("unknown database " + schemaName, statement.name().position());
    }
    Table table = environment.databases().findTable(schemaName, statement.table());
    if ((table == null || table.isEponymous()) && Ascii.equal("temp", schemaName)) {
      table = environment.databases().findTable(null, statement.table());
      if (table != null) {
        throw new SqlException("cannot create a TEMP index on non-TEMP table \"" + statement.table() + "\"");
      }
    }
    // without a schema it belongs into main, or into temp with a table there
    if (table == null || schemaName == null && table.database() > SchemaWriter.TEMP) {
      String where = schemaName == null ? "main" : schemaName;
      throw new SqlException("no such table: " + where + "." + statement.table());
    }
    if (SchemaWriter.isSystemName(table.name())) {
      throw new SqlException("table " + table.name() + " may not be indexed");
    }
    if (table.isView()) {
      throw new SqlException("views may not be indexed");
    }
    if (table.isVirtual()) {
      throw new SqlException("virtual tables may not be indexed");
    }
    return table;
  }

  private boolean isThere(int database, String name) {
    Schema schema = environment.databases().schema(database);
    if (schema.table(name) != null) {
      throw new SqlException("there is already a table named " + name);
    }
    if (schema.index(name) == null) {
      return false;
    }
    if (!statement.ifNotExists()) {
      throw new SqlException("index " + name + " already exists");
    }
    return true;
  }

  private void validate(Index index, Target target) {
    for (Index.Part part : index.parts()) {
      environment.databases().requireCollation(part.collation());
      if (part.column() == Index.EXPRESSION) {
        target.bind(part.expression(), Scope.Use.INDEX);
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import java.util.List;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.schema.TableBuilder;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.QualifiedName;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.compile.change.GeneratedLoop;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.ConstantSyntax;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** CREATE TABLE (https://sqlite.org/lang_createtable.html). */
final class TableCreator {
  private static final int COLUMN_LIMIT = 2;
  private static final int TABLE_TREE = 1;
  private static final int INDEX_TREE = 2;

  private final Environment environment;
  private final ProgramBuilder program;
  private final Statement.CreateTable statement;
  private SchemaWriter schema;

  TableCreator(Environment environment, Statement.CreateTable statement) {
    this.environment = environment;
    this.program = environment.program();
    this.statement = statement;
  }

  void compile() {
    int database =
        SchemaWriter.databaseOf(environment, statement.name(), statement.temporary(), "table");
    schema = new SchemaWriter(environment, database);
    String name = statement.name().name();
    SchemaWriter.requireFreeName(environment, name);
    if (isThere(environment, schema, statement.name(), statement.sql(), statement.ifNotExists())) {
      return;
    }
    if (statement.select() != null) {
      new SelectedTable(environment, schema, this).compile(statement);
      return;
    }
    Databases databases = environment.databases();
    TableBuilder.Result built =
        new TableBuilder(statement, database, databases.name(database))
            .checking(checks())
            .build(statement.sql(), databases.limit(COLUMN_LIMIT));
    validate(built.table());
    if (built.table().hasGenerated()) {
      Source.TableSource source = environment.resolver().tableSource(built.table(), null);
      GeneratedLoop.require(built.table(), source, expression -> bind(expression, source, Scope.Use.GENERATED));
    }
    int root = program.newRegister();
    int rowid = begin(root, built.table().hasRowid());
    indexes(built.indexes());
    end(built.table(), root, rowid);
  }

  /**
   * Whether the name is taken; that is an error unless IF NOT EXISTS was said.
   *
   * @param sql of the definition: the name is quoted from it
   */
  static boolean isThere(
      Environment environment, SchemaWriter schema, QualifiedName name, String sql, boolean ifNotExists) {
    Table table = schema.find(name.name());
    if (table != null) {
      if (ifNotExists) {
        environment.context().useDatabase(schema.database());
        return true;
      }
      String kind = table.isView() ? "view " : "table ";
      throw new SqlException(kind + SchemaWriter.written(sql) + " already exists", name.namePosition());
    }
    if (environment.databases().schema(schema.database()).index(name.name()) != null) {
      throw new SqlException("there is already an index named " + name.name());
    }
    return false;
  }

  // ---- code -------------------------------------------------------------------------------------------------------

  /** Emits making the tree and keeping a place in the schema table. Returns the register of the row's rowid. */
  int begin(int root, boolean hasRowid) {
    schema.prepareFile();
    program.emit(Opcode.CreateBtree, schema.database(), root, hasRowid ? TABLE_TREE : INDEX_TREE);
    return schema.reserveRow();
  }

  private void indexes(List<Index> indexes) {
    for (Index index : indexes) {
      if (!index.isTable()) {
        int root = program.newRegister();
        program.emit(Opcode.CreateBtree, schema.database(), root, INDEX_TREE);
        schema.write(new SchemaWriter.Row("index", index.name(), index.table().name(), root, null), 0);
      }
    }
  }

  /** Emits the row of the schema table and what follows. */
  void end(Table table, int root, int rowid) {
    String sql = table.definition().sql();
    schema.write(new SchemaWriter.Row("table", table.name(), table.name(), root, sql), rowid);
    schema.changeCookie();
    if (table.isAutoincrement() && schema.find("sqlite_sequence") == null) {
      sequenceTable();
    }
    schema.parseTable(table.name());
  }

  private void sequenceTable() {
    int root = program.newRegister();
    program.emit(Opcode.CreateBtree, schema.database(), root, TABLE_TREE);
    String sql = "CREATE TABLE sqlite_sequence(name,seq)";
    schema.write(new SchemaWriter.Row("table", "sqlite_sequence", "sqlite_sequence", root, sql), 0);
    schema.parseTable("sqlite_sequence");
  }

  // ---- checks -----------------------------------------------------------------------------------------------------

  /** @throws SqlException if one of the table's expressions is wrong */
  void validate(Table table) {
    table.columns().forEach(this::requireColumn);
    requireExpressions(table);
  }

  private TableBuilder.Checks checks() {
    return new TableBuilder.Checks() {
      @Override
      public void collation(String name) {
        environment.databases().requireCollation(name);
      }

      @Override
      public void defaultValue(String column, Expression value) {
        requireConstant(column, value);
      }
    };
  }

  /** @throws SqlException if its collation is unknown or its default is no constant */
  void requireColumn(Column column) {
    environment.databases().requireCollation(column.collation());
    if (column.defaultValue() != null) {
      requireConstant(column.name(), column.defaultValue());
    }
  }

  /** @throws SqlException if a generated column or a CHECK constraint is wrong */
  void requireExpressions(Table table) {
    Source.TableSource source = environment.resolver().tableSource(table, null);
    for (Column column : table.columns()) {
      if (column.isGenerated()) {
        bind(column.generated(), source, Scope.Use.GENERATED);
      }
    }
    for (Table.CheckConstraint check : table.definition().checks()) {
      bind(check.expression(), source, Scope.Use.CHECK);
    }
  }

  private BoundExpression bind(Expression expression, Source source, Scope.Use use) {
    Scope scope = new Scope(null, use);
    scope.add(source);
    return environment.resolver().bindExpression(expression, scope);
  }

  private static void requireConstant(String column, Expression defaultValue) {
    if (!ConstantSyntax.isConstantOrCall(defaultValue)) {
      throw new SqlException("default value of column [" + column + "] is not constant");
    }
  }

  /** The table that a text describes, in this statement's database. */
  Table build(String sql) {
    return new TableText(environment, schema.database()).build(sql);
  }
}

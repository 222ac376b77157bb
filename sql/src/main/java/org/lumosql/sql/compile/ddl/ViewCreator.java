// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.SqlText;

/** CREATE VIEW (https://sqlite.org/lang_createview.html). What the view selects from need not exist yet. */
final class ViewCreator {
  private final Environment environment;
  private final Statement.CreateView statement;

  ViewCreator(Environment environment, Statement.CreateView statement) {
    this.environment = environment;
    this.statement = statement;
  }

  void compile() {
    if (new SqlText(statement.sql()).hasParameter()) {
      throw new SqlException("parameters are not allowed in views");
    }
    int database = SchemaWriter.databaseOf(environment, statement.name(), statement.temporary(), "table");
    SchemaWriter schema = new SchemaWriter(environment, database);
    String name = statement.name().name();
    SchemaWriter.requireFreeName(environment, name);
    if (TableCreator.isThere(environment, schema, statement.name(), statement.sql(), statement.ifNotExists())) {
      return;
    }
    if (database != SchemaWriter.TEMP) {
      new SchemaNames(environment.databases().name(database), "view " + SchemaWriter.written(statement.sql()), statement.name().namePosition()).select(statement.select());
    }
    schema.prepareFile();
    schema.write(new SchemaWriter.Row("view", name, name, 0, statement.sql()), 0);
    schema.changeCookie();
    schema.parseTable(name);
  }
}

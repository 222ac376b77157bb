// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.schema.Databases;
import org.lumosql.schema.Table;
import org.lumosql.schema.TableBuilder;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.parse.Parser;

/** Tries out the text of a CREATE TABLE. */
final class TableText {
  private static final int COLUMN_LIMIT = 2;

  private final Environment environment;
  private final int database;

  TableText(Environment environment, int database) {
    this.environment = environment;
    this.database = database;
  }

  /**
   * The table that a text describes.
   *
   * @throws SqlException if it describes none
   */
  Table build(String sql) {
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(sql).statement();
    Databases databases = environment.databases();
    return new TableBuilder(create, database, databases.name(database))
        .build(sql, databases.limit(COLUMN_LIMIT))
        .table();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

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
    return builder(sql).build(sql, environment.databases().limit(COLUMN_LIMIT)).table();
  }

  /** The same, whatever the types of its columns are. */
  Table buildOfAnyTypes(String sql) {
    return builder(sql).withoutTypeCheck().build(sql, environment.databases().limit(COLUMN_LIMIT)).table();
  }

  private TableBuilder builder(String sql) {
    Statement.CreateTable create = (Statement.CreateTable) Parser.parse(sql).statement();
    return new TableBuilder(create, database, environment.databases().name(database));
  }
}

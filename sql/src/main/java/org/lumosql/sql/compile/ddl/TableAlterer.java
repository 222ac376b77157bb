// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;

final class TableAlterer {
  private final Environment environment;

  TableAlterer(Environment environment) {
    this.environment = environment;
  }

  void compile(Statement statement) {
    throw new SqlException("ALTER " + environment + statement);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.change.Environment;

final class Analyzer {
  private final Environment environment;
  private final Statement.Analyze statement;

  Analyzer(Environment environment, Statement.Analyze statement) {
    this.environment = environment;
    this.statement = statement;
  }

  void compile() {
    throw new SqlException("ANALYZE " + environment + statement);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;

/** The entry for CREATE, DROP, ALTER, REINDEX and ANALYZE. */
public final class DefinitionCompiler {
  private DefinitionCompiler() {}

  /** Emits the statement's code. */
  public static void compile(CompileContext context, Statement statement) {
    throw new SqlException("no compiler for " + statement.getClass().getSimpleName(), -1);
  }
}

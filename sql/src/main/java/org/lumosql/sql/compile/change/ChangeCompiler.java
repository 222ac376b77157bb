// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;

/** The entry for INSERT, UPDATE and DELETE. */
public final class ChangeCompiler {
  private ChangeCompiler() {}

  /** Emits the statement's code and sets the result columns if it has RETURNING. */
  public static void compile(CompileContext context, Statement statement) {
    throw new SqlException("no compiler for " + statement.getClass().getSimpleName(), -1);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.resolve.BoundQuery;

/** From a bound query to the code that makes its rows. */
public final class QueryCompiler {
  private final CompileContext context;

  public QueryCompiler(CompileContext context) {
    this.context = context;
  }

  /** Emits code that makes all rows of a query, in order, and falls through at the end. */
  public void compile(BoundQuery query, Destination destination) {
    throw new UnsupportedOperationException(context + " " + query + " " + destination);
  }
}

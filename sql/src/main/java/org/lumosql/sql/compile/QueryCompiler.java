// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.resolve.BoundQuery;

/** From a bound query to the code that makes its rows: picks the compiler for its kind. */
public final class QueryCompiler {
  private final CompileContext context;

  public QueryCompiler(CompileContext context) {
    this.context = context;
  }

  /** Emits code that makes all rows of a query, in order, and falls through at the end. */
  public void compile(BoundQuery query, Destination destination) {
    if (query.recursion() != null) {
      new RecursiveQueryCompiler(context, query).compile(destination);
    } else if (query.isCompound()) {
      new CompoundCompiler(context, query).compile(destination);
    } else {
      int end = context.program().newLabel();
      LimitCode limit = LimitCode.begin(context, query.limit(), query.offset(), end);
      new BlockCompiler(context, query.first(), query.orderBy(), limit, destination, end).compile();
      context.program().place(end);
    }
  }
}

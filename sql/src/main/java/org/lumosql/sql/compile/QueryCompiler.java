// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.rewrite.LimitLifting;
import org.lumosql.sql.rewrite.UnionAllFlattening;

/** From a bound query to the code that makes its rows: picks the compiler for its kind. */
public final class QueryCompiler {
  private static final int RECURSIVE_ROWS = 320;

  private final CompileContext context;

  public QueryCompiler(CompileContext context) {
    this.context = context;
  }

  /**
   * Emits code that makes all rows of a query, in order, and falls through at the end. Returns the estimate of their
   * number.
   */
  public int compile(BoundQuery query, Destination destination) {
    if (query.recursion() != null) {
      new RecursiveQueryCompiler(context, query).compile(destination);
      return RECURSIVE_ROWS;
    }
    if (query.isCompound()) {
      return new CompoundCompiler(context, query).compile(destination);
    }
    BoundQuery lifted = LimitLifting.apply(query, context.databases());
    int end = context.program().newLabel();
    LimitCode limit = LimitCode.begin(context, lifted.limit(), lifted.offset(), end);
    int rows = rows(context, lifted, limit, destination, end);
    context.program().place(end);
    return rows;
  }

  /** Emits the rows of a query that is no compound, though it may turn into one. Returns the estimate of their number. */
  static int rows(CompileContext context, BoundQuery query, LimitCode limit, Destination destination, int end) {
    BoundQuery flattened = UnionAllFlattening.apply(query, context.databases());
    if (flattened.isCompound()) {
      return new CompoundCompiler(context, flattened).rows(limit, destination, end);
    }
    return new BlockCompiler(context, query.first(), query.orderBy(), limit, destination, end).compile();
  }
}

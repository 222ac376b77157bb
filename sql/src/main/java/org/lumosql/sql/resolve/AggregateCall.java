// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.function.FunctionDefinition;

/** An aggregate function in a block. Equal by identity; the resolver makes one for equal calls. */
public final class AggregateCall {
  private final FunctionDefinition function;
  private final List<BoundExpression> arguments;
  private final boolean distinct;
  private final BoundExpression filter;
  private final List<BoundOrderingTerm> orderBy;

  /** @param filter or null; @param orderBy empty if none */
  public AggregateCall(
      FunctionDefinition function,
      List<BoundExpression> arguments,
      boolean distinct,
      BoundExpression filter,
      List<BoundOrderingTerm> orderBy) {
    this.function = function;
    this.arguments = List.copyOf(arguments);
    this.distinct = distinct;
    this.filter = filter;
    this.orderBy = List.copyOf(orderBy);
  }

  public FunctionDefinition function() {
    return function;
  }

  /** Empty for {@code count(*)}. */
  public List<BoundExpression> arguments() {
    return arguments;
  }

  public boolean isDistinct() {
    return distinct;
  }

  public BoundExpression filter() {
    return filter;
  }

  public List<BoundOrderingTerm> orderBy() {
    return orderBy;
  }

  /** The call without its ORDER BY: min() and max() give the same in any order, and choose the row of bare columns as the rows come. */
  AggregateCall unordered() {
    return orderBy.isEmpty() ? this : new AggregateCall(function, arguments, distinct, filter, List.of());
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;

/** Binds ORDER BY and LIMIT of UPDATE and DELETE. */
final class Choices {
  private Choices() {}

  static RowCollector.Choice of(
      Environment environment,
      Scope scope,
      List<Source> sources,
      List<QueryBlock.JoinCondition> conditions,
      List<OrderingTerm> orderBy,
      Expression limit,
      Expression offset) {
    List<BoundOrderingTerm> terms = new ArrayList<>();
    for (OrderingTerm term : orderBy) {
      boolean nullsLast =
          term.nulls() == OrderingTerm.Nulls.DEFAULT ? term.descending() : term.nulls() == OrderingTerm.Nulls.LAST;
      BoundExpression expression = environment.resolver().bindExpression(term.expression(), scope);
      terms.add(new BoundOrderingTerm(expression, term.descending(), nullsLast));
    }
    return new RowCollector.Choice(
        sources, conditions, terms, constant(environment, limit), constant(environment, offset));
  }

  private static BoundExpression constant(Environment environment, Expression expression) {
    return expression == null
        ? null
        : environment.resolver().bindExpression(expression, new Scope(environment.outer()));
  }
}

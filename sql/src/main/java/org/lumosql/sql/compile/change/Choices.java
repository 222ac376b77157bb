// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.ChangedRows;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;

/** Binds ORDER BY and LIMIT of UPDATE and DELETE. */
final class Choices {
  private Choices() {}

  /** All rows that fulfil conditions. */
  static RowCollector.Choice of(List<Source> sources, List<QueryBlock.JoinCondition> conditions) {
    return new RowCollector.Choice(sources, conditions, List.of(), null, null, null);
  }

  /** @param results of the query, which ORDER BY may name by their numbers */
  static RowCollector.Choice of(
      Environment environment,
      ChangedRows rows,
      List<Source> sources,
      List<QueryBlock.JoinCondition> conditions,
      List<BoundExpression> results,
      Statement.Delete statement) {
    return of(environment, rows, sources, conditions, results, statement.orderBy(), statement.limit(), statement.offset());
  }

  /** @param results of the query, which ORDER BY may name by their numbers */
  static RowCollector.Choice of(
      Environment environment,
      ChangedRows rows,
      List<Source> sources,
      List<QueryBlock.JoinCondition> conditions,
      List<BoundExpression> results,
      Statement.Update statement) {
    return of(environment, rows, sources, conditions, results, statement.orderBy(), statement.limit(), statement.offset());
  }

  private static RowCollector.Choice of(
      Environment environment,
      ChangedRows rows,
      List<Source> sources,
      List<QueryBlock.JoinCondition> conditions,
      List<BoundExpression> results,
      List<OrderingTerm> orderBy,
      Expression limit,
      Expression offset) {
    return new RowCollector.Choice(
        sources, conditions, rows.orderBy(orderBy, results), constant(environment, limit), constant(environment, offset), rows);
  }

  private static BoundExpression constant(Environment environment, Expression expression) {
    return expression == null
        ? null
        : environment.resolver().bindExpression(expression, new Scope(environment.outer()));
  }
}

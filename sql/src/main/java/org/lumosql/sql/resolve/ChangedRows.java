// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.resolve.Scope.Calls;

/**
 * The query that finds the rows of an UPDATE or DELETE with FROM or LIMIT. As in SQLite it is a SELECT of what identifies the rows, and with FROM of the new values, so
 * that aggregate and window functions have their places in it and ORDER BY may name results by number.
 */
public final class ChangedRows {
  private final ExpressionResolver expressions;
  private final Scope scope;
  private final boolean isGrouped;

  /** What is bound in the scope from now on is a result. @param isGrouped whether each row of the target counts once, however many rows it is joined with */
  ChangedRows(ResolverState state, Scope scope, boolean isGrouped) {
    this.expressions = new ExpressionResolver(state, scope);
    this.scope = scope;
    this.isGrouped = isGrouped;
    scope.setAggregateRule(Calls.ALLOWED);
    scope.setWindowRule(Calls.ALLOWED);
  }

  private boolean isAggregate() {
    return isGrouped || !scope.aggregates().isEmpty();
  }

  /** Binds WHERE, after the results. @param condition or null */
  public List<QueryBlock.JoinCondition> where(Expression condition) {
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    scope.setWindowRule(Calls.MISUSED);
    BlockResolver.where(expressions, condition, isAggregate(), conditions);
    return conditions;
  }

  /** Binds ORDER BY, after WHERE. */
  public List<BoundOrderingTerm> orderBy(List<OrderingTerm> terms, List<BoundExpression> results) {
    scope.setAggregateRule(isAggregate() ? Calls.ALLOWED : Calls.MISPLACED);
    scope.setWindowRule(Calls.ALLOWED);
    List<QueryBlock.Result> named = results.stream().map(result -> new QueryBlock.Result(result, "", null)).toList();
    return terms.isEmpty() ? List.of() : new ResultTerms(expressions, named).orderBy(terms);
  }

  /** The whole. @param identity what tells the rows of the target apart */
  public QueryBlock block(
      List<QueryBlock.Result> results, List<Source> sources, List<QueryBlock.JoinCondition> conditions, List<BoundExpression> identity) {
    return new QueryBlock(
        false, results, sources, conditions, isGrouped ? identity : List.of(), null, scope.aggregates(), scope.windows());
  }

  /** Whether there may be a row of nothing: aggregates of no rows. */
  public boolean mayBeEmpty() {
    return !scope.aggregates().isEmpty();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.resolve.Scope.Calls;

/** Binds one SELECT … FROM … WHERE … GROUP BY … HAVING, and the ORDER BY of a query that is not a compound. */
final class BlockResolver {
  private final ResolverState state;
  private final Scope scope;
  private final ExpressionResolver expressions;
  private final RecursiveReference recursion;
  private List<BoundOrderingTerm> orderBy = List.of();

  BlockResolver(ResolverState state, Scope outer, RecursiveReference recursion) {
    this.state = state;
    this.scope = new Scope(outer);
    this.expressions = new ExpressionResolver(state, scope);
    this.recursion = recursion;
  }

  Scope scope() {
    return scope;
  }

  /** The bound ORDER BY. */
  List<BoundOrderingTerm> orderBy() {
    return orderBy;
  }

  QueryBlock resolve(Select.Simple core, List<OrderingTerm> terms) {
    FromResolver from = new FromResolver(state, scope, recursion);
    from.resolveSources(core.from());
    for (Select.NamedWindow window : core.windows()) {
      scope.nameWindow(window.name(), window.window());
      TableErrors.check(state, window.window());
    }
    scope.setAggregateRule(Calls.ALLOWED);
    scope.setWindowRule(Calls.ALLOWED);
    ResultResolver resultResolver = new ResultResolver(expressions);
    List<QueryBlock.Result> results = resultResolver.results(core.results());
    scope.setAliases(resultResolver.aliases());
    scope.showAliases(true);

    boolean isAggregate = !core.groupBy().isEmpty() || !scope.aggregates().isEmpty();
    scope.setWindowRule(Calls.MISUSED);
    if (core.having() != null && !isAggregate) {
      throw new SqlException("HAVING clause on a non-aggregate query");
    }
    BoundExpression having = core.having() == null ? null : expressions.whole(core.having());
    // WHERE comes first, as in SQLite: conditions are tested in this order
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    where(expressions, core.where(), isAggregate, conditions);
    scope.setAggregateRule(isAggregate ? Calls.MISPLACED : Calls.MISUSED);
    from.bindOnClauses();
    from.bindCalls();
    conditions.addAll(from.conditions());
    scope.setAggregateRule(isAggregate ? Calls.ALLOWED : Calls.MISPLACED);
    scope.setWindowRule(Calls.ALLOWED);
    orderBy = terms.isEmpty() ? List.of() : new ResultTerms(expressions, results).orderBy(terms);
    scope.setWindowRule(Calls.MISUSED);
    scope.setAggregateRule(Calls.GROUPING);
    List<BoundExpression> groupBy =
        core.groupBy().isEmpty() ? List.of() : new ResultTerms(expressions, results).groupBy(core.groupBy());
    if (state.listener() != null) {
      unusedWindows(core);
    }
    return new QueryBlock(
        core.distinct(), results, from.sources(), conditions, groupBy, having, scope.aggregates(), scope.windows());
  }

  /** Names in windows count where only names are asked for, whether a call uses them or not. */
  private void unusedWindows(Select.Simple core) {
    scope.setWindowRule(Calls.NESTED); // a window that is used within itself ends here
    scope.setAggregateRule(Calls.ALLOWED);
    core.windows().forEach(window -> new WindowResolver(expressions).window(window.window()));
  }

  /** Binds WHERE, if there is any, and splits it into conditions. */
  static void where(ExpressionResolver expressions, Expression condition, boolean isAggregate, List<QueryBlock.JoinCondition> conditions) {
    if (condition == null) {
      return;
    }
    Scope scope = expressions.scope();
    scope.setAggregateRule(isAggregate ? Calls.MISPLACED : Calls.MISUSED);
    BoundExpression where = expressions.whole(condition);
    for (AggregateCall call : scope.aggregates()) {
      if (BoundTree.any(where, e -> e instanceof BoundExpression.AggregateValue value && value.call() == call)) {
        throw new SqlException("misuse of aggregate: " + call.function().name() + "()", condition.position());
      }
    }
    Conjunctions.split(where, null, false, conditions);
  }

  /** One row of VALUES. */
  QueryBlock values(List<Expression> row) {
    scope.setAggregateRule(Calls.ALLOWED);
    List<QueryBlock.Result> results = new ArrayList<>(row.size());
    for (Expression expression : row) {
      String label = "column" + (results.size() + 1);
      BoundExpression bound = expressions.whole(expression);
      // a column of a query around gives its own name
      String name = Syntax.unwrapCollate(expression) instanceof Expression.ColumnReference reference ? reference.column() : null;
      results.add(new QueryBlock.Result(bound, label, Origins.of(bound, label, state), name, name));
    }
    return new QueryBlock(
        false, results, List.of(), List.of(), List.of(), null, scope.aggregates(), scope.windows());
  }
}

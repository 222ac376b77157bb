// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/** {@code SELECT count(*)} from a UNION ALL becomes the sum of the counts of its arms, each of which may be had without looking at rows. */
final class CountOfView implements BlockRewriting.Pass {
  @Override
  public Optimisation optimisation() {
    return Optimisation.COUNT_OF_VIEW;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    if (!ordered.orderBy().isEmpty() || !isCountOfAll(block)) {
      return ordered;
    }
    Source.QuerySource source = (Source.QuerySource) block.sources().get(0);
    BoundQuery union = source.query();
    if (!union.isCompound() || union.limit() != null || union.recursion() != null || union.isCorrelated()) {
      return ordered;
    }
    for (int i = 0; i < union.arms().size(); i++) {
      if (!isCountable(union.arms().get(i), i == 0)) {
        return ordered;
      }
    }
    QueryBlock.Result result = block.results().get(0);
    QueryBlock.Result sum =
        result.with(sum(source, block.aggregates().get(0)));
    return ordered.with(
        new QueryBlock(false, List.of(sum), List.of(), List.of(), List.of(), null, List.of(), List.of()), List.of());
  }

  private static boolean isCountOfAll(QueryBlock block) {
    if (block.results().size() != 1
        || block.sources().size() != 1
        || !(block.sources().get(0) instanceof Source.QuerySource source)
        || source.definition() != null && source.origin() != Source.QuerySource.Origin.VIEW
        || !block.conditions().isEmpty()
        || !block.groupBy().isEmpty()
        || block.having() != null
        || !block.windows().isEmpty()) {
      return false;
    }
    return block.results().get(0).expression() instanceof BoundExpression.AggregateValue value
        && value.call().function().has(FunctionDefinition.COUNT)
        && value.call().arguments().isEmpty()
        && value.call().filter() == null;
  }

  private static boolean isCountable(BoundQuery.Arm arm, boolean isFirst) {
    QueryBlock block = arm.block();
    return (isFirst || arm.operator() == CompoundOperator.UNION_ALL)
        && !arm.isUntyped()
        && block.conditions().isEmpty()
        && !block.isAggregate()
        && !block.isDistinct()
        && block.windows().isEmpty();
  }

  private static BoundExpression sum(Source.QuerySource source, AggregateCall count) {
    BoundQuery union = source.query();
    BoundExpression sum = null;
    int arms = union.arms().size();
    for (int i = arms - 1; i >= 0; i--) {
      // EXPLAIN QUERY PLAN numbers the arms of a view after the query that names it, and backwards
      boolean isView = source.origin() == Source.QuerySource.Origin.VIEW;
      int name = union.number() + (isView ? arms - 1 - i : i + 1 - arms);
      BoundExpression term = count(union, i, name, count);
      sum = sum == null ? term : new BoundExpression.Arithmetic(BinaryOperator.ADD, term, sum);
    }
    return sum;
  }

  private static BoundExpression count(BoundQuery union, int number, int name, AggregateCall count) {
    QueryBlock arm = union.arms().get(number).block();
    AggregateCall own = new AggregateCall(count.function(), List.of(), false, null, List.of());
    QueryBlock.Result result = new QueryBlock.Result(new BoundExpression.AggregateValue(own), "count(*)", null);
    QueryBlock block =
        new QueryBlock(false, List.of(result), arm.sources(), List.of(), List.of(), null, List.of(own), List.of());
    return new BoundExpression.ScalarQuery(
        union.with(List.of(new BoundQuery.Arm(null, block)), List.of(), null).withNumber(name));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;

/**
 * {@code WHERE EXISTS (SELECT … FROM t WHERE …)} becomes a join with t whose loop ends with the first match
 * (https://sqlite.org/optoverview.html#the_exists_to_join_optimization): the planner may then find t's rows by an automatic index, or put t first.
 */
final class ExistsToJoin implements BlockRewriting.Pass {
  private static final int MOST_SOURCES = 62;

  @Override
  public Optimisation optimisation() {
    return Optimisation.EXISTS_TO_JOIN;
  }

  /** Whether there is anything to do; cheap. */
  static boolean mayApply(QueryBlock block) {
    List<JoinCondition> conditions = block.conditions();
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).expression() instanceof BoundExpression.Exists) {
        return true;
      }
    }
    return false;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    if (ordered.hasOffset() || !mayApply(block)) {
      return ordered;
    }
    List<Source> sources = new ArrayList<>(block.sources());
    List<JoinCondition> conditions = new ArrayList<>(block.conditions());
    for (int i = 0; i < block.conditions().size(); i++) {
      JoinCondition condition = block.conditions().get(i);
      if (condition.outerSource() == null
          && condition.expression() instanceof BoundExpression.Exists exists
          && sources.size() < MOST_SOURCES
          && isSimple(exists.query())) {
        QueryBlock inner = exists.query().first();
        Source source = inner.sources().get(0);
        source.markExists();
        sources.add(source);
        conditions.set(i, new JoinCondition(new BoundExpression.IntegerConstant(1), null));
        conditions.addAll(inner.conditions());
      }
    }
    if (sources.size() == block.sources().size()) {
      return ordered;
    }
    return ordered.with(block.withSources(sources).withConditions(conditions), ordered.orderBy());
  }

  /** One table, all of whose rows count. */
  private static boolean isSimple(BoundQuery query) {
    if (query.isCompound() || query.limit() != null || query.recursion() != null) {
      return false;
    }
    QueryBlock block = query.first();
    return block.sources().size() == 1
        && !block.isAggregate()
        && (block.sources().get(0) instanceof Source.TableSource
            || block.sources().get(0) instanceof Source.FunctionSource);
  }
}

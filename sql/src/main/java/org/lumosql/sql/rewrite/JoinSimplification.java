// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.NullRejection;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;

/**
 * Makes outer joins narrower where WHERE leaves out the rows that they add. First of all rewritings, because subqueries
 * of inner joins can be flattened where those of outer joins cannot. The sources themselves are changed: they belong to
 * this one statement.
 */
final class JoinSimplification implements BlockRewriting.Pass {
  @Override
  public Optimisation optimisation() {
    return Optimisation.SIMPLIFY_JOIN;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    for (int i = 0; i < block.sources().size(); i++) {
      Source source = block.sources().get(i);
      boolean leftOfRight = keepsRight(block.sources().subList(i + 1, block.sources().size()));
      boolean isLeft = source.joinType() == JoinType.LEFT || source.joinType() == JoinType.FULL;
      if ((isLeft || leftOfRight) && NullRejection.holds(source, block.conditions(), leftOfRight)) {
        if (isLeft) {
          source.setJoinType(source.joinType() == JoinType.FULL ? JoinType.RIGHT : JoinType.INNER);
        }
        block.sources().stream().skip(i + 1L).forEach(JoinSimplification::dropRight);
        // what is an inner join's now leaves out rows of sources to the right
        block = block.withConditions(conditions(block));
      }
    }
    return block == ordered.block() ? ordered : ordered.with(block, ordered.orderBy());
  }

  /** Whether there is an outer join. */
  static boolean mayApply(QueryBlock block) {
    for (int i = 0; i < block.sources().size(); i++) {
      JoinType type = block.sources().get(i).joinType();
      if (type == JoinType.LEFT || type == JoinType.RIGHT || type == JoinType.FULL) {
        return true;
      }
    }
    return false;
  }

  private static boolean keepsRight(List<Source> sources) {
    return sources.stream()
        .anyMatch(source -> source.joinType() == JoinType.RIGHT || source.joinType() == JoinType.FULL);
  }

  private static void dropRight(Source source) {
    if (source.joinType() == JoinType.RIGHT) {
      source.setJoinType(JoinType.INNER);
    } else if (source.joinType() == JoinType.FULL) {
      source.setJoinType(JoinType.LEFT);
    }
  }

  /** ON clauses of joins that are no outer joins any more are like WHERE, unless a RIGHT JOIN stands behind them. */
  private static List<JoinCondition> conditions(QueryBlock block) {
    List<JoinCondition> conditions = new ArrayList<>();
    for (JoinCondition condition : block.conditions()) {
      Source source = condition.outerSource();
      int place = source == null ? -1 : block.sources().indexOf(source);
      boolean isInner =
          place >= 0
              && (source.joinType() == JoinType.INNER || source.joinType() == JoinType.CROSS)
              && !keepsRight(block.sources().subList(place + 1, block.sources().size()));
      conditions.add(isInner ? new JoinCondition(condition.expression(), null, true) : condition);
    }
    return conditions;
  }
}

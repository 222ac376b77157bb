// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.record.Collation;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.LogicalSimplification;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Typing;

/**
 * Conditions of HAVING that read nothing but terms of GROUP BY become conditions of WHERE: they leave out whole groups,
 * and so may do it before rows are grouped, perhaps by an index.
 */
final class HavingToWhere implements BlockRewriting.Pass {
  @Override
  public Optimisation optimisation() {
    return Optimisation.HAVING_TO_WHERE;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    if (block.having() == null || block.groupBy().isEmpty()) {
      return ordered;
    }
    List<JoinCondition> conditions = new ArrayList<>(block.conditions());
    BoundExpression having = without(block.having(), block.groupBy(), conditions);
    if (conditions.size() == block.conditions().size()) {
      return ordered;
    }
    return ordered.with(block.withConditions(conditions).withHaving(having), ordered.orderBy());
  }

  /** What is left of a condition, null if it is nothing; conjuncts that can be moved are added to the others. */
  private static BoundExpression without(
      BoundExpression condition, List<BoundExpression> groupBy, List<JoinCondition> conditions) {
    if (condition instanceof BoundExpression.And and) {
      BoundExpression left = without(and.left(), groupBy, conditions);
      BoundExpression right = without(and.right(), groupBy, conditions);
      if (left == null || right == null) {
        return left == null ? right : left;
      }
      return left == and.left() && right == and.right() ? condition : new BoundExpression.And(left, right);
    }
    boolean isFalse = condition instanceof BoundExpression.IntegerConstant constant && constant.value() == 0;
    if (isFalse || !isOfGroup(condition, groupBy)) { // what is false anyway stays: the aggregates are computed, and may fail
      return condition;
    }
    conditions.add(new JoinCondition(LogicalSimplification.simplified(condition), null));
    return null;
  }

  /** Whether an expression is the same for all rows of a group. */
  private static boolean isOfGroup(BoundExpression expression, List<BoundExpression> groupBy) {
    for (BoundExpression term : groupBy) {
      // rows of one group are equal to the group's collation only
      if (term.equals(expression) && Typing.collationOrBinary(term).folding() == Collation.Folding.BINARY) {
        return true;
      }
    }
    boolean varies =
        expression instanceof BoundExpression.ColumnValue
            || expression instanceof BoundExpression.RegisterValue
            || expression instanceof BoundExpression.TriggerValue
            || expression instanceof BoundExpression.AggregateValue
            || expression instanceof BoundExpression.WindowValue
            || expression instanceof BoundExpression.Raise
            || BoundTree.queryOf(expression) != null
            || expression instanceof BoundExpression.Call call
                && !call.function().has(FunctionDefinition.DETERMINISTIC)
                && !call.function().has(FunctionDefinition.SLOW_CHANGE);
    if (varies) {
      return false;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (!isOfGroup(expression.operand(i), groupBy)) {
        return false;
      }
    }
    return true;
  }
}

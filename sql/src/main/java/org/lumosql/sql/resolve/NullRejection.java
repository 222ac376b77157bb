// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;

/**
 * Whether WHERE cannot be true for a row that an outer join adds, so that the join may be made narrower
 * (https://sqlite.org/optoverview.html#the_outer_join_strength_reduction_optimization).
 */
public final class NullRejection {
  private NullRejection() {}

  /**
   * Whether no row with NULLs in all columns of the source fulfils the conditions that are not of outer joins.
   *
   * @param isLeftOfRight whether a RIGHT or FULL JOIN stands behind the source: then ON clauses count for nothing
   */
  public static boolean holds(Source source, List<JoinCondition> conditions, boolean isLeftOfRight) {
    boolean first = true;
    for (JoinCondition condition : conditions) {
      if (condition.outerSource() == null && !(isLeftOfRight && condition.isOfJoin())) {
        if (impliesNonNullRow(condition.expression(), source, first)) {
          return true;
        }
        first = false;
      }
    }
    return false;
  }

  /**
   * Whether a condition cannot be true if all columns of the source are NULL. May say no where it is so: as in SQLite,
   * NOT NULL counts only as the first condition, because plans (and so the order of rows) shall be the same.
   */
  private static boolean impliesNonNullRow(BoundExpression condition, Source source, boolean first) {
    BoundExpression expression = Typing.withoutHints(condition);
    if (expression instanceof BoundExpression.NullTest test && test.negated()) {
      return first && isNullIfRowIsNull(test.operand(), source);
    }
    if (expression instanceof BoundExpression.And and) {
      return impliesNonNullRow(and.left(), source, first) || impliesNonNullRow(and.right(), source, false);
    }
    return isNullIfRowIsNull(expression, source);
  }

  private static boolean isNullIfRowIsNull(BoundExpression expression, Source source) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      return column.source() == source;
    }
    if (expression instanceof BoundExpression.And and) {
      return isNullIfRowIsNull(and.left(), source) && isNullIfRowIsNull(and.right(), source);
    }
    if (expression instanceof BoundExpression.Or or) {
      return isNullIfRowIsNull(or.left(), source) && isNullIfRowIsNull(or.right(), source);
    }
    if (expression instanceof BoundExpression.InList in) {
      return !in.list().isEmpty() && isNullIfRowIsNull(in.operand(), source);
    }
    if (expression instanceof BoundExpression.Between between) {
      return isNullIfRowIsNull(between.operand(), source)
          || isNullIfRowIsNull(between.low(), source) && isNullIfRowIsNull(between.high(), source);
    }
    if (expression instanceof BoundExpression.Comparison comparison) {
      switch (comparison.operator()) {
        case IS:
        case IS_NOT:
          return false;
        default:
          return isPlain(comparison.left())
              && isPlain(comparison.right())
              && (isNullIfRowIsNull(comparison.left(), source) || isNullIfRowIsNull(comparison.right(), source));
      }
    }
    if (expression instanceof BoundExpression.Arithmetic
        || expression instanceof BoundExpression.Not
        || expression instanceof BoundExpression.Negate
        || expression instanceof BoundExpression.BitNot
        || expression instanceof BoundExpression.Collated
        || expression instanceof BoundExpression.Opaque
        || expression instanceof BoundExpression.Cast) {
      for (int i = 0; i < expression.operandCount(); i++) {
        if (isNullIfRowIsNull(expression.operand(i), source)) {
          return true;
        }
      }
      return false;
    }
    return false;
  }

  /** A virtual table may understand a comparison in its own way, and row values have rules of their own. */
  private static boolean isPlain(BoundExpression operand) {
    return !(operand instanceof BoundExpression.RowValue)
        && !(operand instanceof BoundExpression.ColumnValue column && column.source() instanceof Source.FunctionSource);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;

/**
 * Turns LEFT JOIN into JOIN, FULL JOIN into LEFT JOIN and so on where WHERE cannot be true for a row that the outer join would add
 * (https://sqlite.org/optoverview.html#the_outer_join_strength_reduction_optimization).
 */
final class OuterJoinReduction {
  static final String NAME = "simplify-join";

  private OuterJoinReduction() {}

  static void apply(List<Source> sources, Joins joins, List<JoinCondition> conditions) {
    for (int i = 0; i < joins.count(); i++) {
      if (joins.isLeft(i) && rejectsNulls(sources.get(i), conditions)) {
        joins.set(i, joins.type(i) == JoinType.FULL ? JoinType.RIGHT : JoinType.INNER);
      }
      if (joins.isLeftOfRight(i) && rejectsNulls(sources.get(i), conditions)) {
        for (int right = i + 1; right < joins.count(); right++) {
          if (joins.isRight(right)) {
            joins.set(right, joins.type(right) == JoinType.FULL ? JoinType.LEFT : JoinType.INNER);
          }
        }
      }
    }
  }

  private static boolean rejectsNulls(Source source, List<JoinCondition> conditions) {
    boolean first = true;
    for (JoinCondition condition : conditions) {
      if (condition.outerSource() == null) {
        if (impliesNonNullRow(condition.expression(), source, first)) {
          return true;
        }
        first = false;
      }
    }
    return false;
  }

  /**
   * Whether a condition cannot be true if all columns of the source are NULL. May say no where it is so: as in SQLite, NOT NULL counts only as
   * the first condition, because plans (and so the order of rows) shall be the same.
   */
  private static boolean impliesNonNullRow(BoundExpression condition, Source source, boolean first) {
    BoundExpression expression = Expressions.withoutCollation(condition);
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
      boolean[] found = new boolean[1];
      Expressions.forEachChild(expression, child -> found[0] |= isNullIfRowIsNull(child, source));
      return found[0];
    }
    return false;
  }

  /** A virtual table may understand a comparison in its own way, and row values have rules of their own. */
  private static boolean isPlain(BoundExpression operand) {
    return !(operand instanceof BoundExpression.RowValue)
        && !(operand instanceof BoundExpression.ColumnValue column && column.source() instanceof Source.FunctionSource);
  }
}

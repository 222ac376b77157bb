// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;

/**
 * Which sides of AND and OR are computed, and which first: one that a literal beside it makes needless is not, and a subquery, which costs most, may not be needed once
 * the other side is known.
 */
final class EvaluationOrder {
  private EvaluationOrder() {}

  /** Whether only the left side has a subquery. */
  static boolean isRightFirst(BoundExpression left, BoundExpression right) {
    return hasQuery(left) && !hasQuery(right);
  }

  /** The side that alone decides about the truth of an AND or OR, because of literals; the expression itself if there is none. */
  static BoundExpression simplified(BoundExpression expression) {
    if (expression instanceof BoundExpression.And and) {
      BoundExpression left = simplified(and.left());
      BoundExpression right = simplified(and.right());
      if (isTrue(left) || isFalse(right)) {
        return right;
      }
      return isTrue(right) || isFalse(left) ? left : and;
    }
    if (expression instanceof BoundExpression.Or or) {
      BoundExpression left = simplified(or.left());
      BoundExpression right = simplified(or.right());
      if (isTrue(left) || isFalse(right)) {
        return left;
      }
      return isTrue(right) || isFalse(left) ? right : or;
    }
    return expression;
  }

  private static boolean isTrue(BoundExpression expression) {
    return expression instanceof BoundExpression.IntegerConstant constant && constant.value() != 0;
  }

  private static boolean isFalse(BoundExpression expression) {
    return expression instanceof BoundExpression.IntegerConstant constant && constant.value() == 0;
  }

  static boolean hasQuery(BoundExpression expression) {
    return BoundTree.any(expression, part -> BoundTree.queryOf(part) != null);
  }
}

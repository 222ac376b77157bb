// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

/** ANDs and ORs of which one side is a literal: {@code x OR 0} is as true as {@code x}. */
public final class LogicalSimplification {
  private LogicalSimplification() {}

  /** The side that alone decides about the truth of an AND or OR, because of literals; the expression itself if there is none. */
  public static BoundExpression simplified(BoundExpression expression) {
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
}

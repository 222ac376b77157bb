// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * ANDs and ORs of which one side is a literal: {@code x OR 0} is as true as {@code x}. An instance remembers what it found, so that a chain of hundreds of them
 * is gone through once and not again from each of its links.
 */
public final class LogicalSimplification {
  private final Map<BoundExpression, BoundExpression> found = new IdentityHashMap<>();

  /** As {@link #simplified}. */
  public BoundExpression of(BoundExpression expression) {
    if (!isLink(expression)) {
      return expression;
    }
    BoundExpression known = found.get(expression);
    if (known == null) {
      known = decide(expression, of(expression.operand(0)), of(expression.operand(1)));
      found.put(expression, known);
    }
    return known;
  }

  /** The side that alone decides about the truth of an AND or OR, because of literals; the expression itself if there is none. */
  public static BoundExpression simplified(BoundExpression expression) {
    return isLink(expression)
        ? decide(expression, simplified(expression.operand(0)), simplified(expression.operand(1)))
        : expression;
  }

  private static boolean isLink(BoundExpression expression) {
    return expression instanceof BoundExpression.And || expression instanceof BoundExpression.Or;
  }

  private static BoundExpression decide(BoundExpression link, BoundExpression left, BoundExpression right) {
    boolean isAnd = link instanceof BoundExpression.And;
    if (isTrue(left) || isFalse(right)) {
      return isAnd ? right : left;
    }
    if (isTrue(right) || isFalse(left)) {
      return isAnd ? left : right;
    }
    return link;
  }

  private static boolean isTrue(BoundExpression expression) {
    return expression instanceof BoundExpression.IntegerConstant constant && constant.value() != 0;
  }

  private static boolean isFalse(BoundExpression expression) {
    return expression instanceof BoundExpression.IntegerConstant constant && constant.value() == 0;
  }
}

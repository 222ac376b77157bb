// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.IdentityHashMap;
import java.util.Map;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;

/** Which side of AND and OR is computed first: a subquery, which costs most, may not be needed once the other side is known. One for each program. */
final class EvaluationOrder {
  private Map<BoundExpression, Boolean> links;

  /** Whether only the left side has a subquery. */
  boolean isRightFirst(BoundExpression left, BoundExpression right) {
    return hasQuery(left) && !hasQuery(right);
  }

  /** Each link of a chain of operators is looked at once, so that a chain of hundreds is gone through once and not again from each link. */
  boolean hasQuery(BoundExpression expression) {
    boolean isLink = expression.operandCount() == 2 && expression.operand(0).operandCount() == 2;
    if (!isLink || BoundTree.queryOf(expression) != null) {
      return BoundTree.any(expression, part -> BoundTree.queryOf(part) != null);
    }
    if (links == null) {
      links = new IdentityHashMap<>();
    }
    Boolean known = links.get(expression);
    if (known == null) {
      known = hasQuery(expression.operand(0)) || hasQuery(expression.operand(1));
      links.put(expression, known);
    }
    return known;
  }

  /** Which side of an operator that is NULL as soon as one side is makes the other, which has a subquery, needless. */
  enum NullTest {
    NONE,
    LEFT,
    RIGHT
  }

  /** What to test before the other side is computed. */
  NullTest nullTest(BoundExpression left, BoundExpression right) {
    boolean leftMayBeNull = mayBeNull(left);
    boolean rightMayBeNull = mayBeNull(right);
    if (rightMayBeNull && hasQueryBare(left) && !hasQueryBare(right)) {
      return NullTest.RIGHT;
    }
    return leftMayBeNull && hasQueryBare(right) ? NullTest.LEFT : NullTest.NONE;
  }

  /** SQLite does not see a subquery under a COLLATE here. */
  private boolean hasQueryBare(BoundExpression expression) {
    return !(expression instanceof BoundExpression.Collated) && hasQuery(expression);
  }

  private static boolean mayBeNull(BoundExpression expression) {
    if (expression instanceof BoundExpression.Opaque opaque) {
      return mayBeNull(opaque.operand());
    }
    if (expression instanceof BoundExpression.Negate negate) {
      return mayBeNull(negate.operand());
    }
    return !(expression instanceof BoundExpression.IntegerConstant
        || expression instanceof BoundExpression.RealConstant
        || expression instanceof BoundExpression.TextConstant
        || expression instanceof BoundExpression.BlobConstant
        || expression instanceof BoundExpression.RegisterValue);
  }
}

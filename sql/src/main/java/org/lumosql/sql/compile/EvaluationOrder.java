// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;

/** Which side of AND and OR is computed first: a subquery costs most, and may not be needed once the other side is known. */
final class EvaluationOrder {
  private EvaluationOrder() {}

  /** Whether only the left side has a subquery. */
  static boolean isRightFirst(BoundExpression left, BoundExpression right) {
    return hasQuery(left) && !hasQuery(right);
  }

  static boolean hasQuery(BoundExpression expression) {
    return BoundTree.any(expression, part -> BoundTree.queryOf(part) != null);
  }
}

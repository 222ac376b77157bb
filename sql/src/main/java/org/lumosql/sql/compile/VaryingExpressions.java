// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Constants;

/**
 * Tells constant expressions from others, for one who asks at each level of a tree on the way down: what turned out to vary because of something deep inside is
 * remembered for all levels between.
 */
final class VaryingExpressions {
  /** Less deep trees are looked through again at once. */
  private static final int DEEP = 12;

  private Set<BoundExpression> varying;

  boolean isConstant(BoundExpression expression) {
    if (varying != null && varying.contains(expression)) {
      return false;
    }
    return isConstant(expression, 0) >= 0;
  }

  /** Returns the depth of what varies as a negative number, else 0. */
  private int isConstant(BoundExpression expression, int depth) {
    int count = expression.operandCount();
    if (count == 0 || !Constants.mayBeConstant(expression)) {
      return Constants.mayBeConstant(expression) ? 0 : -1 - depth;
    }
    for (int i = 0; i < count; i++) {
      int found = isConstant(expression.operand(i), depth + 1);
      if (found < 0) {
        if (found < -DEEP) {
          note(expression);
        }
        return found;
      }
    }
    return 0;
  }

  private void note(BoundExpression expression) {
    if (varying == null) {
      varying = Collections.newSetFromMap(new IdentityHashMap<>());
    }
    varying.add(expression);
  }
}

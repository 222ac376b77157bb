// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;

/** Splits conditions at their ANDs. */
final class Conjunctions {
  private Conjunctions() {}

  /**
   * Adds the conjuncts of a condition to a list, left to right.
   *
   * @param outerSource see {@link QueryBlock.JoinCondition}
   */
  static void split(BoundExpression condition, Source outerSource, List<QueryBlock.JoinCondition> conditions) {
    if (condition instanceof BoundExpression.And and) {
      split(and.left(), outerSource, conditions);
      split(and.right(), outerSource, conditions);
    } else {
      conditions.add(new QueryBlock.JoinCondition(condition, outerSource));
    }
  }
}

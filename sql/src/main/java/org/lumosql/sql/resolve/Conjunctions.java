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
   * @param outerSource see {@link QueryBlock.JoinCondition}, as for isOfJoin
   */
  static void split(
      BoundExpression condition, Source outerSource, boolean isOfJoin, List<QueryBlock.JoinCondition> conditions) {
    BoundExpression bare = Typing.withoutHints(condition);
    if (bare instanceof BoundExpression.And and) { // likely() of a conjunction says nothing of its parts
      split(and.left(), outerSource, isOfJoin, conditions);
      split(and.right(), outerSource, isOfJoin, conditions);
      return;
    }
    BoundExpression simple = outerSource == null ? LogicalSimplification.simplified(bare) : bare;
    if (simple != bare && !(simple instanceof BoundExpression.IntegerConstant)) { // the columns of a condition that says nothing still count as used
      conditions.add(new QueryBlock.JoinCondition(Typing.withoutHints(simple), null, isOfJoin)); // its own ANDs stay together, as in SQLite
    } else {
      conditions.add(new QueryBlock.JoinCondition(condition, outerSource, isOfJoin));
    }
  }
}

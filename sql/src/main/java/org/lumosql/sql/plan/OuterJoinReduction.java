// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.NullRejection;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;

/**
 * Turns LEFT JOIN into JOIN, FULL JOIN into LEFT JOIN and so on where WHERE leaves out all rows that make the
 * difference.
 */
final class OuterJoinReduction {
  private OuterJoinReduction() {}

  static void apply(List<Source> sources, Joins joins, List<JoinCondition> conditions) {
    for (int i = 0; i < joins.count(); i++) {
      if (joins.isLeft(i) && NullRejection.holds(sources.get(i), conditions)) {
        joins.set(i, joins.type(i) == JoinType.FULL ? JoinType.RIGHT : JoinType.INNER);
      }
      if (joins.isLeftOfRight(i) && NullRejection.holds(sources.get(i), conditions)) {
        for (int right = i + 1; right < joins.count(); right++) {
          if (joins.isRight(right)) {
            joins.set(right, joins.type(right) == JoinType.FULL ? JoinType.LEFT : JoinType.INNER);
          }
        }
      }
    }
  }
}

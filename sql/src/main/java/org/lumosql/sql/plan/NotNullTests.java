// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;

/**
 * IS NULL and NOT NULL of a column that is declared NOT NULL are constants, unless an outer join can make it NULL: a column of a query around this one is left
 * alone, for the joins there are not seen from here.
 */
final class NotNullTests {
  private NotNullTests() {}

  static List<JoinCondition> apply(List<JoinCondition> conditions, SourceMasks masks, Joins joins) {
    if (joins.isLeftOfRight(-1)) {
      return conditions;
    }
    List<JoinCondition> changed = null;
    for (int i = 0; i < conditions.size(); i++) {
      JoinCondition simplified = simplified(conditions.get(i), masks);
      if (simplified != conditions.get(i)) {
        changed = changed == null ? new ArrayList<>(conditions) : changed;
        changed.set(i, simplified);
      }
    }
    return changed == null ? conditions : changed;
  }

  private static JoinCondition simplified(JoinCondition condition, SourceMasks masks) {
    if (condition.outerSource() == null
        && condition.expression() instanceof BoundExpression.NullTest test
        && test.operand() instanceof BoundExpression.ColumnValue column
        && masks.number(column.source()) >= 0
        && column.source().joinType() != JoinType.LEFT
        && column.source().joinType() != JoinType.FULL
        && isNeverNull(column)) {
      return new JoinCondition(new BoundExpression.IntegerConstant(test.negated() ? 1 : 0), null);
    }
    return condition;
  }

  private static boolean isNeverNull(BoundExpression.ColumnValue column) {
    Source source = column.source();
    return Expressions.tableOf(source) != null && TermAnalyzer.isNotNull(source, column.column());
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Source;

/**
 * Sets of a join's sources as bits of a long, by place in the FROM clause. Sources of queries around it have no bit:
 * their values are constant here.
 */
final class SourceMasks {
  private static final int MAXIMUM = 64;

  private final Source[] sources;

  SourceMasks(List<Source> sources) {
    if (sources.size() > MAXIMUM) {
      throw new SqlException("at most " + MAXIMUM + " tables in a join");
    }
    this.sources = sources.toArray(new Source[0]);
  }

  /** The place of a source, −1 if it is not of this join. */
  int number(Source source) {
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] == source) {
        return i;
      }
    }
    return -1;
  }

  long bit(Source source) {
    int number = number(source);
    return number < 0 ? 0 : 1L << number;
  }

  /** The sources that an expression needs. */
  long of(BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      return bit(column.source());
    }
    BoundQuery query = BoundTree.queryOf(expression);
    if (query != null || Expressions.hasCall(expression)) {
      long[] mask = new long[1];
      Expressions.forEachColumn(expression, column -> mask[0] |= bit(column.source()));
      return mask[0];
    }
    long mask = 0;
    for (int i = 0; i < expression.operandCount(); i++) {
      mask |= of(expression.operand(i));
    }
    return mask;
  }

  /** The sources that a query, correlated perhaps, needs from this join. */
  long of(BoundQuery query) {
    long[] mask = new long[1];
    Expressions.forEachColumn(query, column -> mask[0] |= bit(column.source()));
    return mask[0];
  }
}

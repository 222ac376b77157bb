// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.Source;

/**
 * Sets of a join's sources as bits of a long, by place in the FROM clause. Sources of queries around it have no bit:
 * their values are constant here.
 */
final class SourceMasks {
  private static final int MAXIMUM = 64;

  private final Map<Source, Integer> numbers = new IdentityHashMap<>();

  SourceMasks(List<Source> sources) {
    if (sources.size() > MAXIMUM) {
      throw new SqlException("at most " + MAXIMUM + " tables in a join");
    }
    for (int i = 0; i < sources.size(); i++) {
      numbers.put(sources.get(i), i);
    }
  }

  /** The place of a source, −1 if it is not of this join. */
  int number(Source source) {
    Integer number = numbers.get(source);
    return number == null ? -1 : number;
  }

  long bit(Source source) {
    int number = number(source);
    return number < 0 ? 0 : 1L << number;
  }

  /** The sources that an expression needs. */
  long of(BoundExpression expression) {
    long[] mask = new long[1];
    Expressions.forEachColumn(expression, column -> mask[0] |= bit(column.source()));
    return mask[0];
  }

  /** The sources that a query, correlated perhaps, needs from this join. */
  long of(BoundQuery query) {
    long[] mask = new long[1];
    Expressions.forEachColumn(query, column -> mask[0] |= bit(column.source()));
    return mask[0];
  }
}

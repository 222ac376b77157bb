// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import org.lumosql.sql.resolve.BoundExpression;

/** Fields of the right side of a comparison, which may be a row value. */
final class RowBounds {
  private RowBounds() {}

  static int width(BoundExpression value) {
    if (value instanceof BoundExpression.RowValue row) {
      return row.values().size();
    }
    return value instanceof BoundExpression.ScalarQuery query ? query.query().columnCount() : 1;
  }

  static BoundExpression field(BoundExpression value, int index) {
    if (value instanceof BoundExpression.RowValue row) {
      return row.values().get(index);
    }
    return width(value) == 1 ? value : new BoundExpression.RowField(value, index);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.Source;

/** How the sources of a FROM clause are joined, by place. Reductions may make a join narrower than it was written. */
final class Joins {
  private final JoinType[] types;

  Joins(List<Source> sources) {
    types = new JoinType[sources.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = sources.get(i).joinType();
    }
  }

  private Joins(JoinType[] types) {
    this.types = types;
  }

  /**
   * All inner joins, whatever was written: for one source as part of a larger join, which deals with outer joins
   * itself.
   */
  static Joins inner(int count) {
    JoinType[] types = new JoinType[count];
    java.util.Arrays.fill(types, JoinType.INNER);
    return new Joins(types);
  }

  int count() {
    return types.length;
  }

  JoinType type(int source) {
    return types[source];
  }

  void set(int source, JoinType type) {
    types[source] = type;
  }

  /** Rows of the sources before it are kept without a match here. */
  boolean isLeft(int source) {
    return types[source] == JoinType.LEFT || types[source] == JoinType.FULL;
  }

  /** Rows of this source are kept without a match before it. */
  boolean isRight(int source) {
    return types[source] == JoinType.RIGHT || types[source] == JoinType.FULL;
  }

  boolean isOuter(int source) {
    return isLeft(source) || isRight(source);
  }

  /** Whether a RIGHT or FULL JOIN stands to the right of it. */
  boolean isLeftOfRight(int source) {
    for (int i = source + 1; i < types.length; i++) {
      if (isRight(i)) {
        return true;
      }
    }
    return false;
  }

  boolean hasRight() {
    return isLeftOfRight(-1);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.List;
import org.lumosql.sql.ast.FromItem.JoinType;

/**
 * A star query joins a fact table with several dimension tables that are found through it. Then scanning a dimension
 * first looks cheap but is not, because every other dimension multiplies its rows: such scans are made dearer than any
 * path of the fact table, and more partial plans are kept (https://sqlite.org/queryplanner-ng.html).
 */
final class StarQuery {
  private static final int MINIMUM_DIMENSIONS = 3;

  private final PlanningContext context;
  private final List<AccessPath> paths;

  StarQuery(PlanningContext context, List<AccessPath> paths) {
    this.context = context;
    this.paths = paths;
  }

  /** Adjusts costs; returns whether there was a star. */
  boolean adjust() {
    boolean found = false;
    int first = 0;
    long selfJoined = 0;
    int count = context.sources().size();
    for (int fact = 0; fact < count; fact++) {
      if (isFixed(fact)) {
        if (fact + MINIMUM_DIMENSIONS > count) {
          break;
        }
        while (first < paths.size() && paths.get(first).source <= fact) {
          first++;
        }
      }
      long bit = 1L << fact;
      long dimensions = 0;
      for (AccessPath path : paths.subList(first, paths.size())) {
        if (isFixed(path.source)) {
          break;
        }
        long own = 1L << path.source;
        if ((path.prerequisites & bit) != 0 && (own & (dimensions | selfJoined)) == 0) {
          if (context.table(path.source) == context.table(fact)) {
            selfJoined |= bit;
          } else {
            dimensions |= own;
          }
        }
      }
      if (Long.bitCount(dimensions) >= MINIMUM_DIMENSIONS) {
        found = true;
        raise(dimensions, 1 + dearest(fact, first), first);
      }
    }
    return found;
  }

  private boolean isFixed(int source) {
    return context.joins().isOuter(source) || context.joins().type(source) == JoinType.CROSS;
  }

  private int dearest(int fact, int first) {
    int dearest = 0;
    for (AccessPath path : paths.subList(first, paths.size())) {
      if (path.source == fact) {
        dearest = Math.max(dearest, path.run);
      }
    }
    return dearest;
  }

  private void raise(long dimensions, int cost, int first) {
    for (AccessPath path : paths.subList(first, paths.size())) {
      if ((1L << path.source & dimensions) != 0 && path.terms.isEmpty()) {
        path.run = Math.max(path.run, cost);
      }
    }
  }
}

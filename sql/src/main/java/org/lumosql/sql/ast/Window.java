// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/**
 * What follows OVER, or a definition in the WINDOW clause (https://sqlite.org/windowfunctions.html).
 *
 * @param reference OVER name: the window of that name as it is, everything else empty; null otherwise
 * @param base the window that this one extends: OVER (name …); null if none
 * @param frame null if not given
 */
public record Window(
    int position, String reference, String base, List<Expression> partitionBy, List<OrderingTerm> orderBy, Frame frame) {
  /** Why this window cannot extend another, or null. */
  public String conflict(Window other) {
    String part = null;
    if (!partitionBy.isEmpty()) {
      part = "PARTITION clause";
    } else if (!other.orderBy.isEmpty() && !orderBy.isEmpty()) {
      part = "ORDER BY clause";
    } else if (other.frame != null) {
      part = "frame specification";
    }
    return part == null ? null : "cannot override " + part + " of window: " + base;
  }

  /** This window with the PARTITION BY and ORDER BY of the one that it extends. */
  public Window on(Window other) {
    return new Window(position, null, null, other.partitionBy, other.orderBy.isEmpty() ? orderBy : other.orderBy, frame);
  }

  /** A frame as written; {@code end} is null if there was no BETWEEN. */
  public record Frame(FrameType type, Bound start, Bound end, Exclusion exclusion) {}

  /** @param offset for PRECEDING and FOLLOWING, else null */
  public record Bound(BoundType type, Expression offset) {}

  /** Frame types. */
  public enum FrameType {
    ROWS,
    RANGE,
    GROUPS
  }

  /** Kinds of bound. */
  public enum BoundType {
    UNBOUNDED_PRECEDING,
    PRECEDING,
    CURRENT_ROW,
    FOLLOWING,
    UNBOUNDED_FOLLOWING
  }

  /** EXCLUDE. */
  public enum Exclusion {
    /** There is no EXCLUDE. */
    NONE,
    /** Excludes nothing; but as with the others the whole frame is gone through for each row, which sums with infinities show. */
    NO_OTHERS,
    CURRENT_ROW,
    GROUP,
    TIES
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.function.FunctionDefinition;
import org.lumosql.sql.ast.Window.BoundType;
import org.lumosql.sql.ast.Window.Exclusion;
import org.lumosql.sql.ast.Window.FrameType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.WindowCall;
import org.lumosql.sql.resolve.WindowCall.BoundWindow;

/** How a window function gets its value. Some work over a frame of their own, whatever the query says. */
enum WindowFunctionKind {
  /** By taking the frame's rows in and out. */
  ACCUMULATOR,
  FIRST_VALUE,
  LAST_VALUE,
  NTH_VALUE,
  LAG,
  LEAD;

  static WindowFunctionKind of(WindowCall call) {
    if (call.function().kind() != FunctionDefinition.Kind.WINDOW) {
      return ACCUMULATOR;
    }
    switch (call.function().name()) {
      case "first_value":
        return FIRST_VALUE;
      case "last_value":
        return LAST_VALUE;
      case "nth_value":
        return NTH_VALUE;
      case "lag":
        return LAG;
      case "lead":
        return LEAD;
      default:
        return ACCUMULATOR;
    }
  }

  /** Whether the value is read from a row at a distance from the present one, without regard to frames. */
  boolean isOffset() {
    return this == LAG || this == LEAD;
  }

  /** The window that the call is computed over. */
  static BoundWindow effectiveWindow(WindowCall call) {
    BoundWindow window = call.window();
    if (call.function().kind() != FunctionDefinition.Kind.WINDOW) {
      return window;
    }
    switch (call.function().name()) {
      case "row_number":
      case "lag":
        return frame(window, FrameType.ROWS, BoundType.UNBOUNDED_PRECEDING, null, BoundType.CURRENT_ROW);
      case "rank":
      case "dense_rank":
        return frame(window, FrameType.RANGE, BoundType.UNBOUNDED_PRECEDING, null, BoundType.CURRENT_ROW);
      case "percent_rank":
        return frame(window, FrameType.GROUPS, BoundType.CURRENT_ROW, null, BoundType.UNBOUNDED_FOLLOWING);
      case "cume_dist":
        return frame(
            window,
            FrameType.GROUPS,
            BoundType.FOLLOWING,
            new BoundExpression.IntegerConstant(1),
            BoundType.UNBOUNDED_FOLLOWING);
      case "ntile":
        return frame(window, FrameType.ROWS, BoundType.CURRENT_ROW, null, BoundType.UNBOUNDED_FOLLOWING);
      case "lead":
        return frame(
            window, FrameType.ROWS, BoundType.UNBOUNDED_PRECEDING, null, BoundType.UNBOUNDED_FOLLOWING);
      default:
        return window;
    }
  }

  private static BoundWindow frame(
      BoundWindow window, FrameType type, BoundType start, BoundExpression offset, BoundType end) {
    return new BoundWindow(
        window.partitionBy(), window.orderBy(), type, start, offset, end, null, Exclusion.NONE);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.sql.ast.Window;

/**
 * A window function in a block. Equal by identity.
 *
 */
public final class WindowCall {
  private final FunctionDefinition function;
  private final List<BoundExpression> arguments;
  private final BoundExpression filter;
  private final BoundWindow window;

  public WindowCall(
      FunctionDefinition function, List<BoundExpression> arguments, BoundExpression filter, BoundWindow window) {
    this.function = function;
    this.arguments = List.copyOf(arguments);
    this.filter = filter;
    this.window = window;
  }

  public FunctionDefinition function() {
    return function;
  }

  public List<BoundExpression> arguments() {
    return arguments;
  }

  /** Or null. */
  public BoundExpression filter() {
    return filter;
  }

  public BoundWindow window() {
    return window;
  }

  /**
   * A window with its base and defaults worked in; calls with equal windows share one pass.
   *
   * @param startOffset for PRECEDING and FOLLOWING, else null
   */
  public record BoundWindow(
      List<BoundExpression> partitionBy,
      List<BoundOrderingTerm> orderBy,
      Window.FrameType type,
      Window.BoundType start,
      BoundExpression startOffset,
      Window.BoundType end,
      BoundExpression endOffset,
      Window.Exclusion exclusion) {}
}

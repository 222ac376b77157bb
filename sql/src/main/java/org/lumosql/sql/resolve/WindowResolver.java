// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Window;
import org.lumosql.sql.ast.Window.BoundType;
import org.lumosql.sql.ast.Window.FrameType;
import org.lumosql.sql.resolve.WindowCall.BoundWindow;

/** Binds window definitions: named windows, windows that extend others, default frames. */
final class WindowResolver {
  /** Windows that begin with each other in a circle are stopped here. */
  private static final int MOST_BASES = 2000;

  private final ExpressionResolver expressions;

  WindowResolver(ExpressionResolver expressions) {
    this.expressions = expressions;
  }

  BoundWindow window(Window window) {
    return bind(window.reference() == null ? window : named(window.reference(), window.position()));
  }

  private Window named(String name, int position) {
    Window window = expressions.scope().namedWindow(name);
    if (window == null) {
      throw new SqlException("no such window: " + name);
    }
    return window;
  }

  private BoundWindow bind(Window written) {
    Window window = written.base() == null ? written : extend(written, 0);
    // SQLite sorts by both together
    ResultTerms.checkCount(expressions.state(), window.partitionBy().size() + window.orderBy().size(), "ORDER");
    List<BoundExpression> partitionBy = expressions.scalars(window.partitionBy());
    List<BoundOrderingTerm> orderBy = new ArrayList<>();
    for (OrderingTerm term : window.orderBy()) {
      orderBy.add(FunctionResolver.term(expressions.scalar(term.expression()), term));
    }
    Window.Frame frame = window.frame();
    if (frame == null) {
      return new BoundWindow(
          partitionBy,
          orderBy,
          FrameType.RANGE,
          BoundType.UNBOUNDED_PRECEDING,
          null,
          BoundType.CURRENT_ROW,
          null,
          Window.Exclusion.NONE);
    }
    BoundType start = frame.start().type();
    BoundType end = frame.end() == null ? BoundType.CURRENT_ROW : frame.end().type();
    check(frame.type(), start, end, orderBy.size(), window.position());
    return new BoundWindow(
        partitionBy,
        orderBy,
        frame.type(),
        start,
        offset(frame.start().offset()),
        end,
        frame.end() == null ? null : offset(frame.end().offset()),
        frame.exclusion() == null ? Window.Exclusion.NONE : frame.exclusion());
  }

  /** One that is not constant counts as NULL, so that it is an error if there is a row, whatever its names are. */
  private BoundExpression offset(Expression offset) {
    if (offset == null) {
      return null;
    }
    return ConstantSyntax.isConstant(offset) ? expressions.scalar(offset) : new BoundExpression.Null();
  }

  private static void check(FrameType type, BoundType start, BoundType end, int terms, int position) {
    boolean isBackward =
        start == BoundType.UNBOUNDED_FOLLOWING
            || end == BoundType.UNBOUNDED_PRECEDING
            || (start == BoundType.CURRENT_ROW && end == BoundType.PRECEDING)
            || (start == BoundType.FOLLOWING && (end == BoundType.PRECEDING || end == BoundType.CURRENT_ROW));
    if (isBackward) {
      throw new SqlException("unsupported frame specification", position);
    }
    boolean hasOffset = isOffset(start) || isOffset(end);
    if (type == FrameType.RANGE && hasOffset && terms != 1) {
      throw new SqlException(
          "RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression");
    }
  }

  private static boolean isOffset(BoundType type) {
    return type == BoundType.PRECEDING || type == BoundType.FOLLOWING;
  }

  /** A window that begins with the name of another takes over its PARTITION BY and ORDER BY. */
  private Window extend(Window window, int depth) {
    if (depth > MOST_BASES) {
      throw new SqlException("no such window: " + window.base());
    }
    Window base = named(window.base(), window.position());
    if (base.base() != null) {
      base = extend(base, depth + 1);
    }
    String conflict = null;
    if (!window.partitionBy().isEmpty()) {
      conflict = "PARTITION clause";
    } else if (!base.orderBy().isEmpty() && !window.orderBy().isEmpty()) {
      conflict = "ORDER BY clause";
    } else if (base.frame() != null) {
      conflict = "frame specification";
    }
    if (conflict != null) {
      throw new SqlException("cannot override " + conflict + " of window: " + window.base(), window.position());
    }
    return new Window(
        window.position(),
        null,
        null,
        base.partitionBy(),
        base.orderBy().isEmpty() ? window.orderBy() : base.orderBy(),
        window.frame());
  }
}

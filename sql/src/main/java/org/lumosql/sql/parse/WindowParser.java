// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Window;
import org.lumosql.sql.ast.Window.BoundType;
import org.lumosql.sql.ast.Window.FrameType;

/** OVER and WINDOW (https://sqlite.org/windowfunctions.html). */
final class WindowParser {
  private final TokenStream tokens;
  private final SelectParser selects;

  WindowParser(TokenStream tokens, SelectParser selects) {
    this.tokens = tokens;
    this.selects = selects;
  }

  /** The WINDOW clause, empty if there is none. */
  List<Select.NamedWindow> clause() {
    if (!tokens.take(TokenKind.WINDOW)) {
      return List.of();
    }
    List<Select.NamedWindow> windows = new ArrayList<>();
    do {
      int position = tokens.start();
      String name = tokens.name();
      tokens.expect(TokenKind.AS);
      windows.add(new Select.NamedWindow(name, onEarlier(definition(position), windows)));
    } while (tokens.take(TokenKind.COMMA));
    return windows;
  }

  /** A window that begins with the name of one before it takes over what that has. The name of a later one, or of none, says nothing here. */
  private static Window onEarlier(Window window, List<Select.NamedWindow> earlier) {
    for (int i = earlier.size() - 1; i >= 0 && window.base() != null; i--) {
      if (Ascii.equal(earlier.get(i).name(), window.base())) {
        Window base = earlier.get(i).window();
        if (window.conflict(base) != null) {
          throw new SqlException(window.conflict(base), window.position());
        }
        return window.on(base);
      }
    }
    return window;
  }

  /** What follows OVER. */
  Window over() {
    int position = tokens.start();
    if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
      return definition(position);
    }
    return new Window(position, tokens.name(), null, List.of(), List.of(), null);
  }

  private Window definition(int position) {
    tokens.expect(TokenKind.LEFT_PARENTHESIS);
    String base = null;
    if (tokens.kind().isName() && !tokens.at(TokenKind.PARTITION) && frameType(tokens.kind()) == null) {
      base = tokens.takeName();
    }
    List<Expression> partitionBy = new ArrayList<>();
    if (tokens.take(TokenKind.PARTITION)) {
      tokens.expect(TokenKind.BY);
      do {
        partitionBy.add(selects.expression());
      } while (tokens.take(TokenKind.COMMA));
    }
    List<OrderingTerm> orderBy = selects.orderBy();
    Window.Frame frame = frame();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Window(position, null, base, partitionBy, orderBy, frame);
  }

  private static FrameType frameType(TokenKind kind) {
    switch (kind) {
      case ROWS:
        return FrameType.ROWS;
      case RANGE:
        return FrameType.RANGE;
      case GROUPS:
        return FrameType.GROUPS;
      default:
        return null;
    }
  }

  private Window.Frame frame() {
    FrameType type = frameType(tokens.kind());
    if (type == null) {
      return null;
    }
    tokens.advance();
    Window.Bound start;
    Window.Bound end = null;
    if (tokens.take(TokenKind.BETWEEN)) {
      start = bound(TokenKind.PRECEDING, BoundType.UNBOUNDED_PRECEDING);
      tokens.expect(TokenKind.AND);
      end = bound(TokenKind.FOLLOWING, BoundType.UNBOUNDED_FOLLOWING);
    } else {
      start = bound(TokenKind.PRECEDING, BoundType.UNBOUNDED_PRECEDING);
    }
    Window.Exclusion exclusion = exclusion();
    requireOrder(start.type(), end == null ? BoundType.CURRENT_ROW : end.type());
    return new Window.Frame(type, start, end, exclusion);
  }

  private void requireOrder(BoundType start, BoundType end) {
    boolean startsAfter = start == BoundType.FOLLOWING && end.compareTo(BoundType.FOLLOWING) < 0;
    boolean endsBefore = start == BoundType.CURRENT_ROW && end == BoundType.PRECEDING;
    if (startsAfter || endsBefore) {
      tokens.failNext("unsupported frame specification");
    }
  }

  private Window.Bound bound(TokenKind unboundedWord, BoundType unbounded) {
    if (tokens.take(TokenKind.UNBOUNDED)) {
      tokens.expect(unboundedWord);
      return new Window.Bound(unbounded, null);
    }
    if (tokens.take(TokenKind.CURRENT)) {
      tokens.expect(TokenKind.ROW);
      return new Window.Bound(BoundType.CURRENT_ROW, null);
    }
    Expression offset = selects.expression();
    if (tokens.take(TokenKind.PRECEDING)) {
      return new Window.Bound(BoundType.PRECEDING, offset);
    }
    tokens.expect(TokenKind.FOLLOWING);
    return new Window.Bound(BoundType.FOLLOWING, offset);
  }

  private Window.Exclusion exclusion() {
    if (!tokens.take(TokenKind.EXCLUDE)) {
      return Window.Exclusion.NONE;
    }
    if (tokens.take(TokenKind.NO)) {
      tokens.expect(TokenKind.OTHERS);
      return Window.Exclusion.NO_OTHERS;
    }
    if (tokens.take(TokenKind.CURRENT)) {
      tokens.expect(TokenKind.ROW);
      return Window.Exclusion.CURRENT_ROW;
    }
    if (tokens.take(TokenKind.GROUP)) {
      return Window.Exclusion.GROUP;
    }
    tokens.expect(TokenKind.TIES);
    return Window.Exclusion.TIES;
  }
}

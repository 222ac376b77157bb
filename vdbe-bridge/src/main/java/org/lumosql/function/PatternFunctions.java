// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.LIKE;

import org.lumosql.value.Register;

/** {@code like} and {@code glob}: the functions behind the operators, whose arguments come in reverse order. */
final class PatternFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS | LIKE;

  /** Which function. */
  private enum Body {
    GLOB,
    LIKE
  }

  private final Body body;

  private PatternFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(scalar("glob", 2, PURE, new PatternFunctions(Body.GLOB)));
    registry.add(scalar("like", 2, PURE, new PatternFunctions(Body.LIKE)));
    registry.add(scalar("like", 3, PURE, new PatternFunctions(Body.LIKE)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case GLOB -> glob(context, r, first, count);
      case LIKE -> like(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  private static void glob(FunctionContext context, Register[] r, int first, int count) {
    if (checkPattern(context, r[first])) {
      match(context, r, first, PatternMatcher.GLOB);
    }
  }

  private static void like(FunctionContext context, Register[] r, int first, int count) {
    boolean hasPattern = checkPattern(context, r[first]);
    boolean caseSensitive = context.environment().isCaseSensitiveLike();
    PatternMatcher matcher = caseSensitive ? PatternMatcher.CASE_SENSITIVE_LIKE : PatternMatcher.LIKE;
    if (count == 3) {
      if (r[first + 2].isNull()) {
        return;
      }
      matcher = new PatternMatcher(escape(context, r[first + 2]), caseSensitive);
    }
    if (hasPattern) {
      match(context, r, first, matcher);
    }
  }

  private static int escape(FunctionContext context, Register argument) {
    Register text = Arguments.text(argument);
    int end = Utf8.end(text.bytes(), text.offset(), text.offset() + text.length());
    if (Utf8.countStrict(text.bytes(), text.offset(), end) != 1) {
      throw context.error("ESCAPE expression must be a single character");
    }
    return Utf8.codePoint(text.bytes(), text.offset(), end);
  }

  /** Whether the pattern is not NULL; fails if it is too long. */
  private static boolean checkPattern(FunctionContext context, Register pattern) {
    if (pattern.type() >= Register.TEXT
        && (long) pattern.length() + pattern.zeroTail() > context.environment().likePatternLengthLimit()) {
      throw context.error("LIKE or GLOB pattern too complex");
    }
    return !pattern.isNull();
  }

  private static void match(FunctionContext context, Register[] r, int first, PatternMatcher matcher) {
    if (r[first + 1].isNull()) {
      return;
    }
    Register pattern = Arguments.text(r[first]);
    Register text = Arguments.text(r[first + 1]);
    boolean matches = matcher.matches(
        pattern.bytes(), pattern.offset(), pattern.length(), text.bytes(), text.offset(), text.length());
    context.result().setBoolean(matches);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.sql.resolve.BoundExpression;

/**
 * likely(), unlikely() and likelihood(): hints how often a condition holds
 * (https://sqlite.org/lang_corefunc.html#likelihood).
 */
final class Likelihood {
  /** What a term has when nothing is known of it. */
  static final int UNKNOWN = 1;

  private static final double LIKELY = 0.9375;
  private static final double UNLIKELY = 0.0625;

  private Likelihood() {}

  static boolean isHint(BoundExpression expression) {
    if (!(expression instanceof BoundExpression.Call call) || call.arguments().isEmpty()) {
      return false;
    }
    String name = call.function().name();
    return name.equals("unlikely") || name.equals("likely") || name.equals("likelihood");
  }

  /** What a hint is about; another expression itself. */
  static BoundExpression withoutHint(BoundExpression expression) {
    BoundExpression inner = expression;
    while (isHint(inner)) {
      inner = ((BoundExpression.Call) inner).arguments().get(0);
    }
    return inner;
  }

  /** The estimate, 0 or less, of the part of rows for which it holds; {@link #UNKNOWN} if the expression is no hint. */
  static int of(BoundExpression expression) {
    if (!isHint(expression)) {
      return UNKNOWN;
    }
    BoundExpression.Call call = (BoundExpression.Call) expression;
    double part = call.function().name().equals("likely") ? LIKELY : UNLIKELY;
    if (call.arguments().size() == 2 && call.arguments().get(1) instanceof BoundExpression.RealConstant given) {
      part = given.value();
    }
    // probabilities are kept as counts of 2^27ths
    return LogEstimate.of((long) (part * (1 << 27))) - 270;
  }
}

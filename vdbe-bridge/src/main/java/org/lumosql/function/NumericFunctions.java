// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.Definitions.variadic;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;

import org.lumosql.value.DecimalDigits;
import org.lumosql.value.Register;

/** Arithmetic among the core functions (https://sqlite.org/lang_corefunc.html), and {@code format}. */
final class NumericFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;
  /** From here on a double has no fraction. */
  private static final double WHOLE = 4503599627370496.0;
  private static final int MOST_ROUNDING_DIGITS = 30;

  /** Which function. */
  private enum Body {
    ABSOLUTE,
    FORMAT,
    ROUND,
    SIGN
  }

  private final Body body;

  private NumericFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(scalar("abs", 1, PURE, new NumericFunctions(Body.ABSOLUTE)));
    registry.add(variadic("format", 0, PURE, new NumericFunctions(Body.FORMAT)));
    registry.add(variadic("printf", 0, PURE, new NumericFunctions(Body.FORMAT)));
    registry.add(scalar("round", 1, PURE, new NumericFunctions(Body.ROUND)));
    registry.add(scalar("round", 2, PURE, new NumericFunctions(Body.ROUND)));
    registry.add(scalar("sign", 1, PURE, new NumericFunctions(Body.SIGN)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case ABSOLUTE -> absolute(context, r, first, count);
      case FORMAT -> format(context, r, first, count);
      case ROUND -> round(context, r, first, count);
      case SIGN -> sign(context, r, first, count);
      default -> throw new AssertionError(body);
    }
  }

  private static void absolute(FunctionContext context, Register[] r, int first, int count) {
    Register value = r[first];
    if (value.type() == Register.INTEGER) {
      if (value.integer() == Long.MIN_VALUE) {
        throw context.error("integer overflow");
      }
      context.result().setInteger(Math.abs(value.integer()));
    } else if (!value.isNull()) {
      context.result().setReal(Math.abs(Arguments.real(value)));
    }
  }

  private static void sign(FunctionContext context, Register[] r, int first, int count) {
    Register value = Arguments.numeric(r[first]);
    if (value.type() == Register.INTEGER) {
      context.result().setInteger(Long.signum(value.integer()));
    } else if (value.type() == Register.REAL) {
      context.result().setInteger(value.real() < 0 ? -1 : value.real() > 0 ? 1 : 0);
    }
  }

  private static void round(FunctionContext context, Register[] r, int first, int count) {
    long digits = 0;
    if (count == 2) {
      if (r[first + 1].isNull()) {
        return;
      }
      digits = Math.max(0, Math.min(MOST_ROUNDING_DIGITS, Arguments.integer(r[first + 1])));
    }
    if (r[first].isNull()) {
      return;
    }
    double value = Arguments.real(r[first]);
    if (value < -WHOLE || value > WHOLE) {
      context.result().setReal(value);
    } else if (digits == 0) {
      context.result().setReal((double) (long) (value + (value < 0 ? -0.5 : 0.5)));
    } else {
      context.result().setReal(DecimalDigits.round(value, (int) digits));
    }
  }

  private static void format(FunctionContext context, Register[] r, int first, int count) {
    if (count >= 1 && !r[first].isNull()) {
      new PrintfFormatter(context, r, first + 1, first + count).format(Arguments.text(r[first]));
    }
  }
}

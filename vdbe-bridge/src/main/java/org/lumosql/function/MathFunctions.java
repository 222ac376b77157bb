// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;

import org.lumosql.value.Register;

/**
 * Mathematical functions (https://sqlite.org/lang_mathfunc.html). An argument that is no number, nor a text that is
 * one, gives NULL, and so does a result that is not a number. The last bit may differ from the C library's, which
 * depends on the machine's mathematical library.
 */
final class MathFunctions implements ScalarFunction {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;

  /** Which function. */
  private enum Body {
    ACOS,
    ACOSH,
    ASIN,
    ASINH,
    ATAN,
    ATAN2,
    ATANH,
    CEIL,
    COS,
    COSH,
    DEGREES,
    EXP,
    FLOOR,
    LN,
    LOG,
    LOG10,
    LOG2,
    MOD,
    PI,
    POW,
    RADIANS,
    SIN,
    SINH,
    SQRT,
    TAN,
    TANH,
    TRUNC
  }

  private final Body body;

  private MathFunctions(Body body) {
    this.body = body;
  }

  static void register(FunctionRegistry registry) {
    registry.add(scalar("acos", 1, PURE, new MathFunctions(Body.ACOS)));
    registry.add(scalar("acosh", 1, PURE, new MathFunctions(Body.ACOSH)));
    registry.add(scalar("asin", 1, PURE, new MathFunctions(Body.ASIN)));
    registry.add(scalar("asinh", 1, PURE, new MathFunctions(Body.ASINH)));
    registry.add(scalar("atan", 1, PURE, new MathFunctions(Body.ATAN)));
    registry.add(scalar("atan2", 2, PURE, new MathFunctions(Body.ATAN2)));
    registry.add(scalar("atanh", 1, PURE, new MathFunctions(Body.ATANH)));
    registry.add(scalar("ceil", 1, PURE, new MathFunctions(Body.CEIL)));
    registry.add(scalar("ceiling", 1, PURE, new MathFunctions(Body.CEIL)));
    registry.add(scalar("cos", 1, PURE, new MathFunctions(Body.COS)));
    registry.add(scalar("cosh", 1, PURE, new MathFunctions(Body.COSH)));
    registry.add(scalar("degrees", 1, PURE, new MathFunctions(Body.DEGREES)));
    registry.add(scalar("exp", 1, PURE, new MathFunctions(Body.EXP)));
    registry.add(scalar("floor", 1, PURE, new MathFunctions(Body.FLOOR)));
    registry.add(scalar("ln", 1, PURE, new MathFunctions(Body.LN)));
    registry.add(scalar("log", 1, PURE, new MathFunctions(Body.LOG10)));
    registry.add(scalar("log", 2, PURE, new MathFunctions(Body.LOG)));
    registry.add(scalar("log10", 1, PURE, new MathFunctions(Body.LOG10)));
    registry.add(scalar("log2", 1, PURE, new MathFunctions(Body.LOG2)));
    registry.add(scalar("mod", 2, PURE, new MathFunctions(Body.MOD)));
    registry.add(scalar("pi", 0, PURE, new MathFunctions(Body.PI)));
    registry.add(scalar("pow", 2, PURE, new MathFunctions(Body.POW)));
    registry.add(scalar("power", 2, PURE, new MathFunctions(Body.POW)));
    registry.add(scalar("radians", 1, PURE, new MathFunctions(Body.RADIANS)));
    registry.add(scalar("sin", 1, PURE, new MathFunctions(Body.SIN)));
    registry.add(scalar("sinh", 1, PURE, new MathFunctions(Body.SINH)));
    registry.add(scalar("sqrt", 1, PURE, new MathFunctions(Body.SQRT)));
    registry.add(scalar("tan", 1, PURE, new MathFunctions(Body.TAN)));
    registry.add(scalar("tanh", 1, PURE, new MathFunctions(Body.TANH)));
    registry.add(scalar("trunc", 1, PURE, new MathFunctions(Body.TRUNC)));
  }

  @Override
  public void call(FunctionContext context, Register[] r, int first, int count) {
    switch (body) {
      case CEIL, FLOOR, TRUNC -> toWhole(context, r[first]);
      case LN, LOG10, LOG2 -> logarithm(context, r[first]);
      case LOG -> logarithmToBase(context, r, first);
      case ATAN2, MOD, POW -> binary(context, r[first], r[first + 1]);
      case PI -> context.result().setReal(Math.PI);
      default -> {
        Register value = Arguments.numeric(r[first]);
        if (Arguments.isNumber(value)) {
          context.result().setReal(compute(Arguments.real(value)));
        }
      }
    }
  }

  private double compute(double x) {
    return switch (body) {
      case ACOS -> RealMath.acos(x);
      case ACOSH -> RealMath.acosh(x);
      case ASIN -> RealMath.asin(x);
      case ASINH -> RealMath.asinh(x);
      case ATAN -> RealMath.atan(x);
      case ATANH -> RealMath.atanh(x);
      case CEIL -> Math.ceil(x);
      case COS -> RealMath.cos(x);
      case COSH -> RealMath.cosh(x);
      case DEGREES -> x * (180.0 / Math.PI);
      case EXP -> RealMath.exp(x);
      case FLOOR -> Math.floor(x);
      case LN -> RealMath.ln(x);
      case LOG10 -> RealMath.log10(x);
      case LOG2 -> RealMath.log2(x);
      case RADIANS -> x * (Math.PI / 180.0);
      case SIN -> RealMath.sin(x);
      case SINH -> RealMath.sinh(x);
      case SQRT -> Math.sqrt(x);
      case TAN -> RealMath.tan(x);
      // as for sinh, not the newer JDKs' Math.tanh
      case TANH -> StrictMath.tanh(x);
      case TRUNC -> x < 0 ? Math.ceil(x) : Math.floor(x);
      default -> throw new AssertionError(body);
    };
  }

  private void binary(FunctionContext context, Register leftArgument, Register rightArgument) {
    Register left = Arguments.numeric(leftArgument);
    Register right = Arguments.numeric(rightArgument);
    if (!Arguments.isNumber(left) || !Arguments.isNumber(right)) {
      return;
    }
    double x = Arguments.real(left);
    double y = Arguments.real(right);
    context.result().setReal(body == Body.MOD ? x % y : body == Body.POW ? RealMath.pow(x, y) : RealMath.atan2(x, y));
  }

  /** Functions to whole numbers: integers stay as they are. */
  private void toWhole(FunctionContext context, Register argument) {
    Register value = Arguments.numeric(argument);
    if (value.type() == Register.INTEGER) {
      context.result().setInteger(value.integer());
    } else if (value.type() == Register.REAL) {
      context.result().setReal(compute(value.real()));
    }
  }

  private void logarithm(FunctionContext context, Register argument) {
    Register value = Arguments.numeric(argument);
    if (Arguments.isNumber(value) && Arguments.real(value) > 0) {
      context.result().setReal(compute(Arguments.real(value)));
    }
  }

  private static void logarithmToBase(FunctionContext context, Register[] r, int first) {
    Register base = Arguments.numeric(r[first]);
    double value = Arguments.real(r[first + 1]);
    if (!Arguments.isNumber(base) || !(Arguments.real(base) > 0) || !(value > 0)) {
      return;
    }
    double divisor = RealMath.ln(Arguments.real(base));
    if (divisor > 0) {
      context.result().setReal(RealMath.ln(value) / divisor);
    }
  }
}

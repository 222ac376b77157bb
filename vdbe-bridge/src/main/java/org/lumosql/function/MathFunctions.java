// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.scalar;
import static org.lumosql.function.FunctionDefinition.DETERMINISTIC;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.lumosql.value.Register;

/**
 * Mathematical functions (https://sqlite.org/lang_mathfunc.html). An argument that is no number, nor a text that is one, gives NULL, and so does a
 * result that is not a number. The last bit may differ from the C library's, which depends on the machine's mathematical library.
 */
final class MathFunctions {
  private static final int PURE = DETERMINISTIC | INNOCUOUS;

  private MathFunctions() {}

  static void register(FunctionRegistry registry) {
    addUnary(registry, "acos", RealMath::acos);
    addUnary(registry, "acosh", RealMath::acosh);
    addUnary(registry, "asin", RealMath::asin);
    addUnary(registry, "asinh", RealMath::asinh);
    addUnary(registry, "atan", RealMath::atan);
    addBinary(registry, "atan2", RealMath::atan2);
    addUnary(registry, "atanh", RealMath::atanh);
    addWhole(registry, "ceil", Math::ceil);
    addWhole(registry, "ceiling", Math::ceil);
    addUnary(registry, "cos", Math::cos);
    addUnary(registry, "cosh", RealMath::cosh);
    addUnary(registry, "degrees", x -> x * (180.0 / Math.PI));
    addUnary(registry, "exp", Math::exp);
    addWhole(registry, "floor", Math::floor);
    registry.add(scalar("ln", 1, PURE, (context, r, first, count) -> logarithm(context, r[first], Math::log)));
    registry.add(scalar("log", 1, PURE, (context, r, first, count) -> logarithm(context, r[first], RealMath::log10)));
    registry.add(scalar("log", 2, PURE, MathFunctions::logarithmToBase));
    registry.add(scalar("log10", 1, PURE, (context, r, first, count) -> logarithm(context, r[first], RealMath::log10)));
    registry.add(scalar("log2", 1, PURE, (context, r, first, count) -> logarithm(context, r[first], RealMath::log2)));
    addBinary(registry, "mod", (x, y) -> x % y);
    registry.add(scalar("pi", 0, PURE, (context, r, first, count) -> context.result().setReal(Math.PI)));
    addBinary(registry, "pow", Math::pow);
    addBinary(registry, "power", Math::pow);
    addUnary(registry, "radians", x -> x * (Math.PI / 180.0));
    addUnary(registry, "sin", Math::sin);
    addUnary(registry, "sinh", Math::sinh);
    addUnary(registry, "sqrt", Math::sqrt);
    addUnary(registry, "tan", Math::tan);
    addUnary(registry, "tanh", Math::tanh);
    addWhole(registry, "trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
  }

  private static void addUnary(FunctionRegistry registry, String name, DoubleUnaryOperator operator) {
    registry.add(scalar(name, 1, PURE, (context, r, first, count) -> {
      Register value = Arguments.numeric(r[first]);
      if (Arguments.isNumber(value)) {
        context.result().setReal(operator.applyAsDouble(Arguments.real(value)));
      }
    }));
  }

  private static void addBinary(FunctionRegistry registry, String name, DoubleBinaryOperator operator) {
    registry.add(scalar(name, 2, PURE, (context, r, first, count) -> {
      Register left = Arguments.numeric(r[first]);
      Register right = Arguments.numeric(r[first + 1]);
      if (Arguments.isNumber(left) && Arguments.isNumber(right)) {
        context.result().setReal(operator.applyAsDouble(Arguments.real(left), Arguments.real(right)));
      }
    }));
  }

  /** Functions to whole numbers: integers stay as they are. */
  private static void addWhole(FunctionRegistry registry, String name, DoubleUnaryOperator operator) {
    registry.add(scalar(name, 1, PURE, (context, r, first, count) -> {
      Register value = Arguments.numeric(r[first]);
      if (value.type() == Register.INTEGER) {
        context.result().setInteger(value.integer());
      } else if (value.type() == Register.REAL) {
        context.result().setReal(operator.applyAsDouble(value.real()));
      }
    }));
  }

  private static void logarithm(FunctionContext context, Register argument, DoubleUnaryOperator operator) {
    Register value = Arguments.numeric(argument);
    if (Arguments.isNumber(value) && Arguments.real(value) > 0) {
      context.result().setReal(operator.applyAsDouble(Arguments.real(value)));
    }
  }

  private static void logarithmToBase(FunctionContext context, Register[] r, int first, int count) {
    Register base = Arguments.numeric(r[first]);
    double value = Arguments.real(r[first + 1]);
    if (!Arguments.isNumber(base) || !(Arguments.real(base) > 0) || !(value > 0)) {
      return;
    }
    double divisor = Math.log(Arguments.real(base));
    if (divisor > 0) {
      context.result().setReal(Math.log(value) / divisor);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.function.json.JsonFunctions;

/** All families of built-in functions, one line each. */
public final class BuiltinFunctions {
  private static final FunctionRegistry REGISTRY = build();

  private BuiltinFunctions() {}

  /** The shared registry; callers do not add to it. */
  public static FunctionRegistry registry() {
    return REGISTRY;
  }

  private static FunctionRegistry build() {
    FunctionRegistry registry = new FunctionRegistry(null);
    CoreFunctions.register(registry);
    NumericFunctions.register(registry);
    TextFunctions.register(registry);
    NotationFunctions.register(registry);
    MathFunctions.register(registry);
    DateTimeFunctions.register(registry);
    JsonFunctions.register(registry);
    PatternFunctions.register(registry);
    Aggregates.register(registry);
    WindowFunctions.register(registry);
    return registry;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.util.function.Supplier;
import org.lumosql.function.FunctionDefinition.Kind;

/** Short ways to write one line of a family's registration. */
final class Definitions {
  private static final int ANY_COUNT = 127;

  private Definitions() {}

  /** A scalar function with a fixed number of arguments. */
  static FunctionDefinition scalar(String name, int count, int flags, ScalarFunction body) {
    return new FunctionDefinition(name, count, count, count, Kind.SCALAR, flags, body, null);
  }

  /**
   * A scalar function with at least {@code minimum} arguments. Its argument count reads −1 if there may be none at all,
   * else −2 − minimum, as {@code PRAGMA function_list} shows it.
   */
  static FunctionDefinition variadic(String name, int minimum, int flags, ScalarFunction body) {
    return new FunctionDefinition(name, minimum == 0 ? -1 : -2 - minimum, minimum, ANY_COUNT, Kind.SCALAR, flags, body,
        null);
  }

  /** An aggregate that also runs over windows. */
  static FunctionDefinition aggregate(String name, int count, int flags, Supplier<? extends Accumulator> accumulators) {
    return new FunctionDefinition(name, count, count, count, Kind.WINDOW_AGGREGATE, flags, null, accumulators);
  }

  /** A function that needs OVER. */
  static FunctionDefinition window(String name, int count, Supplier<? extends Accumulator> accumulators) {
    int flags = FunctionDefinition.BUILT_IN_WINDOW | FunctionDefinition.INNOCUOUS;
    return new FunctionDefinition(name, count, count, count, Kind.WINDOW, flags, null, accumulators);
  }
}

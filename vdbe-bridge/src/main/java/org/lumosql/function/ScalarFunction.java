// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.value.Register;

/** The body of a scalar function. Stateless; used by many threads, each with its own context and registers. */
@FunctionalInterface
public interface ScalarFunction {
  /**
   * Computes the function and puts the result into {@link FunctionContext#result()} (NULL unless set).
   *
   * @param context where the result goes, and what the function may ask of its surroundings
   * @param registers holds the arguments; the function must not change them
   * @param first index of the first argument
   * @param count number of arguments
   */
  void call(FunctionContext context, Register[] registers, int first, int count);
}

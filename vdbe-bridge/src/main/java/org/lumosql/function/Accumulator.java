// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.value.Register;

/**
 * The state of one aggregate over one group. Made by {@link FunctionDefinition#newAccumulator()}; used by one thread.
 */
public abstract class Accumulator {
  /**
   * Called before the first {@link #step} if there may be calls of {@link #inverse}: the accumulator must then remember
   * enough.
   */
  public void expectInverse() {}

  /** Takes in a row. Arguments as in {@link ScalarFunction#call}. */
  public abstract void step(FunctionContext context, Register[] registers, int first, int count);

  /** Puts the final value into the context's result. Called once, last. */
  public abstract void finish(FunctionContext context);

  /** Window functions: takes out a row that {@link #step} took in earliest. */
  public void inverse(FunctionContext context, Register[] registers, int first, int count) {
    throw new AssertionError("not a window function");
  }

  /** Window functions: puts the present value into the context's result; more rows may follow. */
  public void value(FunctionContext context) {
    throw new AssertionError("not a window function");
  }
}

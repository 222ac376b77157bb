// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import org.lumosql.function.FunctionContext;
import org.lumosql.value.Register;

/** A scan over a {@link VirtualTable}. Used by one thread. */
public interface VirtualCursor extends AutoCloseable {
  /**
   * Starts a scan as {@link VirtualTable#plan} chose it.
   *
   * @param indexNumber {@link IndexPlan#indexNumber()}
   * @param indexText {@link IndexPlan#indexText()}, may be null
   * @param registers hold the right-hand sides of the constraints taken, in the order asked for; of an IN that is taken whole, {@link VirtualValues}
   */
  void filter(int indexNumber, String indexText, Register[] registers, int first, int count);

  /** Whether the scan is past its last row. */
  boolean isAtEnd();

  void next();

  /** Puts column {@code column} of the present row into {@link FunctionContext#result()} (NULL unless set); text is UTF-8. */
  void column(FunctionContext context, int column);

  long rowid();

  @Override
  void close();
}

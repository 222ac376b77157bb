// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import org.lumosql.value.Register;

/**
 * The values of an IN that a virtual table asked for at once with {@link IndexPlan#useWhole}. Valid until {@link VirtualCursor#filter} returns.
 */
public interface VirtualValues {
  /** The values that an argument of {@link VirtualCursor#filter} stands for; null if it is a plain value. */
  static VirtualValues of(Register argument) {
    return argument.object() instanceof VirtualValues values ? values : null;
  }

  /** Goes to the first value; false if there is none. */
  boolean first();

  /** Goes to the next value; false behind the last. */
  boolean next();

  /** The present value, which the next move changes; text is UTF-8. */
  Register value();
}

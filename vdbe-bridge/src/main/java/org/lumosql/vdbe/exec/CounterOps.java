// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;

/** Counters of LIMIT and OFFSET, and other small decisions. */
final class CounterOps {
  private CounterOps() {}

  /** IfPos: whether the register is positive; then P3 is subtracted. */
  static boolean ifPositive(Register counter, int step) {
    long value = counter.integer();
    if (value <= 0) {
      return false;
    }
    counter.setInteger(value - step);
    return true;
  }

  /** IfNotZero: whether the register is not zero; a positive one is decremented. */
  static boolean ifNotZero(Register counter) {
    long value = counter.integer();
    if (value == 0) {
      return false;
    }
    if (value > 0) {
      counter.setInteger(value - 1);
    }
    return true;
  }

  /** DecrJumpZero. */
  static boolean decrementIsZero(Register counter) {
    long value = counter.integer();
    if (value > Long.MIN_VALUE) {
      value--;
    }
    counter.setInteger(value);
    return value == 0;
  }

  /** MustBeInt: whether the value is an integer now; a failure if it is not and there is nowhere to go. */
  static boolean isInteger(Machine machine, Register value, int otherwise) {
    boolean integer = ValueOps.becomesInteger(machine, value);
    if (!integer && otherwise == 0) {
      throw new StoreException(ResultCode.MISMATCH, "an integer is needed");
    }
    return integer;
  }

  /** IfNotOpen: a cursor on a row of NULLs counts as not open. */
  static boolean isOpen(Cursor cursor) {
    return cursor != null && !cursor.nullRow;
  }

  /** MemMax: r[P1] = max(r[P1], r[P2]), in the outermost frame. */
  static void maximum(Machine machine, int number, Register value) {
    Frame outermost = machine.frame;
    while (outermost != null && outermost.parent != null) {
      outermost = outermost.parent;
    }
    Register largest = (outermost == null ? machine.registers : outermost.registers)[number];
    long integer = machine.conversion.toInteger(largest);
    long other = machine.conversion.toInteger(value);
    largest.setInteger(Math.max(integer, other));
  }
}

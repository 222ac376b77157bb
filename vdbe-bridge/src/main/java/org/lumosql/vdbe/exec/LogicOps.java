// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;

/** Three-valued logic and tests of single registers. */
final class LogicOps {
  private static final int UNKNOWN = 2;

  private LogicOps() {}

  private static int truth(Machine machine, Register value) {
    return value.isNull() ? UNKNOWN : machine.conversion.toBoolean(value, false) ? 1 : 0;
  }

  private static void set(Register out, int truth) {
    if (truth == UNKNOWN) {
      out.setNull();
    } else {
      out.setInteger(truth);
    }
  }

  static void and(Machine machine, Register left, Register right, Register out) {
    int a = truth(machine, left);
    int b = truth(machine, right);
    set(out, a == 0 || b == 0 ? 0 : a == UNKNOWN || b == UNKNOWN ? UNKNOWN : 1);
  }

  static void or(Machine machine, Register left, Register right, Register out) {
    int a = truth(machine, left);
    int b = truth(machine, right);
    set(out, a == 1 || b == 1 ? 1 : a == UNKNOWN || b == UNKNOWN ? UNKNOWN : 0);
  }

  static void not(Machine machine, Register value, Register out) {
    int a = truth(machine, value);
    set(out, a == UNKNOWN ? UNKNOWN : 1 - a);
  }

  /** IsTrue: r[P2] = (r[P1] as a boolean, NULL as P3) xor P4. */
  static void isTrue(Machine machine, Register value, Register out, int ifNull, Object inverted) {
    boolean truth = machine.conversion.toBoolean(value, ifNull != 0);
    out.setInteger((truth ? 1 : 0) ^ (((Number) inverted).intValue() != 0 ? 1 : 0));
  }

  static boolean isTrue(Machine machine, Register value, int ifNull) {
    if (value.type() == Register.INTEGER) {
      return value.integer() != 0;
    }
    return machine.conversion.toBoolean(value, ifNull != 0);
  }

  /** ZeroOrNull: r[P2] = 0, or NULL if r[P1] or r[P3] is NULL. */
  static void zeroOrNull(Register left, Register right, Register out) {
    if (left.isNull() || right.isNull()) {
      out.setNull();
    } else {
      out.setInteger(0);
    }
  }
}

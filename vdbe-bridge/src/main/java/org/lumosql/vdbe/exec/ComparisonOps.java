// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.KeyOrder;
import org.lumosql.record.Collation;
import org.lumosql.value.Comparison;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;

/** Comparisons of registers (https://sqlite.org/datatype3.html#comparison_expressions). */
final class ComparisonOps {
  /** P5: the affinity to apply before comparing; jump if an operand is NULL; NULLs are equal to each other. */
  private static final int AFFINITY = 0x47;

  private static final int JUMP_IF_NULL = 0x10;
  private static final int NULLS_EQUAL = 0x80;
  private static final int PERMUTED = 1;

  private ComparisonOps() {}

  /** Eq, Ne, Lt, Le, Gt, Ge: whether r[P3] op r[P1], so that the instruction jumps. */
  static boolean holds(Machine machine, int opcode, Register right, Register left, Object operand, int flags) {
    int difference;
    if (left.type() == Register.INTEGER && right.type() == Register.INTEGER) {
      difference = Long.compare(left.integer(), right.integer());
    } else if (left.isNull() || right.isNull()) {
      if ((flags & NULLS_EQUAL) == 0) {
        machine.compared = 1;
        return (flags & JUMP_IF_NULL) != 0;
      }
      difference = compareNulls(left, right);
    } else {
      difference = compareOthers(machine, left, right, operand, flags);
    }
    machine.compared = difference;
    return answer(opcode, difference);
  }

  static boolean isComparison(int opcode) {
    return opcode == Opcode.Eq || opcode == Opcode.Ne || opcode == Opcode.Lt || opcode == Opcode.Le || opcode == Opcode.Gt || opcode == Opcode.Ge;
  }

  /** Whether a comparison that found this difference jumps. */
  static boolean answer(int opcode, int difference) {
    switch (opcode) {
      case Opcode.Eq:
        return difference == 0;
      case Opcode.Ne:
        return difference != 0;
      case Opcode.Lt:
        return difference < 0;
      case Opcode.Le:
        return difference <= 0;
      case Opcode.Gt:
        return difference > 0;
      default:
        return difference >= 0;
    }
  }

  private static int compareNulls(Register left, Register right) {
    if (left.isNull() && right.isNull() && left.object() != ValueOps.UNEQUAL_NULL) {
      return 0;
    }
    return left.isNull() ? -1 : 1;
  }

  private static int compareOthers(Machine machine, Register left, Register right, Object operand, int flags) {
    int affinity = flags & AFFINITY;
    Register a = left;
    Register b = right;
    if (affinity >= 'C') {
      if (left.type() == Register.TEXT || right.type() == Register.TEXT) {
        a = numeric(machine, left, machine.scratchLeft);
        b = numeric(machine, right, machine.scratchRight);
      }
    } else if (affinity == 'B' && (left.type() == Register.TEXT || right.type() == Register.TEXT)) {
      a = text(machine, left, machine.scratchLeft);
      b = text(machine, right, machine.scratchRight);
    }
    return Comparison.compare(a, b, Machine.collation(operand));
  }

  private static Register numeric(Machine machine, Register value, Register scratch) {
    if (value.type() != Register.TEXT) {
      return value;
    }
    scratch.viewOf(value);
    machine.conversion.applyNumericAffinity(scratch);
    return scratch;
  }

  private static Register text(Machine machine, Register value, Register scratch) {
    if (value.type() >= Register.TEXT) {
      return value;
    }
    scratch.viewOf(value);
    machine.conversion.stringify(scratch);
    return scratch;
  }

  /** Compare: the difference of two runs of registers in the order of P4. */
  static void compare(Machine machine, int address) {
    int left = machine.operand1(address);
    int right = machine.operand2(address);
    int count = machine.operand3(address);
    KeyOrder order = (KeyOrder) machine.operand4(address);
    int[] permutation =
        (machine.operand5(address) & PERMUTED) != 0 ? (int[]) machine.operand4(address - 1) : null;
    Register[] registers = machine.registers;
    machine.compared = 0;
    for (int i = 0; i < count; i++) {
      int at = permutation == null ? i : permutation[i];
      int difference = compareField(order, i, registers[left + at], registers[right + at]);
      if (difference != 0) {
        machine.compared = difference;
        return;
      }
    }
  }

  private static int compareField(KeyOrder order, int field, Register a, Register b) {
    boolean described = order != null && field < order.columnCount();
    Collation collation = described ? order.collation(field) : null;
    int difference = Comparison.compare(a, b, collation);
    if (difference == 0 && a.isNull() && a.object() == ValueOps.UNEQUAL_NULL) {
      return -1;
    }
    if (difference == 0 || !described) {
      return difference;
    }
    boolean nulls = a.isNull() || b.isNull();
    return order.isDescending(field) != (order.hasBigNulls(field) && nulls) ? -difference : difference;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.error.LongWork;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;

/**
 * Arithmetic, bits and concatenation (https://sqlite.org/lang_expr.html#operators). Integer results that do not fit are computed as doubles.
 * Binary operators work as r[P3] = r[P2] op r[P1].
 */
final class ArithmeticOps {
  private ArithmeticOps() {}

  static void add(Machine machine, Register right, Register left, Register out) {
    if (left.type() == Register.INTEGER && right.type() == Register.INTEGER) {
      long a = left.integer();
      long b = right.integer();
      long sum = a + b;
      if (((a ^ sum) & (b ^ sum)) >= 0) {
        out.setInteger(sum);
        return;
      }
    }
    general(machine, Opcode.Add, right, left, out);
  }

  static void subtract(Machine machine, Register right, Register left, Register out) {
    if (left.type() == Register.INTEGER && right.type() == Register.INTEGER) {
      long a = left.integer();
      long b = right.integer();
      long difference = a - b;
      if (((a ^ b) & (a ^ difference)) >= 0) {
        out.setInteger(difference);
        return;
      }
    }
    general(machine, Opcode.Subtract, right, left, out);
  }

  static void multiply(Machine machine, Register right, Register left, Register out) {
    if (left.type() == Register.REAL && right.type() == Register.REAL) {
      out.setReal(left.real() * right.real());
    } else {
      general(machine, Opcode.Multiply, right, left, out);
    }
  }

  static void divide(Machine machine, Register right, Register left, Register out) {
    general(machine, Opcode.Divide, right, left, out);
  }

  static void remainder(Machine machine, Register right, Register left, Register out) {
    general(machine, Opcode.Remainder, right, left, out);
  }

  private static void general(Machine machine, int opcode, Register right, Register left, Register out) {
    if (left.isNull() || right.isNull()) {
      out.setNull();
      return;
    }
    Register a = operand(machine, left, machine.scratchLeft);
    Register b = operand(machine, right, machine.scratchRight);
    if (a.type() == Register.INTEGER && b.type() == Register.INTEGER) {
      if (integers(opcode, a.integer(), b.integer(), out)) {
        return;
      }
    }
    if (opcode == Opcode.Remainder) {
      // of operands that are not both integers their integer prefixes count, the result is a double
      remainder(machine.conversion.toInteger(left), machine.conversion.toInteger(right), out);
      if (!out.isNull()) {
        out.setReal((double) out.integer());
      }
    } else {
      reals(opcode, asRealOperand(machine, left, a), asRealOperand(machine, right, b), out);
    }
  }

  /** A text that looks like an integer is read as a real where the other operand is one: {@code '-0'} keeps its sign. */
  private static Register asRealOperand(Machine machine, Register value, Register operand) {
    if (value.type() >= Register.TEXT && operand.type() == Register.INTEGER) {
      operand.setReal(machine.conversion.toReal(value));
    }
    return operand;
  }

  private static Register operand(Machine machine, Register value, Register scratch) {
    if (value.type() < Register.TEXT) {
      return value;
    }
    scratch.viewOf(value);
    machine.conversion.toOperand(scratch);
    return scratch;
  }

  /** False if the result does not fit. */
  private static boolean integers(int opcode, long a, long b, Register out) {
    switch (opcode) {
      case Opcode.Add:
        if (((a ^ a + b) & (b ^ a + b)) < 0) {
          return false;
        }
        out.setInteger(a + b);
        return true;
      case Opcode.Subtract:
        if (((a ^ b) & (a ^ a - b)) < 0) {
          return false;
        }
        out.setInteger(a - b);
        return true;
      case Opcode.Multiply:
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != low >> 63) {
          return false;
        }
        out.setInteger(low);
        return true;
      case Opcode.Divide:
        return divide(a, b, out);
      default:
        remainder(a, b, out);
        return true;
    }
  }

  private static boolean divide(long a, long b, Register out) {
    if (b == 0) {
      out.setNull();
      return true;
    }
    if (a == Long.MIN_VALUE && b == -1) {
      return false;
    }
    out.setInteger(a / b);
    return true;
  }

  private static void remainder(long a, long b, Register out) {
    if (b == 0) {
      out.setNull();
    } else {
      out.setInteger(b == -1 ? 0 : a % b);
    }
  }

  private static double asReal(Register value) {
    return value.type() == Register.INTEGER ? (double) value.integer() : value.real();
  }

  private static void reals(int opcode, Register left, Register right, Register out) {
    switch (opcode) {
      case Opcode.Add:
        out.setReal(asReal(left) + asReal(right));
        break;
      case Opcode.Subtract:
        out.setReal(asReal(left) - asReal(right));
        break;
      case Opcode.Multiply:
        out.setReal(asReal(left) * asReal(right));
        break;
      default:
        double divisor = asReal(right);
        if (divisor == 0) {
          out.setNull();
        } else {
          out.setReal(asReal(left) / divisor);
        }
        break;
    }
  }

  // ---- bits ----------------------------------------------------------------------------------------------------------------

  /** BitAnd, BitOr, ShiftLeft, ShiftRight. */
  static void bits(Machine machine, int opcode, Register right, Register left, Register out) {
    if (left.isNull() || right.isNull()) {
      out.setNull();
      return;
    }
    long a = machine.conversion.toInteger(left);
    long b = machine.conversion.toInteger(right);
    switch (opcode) {
      case Opcode.BitAnd:
        out.setInteger(a & b);
        break;
      case Opcode.BitOr:
        out.setInteger(a | b);
        break;
      case Opcode.ShiftLeft:
        out.setInteger(shift(a, b));
        break;
      default:
        out.setInteger(shift(a, b == Long.MIN_VALUE ? Long.MAX_VALUE : -b));
        break;
    }
  }

  /** Shifts left, or right if {@code count} is negative; as far as one likes. */
  private static long shift(long value, long count) {
    if (count >= 0) {
      return count >= 64 ? 0 : value << count;
    }
    return count <= -64 ? value < 0 ? -1 : 0 : value >> -count;
  }

  static void bitNot(Machine machine, Register value, Register out) {
    if (value.isNull()) {
      out.setNull();
    } else {
      out.setInteger(~machine.conversion.toInteger(value));
    }
  }

  // ---- texts ---------------------------------------------------------------------------------------------------------------

  /** Concat: r[P3] = r[P2] || r[P1], a text in any case. */
  static void concat(Machine machine, Register right, Register left, Register out) {
    if (left.isNull() || right.isNull()) {
      out.setNull();
      return;
    }
    Register a = asText(machine, left, machine.scratchLeft);
    Register b = asText(machine, right, machine.scratchRight);
    long length = (long) a.length() + b.length();
    if (length > machine.host.lengthLimit()) {
      throw new StoreException(ResultCode.TOOBIG, "a text of " + length + " bytes");
    }
    // r[P3] may be one of the operands, and an operand may be a view of the other
    byte[] joined = out == left || out == right ? new byte[(int) length] : null;
    if (joined == null) {
      joined = out.prepare(Register.TEXT, (int) length);
    }
    LongWork.copy(a.bytes(), a.offset(), joined, 0, a.length());
    LongWork.copy(b.bytes(), b.offset(), joined, a.length(), b.length());
    if (out == left || out == right) {
      out.setTextView(joined, 0, (int) length);
    }
  }

  private static Register asText(Machine machine, Register value, Register scratch) {
    if (value.type() == Register.TEXT || value.type() == Register.BLOB && value.zeroTail() == 0) {
      return value;
    }
    scratch.viewOf(value);
    machine.conversion.stringify(scratch);
    scratch.expandZeroTail();
    return scratch;
  }
}

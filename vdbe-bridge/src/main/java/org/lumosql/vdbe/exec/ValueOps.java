// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.value.Register;

/** Constants, copies and conversions of registers. */
final class ValueOps {
  /** P5 of Copy: the copies carry no subtype. */
  private static final int CLEAR_SUBTYPE = 2;
  private static final int AS_STORED = 4;

  /** Rides on NULLs that equal no other NULL, not even where NULLs count as equal (Null with P1 not 0). */
  static final Object UNEQUAL_NULL = new Object();

  private ValueOps() {}

  /** String8. */
  static void text(Machine machine, Register out, Object value) {
    if (value instanceof byte[]) {
      out.setTextView((byte[]) value, 0, ((byte[]) value).length);
    } else {
      out.setText((String) value, machine.encoding);
    }
  }

  /** Blob; without P4 so many zeroes, to be written to by the program (a Bloom filter). */
  static void blob(Register out, int length, byte[] value) {
    if (value != null) {
      out.setBlobView(value, 0, value.length);
    } else {
      Arrays.fill(out.prepare(Register.BLOB, length), 0, length, (byte) 0);
    }
  }

  /** Null: registers P2 to P3. */
  static void nulls(Register[] registers, int unequal, int first, int last) {
    int at = first;
    do {
      if (unequal != 0) {
        registers[at].setObject(UNEQUAL_NULL);
      } else {
        registers[at].setNull();
      }
    } while (++at <= last);
  }

  static void variable(Machine machine, int number, Register out) {
    Register value = machine.parameterValue(number);
    out.viewOf(value);
    if (out.type() == Register.NULL && value.object() == null) {
      out.setNull();
    }
  }

  /** Move: the registers change places, so that no bytes are copied. */
  static void move(Register[] registers, int from, int to, int count) {
    int step = from < to ? -1 : 1;
    int offset = from < to ? count - 1 : 0;
    for (int i = 0; i < count; i++, offset += step) {
      Register value = registers[from + offset];
      Register old = registers[to + offset];
      value.own();
      old.setNull();
      registers[to + offset] = value;
      registers[from + offset] = old;
    }
  }

  /** Copy: P3 + 1 registers. */
  static void copy(Register[] registers, int from, int to, int more, int flags) {
    for (int i = 0; i <= more; i++) {
      Register target = registers[to + i];
      if ((flags & AS_STORED) != 0) {
        target.copyFrom(registers[from + i]);
      } else {
        target.copyValueOf(registers[from + i]);
      }
      if ((flags & CLEAR_SUBTYPE) != 0) {
        target.setSubtype(0);
      }
    }
  }

  static void intCopy(Machine machine, Register from, Register to) {
    to.setInteger(machine.conversion.toInteger(from));
  }

  static void addImmediate(Machine machine, Register value, int summand) {
    value.setInteger(machine.conversion.toInteger(value) + summand);
  }

  static void realAffinity(Register value) {
    if (value.type() == Register.INTEGER) {
      value.setReal((double) value.integer());
    } else if (value.type() == Register.REAL) {
      value.setReal(value.real()); // no longer one that is stored as an integer
    }
  }

  static void cast(Machine machine, Register value, int affinity) {
    machine.conversion.cast(value, affinity);
  }

  /** MustBeInt; returns whether the value is an integer now. */
  static boolean becomesInteger(Machine machine, Register value) {
    if (value.type() != Register.INTEGER) {
      Register probe = machine.scratchLeft;
      probe.viewOf(value);
      machine.conversion.applyAffinity(probe, 'C');
      if (value.type() == Register.REAL && probe.type() == Register.REAL && probe.real() == Long.MIN_VALUE) {
        probe.setInteger(Long.MIN_VALUE); // an affinity leaves this one a REAL
      }
      if (probe.type() != Register.INTEGER) {
        return false;
      }
      value.setInteger(probe.integer());
    }
    return true;
  }

  /** OffsetLimit: rows that OFFSET and LIMIT together ask to make, −1 for all. */
  static void offsetLimit(Register limit, Register out, Register offset) {
    long rows = limit.integer();
    if (rows <= 0) {
      out.setInteger(-1);
      return;
    }
    long skipped = Math.max(offset.integer(), 0);
    long sum = rows + skipped;
    out.setInteger(sum < 0 ? -1 : sum);
  }

  static void getSubtype(Register value, Register out) {
    int subtype = value.subtype();
    if (subtype == 0) {
      out.setNull();
    } else {
      out.setInteger(subtype);
    }
  }

  static void setSubtype(Machine machine, Register subtype, Register value) {
    value.setSubtype(subtype.isNull() ? 0 : (int) machine.conversion.toInteger(subtype) & 0xff);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;

/** Bits in a blob register: a key whose bit is not set was never added. Texts and blobs all count as one key, because collations decide. */
final class BloomFilter {
  private static final long TEXT_HASH = 4096;

  private BloomFilter() {}

  private static int bit(Machine machine, Register filter, int first, Object count) {
    long hash = 0;
    int fields = ((Number) count).intValue();
    for (int i = 0; i < fields; i++) {
      hash = hash * 31 + hash(machine.registers[first + i]);
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return (int) Long.remainderUnsigned(hash, filter.length() * 8L);
  }

  private static long hash(Register value) {
    switch (value.type()) {
      case Register.NULL:
        return 0;
      case Register.INTEGER:
        return value.integer();
      case Register.REAL:
        return (long) value.real(); // an integer and the equal double must meet
      default:
        return TEXT_HASH;
    }
  }

  static void add(Machine machine, Register filter, int first, Object count) {
    int bit = bit(machine, filter, first, count);
    filter.bytes()[filter.offset() + (bit >>> 3)] |= (byte) (1 << (bit & 7));
  }

  static boolean mayContain(Machine machine, Register filter, int first, Object count) {
    int bit = bit(machine, filter, first, count);
    return (filter.bytes()[filter.offset() + (bit >>> 3)] & 1 << (bit & 7)) != 0;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.record;

/**
 * SQLite's variable-length integers: 1 to 9 bytes, big-endian, seven bits a byte, the ninth byte gives eight bits
 * (https://sqlite.org/fileformat2.html#varint). 64-bit two's complement.
 *
 * <p>Readers expect that the array has the bytes: callers check the bound or read from a page with room behind it.
 */
public final class Varint {
  /** The longest varint, in bytes. */
  public static final int MAX_LENGTH = 9;

  private Varint() {}

  /** Reads the varint at {@code at}. Its length is {@link #lengthAt}. */
  public static long read(byte[] bytes, int at) {
    long value = bytes[at];
    if (value >= 0) {
      return value;
    }
    value &= 0x7f;
    for (int i = 1; i < 8; i++) {
      byte next = bytes[at + i];
      value = value << 7 | (next & 0x7f);
      if (next >= 0) {
        return value;
      }
    }
    return value << 8 | (bytes[at + 8] & 0xff);
  }

  /** Number of bytes of the varint at {@code at}, 1 to 9. */
  public static int lengthAt(byte[] bytes, int at) {
    int length = 1;
    while (length < MAX_LENGTH && bytes[at + length - 1] < 0) {
      length++;
    }
    return length;
  }

  /** As {@link #lengthAt}, but looks at nothing from {@code end} on; 0 if the varint does not end before that. */
  public static int lengthWithin(byte[] bytes, int at, int end) {
    int limit = Math.min(end - at, MAX_LENGTH);
    for (int length = 1; length <= limit; length++) {
      if (length == MAX_LENGTH || bytes[at + length - 1] >= 0) {
        return length;
      }
    }
    return 0;
  }

  /** Number of bytes that {@code value} needs, 1 to 9. */
  public static int length(long value) {
    if ((value & 0xff00000000000000L) != 0) {
      return MAX_LENGTH;
    }
    int length = 1;
    for (long rest = value >>> 7; rest != 0; rest >>>= 7) {
      length++;
    }
    return length;
  }

  /** Writes {@code value} at {@code at} and returns its length. */
  public static int write(byte[] bytes, int at, long value) {
    if ((value & ~0x7fL) == 0) {
      bytes[at] = (byte) value;
      return 1;
    }
    int length = length(value);
    long rest = value;
    int last = at + length - 1;
    if (length == MAX_LENGTH) {
      bytes[last--] = (byte) rest;
      rest >>>= 8;
    } else {
      bytes[last--] = (byte) (rest & 0x7f);
      rest >>>= 7;
    }
    while (last >= at) {
      bytes[last--] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    return length;
  }
}

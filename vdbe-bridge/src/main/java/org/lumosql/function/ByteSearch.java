// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for bytes in texts, eight places at a time. A place is looked for as a zero byte in a long: {@code (x - 0x01…01) & ~x & 0x80…80} has its lowest bit in
 * the lowest zero byte of {@code x}; bits above it may be wrong, so that only the lowest counts. Stretches are short enough not to need interruptions: callers see to that.
 */
final class ByteSearch {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  /** What upper and lower case of an ASCII letter differ in. */
  private static final int CASE = 0x20;

  private ByteSearch() {}

  /** The index of the first NUL in {@code [at, end)}, or {@code end}. */
  static int zero(byte[] text, int at, int end) {
    int index = at;
    for (; index + Long.BYTES <= end; index += Long.BYTES) {
      long eight = (long) LONG.get(text, index);
      long found = eight - ONES & ~eight & HIGH_BITS;
      if (found != 0) {
        return index + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (index < end && text[index] != 0) {
      index++;
    }
    return index;
  }

  /**
   * The index in {@code [at, end)} of the first place where one ASCII character is followed by another before {@code textEnd}, or {@code end}.
   *
   * @param foldCase whether letters stand for both their cases
   */
  static int pair(byte[] text, int at, int end, int textEnd, int first, int second, boolean foldCase) {
    int firstCase = foldCase && isLetter(first) ? CASE : 0;
    int secondCase = foldCase && isLetter(second) ? CASE : 0;
    long firsts = (first | firstCase) * ONES;
    long seconds = (second | secondCase) * ONES;
    long firstCases = firstCase * ONES;
    long secondCases = secondCase * ONES;
    int index = at;
    for (; index + Long.BYTES <= end && index + Long.BYTES < textEnd; index += Long.BYTES) {
      long misses = ((long) LONG.get(text, index) | firstCases) ^ firsts | ((long) LONG.get(text, index + 1) | secondCases) ^ seconds;
      long found = misses - ONES & ~misses & HIGH_BITS;
      if (found != 0) {
        return index + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; index < end; index++) {
      if (index + 1 < textEnd && (text[index] | firstCase) == (first | firstCase) && (text[index + 1] | secondCase) == (second | secondCase)) {
        return index;
      }
    }
    return index;
  }

  static boolean isLetter(int letter) {
    int lower = letter | CASE;
    return lower >= 'a' && lower <= 'z';
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;


import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The cumulative checksum of the log (https://sqlite.org/fileformat2.html#checksum_algorithm). A state is its two words
 * in one {@code long}, the first in the upper half.
 */
final class WalChecksum {
  private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private WalChecksum() {}

  /**
   * Continues from {@code state} over {@code length} bytes, a multiple of 8, taken as words of the given order. Hot
   * path.
   */
  static long update(long state, byte[] data, int offset, int length, boolean bigEndian) {
    assert length % 8 == 0 : length;
    return bigEndian ? updateBig(state, data, offset, length) : updateLittle(state, data, offset, length);
  }

  private static long updateLittle(long state, byte[] data, int offset, int length) {
    int first = first(state);
    int second = second(state);
    for (int at = offset, end = offset + length; at < end; at += 8) {
      long words = (long) LITTLE.get(data, at);
      first += (int) words + second;
      second += (int) (words >>> 32) + first;
    }
    return state(first, second);
  }

  private static long updateBig(long state, byte[] data, int offset, int length) {
    int first = first(state);
    int second = second(state);
    for (int at = offset, end = offset + length; at < end; at += 8) {
      long words = (long) BIG.get(data, at);
      first += (int) (words >>> 32) + second;
      second += (int) words + first;
    }
    return state(first, second);
  }

  /** Over an even number of words, from the start. */
  static long ofWords(int[] words, int count) {
    int first = 0;
    int second = 0;
    for (int i = 0; i < count; i += 2) {
      first += words[i] + second;
      second += words[i + 1] + first;
    }
    return state(first, second);
  }

  static long state(int first, int second) {
    return (long) first << 32 | second & 0xffffffffL;
  }

  static int first(long state) {
    return (int) (state >>> 32);
  }

  static int second(long state) {
    return (int) state;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Consecutive entries of a tree, all that it has from {@code low} to before {@code end}. Never changed once it is made, so that it is read without a lock, for as long as anybody likes.
 *
 * <p>An entry has three places in the bytes: where its key begins, where its value does, and where that ends. The bytes are in the order in which they were read, the places in
 * that of the keys.
 */
final class Block {
  /** Before every key. */
  static final byte[] START = new byte[0];

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  /** Of a block besides its bytes: objects, and its share of map and clock. */
  private static final int OVERHEAD = 240;

  /** Bytes of the largest block that is commonly made. */
  static final int LARGEST = 20 << 10;

  private static final int PLACES = 3;

  /** Inclusive; {@link #START} if nothing is before. */
  final byte[] low;

  /** Exclusive; null if nothing is behind. */
  final byte[] end;

  final TreeBlocks tree;
  final int count;
  private final byte[] bytes;
  private final char[] places;

  /** The first commit whose readers may use it. Set before it is shown to others. */
  long from;

  /** What begins where this one ends, or null: looked at before searching. */
  volatile Block next;

  /** Whether it has been thrown away, by a commit that touches it or for want of room. */
  volatile boolean isGone;

  /** Whether somebody has read it since the clock's hand went by. Races do no harm. */
  boolean isUsed;

  /** Takes over what it is given. */
  Block(TreeBlocks tree, byte[] low, byte[] end, byte[] bytes, char[] places) {
    this.tree = tree;
    this.low = low;
    this.end = end;
    this.bytes = bytes;
    this.places = places;
    this.count = places.length / PLACES;
  }

  /** Bytes that it takes. */
  int size() {
    return bytes.length + 2 * places.length + low.length + (end == null ? 0 : end.length) + OVERHEAD;
  }

  /** Whether it tells of a key, be it that the tree has it or that it has not. */
  boolean covers(byte[] key) {
    return Arrays.compareUnsigned(low, key) <= 0 && (end == null || Arrays.compareUnsigned(key, end) < 0);
  }

  /** The first entry that is not before a key; {@code count} if there is none. */
  int search(byte[] key) {
    int first = 0;
    int behind = count;
    while (first < behind) {
      int middle = first + behind >>> 1;
      if (compare(middle, key) < 0) {
        first = middle + 1;
      } else {
        behind = middle;
      }
    }
    return first;
  }

  private int compare(int index, byte[] key) {
    int at = PLACES * index;
    return Arrays.compareUnsigned(bytes, places[at], places[at + 1], key, 0, key.length);
  }

  boolean isAt(int index, byte[] key) {
    return compare(index, key) == 0;
  }

  // ---- an entry ---------------------------------------------------------------------------------------------------

  byte[] key(int index) {
    int at = PLACES * index;
    return Arrays.copyOfRange(bytes, places[at], places[at + 1]);
  }

  int keyLength(int index) {
    int at = PLACES * index;
    return places[at + 1] - places[at];
  }

  long keyNumber(int index) {
    return (long) LONG.get(bytes, places[PLACES * index]);
  }

  /** A key of eight bytes as a number. */
  static long number(byte[] key) {
    return (long) LONG.get(key, 0);
  }

  static void writeNumber(byte[] target, int offset, long number) {
    LONG.set(target, offset, number);
  }

  byte[] value(int index) {
    int at = PLACES * index;
    return Arrays.copyOfRange(bytes, places[at + 1], places[at + 2]);
  }

  byte[] bytes() {
    return bytes;
  }

  int valueOffset(int index) {
    return places[PLACES * index + 1];
  }

  int valueLength(int index) {
    int at = PLACES * index;
    return places[at + 2] - places[at + 1];
  }
}

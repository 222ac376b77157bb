// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import java.util.Arrays;
import org.lumosql.kv.KvCursor;

/** Entries on their way into a {@link Block}, as a cursor meets them. Kept by the cursor for one block after the other. */
final class BlockBuilder {
  /** Bytes of a block that is made in the middle of a long scan. */
  private static final int FULL = 1 << 14;

  /** Entries larger than this are not kept. Places must be told by sixteen bits. */
  private static final int LARGEST_ENTRY = 1 << 11;

  private byte[] bytes = new byte[512];
  private char[] places = new char[3 * 8];
  private int filled;
  private int count;

  void clear() {
    filled = 0;
    count = 0;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return filled >= FULL;
  }

  /** Appends the entry that a cursor is on; false if it is too large. */
  boolean append(KvCursor cursor) {
    int valueLength = cursor.valueLength();
    int keyLength = cursor.keyLength();
    int length = keyLength + valueLength;
    if (length > LARGEST_ENTRY || keyLength > LARGEST_ENTRY || length < 0) {
      return false;
    }
    if (filled + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (filled + length));
    }
    if (3 * count == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    int valueAt = filled + keyLength;
    if (keyLength == Long.BYTES) {
      Block.writeNumber(bytes, filled, cursor.keyNumber());
    } else {
      System.arraycopy(cursor.key(), 0, bytes, filled, keyLength);
    }
    System.arraycopy(cursor.valueArray(), cursor.valueOffset(), bytes, valueAt, valueLength);
    int at = 3 * count;
    places[at] = (char) filled;
    places[at + 1] = (char) valueAt;
    filled = valueAt + valueLength;
    places[at + 2] = (char) filled;
    count++;
    return true;
  }

  /** The key that was appended last. Requires: there is one. */
  byte[] lastKey() {
    return Arrays.copyOfRange(bytes, places[3 * count - 3], places[3 * count - 2]);
  }

  /** What was appended, as a block. */
  Block toBlock(TreeBlocks tree, byte[] low, byte[] end, boolean isBackward) {
    char[] ordered = Arrays.copyOf(places, 3 * count);
    if (isBackward) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(places, 3 * i, ordered, 3 * (count - 1 - i), 3);
      }
    }
    return new Block(tree, low, end, Arrays.copyOf(bytes, filled), ordered);
  }
}

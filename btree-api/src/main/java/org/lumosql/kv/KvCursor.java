// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/**
 * A position in a tree. After the transaction has written to the tree, the cursor must be positioned anew with {@link
 * #seek}, {@link #first} or {@link #last} before anything else is asked of it; then it sees the change. It must not be
 * used after the transaction has ended.
 */
public interface KvCursor extends AutoCloseable {
  /** Moves to the first entry whose key is the given one or greater; false and on no entry if there is none. */
  boolean seek(byte[] key);

  /** Moves to the first entry; false and on no entry if there is none. */
  boolean first();

  /** Moves to the last entry; false and on no entry if there is none. */
  boolean last();

  /** Moves on; false and on no entry past the end. Requires: on an entry. */
  boolean next();

  /** Moves back; false and on no entry before the beginning. Requires: on an entry. */
  boolean previous();

  /**
   * The key of the present entry. The array is never changed again, neither by the store nor by the caller. Requires:
   * on an entry.
   */
  byte[] key();

  /** The value of the present entry; as {@link #key()}. */
  byte[] value();

  /**
   * The array that has the value of the present entry, from {@link #valueOffset} on: for reading where it lies. It is good until the cursor moves or the transaction
   * writes to the tree or ends. Engines that have arrays of their own need not copy. Requires: on an entry.
   */
  default byte[] valueArray() {
    return value();
  }

  /** Where in {@link #valueArray} the value begins. Requires: on an entry. */
  default int valueOffset() {
    return 0;
  }

  /** Bytes of the value. Requires: on an entry. */
  default int valueLength() {
    return value().length;
  }

  /** Bytes of the key. Requires: on an entry. */
  default int keyLength() {
    return key().length;
  }

  /** A key of eight bytes as a big-endian number. Requires: on an entry whose key has eight bytes. */
  default long keyNumber() {
    return RowKey.number(key());
  }

  /** Closing twice is harmless. */
  @Override
  void close();
}

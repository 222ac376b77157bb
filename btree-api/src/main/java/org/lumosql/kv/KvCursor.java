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

  /** Closing twice is harmless. */
  @Override
  void close();
}

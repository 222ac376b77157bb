// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.btree.Synchronous;

/**
 * A transaction over a {@link KvStore}. Closing it without a commit rolls it back. Arrays that are passed in are not
 * changed, by either side, from then on: the store may keep them. Every use after the end but {@link #rollback} and
 * {@link #close} throws MISUSE.
 */
public interface KvTransaction extends AutoCloseable {
  boolean isWritable();

  /** The value of a key, or null. Must not be written to. */
  byte[] get(int tree, byte[] key);

  /** Stores a value under a key, replacing what was there. Requires: writable, otherwise READONLY. */
  void put(int tree, byte[] key, byte[] value);

  /** Removes a key; false if it was not there. Requires: writable, otherwise READONLY. */
  boolean delete(int tree, byte[] key);

  /**
   * As {@link #put}, or as {@link #delete} if the value is null, by a caller who knows what this transaction sees there: the old value, or null if there is none. It spares an
   * engine from looking. Requires: writable, otherwise READONLY.
   */
  default void replace(int tree, byte[] key, byte[] old, byte[] value) {
    if (value == null) {
      delete(tree, key);
    } else {
      put(tree, key, value);
    }
  }

  /** Removes all entries of a tree. Requires: writable, otherwise READONLY. */
  void clear(int tree);

  /** Whether no tree has an entry. */
  boolean isEmpty();

  /** Number of entries of a tree, exact or a guess; never negative. */
  long estimatedCount(int tree);

  /** A new cursor, on no entry. */
  KvCursor cursor(int tree);

  /**
   * Makes the changes visible, and ends the transaction. After an error it is still open. Whatever the level, the
   * changes survive the end of the process, however it ends.
   *
   * @param level what a crash of the machine may do. FULL and EXTRA: nothing, the changes are on the disk. NORMAL: the
   *     last commits may be lost, whole and in order. OFF: also what the engine's documentation says of commits that
   *     nobody waits for
   */
  void commit(Synchronous level);

  /** Undoes the changes and ends the transaction; no effect after it has ended. */
  void rollback();

  @Override
  default void close() {
    rollback();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** A transaction over a {@link KvStore}. Closing it without a commit rolls it back. Arrays that are passed in are not kept. */
public interface KvTransaction extends AutoCloseable {
  boolean isWritable();

  /** The value of a key, or null. The array is the caller's. */
  byte[] get(int tree, byte[] key);

  /** Stores a value under a key, replacing what was there. Requires: writable. */
  void put(int tree, byte[] key, byte[] value);

  /** Removes a key; false if it was not there. Requires: writable. */
  boolean delete(int tree, byte[] key);

  /** Removes all entries of a tree and returns how many there were. Requires: writable. */
  long clear(int tree);

  /** Number of entries of a tree, exact or a guess. */
  long estimatedCount(int tree);

  /** A new cursor, on no entry. It sees changes that this transaction makes later. */
  KvCursor cursor(int tree);

  /**
   * Makes the changes durable and visible, and ends the transaction.
   *
   * @param durable whether they must survive a crash of the machine from now on; otherwise they may be lost, in order, never in part
   */
  void commit(boolean durable);

  /** Undoes the changes and ends the transaction; no effect after it has ended. */
  void rollback();

  @Override
  default void close() {
    rollback();
  }
}

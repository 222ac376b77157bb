// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.List;

/**
 * A store of byte strings in numbered trees. One object per open database of the JVM, shared by all connections.
 *
 * <ol>
 *   <li>K1. Keys of a tree are ordered as unsigned bytes, a prefix before its extensions. Keys are unique. An empty key
 *       does not occur, an empty value may.
 *   <li>K2. A transaction sees the state of the last commit before it began, whatever happens meanwhile.
 *   <li>K3. There is one write transaction at a time. {@link #begin} for writing fails with BUSY at once if there is
 *       another; waiting is the caller's. A write transaction sees its own changes.
 *   <li>K4. A transaction is used by one thread at a time; threads may change between calls unless {@link
 *       Traits#threadBound()}. Transactions of several threads run at once, and one thread may have several.
 *   <li>K5. Trees come into being by the first put and are empty before; tree numbers are 0 … 2^31 − 1.
 *   <li>K6. Errors are {@link org.lumosql.error.StoreException}; each engine maps its library's errors in one class.
 *       After an error the transaction can still be rolled back, and then nothing of it remains.
 * </ol>
 */
public interface KvStore extends AutoCloseable {
  /** The engine's short name. */
  String name();

  String engineVersion();

  Traits traits();

  /**
   * How many bytes a key of an index tree may have that tells of the entry's contents. A store that keeps values secret and keys in clear says eight, which is room
   * for an ordinal and nothing else.
   */
  default int longestIndexKey() {
    return traits().maximumKeyLength();
  }

  /** What {@code PRAGMA lumo_handlers} shows of the store: short names, from the uppermost handler to the engine. */
  List<String> layers();

  /**
   * Begins a transaction.
   *
   * @throws org.lumosql.error.StoreException BUSY if it is to write and somebody else does; READONLY if the store
   *     cannot be written
   */
  KvTransaction begin(boolean write);

  /** Closes the store. Requires: no transaction is open. Closing twice is harmless; use afterwards throws MISUSE. */
  @Override
  void close();

  /**
   * What the engine can do by itself.
   *
   * @param maximumKeyLength bytes, at least 64; {@link Integer#MAX_VALUE} if there is no limit
   * @param threadBound a write transaction must stay on the thread that began it
   * @param multiProcess several processes may have the store open
   */
  record Traits(int maximumKeyLength, boolean threadBound, boolean multiProcess) {}
}

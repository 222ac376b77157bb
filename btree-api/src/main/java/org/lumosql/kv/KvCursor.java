// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/**
 * A position in a tree. What {@link #key()} and {@link #value()} return is valid until the cursor moves, the transaction writes, or it ends; it must not
 * be written to. After the transaction has written, the next move starts from the key where the cursor stood.
 */
public interface KvCursor extends AutoCloseable {
  /** Moves to the first entry whose key is the given one or greater; false if there is none. */
  boolean seek(byte[] key);

  boolean first();

  boolean last();

  /** Requires: on an entry, or its entry was deleted. */
  boolean next();

  boolean previous();

  /** The key of the present entry. */
  byte[] key();

  /** The value of the present entry. */
  byte[] value();

  @Override
  void close();
}

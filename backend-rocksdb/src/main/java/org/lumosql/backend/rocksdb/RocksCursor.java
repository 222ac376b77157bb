// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import org.lumosql.kv.TreeKeysCursor;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** A position of an iterator. The arrays that rocksdbjni returns are copies. */
final class RocksCursor extends TreeKeysCursor {
  private final RocksReader reader;
  private final TreeIterator owner;
  private final RocksIterator iterator;
  private byte[] value;
  private boolean isClosed;

  RocksCursor(RocksReader reader, TreeIterator owner) {
    super(owner.tree);
    this.reader = reader;
    this.owner = owner;
    this.iterator = owner.iterator;
  }

  private byte[] here() {
    value = null;
    if (iterator.isValid()) {
      return iterator.key();
    }
    try {
      iterator.status(); // the end, or an error?
      return null;
    } catch (RocksDBException e) {
      throw RocksErrors.of(e);
    }
  }

  @Override
  protected byte[] engineSeek(byte[] fullKey) {
    iterator.seek(fullKey);
    return here();
  }

  @Override
  protected byte[] engineLast() {
    iterator.seekToLast();
    return here();
  }

  @Override
  protected byte[] engineNext() {
    iterator.next();
    return here();
  }

  @Override
  protected byte[] enginePrevious() {
    iterator.prev();
    return here();
  }

  @Override
  protected byte[] engineValue() {
    if (value == null) {
      value = iterator.value();
    }
    return value;
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      reader.closed(this, owner);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import org.lmdbjava.Cursor;
import org.lmdbjava.GetOp;
import org.lmdbjava.LmdbException;
import org.lumosql.kv.TreeKeysCursor;

/** A cursor of LMDB. The arrays that lmdbjava returns are copies. */
final class LmdbCursor extends TreeKeysCursor {
  private final LmdbTransaction transaction;
  private final Cursor<byte[]> cursor;
  private boolean isClosed;

  LmdbCursor(LmdbTransaction transaction, int tree, Cursor<byte[]> cursor) {
    super(tree);
    this.transaction = transaction;
    this.cursor = cursor;
  }

  private byte[] found(boolean found) {
    return found ? cursor.key() : null;
  }

  @Override
  protected byte[] engineSeek(byte[] fullKey) {
    try {
      return found(cursor.get(fullKey, GetOp.MDB_SET_RANGE));
    } catch (LmdbException e) {
      throw transaction.failed(e);
    }
  }

  @Override
  protected byte[] engineLast() {
    try {
      return found(cursor.last());
    } catch (LmdbException e) {
      throw transaction.failed(e);
    }
  }

  @Override
  protected byte[] engineNext() {
    try {
      return found(cursor.next());
    } catch (LmdbException e) {
      throw transaction.failed(e);
    }
  }

  @Override
  protected byte[] enginePrevious() {
    try {
      return found(cursor.prev());
    } catch (LmdbException e) {
      throw transaction.failed(e);
    }
  }

  @Override
  protected byte[] engineValue() {
    return cursor.val();
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      cursor.close();
      transaction.closed(this);
    }
  }
}

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
  /** Null before the first use, and after the transaction has begun anew. */
  private Cursor<byte[]> cursor;
  /** The key that it is on, or null. */
  private byte[] here;

  private boolean isClosed;

  LmdbCursor(LmdbTransaction transaction, int tree) {
    super(tree);
    this.transaction = transaction;
  }

  /** Lets go of LMDB's cursor, to take another one when it is needed. */
  void detach() {
    if (cursor != null) {
      cursor.close();
      cursor = null;
    }
  }

  private Cursor<byte[]> cursor() {
    if (cursor == null) {
      cursor = transaction.openCursor();
    }
    return cursor;
  }

  /** The cursor on the entry that it was on. */
  private Cursor<byte[]> cursorHere() {
    if (cursor == null && here != null) {
      cursor().get(here, GetOp.MDB_SET_RANGE);
    }
    return cursor();
  }

  private byte[] found(boolean found) {
    here = found ? cursor.key() : null;
    return here;
  }

  @Override
  protected byte[] engineSeek(byte[] fullKey) {
    try {
      return found(cursor().get(fullKey, GetOp.MDB_SET_RANGE));
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  protected byte[] engineLast() {
    try {
      return found(cursor().last());
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  protected byte[] engineNext() {
    try {
      return found(cursorHere().next());
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  protected byte[] enginePrevious() {
    try {
      return found(cursorHere().prev());
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  protected byte[] engineValue() {
    return cursorHere().val();
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      detach();
      transaction.closed(this);
    }
  }
}

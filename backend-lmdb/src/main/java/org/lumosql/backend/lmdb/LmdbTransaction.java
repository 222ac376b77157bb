// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.util.ArrayList;
import java.util.List;
import org.lmdbjava.Cursor;
import org.lmdbjava.GetOp;
import org.lmdbjava.LmdbException;
import org.lmdbjava.Txn;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.TreeKeys;

/** A transaction of LMDB. Its cursors are closed before it ends, as the library demands. */
final class LmdbTransaction implements KvTransaction {
  /** As many entries of a tree are counted; of larger trees nothing is known but that. */
  private static final int COUNTED = 10_000;

  private final LmdbStore store;
  private final Txn<byte[]> transaction;
  private final boolean isWritable;
  private final List<LmdbCursor> cursors = new ArrayList<>();
  private boolean hasEnded;

  LmdbTransaction(LmdbStore store, Txn<byte[]> transaction) {
    this.store = store;
    this.transaction = transaction;
    this.isWritable = !transaction.isReadOnly();
  }

  private void requireActive() {
    if (hasEnded) {
      throw new StoreException(ResultCode.MISUSE, "the transaction has ended");
    }
  }

  private void requireWritable() {
    requireActive();
    if (!isWritable) {
      throw new StoreException(ResultCode.READONLY, "the transaction reads only");
    }
  }

  @Override
  public boolean isWritable() {
    return isWritable;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    requireActive();
    try {
      return store.entries().get(transaction, TreeKeys.of(tree, key));
    } catch (LmdbException e) {
      throw store.failed(e);
    }
  }

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    requireWritable();
    if (key.length > store.traits().maximumKeyLength()) {
      throw new StoreException(ResultCode.TOOBIG, "a key of " + key.length + " bytes");
    }
    try {
      store.entries().put(transaction, TreeKeys.of(tree, key), value);
    } catch (LmdbException e) {
      throw store.failed(e);
    }
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    requireWritable();
    try {
      return store.entries().delete(transaction, TreeKeys.of(tree, key));
    } catch (LmdbException e) {
      throw store.failed(e);
    }
  }

  @Override
  public void clear(int tree) {
    requireWritable();
    try (Cursor<byte[]> cursor = store.entries().openCursor(transaction)) {
      boolean more = cursor.get(TreeKeys.start(tree), GetOp.MDB_SET_RANGE);
      while (more && TreeKeys.isIn(tree, cursor.key())) {
        cursor.delete();
        more = cursor.next(); // the deletion has left it before the next entry
      }
    } catch (LmdbException e) {
      throw store.failed(e);
    }
  }

  @Override
  public boolean isEmpty() {
    requireActive();
    try {
      return store.entries().stat(transaction).entries == 0;
    } catch (LmdbException e) {
      throw store.failed(e);
    }
  }

  @Override
  public long estimatedCount(int tree) {
    requireActive();
    long count = 0;
    try (KvCursor cursor = cursor(tree)) {
      for (boolean more = cursor.first(); more && count < COUNTED; more = cursor.next()) {
        count++;
      }
    }
    return count < COUNTED ? count : store.entries().stat(transaction).entries;
  }

  @Override
  public KvCursor cursor(int tree) {
    requireActive();
    try {
      LmdbCursor cursor = new LmdbCursor(this, tree, store.entries().openCursor(transaction));
      cursors.add(cursor);
      return cursor;
    } catch (LmdbException e) {
      throw store.failed(e);
    }
  }

  void closed(LmdbCursor cursor) {
    cursors.remove(cursor);
  }

  StoreException failed(LmdbException e) {
    return store.failed(e);
  }

  private void closeCursors() {
    while (!cursors.isEmpty()) {
      cursors.get(cursors.size() - 1).close();
    }
  }

  @Override
  public void commit(Synchronous level) {
    requireActive();
    closeCursors();
    store.commit(transaction, level);
    rollback();
  }

  @Override
  public void rollback() {
    if (!hasEnded) {
      closeCursors();
      hasEnded = true;
      store.end(transaction);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.lmdbjava.Cursor;
import org.lmdbjava.Env;
import org.lmdbjava.GetOp;
import org.lmdbjava.LmdbException;
import org.lmdbjava.Txn;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.TreeKeys;

/**
 * A transaction of LMDB. Its cursors are closed before it ends, as the library demands. When the map gets full and can
 * be made larger, LMDB's transaction is replaced by another one, in which the changes are made again.
 */
final class LmdbTransaction implements KvTransaction {
  /** As many entries of a tree are counted; of larger trees nothing is known but that. */
  private static final int COUNTED = 10_000;

  private final LmdbStore store;
  private final boolean isWritable;
  private final List<LmdbCursor> cursors = new ArrayList<>();
  /** Null if the map will not get full. */
  private final RedoLog redo;

  /** Given back at the end. */
  private final KeyMemory keyMemory;

  private Txn<Slice> transaction;
  private long changes;
  private boolean hasEnded;

  LmdbTransaction(LmdbStore store, Txn<Slice> transaction) {
    this.store = store;
    this.transaction = transaction;
    this.keyMemory = store.takeKeyMemory();
    this.isWritable = !transaction.isReadOnly();
    this.redo = isWritable && store.mayGrow() ? new RedoLog() : null;
  }

  void requireActive() {
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

  // ---- reading ----------------------------------------------------------------------------------------------------

  @Override
  public byte[] get(int tree, byte[] key) {
    requireActive();
    try {
      Slice found = store.entries().get(transaction, keyMemory.of(tree, key));
      return found == null ? null : found.bytes();
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  private long countOfAll() {
    requireActive();
    try {
      return store.entries().stat(transaction).entries;
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  @Override
  public boolean isEmpty() {
    return countOfAll() == 0;
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
    return count < COUNTED ? count : countOfAll();
  }

  @Override
  public KvCursor cursor(int tree) {
    requireActive();
    LmdbCursor cursor = new LmdbCursor(this, tree);
    cursors.add(cursor);
    return cursor;
  }

  Cursor<Slice> openCursor() {
    requireActive();
    try {
      return store.entries().openCursor(transaction);
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  /** For the keys that cursors look for. */
  KeyMemory keyMemory() {
    return keyMemory;
  }

  int pageSize() {
    return store.pageSize();
  }

  /** Grows with each change: what LMDB has shown before is not there any more. */
  long changes() {
    return changes;
  }

  void closed(LmdbCursor cursor) {
    cursors.remove(cursor);
  }

  // ---- writing ----------------------------------------------------------------------------------------------------

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    requireWritable();
    if (key.length > store.traits().maximumKeyLength()) {
      throw new StoreException(ResultCode.TOOBIG, "a key of " + key.length + " bytes");
    }
    growing(() -> putNow(tree, key, value));
    if (redo != null) {
      redo.put(tree, key, value);
    }
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    requireWritable();
    boolean wasThere = growing(() -> deleteNow(tree, key));
    if (redo != null && wasThere) {
      redo.delete(tree, key);
    }
    return wasThere;
  }

  @Override
  public void clear(int tree) {
    requireWritable();
    growing(() -> clearNow(tree));
    if (redo != null) {
      redo.clear(tree);
    }
  }

  boolean putNow(int tree, byte[] key, byte[] value) {
    changes++;
    Slice target = store.entries().reserve(transaction, keyMemory.of(tree, key), value.length);
    NativeMemory.write(target.address, value, 0, value.length);
    return true;
  }

  boolean deleteNow(int tree, byte[] key) {
    changes++;
    return store.entries().delete(transaction, keyMemory.of(tree, key));
  }

  boolean clearNow(int tree) {
    changes++;
    try (Cursor<Slice> cursor = store.entries().openCursor(transaction)) {
      boolean more = cursor.get(keyMemory.start(tree), GetOp.MDB_SET_RANGE);
      while (more && TreeKeys.isIn(tree, cursor.key().bytes())) {
        cursor.delete();
        more = cursor.next(); // the deletion has left it before the next entry
      }
    }
    return true;
  }

  /** Makes a change; when the map is full, again in a larger one. */
  private boolean growing(BooleanSupplier change) {
    try {
      return change.getAsBoolean();
    } catch (Env.MapFullException e) {
      return growAndRepeat(change, e);
    } catch (LmdbException e) {
      throw LmdbErrors.of(e);
    }
  }

  private boolean growAndRepeat(BooleanSupplier change, Env.MapFullException first) {
    Env.MapFullException full = first;
    while (true) {
      store.noteFull();
      if (redo == null || !store.mayGrow()) {
        throw LmdbErrors.of(full);
      }
      cursors.forEach(LmdbCursor::detach);
      try {
        transaction = store.replace(transaction);
        redo.replay(this);
        return change.getAsBoolean();
      } catch (Env.MapFullException e) {
        full = e;
      } catch (LmdbException e) {
        throw LmdbErrors.of(e);
      }
    }
  }

  // ---- the end ----------------------------------------------------------------------------------------------------

  private void closeCursors() {
    while (!cursors.isEmpty()) {
      cursors.get(cursors.size() - 1).close();
    }
  }

  @Override
  public void commit(Synchronous level) {
    requireActive();
    closeCursors();
    growing(
        () -> {
          store.commit(transaction, level);
          return true;
        });
    rollback();
  }

  @Override
  public void rollback() {
    if (!hasEnded) {
      closeCursors();
      hasEnded = true;
      try {
        store.end(transaction);
      } finally {
        store.giveBack(keyMemory);
      }
    }
  }
}

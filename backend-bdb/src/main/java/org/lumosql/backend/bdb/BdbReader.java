// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.CursorConfig;
import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.LockMode;
import com.sleepycat.je.OperationStatus;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.TreeKeys;
import org.lumosql.kv.handler.ReadingTransaction;

/** Reads what JE has at the moment, committed or not, without locks. */
final class BdbReader extends ReadingTransaction {
  /** As many entries of a tree are counted; of larger trees nothing is known but that. */
  private static final int COUNTED = 10_000;

  private final BdbStore store;
  private final Database entries;

  BdbReader(BdbStore store, Database entries) {
    this.store = store;
    this.entries = entries;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    requireActive();
    DatabaseEntry wanted = new DatabaseEntry(TreeKeys.of(tree, key));
    DatabaseEntry found = new DatabaseEntry();
    OperationStatus status = store.call(() -> entries.get(null, wanted, found, LockMode.READ_UNCOMMITTED));
    return status == OperationStatus.SUCCESS ? found.getData() : null;
  }

  @Override
  public boolean isEmpty() {
    requireActive();
    return store.call(
        () -> {
          try (com.sleepycat.je.Cursor cursor = entries.openCursor(null, CursorConfig.READ_UNCOMMITTED)) {
            return cursor.getFirst(new DatabaseEntry(), new DatabaseEntry(), null) != OperationStatus.SUCCESS;
          }
        });
  }

  @Override
  public long estimatedCount(int tree) {
    long count = 0;
    try (KvCursor cursor = cursor(tree)) {
      for (boolean more = cursor.first(); more && count < COUNTED; more = cursor.next()) {
        count++;
      }
    }
    return count < COUNTED ? count : Math.max(count, store.call(entries::count));
  }

  @Override
  public KvCursor cursor(int tree) {
    requireActive();
    return new BdbCursor(store, tree, store.call(() -> entries.openCursor(null, CursorConfig.READ_UNCOMMITTED)));
  }

  @Override
  protected void release() {
    // JE holds nothing for it
  }
}

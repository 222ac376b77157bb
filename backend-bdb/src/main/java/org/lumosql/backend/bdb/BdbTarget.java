// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.LockMode;
import com.sleepycat.je.OperationStatus;
import com.sleepycat.je.Transaction;
import org.lumosql.kv.TreeKeys;
import org.lumosql.kv.handler.Changes;

/** Writes changes within a transaction of JE, all of them with one cursor. */
final class BdbTarget implements Changes.Target, AutoCloseable {
  private final Database entries;
  private final Transaction transaction;
  private final Cursor cursor;
  private final DatabaseEntry key = new DatabaseEntry();
  private final DatabaseEntry value = new DatabaseEntry();

  BdbTarget(Database entries, Transaction transaction) {
    this.entries = entries;
    this.transaction = transaction;
    this.cursor = entries.openCursor(transaction, null);
  }

  @Override
  public void clear(int tree) {
    DatabaseEntry found = new DatabaseEntry(TreeKeys.start(tree));
    DatabaseEntry nothing = new DatabaseEntry();
    nothing.setPartial(0, 0, true);
    try (Cursor walking = entries.openCursor(transaction, null)) {
      OperationStatus status = walking.getSearchKeyRange(found, nothing, LockMode.RMW);
      while (status == OperationStatus.SUCCESS && TreeKeys.isIn(tree, found.getData())) {
        walking.delete();
        status = walking.getNext(found, nothing, LockMode.RMW);
      }
    }
  }

  @Override
  public void put(int tree, byte[] treeKey, byte[] newValue) {
    key.setData(TreeKeys.of(tree, treeKey));
    value.setData(newValue);
    cursor.put(key, value);
  }

  @Override
  public void delete(int tree, byte[] treeKey) {
    key.setData(TreeKeys.of(tree, treeKey));
    entries.delete(transaction, key);
  }

  @Override
  public void close() {
    cursor.close();
  }
}

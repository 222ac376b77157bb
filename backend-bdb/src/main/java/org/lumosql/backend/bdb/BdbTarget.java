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

/** Writes changes within a transaction of JE. */
final class BdbTarget implements Changes.Target {
  private final Database entries;
  private final Transaction transaction;
  private final DatabaseEntry key = new DatabaseEntry();
  private final DatabaseEntry value = new DatabaseEntry();

  BdbTarget(Database entries, Transaction transaction) {
    this.entries = entries;
    this.transaction = transaction;
  }

  @Override
  public void clear(int tree) {
    DatabaseEntry found = new DatabaseEntry(TreeKeys.start(tree));
    DatabaseEntry nothing = new DatabaseEntry();
    nothing.setPartial(0, 0, true);
    try (Cursor cursor = entries.openCursor(transaction, null)) {
      OperationStatus status = cursor.getSearchKeyRange(found, nothing, LockMode.RMW);
      while (status == OperationStatus.SUCCESS && TreeKeys.isIn(tree, found.getData())) {
        cursor.delete();
        status = cursor.getNext(found, nothing, LockMode.RMW);
      }
    }
  }

  @Override
  public void put(int tree, byte[] treeKey, byte[] newValue) {
    key.setData(TreeKeys.of(tree, treeKey));
    value.setData(newValue);
    entries.put(transaction, key, value);
  }

  @Override
  public void delete(int tree, byte[] treeKey) {
    key.setData(TreeKeys.of(tree, treeKey));
    entries.delete(transaction, key);
  }
}

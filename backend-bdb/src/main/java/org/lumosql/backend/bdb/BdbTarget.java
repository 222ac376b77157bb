// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.Cursor;
import com.sleepycat.je.CursorConfig;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.LockMode;
import com.sleepycat.je.OperationStatus;
import com.sleepycat.je.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lumosql.kv.handler.Changes;

/** Writes changes within a transaction of JE, those of a tree with one cursor. */
final class BdbTarget implements Changes.Target, AutoCloseable {
  /** JE then moves the cursor itself, instead of a copy of it that might have to be dropped. */
  private static final CursorConfig MOVING = new CursorConfig().setNonSticky(true);

  private final BdbTrees trees;
  private final Transaction transaction;
  private final long commit;
  /** What this commit has made of trees. */
  private final Map<Integer, Generation> changed = new LinkedHashMap<>();

  private final DatabaseEntry key = new DatabaseEntry();
  private final DatabaseEntry value = new DatabaseEntry();
  private final DatabaseEntry nothing = new DatabaseEntry();
  /** The tree that the cursor is in; it is null if the tree is empty. */
  private int current = -1;

  private Cursor cursor;

  BdbTarget(BdbTrees trees, Transaction transaction, long commit) {
    this.trees = trees;
    this.transaction = transaction;
    this.commit = commit;
    nothing.setPartial(0, 0, true);
  }

  Map<Integer, Generation> changed() {
    return changed;
  }

  private void moveTo(int tree, boolean make) {
    if (tree == current && (cursor != null || !make)) {
      return;
    }
    close();
    current = tree;
    Generation generation = changed.containsKey(tree) ? changed.get(tree) : trees.generation(tree, commit);
    if (generation == null || generation.isNone()) {
      if (!make) {
        return;
      }
      generation = trees.make(transaction, tree, commit);
      changed.put(tree, generation);
    }
    cursor = trees.database(generation).openCursor(transaction, MOVING);
  }

  @Override
  public void clear(int tree) {
    close();
    if (trees.generation(tree, commit) != null) {
      changed.put(tree, trees.leave(transaction, tree, commit));
    }
  }

  @Override
  public void put(int tree, byte[] treeKey, byte[] newValue) {
    moveTo(tree, true);
    key.setData(treeKey);
    value.setData(newValue);
    cursor.put(key, value);
  }

  @Override
  public void delete(int tree, byte[] treeKey) {
    moveTo(tree, false);
    key.setData(treeKey);
    // removing takes the lock, and nobody else writes
    if (cursor != null && cursor.getSearchKey(key, nothing, LockMode.READ_UNCOMMITTED) == OperationStatus.SUCCESS) {
      cursor.delete();
    }
  }

  @Override
  public void close() {
    Cursor open = cursor;
    cursor = null;
    current = -1;
    if (open != null) {
      open.close();
    }
  }
}

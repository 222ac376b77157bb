// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.CursorConfig;
import com.sleepycat.je.Database;
import com.sleepycat.je.DatabaseEntry;
import com.sleepycat.je.LockMode;
import com.sleepycat.je.OperationStatus;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.handler.ReadingTransaction;

/** Reads what JE has at the moment, committed or not, without locks, in the trees that a commit has. */
final class BdbReader extends ReadingTransaction {
  /** JE then moves the cursor itself, instead of a copy of it that is dropped if there is no entry. */
  private static final CursorConfig READING = new CursorConfig().setReadUncommitted(true).setNonSticky(true);

  private final BdbStore store;
  private final BdbTrees trees;
  private final long commit;
  private final List<BdbCursor> cursors = new ArrayList<>();
  /** The tree that was looked for last, and what it is. */
  private int latest = -1;

  private Generation latestGeneration;

  BdbReader(BdbStore store, BdbTrees trees, long commit) {
    this.store = store;
    this.trees = trees;
    this.commit = commit;
  }

  private Generation generation(int tree) {
    requireActive();
    if (tree != latest) {
      latestGeneration = trees.generation(tree, commit);
      latest = tree;
    }
    return latestGeneration;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    Generation generation = generation(tree);
    if (generation == null) {
      return null;
    }
    DatabaseEntry wanted = new DatabaseEntry(key);
    DatabaseEntry found = new DatabaseEntry();
    OperationStatus status = store.call(() -> trees.database(generation).get(null, wanted, found, LockMode.READ_UNCOMMITTED));
    return status == OperationStatus.SUCCESS ? found.getData() : null;
  }

  @Override
  public boolean isEmpty() {
    requireActive();
    return store.call(() -> trees.isEmpty(commit));
  }

  @Override
  public long estimatedCount(int tree) {
    Generation generation = generation(tree);
    return generation == null ? 0 : store.call(() -> trees.database(generation).count());
  }

  @Override
  public KvCursor cursor(int tree) {
    Generation generation = generation(tree);
    if (generation == null) {
      return new NoEntries();
    }
    generation.cursors().incrementAndGet();
    BdbCursor cursor = null;
    try {
      cursor = new BdbCursor(this, generation, store.call(() -> trees.database(generation).openCursor(null, READING)));
      cursors.add(cursor);
      return cursor;
    } finally {
      if (cursor == null) {
        generation.cursors().decrementAndGet();
      }
    }
  }

  void closed(BdbCursor cursor) {
    cursors.remove(cursor);
  }

  @Override
  protected void release() {
    List.copyOf(cursors).forEach(BdbCursor::close);
  }
}

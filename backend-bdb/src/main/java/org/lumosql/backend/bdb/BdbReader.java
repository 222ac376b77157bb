// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import com.sleepycat.je.CursorConfig;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.handler.ReadingTransaction;

/** Reads what JE has at the moment, committed or not, without locks, in the trees that a commit has. */
final class BdbReader extends ReadingTransaction {
  /** JE then moves the cursor itself, instead of a copy of it that is dropped if there is no entry. */
  private static final CursorConfig READING = new CursorConfig().setReadUncommitted(true).setNonSticky(true);

  /** A power of two: as many trees as a statement usually looks into. */
  private static final int LOOKUPS = 8;

  private final BdbStore store;
  private final BdbTrees trees;
  private final long commit;
  private final BdbCursor[] lookups = new BdbCursor[LOOKUPS];
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
    return lookup(tree, generation).find(key);
  }

  /** The cursor for looking up keys of a tree: making one costs JE much of the time of a look-up. */
  private BdbCursor lookup(int tree, Generation generation) {
    int place = tree & LOOKUPS - 1;
    BdbCursor there = lookups[place];
    if (there == null || there.generation() != generation) {
      if (there != null) {
        there.close();
      }
      there = open(generation);
      lookups[place] = there;
    }
    return there;
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
    return open(generation);
  }

  private BdbCursor open(Generation generation) {
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

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.Map;
import java.util.TreeMap;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;

/** A writer of a {@link BufferedStore}: what it has changed, over what was there when it began. */
final class BufferedTransaction implements KvTransaction, Changes {
  private final BufferedStore store;
  private final KvTransaction base;
  private final TreeMap<Integer, ChangedTree> trees = new TreeMap<>();
  /** The tree that was changed or looked at last. */
  private int latest = -1;

  private ChangedTree latestTree;
  private boolean hasEnded;

  BufferedTransaction(BufferedStore store, KvTransaction base) {
    this.store = store;
    this.base = base;
  }

  private ChangedTree changed(int tree) {
    if (hasEnded) {
      throw new StoreException(ResultCode.MISUSE, "the transaction has ended");
    }
    if (tree != latest) {
      latestTree = trees.computeIfAbsent(tree, number -> new ChangedTree());
      latest = tree;
    }
    return latestTree;
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    ChangedTree changed = changed(tree);
    byte[] value = changed.find(key);
    if (value == Layer.ABSENT) {
      return null;
    }
    return value != null || changed.hidesAll() ? value : base.get(tree, key);
  }

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    requireLength(key);
    changed(tree).put(key, storable(value));
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    ChangedTree changed = changed(tree);
    byte[] value = changed.find(key);
    byte[] below = changed.hidesAll() ? null : base.get(tree, key);
    if (below != null) {
      changed.replace(key, below, Layer.ABSENT);
    } else if (value != null) {
      changed.forget(key);
    }
    return value == null ? below != null : value != Layer.ABSENT;
  }

  @Override
  public void replace(int tree, byte[] key, byte[] old, byte[] value) {
    requireLength(key);
    changed(tree).replace(key, old, value == null ? Layer.ABSENT : storable(value));
  }

  /** An empty value of somebody else's making may be the constant that stands for none. */
  private static byte[] storable(byte[] value) {
    return value == Layer.ABSENT ? new byte[0] : value;
  }

  private void requireLength(byte[] key) {
    if (key.length > store.traits().maximumKeyLength()) {
      throw new StoreException(ResultCode.TOOBIG, "a key of " + key.length + " bytes");
    }
  }

  @Override
  public void clear(int tree) {
    changed(tree).clear();
  }

  @Override
  public boolean isEmpty() {
    return base.isEmpty() && trees.values().stream().noneMatch(ChangedTree::hasPuts);
  }

  @Override
  public long estimatedCount(int tree) {
    ChangedTree changed = changed(tree);
    return changed.size() + (changed.hidesAll() ? 0 : base.estimatedCount(tree));
  }

  @Override
  public KvCursor cursor(int tree) {
    return new ChangedCursor(base.cursor(tree), changed(tree));
  }

  @Override
  public void commit(Synchronous level) {
    changed(0);
    store.write(this, level);
    rollback();
  }

  @Override
  public void rollback() {
    if (!hasEnded) {
      hasEnded = true;
      try {
        base.rollback();
      } finally {
        trees.clear();
        latestTree = null;
        store.writerEnded();
      }
    }
  }

  // ---- for the engine ---------------------------------------------------------------------------------------------

  /** Says what will be changed. */
  void announceTo(BlockCache.Commit commit) {
    for (Map.Entry<Integer, ChangedTree> entry : trees.entrySet()) {
      ChangedTree changed = entry.getValue();
      if ((changed.hidesAll() || changed.size() > 0) && commit.changesTree(entry.getKey())) {
        changed.announceTo(commit);
      }
    }
  }

  @Override
  public void describeTo(Described target, boolean all) {
    for (Map.Entry<Integer, ChangedTree> entry : trees.entrySet()) {
      if (all || entry.getValue().hasUnknown()) {
        entry.getValue().describeTo(entry.getKey(), target);
      }
    }
  }

  @Override
  public void writeTo(Target target) {
    for (Map.Entry<Integer, ChangedTree> entry : trees.entrySet()) {
      entry.getValue().writeTo(entry.getKey(), target);
    }
  }
}

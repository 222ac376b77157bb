// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.HashMap;
import java.util.Map;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * A transaction of a {@link SortedMapStore}: the trees of its beginning, and in a writer those that it has put in their
 * place.
 */
final class SortedMapTransaction implements KvTransaction {
  private final SortedMapStore store;
  private final boolean writable;
  /** Null after the end. */
  private Map<Integer, SortedTree> trees;

  SortedMapTransaction(SortedMapStore store, boolean writable) {
    this.store = store;
    this.writable = writable;
  }

  void start(Map<Integer, SortedTree> committed) {
    trees = writable ? new HashMap<>(committed) : committed;
  }

  private Map<Integer, SortedTree> trees() {
    if (trees == null) {
      throw new StoreException(ResultCode.MISUSE, "the transaction has ended");
    }
    return trees;
  }

  private Map<Integer, SortedTree> writableTrees() {
    if (!writable) {
      throw new StoreException(ResultCode.READONLY, "the transaction reads only");
    }
    return trees();
  }

  SortedTree root(int tree) {
    return trees().get(tree);
  }

  @Override
  public boolean isWritable() {
    return writable;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    SortedTree entry = SortedTree.find(root(tree), key);
    return entry == null ? null : entry.value;
  }

  @Override
  public void put(int tree, byte[] key, byte[] value) {
    Map<Integer, SortedTree> mine = writableTrees();
    if (key.length > store.traits().maximumKeyLength()) {
      throw new StoreException(ResultCode.TOOBIG, "a key of " + key.length + " bytes");
    }
    mine.put(tree, SortedTree.put(mine.get(tree), key, value));
  }

  @Override
  public boolean delete(int tree, byte[] key) {
    Map<Integer, SortedTree> mine = writableTrees();
    SortedTree root = mine.get(tree);
    if (SortedTree.find(root, key) == null) {
      return false;
    }
    SortedTree rest = SortedTree.remove(root, key);
    if (rest == null) {
      mine.remove(tree);
    } else {
      mine.put(tree, rest);
    }
    return true;
  }

  @Override
  public void clear(int tree) {
    writableTrees().remove(tree);
  }

  @Override
  public boolean isEmpty() {
    return trees().isEmpty();
  }

  @Override
  public long estimatedCount(int tree) {
    return SortedTree.size(root(tree));
  }

  @Override
  public KvCursor cursor(int tree) {
    trees();
    return new SortedMapCursor(this, tree);
  }

  @Override
  public void commit(Synchronous level) {
    Map<Integer, SortedTree> mine = trees();
    if (writable) {
      store.publish(mine);
    }
    rollback();
  }

  @Override
  public void rollback() {
    if (trees != null) {
      trees = null;
      if (writable) {
        store.ended(this);
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import org.lumosql.btree.Synchronous;
import org.lumosql.kv.ForwardingTransaction;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;

/** A transaction that reads, from blocks what they have (B4 of {@link BlockCache}). */
final class BlockTransaction extends ForwardingTransaction {
  private final BlockCache cache;
  private final long stamp;
  /** The tree that was asked for last. */
  private int latest = -1;

  private TreeBlocks latestBlocks;
  private boolean hasEnded;

  BlockTransaction(BlockCache cache, KvTransaction inner, long stamp) {
    super(inner);
    this.cache = cache;
    this.stamp = stamp;
  }

  private TreeBlocks blocks(int tree) {
    if (tree != latest) {
      latestBlocks = cache.tree(tree);
      latest = tree;
    }
    return latestBlocks;
  }

  @Override
  public byte[] get(int tree, byte[] key) {
    Block block = hasEnded ? null : blocks(tree).find(key, stamp);
    if (block == null) {
      return super.get(tree, key);
    }
    block.isUsed = true;
    int index = block.search(key);
    return index < block.count && block.isAt(index, key) ? block.value(index) : null;
  }

  @Override
  public KvCursor cursor(int tree) {
    return hasEnded ? super.cursor(tree) : new BlockCursor(this, tree, blocks(tree), cache, stamp);
  }

  /** A cursor of the store's own. */
  KvCursor innerCursor(int tree) {
    return super.cursor(tree);
  }

  @Override
  public void commit(Synchronous level) {
    super.commit(level);
    hasEnded = true;
  }

  @Override
  public void rollback() {
    hasEnded = true;
    super.rollback();
  }

  @Override
  public void close() {
    hasEnded = true;
    super.close();
  }
}

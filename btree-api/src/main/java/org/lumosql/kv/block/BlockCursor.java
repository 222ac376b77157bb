// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import java.util.Arrays;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;

/**
 * Reads a tree from its blocks, and what they have not by the store's own cursor, which is opened when it is first needed.
 *
 * <ol>
 *   <li>W1. On an entry, {@code block} and {@code index} say which; or {@code block} is null, and the store's cursor is on it.
 *   <li>W2. {@code ahead} is true only in a block: then the store's cursor is on the neighbour of the block on the side that the walk goes to.
 * </ol>
 *
 * <p>A walk is what the cursor does from a search on, as long as it goes in one direction. It is taken down by {@link BlockWalk}, which reads ahead from the second step on.
 *
 * <p>Hot path: {@link #next}, the value where it lies.
 */
final class BlockCursor implements KvCursor {
  private final BlockTransaction transaction;
  private final int tree;
  private final TreeBlocks blocks;
  private final BlockCache cache;
  private final long stamp;

  /** The store's cursor, or null. */
  private KvCursor inner;

  private boolean isOnEntry;
  private Block block;
  private int index;
  private boolean isAhead;

  /** What was sought last if the store's cursor was asked, {@link Block#START} for the first entry; null if that is not the present entry's beginning. */
  private byte[] sought;

  /** Whether the store's cursor was asked for the last entry, and is there. */
  private boolean isLast;

  /** Null until there is a walk. */
  private BlockWalk walk;

  private boolean isWalking;

  BlockCursor(BlockTransaction transaction, int tree, TreeBlocks blocks, BlockCache cache, long stamp) {
    this.transaction = transaction;
    this.tree = tree;
    this.blocks = blocks;
    this.cache = cache;
    this.stamp = stamp;
  }

  private KvCursor inner() {
    if (inner == null) {
      inner = transaction.innerCursor(tree);
    }
    return inner;
  }

  // ---- arriving ---------------------------------------------------------------------------------------------------

  private boolean onNone() {
    isOnEntry = false;
    block = null;
    return false;
  }

  private boolean enter(Block found, int at) {
    if (!found.isUsed) {
      found.isUsed = true;
    }
    return enterNew(found, at);
  }

  private boolean enterNew(Block found, int at) {
    block = found;
    index = at;
    isAhead = false;
    isWalking = false;
    isOnEntry = true;
    return true;
  }

  private boolean onInner(boolean found) {
    block = null;
    isOnEntry = found;
    return found;
  }

  /** Comes to the first entry that is not before a key. */
  private boolean goTo(byte[] key) {
    byte[] bound = key;
    for (Block found = blocks.find(bound, stamp); found != null; found = blocks.find(bound, stamp)) {
      int at = found.search(bound);
      if (at < found.count) {
        return enter(found, at);
      }
      if (found.end == null) {
        return onNone();
      }
      bound = found.end;
    }
    sought = bound;
    return onInner(bound.length == 0 ? inner().first() : inner().seek(bound));
  }

  private void endWalk() {
    isWalking = false;
    if (walk != null) {
      walk.rest();
    }
    sought = null;
    isLast = false;
  }

  // ---- searching --------------------------------------------------------------------------------------------------

  @Override
  public boolean seek(byte[] key) {
    endWalk();
    if (block != null && block.covers(key)) {
      int at = block.search(key);
      if (at < block.count) {
        return enter(block, at);
      }
    }
    boolean found = goTo(key);
    if (sought == key) {
      sought = key.clone(); // it is the caller's
    }
    return found;
  }

  @Override
  public boolean first() {
    endWalk();
    return goTo(Block.START);
  }

  @Override
  public boolean last() {
    endWalk();
    Block found = blocks.last(stamp);
    if (found != null) {
      return enter(found, found.count - 1);
    }
    isLast = true;
    return onInner(inner().last());
  }

  // ---- walking ----------------------------------------------------------------------------------------------------

  @Override
  public boolean next() {
    requireEntry();
    if (block == null) {
      return stepByInner(true);
    }
    if (index + 1 < block.count) {
      index++;
      return true;
    }
    return leave(true);
  }

  @Override
  public boolean previous() {
    requireEntry();
    if (block == null) {
      return stepByInner(false);
    }
    if (index > 0) {
      index--;
      return true;
    }
    return leave(false);
  }

  /** Goes from the last entry of a block to the next one, or from the first to the one before. */
  private boolean leave(boolean isForward) {
    Block left = block;
    boolean wasAhead = isAhead && walk.isForward() == isForward;
    byte[] edge = isForward ? left.end : left.low;
    if (isForward ? edge == null : edge.length == 0) {
      return onNone();
    }
    Block neighbour = isForward ? blocks.behind(left, stamp) : blocks.before(edge, stamp);
    if (neighbour != null) {
      int at = isForward ? neighbour.search(edge) : neighbour.count - 1;
      return at < neighbour.count ? enter(neighbour, at) : neighbour.end == null ? onNone() : goTo(neighbour.end);
    }
    if (!wasAhead) {
      boolean isBehind = inner().seek(edge);
      if (!onInner(isForward ? isBehind : isBehind ? inner.previous() : inner.last())) {
        return false;
      }
    }
    onInner(true);
    beginWalk(isForward, edge);
    return take(walk.goOn(inner, left.count));
  }

  private void beginWalk(boolean isForward, byte[] edge) {
    if (walk == null) {
      walk = new BlockWalk(blocks, cache, stamp);
    }
    walk.begin(inner, isForward, edge);
    isWalking = true;
  }

  private boolean stepByInner(boolean isForward) {
    if (!isWalking || walk.isForward() != isForward) {
      beginWalk(isForward, isForward ? sought != null ? sought : inner.key() : isLast ? null : behind(inner.key()));
      sought = null;
      isLast = false;
    }
    return take(walk.step(inner));
  }

  /** What comes directly behind a key. */
  private static byte[] behind(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }

  /** Comes to where a walk has come to. */
  private boolean take(boolean found) {
    if (!found) {
      return onNone();
    }
    Block made = walk.block();
    if (made == null) {
      return onInner(true);
    }
    enterNew(made, walk.index());
    isAhead = walk.isAhead();
    return true;
  }

  // ---- the entry --------------------------------------------------------------------------------------------------

  private void requireEntry() {
    if (!isOnEntry) {
      throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
    }
  }

  @Override
  public byte[] key() {
    requireEntry();
    return block != null ? block.key(index) : inner.key();
  }

  @Override
  public int keyLength() {
    requireEntry();
    return block != null ? block.keyLength(index) : inner.keyLength();
  }

  @Override
  public long keyNumber() {
    requireEntry();
    return block != null ? block.keyNumber(index) : inner.keyNumber();
  }

  @Override
  public byte[] value() {
    requireEntry();
    return block != null ? block.value(index) : inner.value();
  }

  @Override
  public byte[] valueArray() {
    requireEntry();
    return block != null ? block.bytes() : inner.valueArray();
  }

  @Override
  public int valueOffset() {
    requireEntry();
    return block != null ? block.valueOffset(index) : inner.valueOffset();
  }

  @Override
  public int valueLength() {
    requireEntry();
    return block != null ? block.valueLength(index) : inner.valueLength();
  }

  @Override
  public void close() {
    if (inner != null) {
      inner.close();
    }
  }
}

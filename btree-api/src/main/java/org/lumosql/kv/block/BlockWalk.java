// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import java.util.Arrays;
import org.lumosql.kv.KvCursor;

/**
 * A walk of the store's cursor through what no block tells of. The entries that it passes are noted; from the second step on it reads ahead, first little and then ever more, and makes blocks of
 * what it has read. So a search makes nothing, and a short walk reads at most twice what it needs.
 *
 * <ol>
 *   <li>R1. Noted are all entries between {@code edge}, where the noting began, and the present one, which is not noted yet. Going forward {@code edge} is inclusive, going backward it is
 *       exclusive, and null for the end of the tree.
 *   <li>R2. {@code stop} is where a block begins, or ends, that the walk may come to; null if there is none. What is noted does not go beyond it.
 * </ol>
 *
 * <p>What is not admitted, being too old, too large or too much, is walked through entry by entry.
 */
final class BlockWalk {
  /** Entries of the first block of a walk, and of the last ones. */
  private static final int FEW = 8;

  private static final int MANY = 256;

  /** So many entries are passed after one that was too large, before anything is noted again. */
  private static final int PASSED = 32;

  private final TreeBlocks blocks;
  private final BlockCache cache;
  private final long stamp;
  private final BlockBuilder noted = new BlockBuilder();

  private boolean isForward;
  private byte[] edge;
  private byte[] stop;
  /** {@link #stop} if that has eight bytes. */
  private long stopNumber;

  /** Steps since the search, as far as that matters. */
  private int steps;

  /** Entries of the next block. */
  private int wanted = FEW;

  /** Steps to go before anything is noted again; 0 if the walk is noted. */
  private int passing;

  /** Where the last step has come to: null if the store's cursor is on the entry. */
  private Block block;

  private int index;
  private boolean isAhead;

  BlockWalk(TreeBlocks blocks, BlockCache cache, long stamp) {
    this.blocks = blocks;
    this.cache = cache;
    this.stamp = stamp;
  }

  boolean isForward() {
    return isForward;
  }

  Block block() {
    return block;
  }

  int index() {
    return index;
  }

  /** Whether the store's cursor is beside the block, on the side that the walk goes to. */
  boolean isAhead() {
    return isAhead;
  }

  // ---- where it goes ----------------------------------------------------------------------------------------------

  /** A search: what follows is another walk. */
  void rest() {
    wanted = FEW;
  }

  /** Begins on an entry of the store's cursor, before which, seen from where the walk goes, is nothing back to the edge. */
  void begin(KvCursor cursor, boolean forward, byte[] newEdge) {
    if (forward != isForward) {
      wanted = FEW;
    }
    isForward = forward;
    steps = 0;
    beginAt(cursor, newEdge);
  }

  private void beginAt(KvCursor cursor, byte[] newEdge) {
    edge = newEdge;
    noted.clear();
    stop = isForward ? blocks.startBehind(edge, stamp) : blocks.endBefore(edge, stamp);
    stopNumber = stop != null && stop.length == Long.BYTES ? Block.number(stop) : 0;
    passing = isStopped(cursor) ? FEW : 0; // R2
  }

  private void beginHere(KvCursor cursor) {
    byte[] key = cursor.key();
    beginAt(cursor, isForward ? key : Arrays.copyOf(key, key.length + 1));
  }

  /** Goes on where a block of so many entries has been left. The cursor is on the entry that is to come. */
  boolean goOn(KvCursor cursor, int entries) {
    steps = 2;
    wanted = Math.max(wanted, Math.min(2 * entries, MANY));
    return passing > 0 ? meet(cursor) : readAhead(cursor);
  }

  /** Whether the cursor has come to what a block tells of (R2). */
  private boolean isStopped(KvCursor cursor) {
    if (stop == null) {
      return false;
    }
    int order =
        stop.length == Long.BYTES && cursor.keyLength() == Long.BYTES
            ? Long.compareUnsigned(cursor.keyNumber(), stopNumber)
            : Arrays.compareUnsigned(cursor.key(), stop);
    return isForward ? order >= 0 : order < 0;
  }

  private boolean move(KvCursor cursor) {
    return isForward ? cursor.next() : cursor.previous();
  }

  // ---- steps ------------------------------------------------------------------------------------------------------

  /** Goes on from the entry that the cursor is on; false past the end. Requires: the walk has begun. */
  boolean step(KvCursor cursor) {
    block = null;
    if (passing > 0) {
      return pass(cursor);
    }
    if (!noted.append(cursor)) {
      passLarge();
      return pass(cursor);
    }
    if (!move(cursor)) {
      finish(isForward ? null : Block.START);
      return false;
    }
    if (isStopped(cursor)) {
      finish(stop);
      return meet(cursor);
    }
    return ++steps < 2 || readAhead(cursor);
  }

  private boolean pass(KvCursor cursor) {
    passing--;
    if (!move(cursor)) {
      return false;
    }
    if (isStopped(cursor)) {
      return meet(cursor);
    }
    if (passing == 0) {
      beginHere(cursor);
      return passing > 0 || readAhead(cursor);
    }
    return true;
  }

  private void passLarge() {
    noted.clear();
    passing = PASSED;
  }

  /** Goes into the block that the cursor has come to, if it is still there. */
  private boolean meet(KvCursor cursor) {
    byte[] key = cursor.key();
    Block met = blocks.find(key, stamp);
    if (met == null) {
      beginHere(cursor);
      return true;
    }
    met.isUsed = true;
    block = met;
    index = met.search(key);
    isAhead = false;
    return true;
  }

  /** Reads entries from the present one on into a block, and goes to the present one there. Requires: the cursor is on an entry. */
  boolean readAhead(KvCursor cursor) {
    block = null;
    if (!cache.admits(blocks, stamp)) {
      noted.clear();
      passing = wanted;
      wanted = Math.min(2 * wanted, MANY);
      return true;
    }
    int present = noted.count();
    boolean more = true;
    boolean isStop = false;
    while (more && !isStop && noted.count() < wanted && !noted.isFull() && noted.append(cursor)) {
      more = move(cursor);
      isStop = more && isStopped(cursor);
    }
    int count = noted.count();
    if (count == present) {
      passLarge(); // the present entry is too large, and the ones before it are nobody's loss
      return true;
    }
    isAhead = more && !isStop;
    block = finish(isStop ? stop : isForward ? (more ? cursor.key() : null) : (more ? noted.lastKey() : Block.START));
    index = isForward ? present : count - 1 - present;
    wanted = Math.min(2 * wanted, MANY);
    return true;
  }

  /** Makes a block of what is noted, up to a bound. */
  private Block finish(byte[] far) {
    Block made = noted.toBlock(blocks, isForward ? edge : far, isForward ? far : edge, !isForward);
    cache.offer(made, stamp);
    return made;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The blocks of one tree. They do not overlap. Found without a lock; changed under that of the {@link BlockCache}. */
final class TreeBlocks {
  private final ConcurrentNavigableMap<byte[], Block> blocks = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);

  /** The last commit that changes the tree, perhaps still on its way. */
  private volatile long lastChange;

  // ---- finding ----------------------------------------------------------------------------------------------------

  /** What tells the readers of a commit of a key, or null. */
  Block find(byte[] key, long stamp) {
    return usable(blocks.floorEntry(key), key, stamp);
  }

  private static Block usable(Map.Entry<byte[], Block> entry, byte[] key, long stamp) {
    Block block = entry == null ? null : entry.getValue();
    return block != null && block.from <= stamp && (block.end == null || Arrays.compareUnsigned(key, block.end) < 0) ? block : null;
  }

  /** What tells of the keys from a block's end on, or null. Requires: the block has an end. */
  Block behind(Block block, long stamp) {
    Block next = block.next;
    return next != null && !next.isGone && next.from <= stamp ? next : find(block.end, stamp);
  }

  /** The block that ends where a key is, or null. */
  Block before(byte[] key, long stamp) {
    Map.Entry<byte[], Block> entry = blocks.lowerEntry(key);
    Block block = entry == null ? null : entry.getValue();
    return block != null && block.from <= stamp && block.end != null && Arrays.equals(block.end, key) ? block : null;
  }

  /** What tells of the end of the tree, or null. */
  Block last(long stamp) {
    Map.Entry<byte[], Block> entry = blocks.lastEntry();
    Block block = entry == null ? null : entry.getValue();
    return block != null && block.from <= stamp && block.end == null ? block : null;
  }

  /** The beginning of the first block, or null. */
  byte[] start() {
    Map.Entry<byte[], Block> entry = blocks.firstEntry();
    return entry == null ? null : entry.getKey();
  }

  /** The beginning of the first block behind a key, or null. */
  byte[] startBehind(byte[] key, long stamp) {
    Map.Entry<byte[], Block> entry = blocks.higherEntry(key);
    while (entry != null && entry.getValue().from > stamp) {
      entry = blocks.higherEntry(entry.getKey());
    }
    return entry == null ? null : entry.getKey();
  }

  /** The end of the last block that begins before a key, or before the end of the tree; null if there is none. */
  byte[] endBefore(byte[] key, long stamp) {
    Map.Entry<byte[], Block> entry = key == null ? blocks.lastEntry() : blocks.lowerEntry(key);
    while (entry != null && entry.getValue().from > stamp) {
      entry = blocks.lowerEntry(entry.getKey());
    }
    return entry == null ? null : entry.getValue().end;
  }

  /** Whether what the readers of a commit see now is what the tree will be until another commit changes it. */
  boolean isUnchangedSince(long stamp) {
    return lastChange <= stamp;
  }

  // ---- changing ---------------------------------------------------------------------------------------------------

  /** Whether a block that the reader of a commit has made may be shown to others (B3). */
  boolean accepts(Block block, long stamp) {
    if (!isUnchangedSince(stamp)) {
      return false;
    }
    Map.Entry<byte[], Block> before = blocks.floorEntry(block.low);
    if (before != null && (before.getValue().end == null || Arrays.compareUnsigned(before.getValue().end, block.low) > 0)) {
      return false;
    }
    Map.Entry<byte[], Block> behind = blocks.higherEntry(block.low);
    return behind == null || block.end != null && Arrays.compareUnsigned(behind.getKey(), block.end) >= 0;
  }

  /** Requires: it is accepted. */
  void add(Block block) {
    block.from = lastChange;
    block.next = block.end == null ? null : blocks.get(block.end);
    Block before = before(block.low, Long.MAX_VALUE);
    blocks.put(block.low, block);
    if (before != null) {
      before.next = block;
    }
  }

  void remove(Block block) {
    block.isGone = true;
    Block before = before(block.low, Long.MAX_VALUE);
    if (before != null) {
      before.next = null; // or it would keep the bytes alive
    }
    blocks.remove(block.low);
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  Iterable<Block> all() {
    return blocks.values();
  }

  void changedBy(long commit) {
    lastChange = commit;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.block;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lumosql.kv.KvTransaction;

/**
 * What has been read of a store whose entries are dear to read, in {@link Block}s: shared by all its readers. It lies over whatever gives snapshots, and under what keeps a
 * writer's changes until they are written. It must learn of every commit, so the store must not be written by anybody else.
 *
 * <ol>
 *   <li>B1. Commits have ascending numbers. A commit says what it will change <em>before</em> it is written: the blocks that cover it go, and {@code lastChange} of the trees becomes
 *       its number. Then it is written, and then it becomes {@code current}. One that fails uses up its number.
 *   <li>B2. A reader takes {@code current} as its stamp before its snapshot is taken, so that the snapshot is of the stamp's commit or a later one, even one that is still being
 *       written.
 *   <li>B3. What a reader has read becomes a block only if {@code lastChange} is not behind its stamp: then no commit, not even one on its way, has changed the tree since.
 *       The block's {@code from} is {@code lastChange}.
 *   <li>B4. A reader uses the blocks that it finds with {@code from} not behind its stamp. Such a block was right when {@code from} was committed, and as it is still there no commit has
 *       touched it since: it is right for every commit from {@code from} to the one that is being written, among them the reader's. So readers of old snapshots go on using what has not
 *       changed, and never see what is newer.
 * </ol>
 *
 * <p>All stores of the JVM together keep {@link #LIMIT} bytes, each is entitled to an equal share. What is full takes one block of {@value #OFTEN} that it is
 * offered, if the clock's hand finds others near that nobody has read since it went by, and ever fewer as long as it does not: a scan of more than there is room for does not drive out what the
 * same scan will want next time, and pays little for what is not kept.
 */
public final class BlockCache {
  /** A sixteenth of the heap, at most 128 MB; {@code -Dlumosql.blockBytes} says otherwise, 0 for none. */
  public static final long LIMIT = Long.getLong("lumosql.blockBytes", Math.min(Runtime.getRuntime().maxMemory() / 16, 128L << 20));

  /** When it is full, one block is taken of so many, or of so many at most. */
  private static final int OFTEN = 8;

  private static final int SELDOM = 128;

  /** Blocks that the hand goes by for one that is offered. */
  private static final int LOOKS = 3;

  /** Those that share the limit and have not been closed. */
  private static final Set<BlockCache> SHARING = Collections.newSetFromMap(new WeakHashMap<>());

  /** Own limit; 0 if the limit is shared. */
  private final long ownLimit;

  private final ConcurrentHashMap<Integer, TreeBlocks> trees = new ConcurrentHashMap<>();
  /** All blocks, in the order in which they come under the hand. */
  private final LinkedHashSet<Block> clock = new LinkedHashSet<>();

  private volatile long limit;
  private volatile long bytes;
  private volatile long current;
  private int interval = OFTEN;
  private int refused;

  private BlockCache(long ownLimit) {
    this.ownLimit = ownLimit;
    this.limit = ownLimit;
  }

  /** A cache that has its share of {@link #LIMIT}; null if nothing is to be kept. */
  public static BlockCache shared() {
    return LIMIT <= 0 ? null : opened(new BlockCache(0));
  }

  /** A cache of so many bytes. */
  public static BlockCache of(long bytes) {
    return new BlockCache(bytes);
  }

  /** As {@link #of}, or {@link #shared} if it is null. */
  public static BlockCache ofSetting(Long bytes) {
    return bytes == null ? shared() : of(bytes);
  }

  private static BlockCache opened(BlockCache cache) {
    synchronized (SHARING) {
      SHARING.add(cache);
      shareOut();
    }
    return cache;
  }

  private static void shareOut() {
    for (BlockCache each : SHARING) {
      each.setLimit(LIMIT / SHARING.size());
    }
  }

  /** Leaves its share to others, and keeps nothing. */
  public void close() {
    if (ownLimit == 0) {
      synchronized (SHARING) {
        if (SHARING.remove(this)) {
          shareOut();
        }
      }
    }
    setLimit(0);
  }

  private synchronized void setLimit(long newLimit) {
    limit = newLimit;
    while (bytes > limit) {
      remove(clock.iterator().next());
    }
  }

  // ---- reading ----------------------------------------------------------------------------------------------------

  /** A transaction that reads what another one does, and of that what it can from blocks. */
  public KvTransaction reading(Supplier<KvTransaction> beginning) {
    long stamp = current; // B2
    return new BlockTransaction(this, beginning.get(), stamp);
  }

  TreeBlocks tree(int number) {
    TreeBlocks known = trees.get(number);
    return known != null ? known : trees.computeIfAbsent(number, any -> new TreeBlocks());
  }

  /** Whether it is worth while to make a block. */
  boolean admits(TreeBlocks tree, long stamp) {
    if (!tree.isUnchangedSince(stamp) || limit == 0) {
      return false;
    }
    if (bytes + Block.LARGEST <= limit) {
      return true;
    }
    synchronized (this) {
      refused++;
      if (refused < interval) {
        return false;
      }
      refused = 0;
      return true;
    }
  }

  /** Shows a block to other readers, if that is right and there is room. */
  void offer(Block block, long stamp) {
    synchronized (this) {
      int size = block.size();
      if (size > limit / 4 || !block.tree.accepts(block, stamp)) {
        return;
      }
      if (makeRoom(size)) {
        block.tree.add(block);
        clock.add(block);
        bytes += size;
      }
    }
  }

  /** Removes what nobody has read since the hand went by; false if there is not enough of it near. */
  private boolean makeRoom(long size) {
    int looks = 0;
    while (bytes + size > limit) {
      Block block = clock.iterator().next();
      if (!block.isUsed) {
        remove(block);
        interval = Math.max(OFTEN, interval / 2);
      } else if (looks < LOOKS) {
        looks++;
        block.isUsed = false;
        clock.remove(block);
        clock.add(block);
      } else {
        interval = Math.min(2 * interval, SELDOM);
        return false;
      }
    }
    return true;
  }

  private void remove(Block block) {
    clock.remove(block);
    block.tree.remove(block);
    bytes -= block.size();
  }

  // ---- commits ----------------------------------------------------------------------------------------------------

  /** A commit is about to be written, whose changes are now to be told. One at a time. */
  public Commit commit() {
    return new Commit(current + 1);
  }

  /** What a commit does to the blocks (B1). Not thread-safe. */
  public final class Commit {
    private final long number;
    private TreeBlocks tree;
    /** Where the first block begins that may have to go, or null if there is none. */
    private byte[] nextLow;

    private Commit(long number) {
      this.number = number;
    }

    /** A tree will be changed; returns whether anything is known of it, so that its keys must be told, in their order. */
    public boolean changesTree(int treeNumber) {
      synchronized (BlockCache.this) {
        tree = tree(treeNumber);
        tree.changedBy(number);
        nextLow = tree.start();
        return nextLow != null;
      }
    }

    /** All entries of the tree that was named last will go. */
    public void clearsTree() {
      synchronized (BlockCache.this) {
        tree.all().forEach(BlockCache.this::remove);
        nextLow = null;
      }
    }

    /** An entry of the tree that was named last will be put, changed or removed. */
    public void changesKey(byte[] key) {
      if (nextLow != null && Arrays.compareUnsigned(key, nextLow) >= 0) {
        synchronized (BlockCache.this) {
          Block block = tree.find(key, Long.MAX_VALUE);
          if (block != null) {
            remove(block);
          }
          nextLow = tree.startBehind(key, Long.MAX_VALUE);
        }
      }
    }

    /** The commit is written, or has failed. */
    public void end() {
      current = number;
    }
  }

  /** Bytes that are kept. */
  public long size() {
    return bytes;
  }
}

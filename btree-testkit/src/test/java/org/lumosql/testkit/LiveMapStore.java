// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;
import org.lumosql.kv.handler.Changes;
import org.lumosql.kv.handler.ReadingTransaction;
import org.lumosql.kv.handler.VersionedStore;

/**
 * An engine that has no snapshots at all: sorted maps in which readers meet changes while they are being written; but which map a tree is, that is kept for each commit. It
 * fails in the middle of writing when it is told to, and undoes what it has written.
 */
final class LiveMapStore extends VersionedStore {
  /** The map of each tree, by the commit from which on it is so. */
  private final ConcurrentNavigableMap<Long, Map<Integer, ConcurrentNavigableMap<byte[], byte[]>>> states = new ConcurrentSkipListMap<>(Map.of(0L, Map.of()));
  private static final ConcurrentNavigableMap<byte[], byte[]> NONE = emptyTree();
  private final Traits traits = new Traits(Integer.MAX_VALUE, false, false);
  /** After so many changes writing fails; negative: never. */
  private int failAfter = -1;
  /** Runs before each change that is written. */
  private Runnable beforeChange = () -> {};

  LiveMapStore() {}

  LiveMapStore(BlockCache blocks) {
    super(blocks);
  }

  void failAfter(int changes) {
    failAfter = changes;
  }

  void beforeChange(Runnable action) {
    beforeChange = action;
  }

  private static ConcurrentNavigableMap<byte[], byte[]> emptyTree() {
    return new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  }

  private Map<Integer, ConcurrentNavigableMap<byte[], byte[]>> trees(long commit) {
    return states.floorEntry(commit).getValue();
  }

  /** Number of commits whose trees are kept. */
  int keptStates() {
    return states.size();
  }

  @Override
  public String name() {
    return "livemap";
  }

  @Override
  public String engineVersion() {
    return "1";
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  protected boolean isReadOnly() {
    return false;
  }

  @Override
  protected void closeEngine() {
    // nothing is open
  }

  @Override
  protected void write(Changes changes, Synchronous level, long commit) {
    Map<Integer, ConcurrentNavigableMap<byte[], byte[]>> trees = new HashMap<>(trees(commit));
    ArrayDeque<Runnable> undo = new ArrayDeque<>();
    int[] written = {0};
    try {
      changes.writeTo(
          new Changes.Target() {
            private void change(int tree, byte[] key, byte[] value) {
              beforeChange.run();
              if (written[0]++ == failAfter) {
                throw new StoreException(ResultCode.FULL, "as the test wants");
              }
              ConcurrentNavigableMap<byte[], byte[]> entries = trees.computeIfAbsent(tree, any -> emptyTree());
              byte[] old = value == null ? entries.remove(key) : entries.put(key, value);
              undo.push(() -> restore(entries, key, old));
            }

            private void restore(Map<byte[], byte[]> entries, byte[] key, byte[] old) {
              if (old == null) {
                entries.remove(key);
              } else {
                entries.put(key, old);
              }
            }

            @Override
            public void clear(int tree) {
              beforeChange.run();
              trees.remove(tree);
            }

            @Override
            public void put(int tree, byte[] key, byte[] value) {
              change(tree, key, value);
            }

            @Override
            public void delete(int tree, byte[] key) {
              if (trees.containsKey(tree)) {
                change(tree, key, null);
              }
            }
          });
    } catch (StoreException e) {
      undo.forEach(Runnable::run);
      throw e;
    }
    states.put(commit, trees);
  }

  @Override
  protected KvTransaction latest(long commit) {
    return new Latest(trees(commit));
  }

  @Override
  protected boolean hasTree(int tree, long commit) {
    return trees(commit).containsKey(tree);
  }

  @Override
  protected void discardUpTo(long commit) {
    Long newest = states.floorKey(commit);
    if (newest != null) { // null: another thread came later with a newer commit, and was first
      states.headMap(newest).clear();
    }
  }

  private static final class Latest extends ReadingTransaction {
    private final Map<Integer, ConcurrentNavigableMap<byte[], byte[]>> trees;

    Latest(Map<Integer, ConcurrentNavigableMap<byte[], byte[]>> trees) {
      this.trees = trees;
    }

    private ConcurrentNavigableMap<byte[], byte[]> tree(int number) {
      return trees.getOrDefault(number, NONE);
    }

    @Override
    public byte[] get(int tree, byte[] key) {
      requireActive();
      return tree(tree).get(key);
    }

    @Override
    public boolean isEmpty() {
      return trees.values().stream().allMatch(Map::isEmpty);
    }

    @Override
    public long estimatedCount(int tree) {
      requireActive();
      return tree(tree).size();
    }

    @Override
    public KvCursor cursor(int tree) {
      requireActive();
      return new LiveCursor(tree(tree));
    }

    @Override
    protected void release() {
      // nothing is held
    }
  }

  private static final class LiveCursor implements KvCursor {
    private final ConcurrentNavigableMap<byte[], byte[]> entries;
    private Map.Entry<byte[], byte[]> here;

    LiveCursor(ConcurrentNavigableMap<byte[], byte[]> entries) {
      this.entries = entries;
    }

    private boolean at(Map.Entry<byte[], byte[]> found) {
      here = found;
      return found != null;
    }

    private Map.Entry<byte[], byte[]> here() {
      if (here == null) {
        throw new StoreException(ResultCode.MISUSE, "the cursor is on no entry");
      }
      return here;
    }

    @Override
    public boolean seek(byte[] key) {
      return at(entries.ceilingEntry(key));
    }

    @Override
    public boolean first() {
      return at(entries.firstEntry());
    }

    @Override
    public boolean last() {
      return at(entries.lastEntry());
    }

    @Override
    public boolean next() {
      return at(entries.higherEntry(here().getKey()));
    }

    @Override
    public boolean previous() {
      return at(entries.lowerEntry(here().getKey()));
    }

    @Override
    public byte[] key() {
      return here().getKey();
    }

    @Override
    public byte[] value() {
      return here().getValue();
    }

    @Override
    public void close() {
      here = null;
    }
  }
}

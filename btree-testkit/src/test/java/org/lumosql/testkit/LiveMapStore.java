// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * An engine that has no snapshots at all: sorted maps in which readers meet changes while they are being written. It
 * fails in the middle of writing when it is told to, and undoes what it has written.
 */
final class LiveMapStore extends VersionedStore {
  private final Map<Integer, ConcurrentNavigableMap<byte[], byte[]>> trees = new ConcurrentHashMap<>();
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

  private ConcurrentNavigableMap<byte[], byte[]> tree(int number) {
    return trees.computeIfAbsent(number, any -> new ConcurrentSkipListMap<>(Arrays::compareUnsigned));
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
  protected void write(Changes changes, Synchronous level) {
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
              byte[] old = value == null ? tree(tree).remove(key) : tree(tree).put(key, value);
              undo.push(() -> restore(tree, key, old));
            }

            private void restore(int tree, byte[] key, byte[] old) {
              if (old == null) {
                tree(tree).remove(key);
              } else {
                tree(tree).put(key, old);
              }
            }

            @Override
            public void clear(int tree) {
              tree(tree).keySet().forEach(key -> change(tree, key, null));
            }

            @Override
            public void put(int tree, byte[] key, byte[] value) {
              change(tree, key, value);
            }

            @Override
            public void delete(int tree, byte[] key) {
              change(tree, key, null);
            }
          });
    } catch (StoreException e) {
      undo.forEach(Runnable::run);
      throw e;
    }
  }

  @Override
  protected KvTransaction latest() {
    return new Latest();
  }

  private final class Latest extends ReadingTransaction {
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

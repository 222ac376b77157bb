// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv.handler;

import java.util.List;
import java.util.TreeMap;
import org.lumosql.btree.Synchronous;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.block.BlockCache;

/**
 * For engines that have locks and no snapshots: readers read what the engine has at the moment, committed or not, and
 * in memory how that was in their snapshot, if it was changed since. A commit leaves an image of each key that it is
 * about to change, but only while somebody reads; a reader that stays open keeps the images of all later commits.
 *
 * <p>N1. {@code current} is the last commit, {@code readers} counts the transactions by the commit that they read;
 * both are guarded by {@code lock}. N2. What a commit is about to change is recorded before the engine learns of it. A
 * commit that fails uses up its number, so that its images, which are true all the same, are never taken for another's.
 */
public abstract class VersionedStore extends BufferedStore {
  /**
   * If nobody reads, as many changes are written without images, while new readers wait. So are those that clear trees:
   * their images would be all that is in the trees.
   */
  private static final int FEW = 1000;

  private final Object lock = new Object();
  private final BeforeImages images = new BeforeImages();
  private final TreeMap<Long, Integer> readers = new TreeMap<>();
  private long current;
  /** Whether the store was empty before the first commit; null until somebody asked. */
  private Boolean wasEmpty;

  /** For engines that read fast. */
  protected VersionedStore() {}

  /** As {@link BufferedStore#BufferedStore(BlockCache)}. */
  protected VersionedStore(BlockCache blocks) {
    super(blocks);
  }

  /**
   * A transaction that reads what the engine has now, changes that are being written included. Its cursors read the
   * value together with the key, and never wait for the writer.
   */
  protected abstract KvTransaction latest();

  /** As {@link #apply}, for the engine. */
  protected abstract void write(Changes changes, Synchronous level);

  @Override
  public List<String> layers() {
    return layers("versions", name());
  }

  @Override
  protected final KvTransaction read() {
    synchronized (lock) {
      noteWhetherEmpty();
      KvTransaction latest = latest();
      readers.merge(current, 1, Integer::sum);
      return new Reader(latest, current);
    }
  }

  @Override
  protected final KvTransaction readToWrite() {
    synchronized (lock) {
      noteWhetherEmpty();
      return latest();
    }
  }

  private void noteWhetherEmpty() {
    if (wasEmpty == null) {
      try (KvTransaction latest = latest()) {
        wasEmpty = latest.isEmpty();
      }
    }
  }

  @Override
  protected final void apply(Changes changes, Synchronous level) {
    long number;
    synchronized (lock) {
      number = current + 1;
      if (readers.isEmpty() && (changes.size() <= FEW || changes.hasClearedTrees())) {
        write(changes, level);
        current = number;
        return;
      }
    }
    record(changes, number); // N2
    try {
      write(changes, level);
    } finally {
      synchronized (lock) {
        current = number;
        forget();
      }
    }
  }

  private void record(Changes changes, long number) {
    try (KvTransaction latest = latest()) {
      changes.describeTo(
          new Changes.Described() {
            @Override
            public void cleared(int tree) {
              try (KvCursor cursor = latest.cursor(tree)) {
                for (boolean more = cursor.first(); more; more = cursor.next()) {
                  images.record(number, tree, cursor.key(), cursor.value());
                }
              }
            }

            @Override
            public void changed(int tree, byte[] key, byte[] before) {
              byte[] old = before == null ? latest.get(tree, key) : before;
              images.record(number, tree, key, old == null ? Layer.ABSENT : old);
            }
          });
    }
  }

  private void forget() {
    images.forgetUpTo(readers.isEmpty() ? current : readers.firstKey());
  }

  /** Number of keys whose earlier versions are kept. */
  public final int versionedKeys() {
    return images.size();
  }

  /** A snapshot. */
  private final class Reader extends ReadingTransaction {
    private final KvTransaction latest;
    private final long snapshot;

    Reader(KvTransaction latest, long snapshot) {
      this.latest = latest;
      this.snapshot = snapshot;
    }

    @Override
    public byte[] get(int tree, byte[] key) {
      requireActive();
      byte[] now = latest.get(tree, key);
      byte[] then = images.layer(tree, snapshot).find(key); // after the engine, see N2
      return then == null ? now : then == Layer.ABSENT ? null : then;
    }

    @Override
    public boolean isEmpty() {
      requireActive();
      return snapshot == 0 && wasEmpty;
    }

    @Override
    public long estimatedCount(int tree) {
      requireActive();
      return latest.estimatedCount(tree);
    }

    @Override
    public KvCursor cursor(int tree) {
      requireActive();
      return new LayeredCursor(latest.cursor(tree), images.layer(tree, snapshot));
    }

    @Override
    protected void release() {
      synchronized (lock) {
        if (readers.merge(snapshot, -1, Integer::sum) == 0) {
          readers.remove(snapshot);
          forget();
        }
      }
      latest.close();
    }
  }
}

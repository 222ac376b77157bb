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
 * N3. A commit that clears a tree, or writes to one that the engine does not have yet, makes it anew: readers of earlier commits go on with what the engine had before
 * it, which the engine keeps until {@link #discardUpTo}. So there are no images of a cleared tree, however much was in it, nor of what fills a new one.
 * N4. While nobody reads, a commit records only what would be lost otherwise: what it replaces without knowing it. The first reader who begins meanwhile records the rest, which the changes know.
 */
public abstract class VersionedStore extends BufferedStore {
  private final Object lock = new Object();
  private final BeforeImages images = new BeforeImages();
  private final TreeMap<Long, Integer> readers = new TreeMap<>();
  private long current;
  /** What is being committed while nobody reads: what it replaces is recorded when somebody begins to (N4). Guarded by {@code lock}. */
  private Changes unrecorded;

  /** Whether the store was empty before the first commit; null until somebody asked. */
  private Boolean wasEmpty;

  /** The first commit that did not fail. */
  private long firstCommit = Long.MAX_VALUE;

  /** For engines that read fast. */
  protected VersionedStore() {}

  /** As {@link BufferedStore#BufferedStore(BlockCache)}. */
  protected VersionedStore(BlockCache blocks) {
    super(blocks);
  }

  /**
   * A transaction that reads what the engine has now, changes that are being written included; but trees that were made anew by a later commit than the given one, or
   * are being so, as they were before (N3). Its cursors read the value together with the key, and never wait for the writer.
   */
  protected abstract KvTransaction latest(long commit);

  /** Whether a commit has a tree, be it empty: whether putting something into it would not make it anew. */
  protected abstract boolean hasTree(int tree, long commit);

  /** As {@link #apply}, for the engine: the commit of a number. After an error the number may come again. */
  protected abstract void write(Changes changes, Synchronous level, long commit);

  /**
   * Says that only this commit and later ones are read from now on: older generations of trees may go (N3). Called by several threads, often, and not always in the order of commits. What it finds wrong is not to fail those who
   * call it: their commit is done.
   */
  protected abstract void discardUpTo(long commit);

  @Override
  public List<String> layers() {
    return layers("versions", name());
  }

  @Override
  protected final KvTransaction read() {
    synchronized (lock) {
      noteWhetherEmpty();
      KvTransaction latest = latest(current);
      if (unrecorded != null) {
        record(latest, unrecorded, current + 1, true);
        unrecorded = null;
      }
      readers.merge(current, 1, Integer::sum);
      return new Reader(latest, current);
    }
  }

  @Override
  protected final KvTransaction readToWrite() {
    synchronized (lock) {
      noteWhetherEmpty();
      return latest(current);
    }
  }

  private void noteWhetherEmpty() {
    if (wasEmpty == null) {
      try (KvTransaction latest = latest(current)) {
        wasEmpty = latest.isEmpty();
      }
    }
  }

  @Override
  protected final void apply(Changes changes, Synchronous level) {
    long oldest = commit(changes, level);
    discardUpTo(oldest);
  }

  /** Returns the oldest commit that is read from now on. */
  private long commit(Changes changes, Synchronous level) {
    long number;
    boolean isRead;
    synchronized (lock) {
      number = current + 1;
      isRead = !readers.isEmpty();
      unrecorded = isRead ? null : changes;
    }
    boolean done = false;
    try {
      try (KvTransaction latest = latest(number - 1)) {
        record(latest, changes, number, isRead);
      }
      write(changes, level, number);
      done = true;
    } finally {
      synchronized (lock) {
        unrecorded = null;
        if (done) {
          firstCommit = Math.min(firstCommit, number);
        } else {
          images.failed(number);
        }
        current = number;
        forget();
      }
    }
    synchronized (lock) {
      return oldestRead();
    }
  }

  /** N2, N4. By the committing thread before it writes, and while it writes by one that begins to read: what is recorded already is not recorded again. */
  private void record(KvTransaction latest, Changes changes, long number, boolean all) {
    changes.describeTo(
        new Changes.Described() {
          private int known = -1;
          private int renewed = -1;

          @Override
          public void cleared(int tree) {
            renew(tree);
          }

          private void renew(int tree) {
            images.renew(number, tree);
            known = tree;
            renewed = tree;
          }

          @Override
          public void changed(int tree, byte[] key, byte[] before) {
            if (tree != known && !hasTree(tree, number - 1)) {
              renew(tree);
            }
            known = tree;
            if (tree != renewed && (all || before == null)) { // N3, N4
              byte[] old = before == null ? latest.get(tree, key) : before;
              images.record(number, tree, key, old == null ? Layer.ABSENT : old);
            }
          }
        },
        all);
  }

  private long oldestRead() {
    return readers.isEmpty() ? current : readers.firstKey();
  }

  private void forget() {
    images.forgetUpTo(oldestRead());
    if (readers.isEmpty()) {
      images.forgetTrees();
    }
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
      synchronized (lock) {
        return wasEmpty && snapshot < firstCommit;
      }
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
      latest.close();
      long oldest;
      synchronized (lock) {
        if (readers.merge(snapshot, -1, Integer::sum) == 0) {
          readers.remove(snapshot);
          forget();
        }
        oldest = oldestRead();
      }
      discardUpTo(oldest);
    }
  }
}

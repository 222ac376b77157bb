// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.CommitSteps;
import org.lumosql.kv.KvStore;
import org.lumosql.kv.KvTransaction;
import org.lumosql.kv.StoreHeader;

/**
 * Pages in a key-value store: layout {@code pages}. The store's own transactions make a commit atomic, so there is no journal, and its snapshots let readers and
 * the writer alone. Written to disk, do not change; integers are big-endian:
 *
 * <table>
 *   <caption>Entries</caption>
 *   <tr><th>KV tree</th><th>key</th><th>value</th></tr>
 *   <tr><td>0</td><td>{@code E}, {@code H}</td><td>see {@link StoreHeader}</td></tr>
 *   <tr><td>0</td><td>{@code C}</td><td>number of commits, 8 bytes</td></tr>
 *   <tr><td>0</td><td>{@code P}</td><td>number of pages and page size, 4 bytes each</td></tr>
 *   <tr><td>1</td><td>page number, 4 bytes</td><td>the page</td></tr>
 * </table>
 *
 * <ol>
 *   <li>S1. While writing, the snapshot of before stays open: from it comes back what a savepoint wants of pages that were spilled once. Those that were spilled
 *       before are copied.
 *   <li>S2. After a commit the next snapshot is taken when a page is asked for; if somebody has committed in between, that is BUSY_SNAPSHOT.
 * </ol>
 */
final class KvPageStore implements PageStore {
  private static final int PAGES = 1;
  private static final byte[] COMMITS = {'C'};
  private static final byte[] SIZE = {'P'};

  private final KvStore store;
  /** Null if the database takes no part in commits over several. */
  private final CommitSteps steps;

  private final PagerSettings settings;
  private final boolean isReadOnly;

  private KvTransaction snapshot;
  private KvTransaction writer;
  /** The number of commits that the present or last snapshot found. */
  private long commits;

  private boolean isKnown;
  private int pageSize = FilePager.DEFAULT_PAGE_SIZE;
  private int pageCount;

  /** What this transaction has put into the store, in order: page numbers, and what was there before. */
  private int[] spilled = new int[16];

  private byte[][] replaced = new byte[16][];
  private int spills;
  private final PageSet everSpilled = new PageSet();
  /** Stands for what the snapshot has. */
  private static final byte[] AS_BEFORE = new byte[0];

  /** The transaction is prepared together with others, and not committed. */
  private boolean isTied;

  private int committedCount;
  private int committedPageSize;

  KvPageStore(KvStore store, CommitSteps steps, PagerSettings settings, boolean isReadOnly) {
    this.store = store;
    this.steps = steps;
    this.settings = settings;
    this.isReadOnly = isReadOnly;
  }

  @Override
  public void forget() {
    isKnown = false;
  }

  // ---- reading ----------------------------------------------------------------------------------

  @Override
  public boolean beginRead() {
    KvTransaction begun = store.begin(false);
    try {
      if (!isKnown) {
        StoreHeader.requireOurs(begun, StoreHeader.Layout.PAGES);
      }
      long found = commits(begun);
      boolean changed = !isKnown || found != commits;
      if (changed) {
        readSize(begun);
        commits = found;
        isKnown = true;
      }
      snapshot = begun;
      return changed;
    } catch (RuntimeException | Error error) {
      quietly(begun);
      throw error;
    }
  }

  private static long commits(KvTransaction transaction) {
    byte[] value = transaction.get(StoreHeader.TREE, COMMITS);
    if (value == null) {
      return 0;
    }
    requireLength(value, 8, "the number of commits");
    return (long) Bytes.int32(value, 0) << 32 | Bytes.int32(value, 4) & 0xffffffffL;
  }

  private void readSize(KvTransaction transaction) {
    byte[] value = transaction.get(StoreHeader.TREE, SIZE);
    if (value == null) {
      pageCount = 0;
      return;
    }
    requireLength(value, 8, "the size");
    int count = Bytes.int32(value, 0);
    int size = Bytes.int32(value, 4);
    if (count < 0 || !DatabaseHeader.isPageSize(size)) {
      throw StoreException.corrupt("the store tells of " + count + " pages of " + size + " bytes");
    }
    pageCount = count;
    pageSize = size;
  }

  private static void requireLength(byte[] value, int length, String what) {
    if (value.length != length) {
      throw StoreException.corrupt(what + " has " + value.length + " bytes instead of " + length);
    }
  }

  @Override
  public void endRead() {
    if (snapshot != null) {
      KvTransaction ending = snapshot;
      snapshot = null;
      ending.rollback();
    }
  }

  /** S2. */
  private KvTransaction snapshot() {
    if (snapshot == null) {
      KvTransaction begun = store.begin(false);
      if (commits(begun) != commits) {
        begun.rollback();
        throw new StoreException(ResultCode.BUSY_SNAPSHOT, "the database has changed since the last commit");
      }
      snapshot = begun;
    }
    return snapshot;
  }

  private static byte[] key(int number) {
    byte[] key = new byte[4];
    Bytes.setInt32(key, 0, number);
    return key;
  }

  @Override
  public void readPage(int number, byte[] target) {
    byte[] page = (writer != null ? writer : snapshot()).get(PAGES, key(number));
    if (page == null) {
      Arrays.fill(target, (byte) 0);
      return;
    }
    if (page.length != target.length) {
      throw StoreException.corrupt("page " + number + " has " + page.length + " bytes instead of " + target.length);
    }
    System.arraycopy(page, 0, target, 0, page.length);
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public void setPageSize(int size) {
    pageSize = size;
  }

  @Override
  public int pageCount() {
    if (snapshot == null && writer == null && !isKnown) {
      beginRead();
      endRead();
      isKnown = false; // nobody has been told of it
    }
    return pageCount;
  }

  @Override
  public boolean isPersistent() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return isReadOnly;
  }

  // ---- writing ----------------------------------------------------------------------------------

  @Override
  public void beginWrite(boolean exclusive) {
    snapshot();
    KvTransaction begun = store.begin(true);
    try {
      if (commits(begun) != commits) {
        throw new StoreException(ResultCode.BUSY_SNAPSHOT, "the database has changed since this transaction began");
      }
    } catch (RuntimeException | Error error) {
      quietly(begun);
      throw error;
    }
    writer = begun;
    forgetSpills();
  }

  @Override
  public boolean keepsOriginals() {
    return true;
  }

  @Override
  public boolean writesAtCommit() {
    return true;
  }

  @Override
  public boolean forgetsSpills() {
    return true;
  }

  @Override
  public boolean spill(PageBatch pages) {
    for (int i = 0; i < pages.count(); i++) {
      put(pages.number(i), Arrays.copyOf(pages.bytes(i), pageSize));
    }
    return true;
  }

  /** S1. Null removes the page. */
  private void put(int number, byte[] page) {
    byte[] key = key(number);
    if (spills == spilled.length) {
      spilled = Arrays.copyOf(spilled, spills * 2);
      replaced = Arrays.copyOf(replaced, spills * 2);
    }
    spilled[spills] = number;
    replaced[spills] = everSpilled.add(number) ? AS_BEFORE : writer.get(PAGES, key);
    spills++;
    set(key, page);
  }

  private void set(byte[] key, byte[] page) {
    if (page == null) {
      writer.delete(PAGES, key);
    } else {
      writer.put(PAGES, key, page);
    }
  }

  @Override
  public long mark() {
    return spills;
  }

  @Override
  public void rollbackTo(long mark) {
    while (spills > mark) {
      int last = spills - 1;
      byte[] key = key(spilled[last]);
      set(key, replaced[last] == AS_BEFORE ? snapshot.get(PAGES, key) : replaced[last]);
      replaced[last] = null;
      spills = last;
    }
  }

  private void forgetSpills() {
    if (spills > 0) {
      spilled = new int[16];
      replaced = new byte[16][];
      spills = 0;
      everSpilled.clear();
    }
  }

  // ---- ending -----------------------------------------------------------------------------------

  @Override
  public void prepareCommit(PageBatch pages, DatabaseSize size, String superJournal) {
    spill(pages);
    committedCount = size.pageCount();
    committedPageSize = pageSize;
    if (everSpilled.contains(1)) {
      byte[] header = writer.get(PAGES, key(1));
      if (DatabaseHeader.pageSize(header) != pageSize) {
        committedPageSize = DatabaseHeader.pageSize(header);
        committedCount = (int) (size.bytes() / committedPageSize);
        cutAnew(size.pageCount());
      }
    }
    for (int number = committedCount + 1; number <= pageCount; number++) {
      put(number, null);
    }
    byte[] value = new byte[8];
    Bytes.setInt32(value, 0, committedCount);
    Bytes.setInt32(value, 4, committedPageSize);
    writer.put(StoreHeader.TREE, SIZE, value);
    value = new byte[8];
    Bytes.setInt32(value, 0, (int) (commits + 1 >>> 32));
    Bytes.setInt32(value, 4, (int) (commits + 1));
    writer.put(StoreHeader.TREE, COMMITS, value);
    if (commits == 0) {
      StoreHeader.put(writer, StoreHeader.Layout.PAGES);
    }
    if (superJournal != null) {
      isTied = true;
      steps.prepare(superJournal, isSyncing());
    }
  }

  private boolean isSyncing() {
    return settings.synchronous != Synchronous.OFF;
  }

  @Override
  public String journalPath() {
    return steps == null ? null : steps.preparedPath();
  }

  /** The commit changes the page size: the run of bytes that the pages are is cut into pages of the size that its header tells. */
  private void cutAnew(int oldCount) {
    int old = pageSize;
    if (committedPageSize > old) {
      int parts = committedPageSize / old;
      for (int number = 1; number <= committedCount; number++) {
        byte[] page = new byte[committedPageSize];
        for (int i = 0; i < parts; i++) {
          byte[] part = writer.get(PAGES, key((number - 1) * parts + i + 1));
          if (part != null) {
            System.arraycopy(part, 0, page, i * old, old);
          }
        }
        put(number, page);
      }
    } else {
      int parts = old / committedPageSize;
      for (int number = oldCount; number > 0; number--) { // from the end, or pages would be overwritten before they are read
        byte[] page = writer.get(PAGES, key(number));
        for (int i = parts - 1; i >= 0; i--) {
          int target = (number - 1) * parts + i + 1;
          boolean isThere = page != null && target <= committedCount;
          put(target, isThere ? Arrays.copyOfRange(page, i * committedPageSize, (i + 1) * committedPageSize) : null);
        }
      }
    }
    for (int number = committedCount + 1; number <= oldCount; number++) {
      put(number, null);
    }
  }

  @Override
  public void commit() {
    boolean wasTied = isTied;
    isTied = false; // what follows is decided: if it fails, the next transaction does it
    writer.commit(wasTied && isSyncing() ? Synchronous.FULL : settings.synchronous);
    writer = null;
    if (wasTied) {
      steps.forget(isSyncing());
    }
    commits++;
    pageCount = committedCount;
    forgetSpills();
    endRead();
  }

  @Override
  public void rollback() {
    KvTransaction ending = writer;
    writer = null;
    forgetSpills();
    if (ending != null) {
      try (ending) {
        untie();
      }
    }
  }

  /** The others do not commit: nothing is to be made good. Requires: the writer's place is ours. */
  private void untie() {
    if (isTied) {
      isTied = false;
      steps.forget(isSyncing());
    }
  }

  @Override
  public void abandon() {
    forget();
    isTied = false;
    if (writer != null) {
      quietly(writer);
      writer = null;
    }
    if (snapshot != null) {
      quietly(snapshot);
      snapshot = null;
    }
  }

  private static void quietly(KvTransaction transaction) {
    try {
      transaction.rollback();
    } catch (StoreException ignored) {
      // The error that brought us here is the one to tell.
    }
  }

  /** None is what there is. */
  @Override
  public JournalMode journalMode() {
    return JournalMode.OFF;
  }

  @Override
  public boolean hasJournal() {
    return false;
  }

  @Override
  public void close() {
    abandon();
  }

  @Override
  public String toString() {
    return store.toString();
  }
}

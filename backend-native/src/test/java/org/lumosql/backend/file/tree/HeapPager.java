// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.StoreException;

/**
 * A pager over a map, for tests of what lies above. Suspicious: it finds bytes that changed without
 * {@link #makeWritable}, pins that were not released, and pages that were used after their last pin was gone (their
 * arrays are scrambled, see {@link #evict}).
 */
public final class HeapPager implements Pager {
  private final Map<Integer, byte[]> committed = new HashMap<>();
  private final Map<Integer, HeapPage> cache = new HashMap<>();
  private final List<Snapshot> savepoints = new ArrayList<>();
  private final int pageSize;
  private final int reserved;
  private int committedCount;
  private int pageCount;
  private int lockBytePage = Integer.MAX_VALUE;
  private TransactionState state = TransactionState.NONE;

  public HeapPager(int pageSize, int reserved) {
    this.pageSize = pageSize;
    this.reserved = reserved;
  }

  private static final class HeapPage extends Page {
    int pins;
    boolean writable;
    byte[] clean;
  }

  private record Snapshot(Map<Integer, byte[]> pages, int pageCount) {}

  /** Puts the lock-byte page where small databases reach it. */
  public void setLockBytePage(int page) {
    lockBytePage = page;
  }

  @Override
  public int lockBytePage() {
    return lockBytePage;
  }

  /** Number of pins that have not been released. */
  public int pins() {
    return cache.values().stream().mapToInt(page -> page.pins).sum();
  }

  /** Drops all pages without a pin and scrambles their arrays, so that whoever still looks at them sees nonsense. */
  public void evict() {
    checkUnwritten();
    cache
        .values()
        .removeIf(
            page -> {
              if (page.pins > 0) {
                return false;
              }
              if (page.writable) {
                committedOrDirty.put(page.number, page.data.clone());
              }
              Arrays.fill(page.data, (byte) 0x55);
              return true;
            });
  }

  /** Changed pages that were evicted. */
  private final Map<Integer, byte[]> committedOrDirty = new HashMap<>();

  private void checkUnwritten() {
    for (HeapPage page : cache.values()) {
      if (!page.writable && !Arrays.equals(page.clean, page.data)) {
        throw new AssertionError("page " + page.number + " was changed without makeWritable");
      }
    }
  }

  @Override
  public TransactionState transactionState() {
    return state;
  }

  @Override
  public boolean beginRead() {
    if (state == TransactionState.NONE) {
      state = TransactionState.READ;
    }
    return false;
  }

  @Override
  public void beginWrite(boolean exclusive) {
    state = TransactionState.WRITE;
  }

  @Override
  public void commitPhaseOne(String superJournal) {}

  @Override
  public void commitPhaseTwo(boolean keepReading) {
    checkUnwritten();
    committed.putAll(committedOrDirty);
    for (HeapPage page : cache.values()) {
      if (page.writable) {
        committed.put(page.number, page.data.clone());
        page.clean = page.data.clone();
        page.writable = false;
      }
    }
    committed.keySet().removeIf(number -> number > pageCount);
    committedCount = pageCount;
    finish(keepReading);
  }

  @Override
  public void rollback(boolean keepReading) {
    restore(committed, committedCount);
    finish(keepReading);
  }

  private void finish(boolean keepReading) {
    committedOrDirty.clear();
    savepoints.clear();
    state = keepReading ? TransactionState.READ : TransactionState.NONE;
  }

  private void restore(Map<Integer, byte[]> pages, int count) {
    committedOrDirty.clear();
    if (pages != committed) {
      committedOrDirty.putAll(pages);
    }
    pageCount = count;
    cache.values().removeIf(page -> page.pins == 0);
    for (HeapPage page : cache.values()) {
      byte[] bytes = pages.get(page.number);
      if (bytes == null) {
        Arrays.fill(page.data, (byte) 0x55);
      } else {
        System.arraycopy(bytes, 0, page.data, 0, pageSize);
      }
      page.clean = page.data.clone();
      page.attachment = null;
      page.writable = false;
    }
  }

  @Override
  public void endRead() {
    state = TransactionState.NONE;
  }

  private Map<Integer, byte[]> present() {
    Map<Integer, byte[]> present = new HashMap<>(committed);
    present.putAll(committedOrDirty);
    for (HeapPage page : cache.values()) {
      present.put(page.number, page.data.clone());
    }
    return present;
  }

  @Override
  public void openSavepoints(int count) {
    while (savepoints.size() < count) {
      savepoints.add(new Snapshot(present(), pageCount));
    }
  }

  @Override
  public int savepointCount() {
    return savepoints.size();
  }

  @Override
  public void releaseSavepoint(int index) {
    while (savepoints.size() > index) {
      savepoints.remove(savepoints.size() - 1);
    }
  }

  @Override
  public void rollbackToSavepoint(int index) {
    if (index < 0) {
      restore(committed, committedCount);
      return;
    }
    Snapshot snapshot = savepoints.get(index);
    restore(snapshot.pages, snapshot.pageCount);
    releaseSavepoint(index + 1);
  }

  @Override
  public void setBusyHandler(BusyHandler handler) {}

  @Override
  public int dataVersion() {
    return 1;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public Page page(int number) {
    if (number < 1 || number > pageCount) {
      throw StoreException.corrupt("page " + number + " of " + pageCount);
    }
    HeapPage page = cache.get(number);
    if (page == null) {
      byte[] bytes = committedOrDirty.get(number);
      if (bytes == null) {
        bytes = committed.get(number);
      }
      page = add(number, bytes == null ? new byte[pageSize] : bytes.clone());
    }
    page.pins++;
    return page;
  }

  private HeapPage add(int number, byte[] bytes) {
    HeapPage page = new HeapPage();
    page.number = number;
    page.data = bytes;
    page.clean = bytes.clone();
    cache.put(number, page);
    return page;
  }

  @Override
  public Page newPage(int number) {
    if (number == lockBytePage) {
      throw new AssertionError("the lock-byte page was asked for");
    }
    pageCount = Math.max(pageCount, number);
    HeapPage page = (HeapPage) page(number);
    Arrays.fill(page.data, (byte) 0);
    page.attachment = null;
    page.writable = true;
    return page;
  }

  @Override
  public Page cachedPage(int number) {
    HeapPage page = cache.get(number);
    if (page != null) {
      page.pins++;
    }
    return page;
  }

  @Override
  public void release(Page page) {
    HeapPage known = (HeapPage) page;
    if (known.pins <= 0) {
      throw new AssertionError("page " + page.number + " was released too often");
    }
    known.pins--;
  }

  @Override
  public void makeWritable(Page page) {
    if (state != TransactionState.WRITE) {
      throw new AssertionError("page " + page.number + " is to be written outside a transaction");
    }
    HeapPage known = (HeapPage) page;
    if (!known.writable) {
      if (!Arrays.equals(known.clean, known.data)) {
        throw new AssertionError("page " + page.number + " was changed before makeWritable");
      }
      known.writable = true;
    }
  }

  @Override
  public void discardContents(Page page) {
    ((HeapPage) page).attachment = null;
  }

  @Override
  public void renumber(Page page, int newNumber, boolean isCommit) {
    HeapPage displaced = cache.remove(newNumber);
    if (displaced != null && displaced.pins > 0) {
      throw new AssertionError("page " + newNumber + " is pinned but overwritten");
    }
    cache.remove(page.number);
    page.number = newNumber;
    cache.put(newNumber, (HeapPage) page);
  }

  @Override
  public int pageCount() {
    return pageCount;
  }

  @Override
  public void truncate(int newCount) {
    pageCount = newCount;
    cache.values().removeIf(page -> page.number > newCount);
    committedOrDirty.keySet().removeIf(number -> number > newCount);
  }

  @Override
  public int pageSize() {
    return pageSize;
  }

  @Override
  public int usableSize() {
    return pageSize - reserved;
  }

  @Override
  public boolean setPageSize(int newSize, int newReserved) {
    return false;
  }

  @Override
  public long maximumPageCount() {
    return Integer.MAX_VALUE;
  }

  @Override
  public long setMaximumPageCount(long pages) {
    return Integer.MAX_VALUE;
  }

  @Override
  public void close() {}
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;

import java.util.Arrays;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.error.Interruption;
import org.lumosql.error.StoreException;

/**
 * The parts of payloads that do not fit on their pages: chains of overflow pages, each with the number of the next and
 * U − 4 bytes (https://sqlite.org/fileformat2.html#cell_payload_overflow_pages). A chain is never followed further
 * than the payload's length says.
 */
final class OverflowChains {
  private static final int PAGES_BETWEEN_CHECKS = 256;

  private final TreeStore store;
  private final Pager pager;
  private final int capacity;
  private int visited;

  OverflowChains(TreeStore store, PageLayout layout) {
    this.store = store;
    this.pager = store.pager();
    this.capacity = layout.overflowCapacity;
  }

  /** Pins one page of a chain. */
  Page page(int number) {
    if (number < 2 || number > pager.pageCount()) {
      throw StoreException.corrupt("an overflow chain names page " + number);
    }
    return pager.page(number);
  }

  /** Chains may be long: looks for an interruption, which leaves them to the rollback. */
  private void pauseNowAndThen() {
    if ((++visited & PAGES_BETWEEN_CHECKS - 1) == 0) {
      Interruption.check();
    }
  }

  /** The page behind one page of a chain. */
  int next(int number) {
    Page page = page(number);
    int next = i32(page.data, 0);
    pager.release(page);
    return next;
  }

  /**
   * Writes a new chain.
   *
   * @param owner page of the cell, for the pointer map
   * @param source array with the bytes from {@code offset} to {@code end}
   * @param length bytes to write; those beyond {@code end} are zeros
   * @return number of the first page
   */
  int write(int owner, byte[] source, int offset, int end, int length) {
    PointerMap map = store.pointerMap();
    Page previous = null;
    int first = 0;
    int at = offset;
    int remaining = length;
    try {
      while (remaining > 0) {
        pauseNowAndThen();
        Page page = store.allocatePage(previous == null ? owner : previous.number);
        if (previous == null) {
          first = page.number;
        } else {
          putI32(previous.data, 0, page.number);
        }
        if (map != null) {
          map.put(
              page.number,
              previous == null ? PointerMap.FIRST_OVERFLOW : PointerMap.LATER_OVERFLOW,
              previous == null ? owner : previous.number);
        }
        if (previous != null) {
          pager.release(previous);
        }
        previous = page;
        int count = Math.min(remaining, capacity);
        int real = Math.min(count, Math.max(0, end - at));
        if (real > 0) {
          System.arraycopy(source, at, page.data, 4, real);
        }
        at += count;
        remaining -= count;
      }
    } finally {
      if (previous != null) {
        pager.release(previous);
      }
    }
    return first;
  }

  /** Overwrites a whole chain in place; the arguments are as for {@link #write}. */
  void overwrite(int first, byte[] source, int offset, int end, int length) {
    int number = first;
    int at = offset;
    int remaining = length;
    while (remaining > 0) {
      pauseNowAndThen();
      Page page = page(number);
      try {
        TreeStore.requireNoTreePage(page);
        pager.makeWritable(page);
        int count = Math.min(remaining, capacity);
        int real = Math.min(count, Math.max(0, end - at));
        if (real > 0) {
          System.arraycopy(source, at, page.data, 4, real);
        }
        Arrays.fill(page.data, 4 + real, 4 + count, (byte) 0);
        at += count;
        remaining -= count;
        number = i32(page.data, 0);
      } finally {
        pager.release(page);
      }
    }
  }

  /** Puts the pages of a chain on the freelist. */
  void free(int first, int pages) {
    if (pages > pager.pageCount()) {
      throw StoreException.corrupt("an overflow chain of " + pages + " pages is claimed, more than there are");
    }
    int number = first;
    for (int remaining = pages; remaining > 0; remaining--) {
      pauseNowAndThen();
      int next = remaining > 1 ? next(number) : 0;
      if (number < 2 || number > pager.pageCount()) {
        throw StoreException.corrupt("an overflow chain names page " + number);
      }
      Page cached = pager.cachedPage(number);
      if (cached != null) {
        try {
          TreeStore.requireNoTreePage(cached);
        } finally {
          pager.release(cached);
        }
      }
      store.freePage(number);
      number = next;
    }
  }

  /** Copies {@code length} bytes from a whole chain, starting at its beginning. */
  void read(int first, byte[] target, int targetOffset, int length) {
    int number = first;
    int at = targetOffset;
    int remaining = length;
    while (remaining > 0) {
      pauseNowAndThen();
      Page page = page(number);
      int count = Math.min(remaining, capacity);
      System.arraycopy(page.data, 4, target, at, count);
      number = i32(page.data, 0);
      pager.release(page);
      at += count;
      remaining -= count;
    }
  }
}

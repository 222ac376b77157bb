// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;

import java.util.Arrays;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.btree.PageStatistics;
import org.lumosql.error.StoreException;

/**
 * Walks over the pages of a tree and says what is on each. Between two steps it holds no page: it remembers the way down as page numbers and numbers of cells,
 * and the pages are asked for again. What is malformed is CORRUPTED, and nothing below it is visited.
 */
public final class PageWalk implements PageStatistics.Walk {
  /** A sound tree is never deeper. */
  private static final int DEEPEST = 20;

  private final TreeStore store;
  private final Cell cell = new Cell();
  private final int[] pages = new int[DEEPEST + 1];
  /** At each level the cell whose overflow pages and child come next. */
  private final int[] cells = new int[DEEPEST + 1];
  private int depth = -1;
  /** The page to be shown first. */
  private int root;

  /** Whether the present cell's overflow pages have been looked for. */
  private boolean isOverflowKnown;
  /** The next overflow page of the present cell, 0 if there is none, the bytes that are left, and the index of the page shown last. */
  private int overflowPage;
  private int overflowBytes;
  private int overflowIndex;

  private int pageNumber;
  private PageStatistics.Role role;
  private int cellCount;
  private int payload;
  private int unused;
  private int largestPayload;

  public PageWalk(TreeStore store, int root) {
    this.store = store;
    this.root = root;
  }

  @Override
  public boolean next() {
    if (root != 0) {
      int first = root;
      root = 0;
      enter(first);
      return true;
    }
    while (depth >= 0) {
      if (overflowPage != 0) {
        showOverflow();
        return true;
      }
      if (advance()) {
        return true;
      }
    }
    return false;
  }

  /** Goes on at the present level; false if there was nothing to show yet. */
  private boolean advance() {
    TreePage page;
    try {
      page = store.acquire(pages[depth]);
    } catch (StoreException malformed) {
      leave();
      return false;
    }
    try {
      int index = cells[depth];
      if (!isOverflowKnown && index < page.cellCount()) {
        isOverflowKnown = true;
        if (findOverflow(page, index)) {
          showOverflow();
          return true;
        }
      }
      isOverflowKnown = false;
      if (index > (page.isLeaf() ? page.cellCount() - 1 : page.cellCount())) {
        leave();
        return false;
      }
      cells[depth]++;
      if (page.isLeaf()) {
        return false;
      }
      enter(page.child(index));
      return true;
    } finally {
      store.release(page);
    }
  }

  private void leave() {
    depth--;
    isOverflowKnown = false;
  }

  private boolean findOverflow(TreePage page, int index) {
    try {
      page.parse(index, cell);
    } catch (StoreException malformed) {
      return false;
    }
    if (!cell.hasOverflow()) {
      return false;
    }
    overflowPage = i32(page.data, cell.overflowPointerOffset());
    overflowBytes = cell.payloadLength - cell.localLength;
    overflowIndex = -1;
    return overflowPage != 0;
  }

  private void enter(int number) {
    pageNumber = number;
    cellCount = 0;
    payload = 0;
    unused = 0;
    largestPayload = 0;
    role = PageStatistics.Role.CORRUPTED;
    depth++;
    pages[depth] = number;
    cells[depth] = 0;
    isOverflowKnown = false;
    if (depth == DEEPEST) {
      cells[depth] = Integer.MAX_VALUE;
      return;
    }
    try {
      TreePage page = store.acquire(number);
      try {
        measure(page);
      } finally {
        store.release(page);
      }
    } catch (StoreException malformed) {
      cells[depth] = Integer.MAX_VALUE; // nothing below
      role = PageStatistics.Role.CORRUPTED;
    }
  }

  private void measure(TreePage page) {
    unused = page.freeBytes();
    for (int i = 0; i < page.cellCount(); i++) {
      page.parse(i, cell);
      payload += cell.localLength;
      largestPayload = Math.max(largestPayload, cell.payloadLength);
    }
    cellCount = page.cellCount();
    role = page.isLeaf() ? PageStatistics.Role.LEAF : PageStatistics.Role.INTERNAL;
  }

  private void showOverflow() {
    int capacity = store.layout().overflowCapacity;
    pageNumber = overflowPage;
    role = PageStatistics.Role.OVERFLOW;
    cellCount = 0;
    payload = Math.min(overflowBytes, capacity);
    unused = capacity - payload;
    largestPayload = 0;
    overflowBytes -= payload;
    overflowIndex++;
    overflowPage = overflowBytes > 0 ? following(overflowPage) : 0;
  }

  private int following(int number) {
    try {
      Page page = store.overflow().page(number);
      try {
        return i32(page.data, 0);
      } finally {
        store.pager().release(page);
      }
    } catch (StoreException malformed) {
      return 0;
    }
  }

  @Override
  public int pageNumber() {
    return pageNumber;
  }

  @Override
  public String path() {
    boolean isOverflow = role == PageStatistics.Role.OVERFLOW;
    StringBuilder path = new StringBuilder("/");
    for (int level = 0; level < depth; level++) {
      path.append(hexadecimal(cells[level] - 1, 3)).append('/');
    }
    if (isOverflow) {
      path.append(hexadecimal(cells[depth], 3)).append('+').append(hexadecimal(overflowIndex, 6));
    }
    return path.toString();
  }

  private static String hexadecimal(int number, int digits) {
    String text = Integer.toHexString(number);
    char[] zeros = new char[Math.max(0, digits - text.length())];
    Arrays.fill(zeros, '0');
    return new String(zeros) + text;
  }

  @Override
  public PageStatistics.Role role() {
    return role;
  }

  @Override
  public int cellCount() {
    return cellCount;
  }

  @Override
  public int payload() {
    return payload;
  }

  @Override
  public int unused() {
    return unused;
  }

  @Override
  public int largestPayload() {
    return largestPayload;
  }

  @Override
  public int pageSize() {
    return store.layout().pageSize;
  }
}

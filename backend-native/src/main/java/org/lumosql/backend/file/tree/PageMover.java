// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;

import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.error.Interruption;
import org.lumosql.error.StoreException;

/**
 * Moves pages to other places in an auto-vacuum database, where root pages must lie together at the beginning and
 * free pages can be cut off at the end (https://sqlite.org/fileformat2.html#pointer_map_or_ptrmap_pages). Requires:
 * all cursors are displaced (S2), WRITE.
 */
public final class PageMover {
  private static final int LARGEST_ROOT = 52;
  private static final int HEAD = 32;
  private static final int COUNT = 36;
  private static final int PAGES_BETWEEN_CHECKS = 64;

  private final TreeStore store;
  private final Pager pager;
  private final PointerMap map;

  public PageMover(TreeStore store) {
    this.store = store;
    this.pager = store.pager();
    this.map = store.pointerMap();
  }

  // ---- roots ------------------------------------------------------------------------------------------------------

  /** Makes the page behind the largest root a root, moving away what is there. Pinned and writable. */
  Page makeRoomForRoot() {
    int wanted = headerValue(LARGEST_ROOT) + 1;
    while (map.isMapPage(wanted) || wanted == pager.lockBytePage()) {
      wanted++;
    }
    Page page = claim(wanted);
    try {
      map.put(wanted, PointerMap.ROOT, 0);
      setHeaderValue(LARGEST_ROOT, wanted);
    } catch (StoreException e) {
      pager.release(page);
      throw e;
    }
    return page;
  }

  /**
   * Takes a page of a given number into use, wherever it stands now: free, behind the end, or used by something that
   * must move.
   */
  private Page claim(int wanted) {
    if (wanted > pager.pageCount()) {
      Page page = store.allocatePage(0);
      if (page.number == wanted) {
        return page;
      }
      // there were free pages before the end: give it back after the end has grown
      pager.release(page);
      throw StoreException.corrupt("page " + wanted + " should be the next root but the freelist is not empty");
    }
    Page free = store.freelist().take(wanted, true);
    if (free != null) {
      return free;
    }
    int kind = map.kind(wanted);
    int parent = map.parent(wanted);
    if (kind == PointerMap.ROOT || kind == PointerMap.FREE) {
      throw StoreException.corrupt("page " + wanted + " should not be a root or free");
    }
    Page target = store.allocatePage(0);
    int targetNumber = target.number;
    pager.release(target);
    move(wanted, kind, parent, targetNumber, false);
    Page vacated = pager.newPage(wanted);
    vacated.attachment = null;
    return vacated;
  }

  /**
   * Frees the page of a dropped root, after the largest root has moved there if it is another. Returns that one's
   * former number, or 0.
   */
  int closeGapOfRoot(int dropped) {
    int largest = headerValue(LARGEST_ROOT);
    int moved = 0;
    if (dropped == largest) {
      store.freePage(dropped);
    } else {
      if (largest < dropped || map.kind(largest) != PointerMap.ROOT) {
        throw StoreException.corrupt("the largest root page is not " + largest);
      }
      move(largest, PointerMap.ROOT, 0, dropped, false);
      store.freePage(largest);
      moved = largest;
    }
    int next = largest - 1;
    while (next == pager.lockBytePage() || map.isMapPage(next)) {
      next--;
    }
    setHeaderValue(LARGEST_ROOT, next);
    return moved;
  }

  private int headerValue(int offset) {
    Page header = pager.page(1);
    int value = i32(header.data, offset);
    pager.release(header);
    return value;
  }

  private void setHeaderValue(int offset, int value) {
    Page header = pager.page(1);
    try {
      pager.makeWritable(header);
      putI32(header.data, offset, value);
    } finally {
      pager.release(header);
    }
  }

  // ---- moving one page --------------------------------------------------------------------------------------------

  /** Gives a page a new number, and tells its parent and its children. The page that had the new number is gone. */
  private void move(int from, int kind, int parent, int to, boolean isCommit) {
    if (from < 3 || parent == from) {
      throw StoreException.corrupt("page " + from + " cannot be moved");
    }
    Page page = pager.page(from);
    try {
      pager.makeWritable(page);
      page.attachment = null;
      pager.renumber(page, to, isCommit);
      if (kind == PointerMap.TREE || kind == PointerMap.ROOT) {
        TreePage tree = TreePage.decode(page, store.layout());
        store.mapChildren(tree);
      } else {
        int next = i32(page.data, 0);
        if (next != 0) {
          map.put(next, PointerMap.LATER_OVERFLOW, to);
        }
      }
    } finally {
      pager.release(page);
    }
    if (kind != PointerMap.ROOT) {
      redirect(parent, kind, from, to);
    }
    map.put(to, kind, parent);
  }

  /** Changes the one pointer to a page that its parent holds. */
  private void redirect(int parent, int kind, int from, int to) {
    if (kind == PointerMap.LATER_OVERFLOW) {
      Page page = pager.page(parent);
      try {
        if (i32(page.data, 0) != from) {
          throw StoreException.corrupt("overflow page " + parent + " does not lead to page " + from);
        }
        pager.makeWritable(page);
        putI32(page.data, 0, to);
      } finally {
        pager.release(page);
      }
      return;
    }
    TreePage page = store.acquire(parent);
    try {
      store.makeWritable(page);
      if (kind == PointerMap.TREE ? !redirectChild(page, from, to) : !redirectOverflow(page, from, to)) {
        throw page.corrupt("does not lead to page " + from);
      }
    } finally {
      store.release(page);
    }
  }

  private static boolean redirectChild(TreePage page, int from, int to) {
    if (page.isLeaf) {
      return false;
    }
    if (page.rightChild() == from) {
      page.setRightChild(to);
      return true;
    }
    for (int i = 0; i < page.cellCount; i++) {
      if (page.child(i) == from) {
        putI32(page.data, page.cellOffset(i), to);
        return true;
      }
    }
    return false;
  }

  private static boolean redirectOverflow(TreePage page, int from, int to) {
    Cell cell = new Cell();
    for (int i = 0; i < page.cellCount; i++) {
      page.parse(i, cell);
      if (cell.hasOverflow() && i32(page.data, cell.overflowPointerOffset()) == from) {
        putI32(page.data, cell.overflowPointerOffset(), to);
        return true;
      }
    }
    return false;
  }

  // ---- vacuum -----------------------------------------------------------------------------------------------------

  /** Pages that a database has after all its free pages, and the map pages that only they needed, are cut off. */
  int finalPageCount(int pageCount, int freePages) {
    int entries = map.span() - 1;
    long surplusMaps =
        ((long) freePages - pageCount + map.mapPageOf(pageCount) + entries) / entries;
    int last = (int) (pageCount - freePages - surplusMaps);
    if (pageCount > pager.lockBytePage() && last < pager.lockBytePage()) {
      last--;
    }
    while (map.isMapPage(last) || last == pager.lockBytePage()) {
      last--;
    }
    return last;
  }

  /** Before a commit in FULL mode: moves pages from the end into free places and cuts the end off. */
  public void vacuumForCommit() {
    int pageCount = pager.pageCount();
    if (map.isMapPage(pageCount) || pageCount == pager.lockBytePage()) {
      throw StoreException.corrupt("the database ends with a page that has no contents");
    }
    int free = headerValue(COUNT);
    if (free == 0) {
      return;
    }
    if (free < 0 || free >= pageCount) {
      throw StoreException.corrupt("the freelist claims " + free + " pages");
    }
    int last = finalPageCount(pageCount, free);
    if (last > pageCount || last < 1) {
      throw StoreException.corrupt("the freelist claims " + free + " of " + pageCount + " pages");
    }
    for (int page = pageCount; page > last; page--) {
      if (page % PAGES_BETWEEN_CHECKS == 0) {
        Interruption.check();
      }
      vacatePage(page, last, true);
    }
    setHeaderValue(HEAD, 0);
    setHeaderValue(COUNT, 0);
    pager.truncate(last);
  }

  /**
   * Moves the last page into a free place, if it is not free itself, and cuts it off.
   *
   * @return false if there is no free page
   */
  public boolean incrementalStep() {
    int pageCount = pager.pageCount();
    int free = headerValue(COUNT);
    if (free == 0) {
      return false;
    }
    if (free < 0 || free >= pageCount) {
      throw StoreException.corrupt("the freelist claims " + free + " pages");
    }
    int last = finalPageCount(pageCount, free);
    if (last >= pageCount || last < 1) {
      throw StoreException.corrupt("the freelist claims " + free + " of " + pageCount + " pages");
    }
    vacatePage(pageCount, last, false);
    int newLast = pageCount - 1;
    while (newLast == pager.lockBytePage() || map.isMapPage(newLast)) {
      newLast--;
    }
    pager.truncate(newLast);
    return true;
  }

  /** Sees to it that nothing is on a page behind {@code last} any more. */
  private void vacatePage(int page, int last, boolean isCommit) {
    if (page == pager.lockBytePage() || map.isMapPage(page)) {
      return;
    }
    int kind = map.kind(page);
    int parent = map.parent(page);
    if (kind == PointerMap.ROOT) {
      throw StoreException.corrupt("root page " + page + " lies behind other pages");
    }
    if (kind == PointerMap.FREE) {
      if (!isCommit) {
        Page free = store.freelist().take(page, true);
        if (free == null) {
          throw StoreException.corrupt("page " + page + " is not on the freelist");
        }
        pager.release(free);
      }
      return;
    }
    int targetNumber = isCommit ? anyFreePageUpTo(last) : freePageUpTo(last);
    move(page, kind, parent, targetNumber, isCommit);
  }

  private int freePageUpTo(int last) {
    Page target = store.freelist().take(last, false);
    if (target == null) {
      throw StoreException.corrupt("the freelist has no page up to " + last);
    }
    pager.release(target);
    return target.number;
  }

  /** The same where free pages behind {@code last} need not stay in the freelist, which is dissolved: no search. */
  private int anyFreePageUpTo(int last) {
    while (headerValue(COUNT) > 0) {
      Page target = store.allocatePage(0);
      pager.release(target);
      if (target.number <= last) {
        return target.number;
      }
    }
    throw StoreException.corrupt("the freelist has no page up to " + last);
  }
}

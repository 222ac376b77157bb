// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.check;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.u16;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.backend.file.tree.Cell;
import org.lumosql.backend.file.tree.PointerMap;
import org.lumosql.backend.file.tree.TreePage;
import org.lumosql.backend.file.tree.TreeStore;
import org.lumosql.error.Interruption;
import org.lumosql.error.StoreException;

/**
 * Looks at every page of a database and says what is wrong, in the words and the order of SQLite's
 * {@code integrity_check}.
 *
 * <p>Never throws for what a file says: each page is visited at most once, chains are bounded by their lengths,
 * trees by {@link #DEEPEST}. Memory: one bit a page, and one page's cells for each level.
 */
public final class IntegrityCheck {
  /** Deeper trees are not followed; no sound tree has a fifth of it. */
  private static final int DEEPEST = 100;

  private static final int HEAD = 32;
  private static final int FREE_COUNT = 36;
  private static final int LARGEST_ROOT = 52;
  private static final int INCREMENTAL = 64;

  private final TreeStore store;
  private final Pager pager;
  private final PointerMap map;
  private final int pageCount;
  private final int usableSize;
  private final int maximumErrors;
  private final BitSet referenced = new BitSet();
  private final List<String> messages = new ArrayList<>();
  private final List<Long> entries = new ArrayList<>();
  private final Cell cell = new Cell();

  /** Rows or keys of the present tree so far. */
  private long rowCount;

  /** What messages begin with: where the check is. */
  private String place = "";

  private int tree;

  /** The cell being looked at; while in a right child, the one that led to its parent, as SQLite has it. */
  private int cellIndex;

  /** The smallest rowid of the subtree looked at last, plus whether there was any. */
  private long smallestRowid;

  public IntegrityCheck(TreeStore store, int maximumErrors) {
    this.store = store;
    this.pager = store.pager();
    this.map = store.pointerMap();
    this.pageCount = pager.pageCount();
    this.usableSize = store.layout().usableSize();
    this.maximumErrors = maximumErrors;
  }

  /**
   * Runs the check.
   *
   * @param roots root pages; a 0 in the first place restricts the check to these trees
   */
  public List<String> run(int[] roots) {
    if (pageCount == 0 || maximumErrors <= 0) {
      return messages;
    }
    boolean isPartial = roots.length > 0 && roots[0] == 0;
    if (pager.lockBytePage() <= pageCount) {
      referenced.set(pager.lockBytePage());
    }
    if (!isPartial) {
      checkFreelist();
      checkLargestRoot(roots);
    }
    for (int root : roots) {
      if (isFull()) {
        break;
      }
      rowCount = 0;
      if (root != 0) {
        tree = root;
        place = "";
        if (map != null && root > 1 && !isPartial) {
          checkBackPointer(root, PointerMap.ROOT, 0);
        }
        checkPage(root, Long.MAX_VALUE, true, 0);
      }
      entries.add(rowCount);
    }
    while (entries.size() < roots.length) {
      entries.add(0L);
    }
    place = "";
    if (!isPartial) {
      checkUnused();
    }
    return messages;
  }

  /** The numbers of rows or keys of the trees that were checked. */
  public List<Long> entries() {
    return entries;
  }

  private boolean isFull() {
    return messages.size() >= maximumErrors;
  }

  private void report(String message) {
    if (!isFull()) {
      messages.add(place + message);
    }
  }

  // ---- the whole --------------------------------------------------------------------------------------------------

  private int headerValue(int offset) {
    Page header = pager.page(1);
    int value = i32(header.data, offset);
    pager.release(header);
    return value;
  }

  private void checkFreelist() {
    place = "Freelist: ";
    checkChain(true, headerValue(HEAD), headerValue(FREE_COUNT));
    place = "";
  }

  private void checkLargestRoot(int[] roots) {
    int stored = headerValue(LARGEST_ROOT);
    if (map != null) {
      int largest = 0;
      for (int root : roots) {
        largest = Math.max(largest, root);
      }
      if (largest != stored) {
        report(
            "max rootpage (" + largest + ") disagrees with header (" + Integer.toUnsignedString(stored) + ")");
      }
    } else if (headerValue(INCREMENTAL) != 0) {
      report("incremental_vacuum enabled with a max rootpage of zero");
    }
  }

  private void checkUnused() {
    for (int page = 1; page <= pageCount && !isFull(); page++) {
      boolean isMapPage = map != null && map.isMapPage(page);
      if (!referenced.get(page) && !isMapPage) {
        report("Page " + page + ": never used");
      }
      if (referenced.get(page) && isMapPage) {
        report("Page " + page + ": pointer map referenced");
      }
    }
  }

  /** Notes that a page is used. False if it cannot be, or is used already. */
  private boolean claim(int page) {
    if (page < 1 || page > pageCount) {
      report("invalid page number " + Integer.toUnsignedString(page));
      return false;
    }
    if (referenced.get(page)) {
      report("2nd reference to page " + page);
      return false;
    }
    referenced.set(page);
    return true;
  }

  private void checkBackPointer(int page, int kind, int parent) {
    int foundKind;
    int foundParent;
    try {
      foundKind = map.kind(page);
      foundParent = map.parent(page);
    } catch (StoreException e) {
      report("Failed to read ptrmap key=" + Integer.toUnsignedString(page));
      return;
    }
    if (foundKind < PointerMap.ROOT || foundKind > PointerMap.TREE) {
      report("Failed to read ptrmap key=" + Integer.toUnsignedString(page));
      return;
    }
    if (foundKind != kind || foundParent != parent) {
      report(
          "Bad ptr map entry key=" + page + " expected=(" + kind + "," + parent + ") got=(" + foundKind + ","
              + Integer.toUnsignedString(foundParent) + ")");
    }
  }

  /** Follows a freelist or an overflow chain. */
  private void checkChain(boolean isFreelist, int first, int expected) {
    int errors = messages.size();
    int page = first;
    int remaining = expected;
    while (page != 0 && !isFull()) {
      if (!claim(page)) {
        break;
      }
      remaining--;
      Page here;
      try {
        here = pager.page(page);
      } catch (StoreException e) {
        report("failed to get page " + page);
        break;
      }
      try {
        if (isFreelist) {
          remaining -= checkTrunk(here);
        } else if (map != null && remaining != 0) {
          checkBackPointer(i32(here.data, 0), PointerMap.LATER_OVERFLOW, page);
        }
        page = i32(here.data, 0);
      } finally {
        pager.release(here);
      }
    }
    if (remaining != 0 && errors == messages.size()) {
      report(
          (isFreelist ? "size" : "overflow list length") + " is " + Integer.toUnsignedString(expected - remaining)
              + " but should be " + Integer.toUnsignedString(expected));
    }
  }

  /** Returns how many leaves the trunk has. */
  private int checkTrunk(Page trunk) {
    int leaves = i32(trunk.data, 4);
    if (map != null) {
      checkBackPointer(trunk.number, PointerMap.FREE, 0);
    }
    if (leaves < 0 || leaves > store.layout().trunkCapacity()) {
      report("freelist leaf count too big on page " + trunk.number);
      return 1;
    }
    for (int i = 0; i < leaves; i++) {
      int leaf = i32(trunk.data, 8 + 4 * i);
      if (map != null) {
        checkBackPointer(leaf, PointerMap.FREE, 0);
      }
      claim(leaf);
    }
    return leaves;
  }

  // ---- trees ------------------------------------------------------------------------------------------------------

  /**
   * Checks a page and all below it.
   *
   * @param limit the rowids must be below this
   * @param mayEqual or equal to it
   * @return the height of the subtree, 0 if it cannot be told
   */
  private int checkPage(int number, long limit, boolean mayEqual, int depth) {
    smallestRowid = limit;
    if (number == 0 || !claim(number)) {
      return 0;
    }
    String outside = place;
    int outsideCell = cellIndex;
    place = "Tree " + tree + " page " + number + ": ";
    TreePage page = null;
    try {
      if (depth > DEEPEST) {
        report("is too deep in its tree");
        return 0;
      }
      page = acquire(number);
      if (page == null) {
        return 0;
      }
      if (!isFreeSpaceSound(page)) {
        report("free space corruption");
        return 0;
      }
      return checkCells(page, limit, mayEqual, depth);
    } finally {
      if (page != null) {
        store.release(page);
      }
      place = outside;
      cellIndex = outsideCell;
    }
  }

  private TreePage acquire(int number) {
    try {
      Page raw = pager.page(number);
      pager.release(raw);
    } catch (StoreException e) {
      report("unable to get the page. error code=" + e.code().code());
      return null;
    }
    try {
      return store.acquire(number);
    } catch (StoreException e) {
      report("btreeInitPage() returns error code " + e.code().code());
      return null;
    }
  }

  private int checkCells(TreePage page, long limit, boolean mayEqual, int depth) {
    Interruption.check();
    rowCount += page.isLeaf() || !page.isTable() ? page.cellCount() : 0;
    PageVisit visit = new PageVisit(page, limit, mayEqual, depth);
    visit.checkRightChild();
    for (int i = page.cellCount() - 1; i >= 0 && !isFull(); i--) {
      visit.checkCell(i);
    }
    if (visit.coverage && !isFull()) {
      place = "";
      checkCoverage(page, contentStart(page), visit.extents, visit.extentCount);
    }
    smallestRowid = visit.largest;
    return visit.height + 1;
  }

  /** One page whose cells are gone through from the last to the first, each with what lies below it. */
  private final class PageVisit {
    final TreePage page;
    final String where;
    final int depth;
    final int contentStart;

    /** First and last byte of each sound cell. */
    final int[] extents;

    int extentCount;

    /** Whether all cells were sound, so that the use of each byte can be told. */
    boolean coverage = true;

    /** The rowids of what comes next must be below this, or equal to it if {@code mayEqual}. */
    long largest;

    boolean mayEqual;
    int height = -1;

    PageVisit(TreePage page, long limit, boolean mayEqual, int depth) {
      this.page = page;
      this.where = "Tree " + tree + " page " + page.number();
      this.depth = depth;
      this.contentStart = contentStart(page);
      this.extents = new int[2 * page.cellCount()];
      this.largest = limit;
      this.mayEqual = mayEqual;
      place = where + " cell " + cellIndex + ": ";
    }

    void checkRightChild() {
      if (page.isLeaf()) {
        return;
      }
      int child = page.rightChild();
      if (map != null) {
        place = where + " right child: "; // and so for all cells of this page
        checkBackPointer(child, PointerMap.TREE, page.number());
      }
      height = checkPage(child, largest, mayEqual, depth + 1);
      largest = smallestRowid;
      mayEqual = false;
    }

    void checkCell(int index) {
      cellIndex = index;
      if (page.isLeaf() || map == null) {
        place = where + " cell " + index + ": ";
      }
      int offset = u16(page.data(), page.cellPointers() + 2 * index);
      if (!checkExtent(offset)) {
        coverage = false;
        return;
      }
      extents[extentCount++] = offset;
      extents[extentCount++] = offset + cell.size() - 1;
      if (page.isTable()) {
        checkRowid(cell.rowid);
      }
      checkOverflow(page);
      if (!page.isLeaf()) {
        checkChild(i32(page.data(), offset));
      }
    }

    private boolean checkExtent(int offset) {
      if (offset < contentStart || offset > usableSize - 4) {
        report("Offset " + offset + " out of range " + contentStart + ".." + (usableSize - 4));
        return false;
      }
      if (!page.parseIfSound(offset, cell)) {
        report("Extends off end of page");
        return false;
      }
      if (cell.payloadLength > 0 && (page.data()[cell.payloadOffset] & 0xff) <= 1) {
        report("Bad cell header size");
        return false;
      }
      return true;
    }

    private void checkRowid(long rowid) {
      if (mayEqual ? rowid > largest : rowid >= largest) {
        report("Rowid " + rowid + " out of order");
      }
      largest = rowid;
      mayEqual = false;
    }

    private void checkChild(int child) {
      if (map != null) {
        checkBackPointer(child, PointerMap.TREE, page.number());
      }
      // the rowid of an interior cell may be that of the last row below it
      int below = checkPage(child, largest, true, depth + 1);
      largest = page.isTable() ? smallestRowid : largest;
      mayEqual = false;
      if (below != height) {
        report("Child page depth differs");
        height = below;
      }
    }
  }

  /** Whether the list of free space can be followed. More lenient than the trees are before they write. */
  private boolean isFreeSpaceSound(TreePage page) {
    byte[] data = page.data();
    int start = contentStart(page);
    int free = (data[page.headerOffset() + 7] & 0xff) + start;
    int block = u16(data, page.headerOffset() + 1);
    if (block != 0 && block < start) {
      return false;
    }
    while (block != 0) {
      if (block > usableSize - 4) {
        return false;
      }
      int next = u16(data, block);
      int end = block + u16(data, block + 2);
      free += end - block;
      if (end > usableSize || end < block + 4 || (next != 0 && next <= end + 3)) {
        return false;
      }
      block = next;
    }
    return free <= usableSize && free >= page.cellPointers() + 2 * page.cellCount();
  }

  private int contentStart(TreePage page) {
    int start = u16(page.data(), page.headerOffset() + 5);
    return start == 0 ? 65536 : start;
  }

  private void checkOverflow(TreePage page) {
    if (cell.hasOverflow()) {
      int first = i32(page.data(), cell.overflowPointerOffset());
      if (map != null) {
        checkBackPointer(first, PointerMap.FIRST_OVERFLOW, page.number());
      }
      checkChain(false, first, store.layout().overflowPages(cell.payloadLength, cell.localLength));
    }
  }

  /** Every byte of the contents area belongs to one cell, one freeblock, or is a fragment that is counted. */
  private void checkCoverage(TreePage page, int contentStart, int[] cellExtents, int cellExtentCount) {
    byte[] data = page.data();
    long[] extents = new long[cellExtentCount / 2];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = (long) cellExtents[2 * i] << 32 | cellExtents[2 * i + 1];
    }
    int header = page.headerOffset();
    for (int block = u16(data, header + 1); block != 0; block = u16(data, block)) {
      extents = Arrays.copyOf(extents, extents.length + 1);
      extents[extents.length - 1] = (long) block << 32 | (block + u16(data, block + 2) - 1);
    }
    Arrays.sort(extents);
    int previousEnd = contentStart - 1;
    int fragments = 0;
    for (int i = 0; i < extents.length; i++) {
      long extent = extents[i];
      int start = (int) (extent >> 32);
      if (previousEnd >= start) {
        report("Multiple uses for byte " + start + " of page " + page.number());
        if (i < extents.length - 1) {
          return;
        }
        break;
      }
      fragments += start - previousEnd - 1;
      previousEnd = (int) extent;
    }
    fragments += usableSize - previousEnd - 1;
    int counted = data[header + 7] & 0xff;
    if (fragments != counted) {
      report("Fragmentation of " + fragments + " bytes reported as " + counted + " on page " + page.number());
    }
  }
}

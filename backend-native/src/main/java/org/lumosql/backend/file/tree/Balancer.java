// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;

import java.util.Arrays;
import org.lumosql.error.StoreException;
import org.lumosql.record.Varint;

/**
 * Brings a tree back into shape after an insert or a delete, from a page up to the root.
 *
 * <ol>
 *   <li>A page with pending cells, or with more than two thirds free, shares the cells of itself and up to two
 *       neighbours out anew over as many pages as are needed ({@link #redistribute}).
 *   <li>A cell that is pending at the very end of the tree goes to a new page of its own, and the page before stays
 *       full: trees that grow at their end are packed tightly ({@link #append}).
 *   <li>An overfull root gets a child that takes all its cells; the child is then split ({@link #deepen}).
 *   <li>A root without cells takes over the contents of its only child ({@link #collapse}).
 * </ol>
 *
 * Between two children stands one cell, the divider. In index trees it is an entry like others and moves down and up
 * as the boundaries move. In table trees with leaves below it is only a copy of the last rowid on its left.
 */
final class Balancer {
  private static final int SIBLINGS = 3;

  /** Pages with less than this part of their room free are crowded. */
  private static final int CROWDED = 12;

  private final TreeStore store;
  private final PageEditor editor;
  private final PageLayout layout;
  private final CellList cells = new CellList();
  private final Cell cell = new Cell();
  private final byte[][] copies;
  private final byte[] buffer;
  private int[] ends = new int[8];

  Balancer(TreeStore store) {
    this.store = store;
    this.editor = store.editor();
    this.layout = store.layout();
    this.copies = new byte[SIBLINGS][];
    this.buffer = new byte[layout.usableSize + 4 + 2 * Varint.MAX_LENGTH];
  }

  boolean isUnderfull(TreePage page) {
    return page.freeBytes() * 3 > layout.usableSize * 2;
  }

  /**
   * Balances the page at the end of the path and what lies above it. Requires: the pages of the path from
   * {@code level} down are writable or in shape. The path ends somewhere above afterwards and has no meaning.
   *
   * @param level pages from the path's end up to this level are looked at even when those below are in shape
   */
  void balance(TreePath path, int level) {
    while (true) {
      TreePage page = path.page;
      if (path.depth == 0) {
        if (page.pendingCount == 0) {
          if (page.cellCount == 0 && !page.isLeaf) {
            collapse(page);
          }
          return;
        }
        deepen(path);
      } else if (page.pendingCount > 0 || isUnderfull(page)) {
        path.leaveChildPinned();
        try {
          balanceChild(path, page);
        } finally {
          store.release(page);
        }
      } else if (path.depth <= level) {
        return;
      } else {
        path.ascend();
      }
    }
  }

  /** Requires: the path ends at the parent, its index tells the child. */
  private void balanceChild(TreePath path, TreePage child) {
    TreePage parent = path.page;
    store.makeWritable(parent);
    if (child.pendingCount == 1
        && child.isLeaf
        && child.pendingPositions[0] == child.cellCount
        && child.cellCount >= 2
        && path.index == parent.cellCount
        && isRightmost(path)) {
      append(parent, child);
    } else {
      redistribute(parent, path.index);
    }
  }

  private static boolean isRightmost(TreePath path) {
    for (int level = path.depth - 1; level >= 0; level--) {
      if (path.indexes[level] != path.pages[level].cellCount) {
        return false;
      }
    }
    return true;
  }

  // ---- the root ---------------------------------------------------------------------------------------------------

  private void deepen(TreePath path) {
    TreePage root = path.page;
    store.makeWritable(root);
    TreePage child = store.allocateTreePage(root.number(), root.kind);
    boolean fits = editor.copyContents(root, child);
    assert fits : "a child has at least the root's room";
    if (store.pointerMap() != null) {
      store.pointerMap().put(child.number(), PointerMap.TREE, root.number());
      store.mapChildren(child);
    }
    root.clear(root.isTable ? TreePage.INTERIOR_TABLE : TreePage.INTERIOR_INDEX);
    editor.zeroGap(root);
    root.setRightChild(child.number());
    path.indexes[0] = 0;
    path.index = 0;
    path.depth = 1;
    path.pages[1] = child;
    path.page = child;
  }

  private void collapse(TreePage root) {
    while (!root.isLeaf && root.cellCount == 0) {
      int childNumber = root.rightChild();
      TreePage child = store.acquire(childNumber);
      try {
        if (childNumber == root.number() || child.isTable != root.isTable) {
          throw root.corrupt("has page " + childNumber + " as its child");
        }
        store.makeWritable(child);
        store.makeWritable(root);
        if (!editor.copyContents(child, root)) {
          return; // page 1 has less room than its child; the tree keeps a root without cells
        }
      } finally {
        store.release(child);
      }
      store.freePage(childNumber);
      if (store.pointerMap() != null) {
        store.mapChildren(root);
      }
    }
  }

  // ---- growing at the end -----------------------------------------------------------------------------------------

  private void append(TreePage parent, TreePage child) {
    byte[] pending = child.pendingCells[0];
    TreePage added = store.allocateTreePage(child.number(), child.kind);
    try {
      child.pendingCount = 0;
      editor.insert(added, 0, pending, 0, pending.length);
      int last = child.cellCount - 1;
      child.parse(last, cell);
      putI32(buffer, 0, child.number());
      int length = 4;
      if (child.isTable) {
        length += Varint.write(buffer, 4, cell.rowid);
      } else {
        System.arraycopy(child.data, child.cellOffset(last), buffer, 4, cell.length);
        length += cell.length;
        editor.remove(child, last, cell.size());
      }
      parent.setRightChild(added.number());
      editor.insert(parent, parent.cellCount, buffer, 0, length);
      if (store.pointerMap() != null) {
        store.pointerMap().put(added.number(), PointerMap.TREE, parent.number());
        store.mapChildren(added);
        mapDivider(parent, buffer, length);
      }
    } finally {
      store.release(added);
    }
  }

  private void mapDivider(TreePage parent, byte[] bytes, int length) {
    store.mapPending(parent, Arrays.copyOf(bytes, length), cell);
  }

  // ---- sharing out ------------------------------------------------------------------------------------------------

  private void redistribute(TreePage parent, int childIndex) {
    int children = parent.cellCount + 1;
    int count = Math.min(SIBLINGS, children);
    int first = Math.max(0, Math.min(childIndex - 1, children - count));
    boolean atEnd = childIndex == parent.cellCount;
    TreePage[] old = new TreePage[count];
    TreePage[] pages = old;
    try {
      for (int i = 0; i < count; i++) {
        old[i] = acquireSibling(parent, first + i, old, i);
      }
      int kind = old[0].kind;
      boolean packed = atEnd && endsWithPending(old[count - 1]);
      int rightmost = old[count - 1].isLeaf ? 0 : old[count - 1].rightChild();
      gather(parent, first, old);
      boolean grows = !packed && old[0].isLeaf && hasPending(old);
      int needed = partition(kind, packed, grows ? count : 0);
      pages = preparePages(old, needed, kind);
      removeDividers(parent, first, count);
      setChild(parent, first, pages[needed - 1].number());
      fill(parent, first, pages, needed, kind, rightmost);
      if (store.pointerMap() != null) {
        updatePointerMap(parent, first, pages, needed, kind);
      }
      for (int i = needed; i < pages.length; i++) {
        store.freePage(pages[i].number());
      }
    } finally {
      releaseAll(pages);
      cells.clear();
    }
  }

  private void releaseAll(TreePage[] pages) {
    for (TreePage page : pages) {
      if (page != null) {
        store.release(page);
      }
    }
  }

  private TreePage acquireSibling(TreePage parent, int index, TreePage[] others, int count) {
    TreePage sibling = store.acquire(parent.child(index));
    boolean fits = sibling != parent && sibling.isTable == parent.isTable;
    for (int i = 0; i < count; i++) {
      fits &= others[i] != sibling && others[i].kind == sibling.kind;
    }
    if (!fits) {
      store.release(sibling);
      throw parent.corrupt("has page " + sibling.number() + " as a child, which cannot be");
    }
    return sibling;
  }

  private static boolean hasPending(TreePage[] pages) {
    for (TreePage page : pages) {
      if (page.pendingCount > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithPending(TreePage page) {
    int pending = page.pendingCount;
    return pending > 0 && page.pendingPositions[pending - 1] == page.cellCount + pending - 1;
  }

  /** Lists the cells of all siblings and the dividers between them, with bytes copied out of the pages. */
  private void gather(TreePage parent, int first, TreePage[] old) {
    cells.clear();
    boolean takesDividers = old[0].kind != TreePage.LEAF_TABLE;
    for (int i = 0; i < old.length; i++) {
      TreePage sibling = old[i];
      if (copies[i] == null) {
        copies[i] = new byte[layout.pageSize];
      }
      System.arraycopy(sibling.data, 0, copies[i], 0, layout.usableSize);
      gatherPage(sibling, copies[i]);
      if (takesDividers && i < old.length - 1) {
        gatherDivider(parent, first + i, sibling);
      }
    }
  }

  private void gatherPage(TreePage page, byte[] copy) {
    int total = page.cellCount + page.pendingCount;
    int pending = 0;
    int placed = 0;
    int number = page.number();
    for (int position = 0; position < total; position++) {
      if (pending < page.pendingCount && page.pendingPositions[pending] == position) {
        byte[] bytes = page.pendingCells[pending++];
        cells.add(bytes, 0, bytes.length, 0);
      } else {
        int offset = page.cellOffset(placed++);
        page.parseIn(copy, offset, cell);
        cells.add(copy, offset, cell.length, number);
      }
    }
  }

  private void gatherDivider(TreePage parent, int position, TreePage left) {
    parent.parse(position, cell);
    int offset = parent.cellOffset(position);
    byte[] bytes;
    if (left.isLeaf) {
      bytes = Arrays.copyOfRange(parent.data, offset + 4, offset + cell.length);
    } else {
      bytes = Arrays.copyOfRange(parent.data, offset, offset + cell.length);
      putI32(bytes, 0, left.rightChild());
    }
    cells.add(bytes, 0, bytes.length, 0);
  }

  /**
   * Decides which cells go to which page: {@code ends[p]} is the first cell behind page p. First as many as fit from
   * the left, then the boundaries move left until neighbours are about equally full.
   *
   * @param packed keep the left pages full, because the tree grows at its end
   * @param crowded if the cells fill this number of pages almost completely, take one page more: the next insert
   * would have to
   *     balance them again; 0 if this does not matter
   * @return the number of pages
   */
  private int partition(int kind, boolean packed, int crowded) {
    int skip = kind == TreePage.LEAF_TABLE ? 0 : 1;
    int room = layout.usableSize - ((kind & 8) != 0 ? 8 : 12);
    int total = cells.count();
    if (crowded > 0) {
      int bytes = 0;
      for (int i = 0; i < total; i++) {
        bytes += cost(i);
      }
      int fill = room - room / CROWDED;
      if (bytes > crowded * fill && bytes <= (crowded + 1) * fill) {
        room = fill;
      }
    }
    int[] used = new int[ends.length];
    int pages = 0;
    int next = 0;
    do {
      if (pages == ends.length) {
        ends = Arrays.copyOf(ends, pages * 2);
        used = Arrays.copyOf(used, pages * 2);
      }
      int bytes = 0;
      while (next < total && (bytes == 0 || bytes + cost(next) <= room)) {
        bytes += cost(next++);
      }
      ends[pages] = next;
      used[pages] = bytes;
      pages++;
      if (next == total) {
        break;
      }
      next += skip;
    } while (true);
    for (int right = pages - 1; right > 0; right--) {
      evenOut(right, used, skip, room, packed);
    }
    return pages;
  }

  private void evenOut(int right, int[] used, int skip, int room, boolean packed) {
    int left = right - 1;
    while (true) {
      int moving = ends[left] - 1 + skip; // the cell that would become the first of the right page
      int leaving = cost(ends[left] - 1);
      int newRight = used[right] + cost(moving);
      int newLeft = used[left] - leaving;
      boolean rightIsEmpty = used[right] == 0;
      if (!rightIsEmpty && (packed || newRight > newLeft || newRight > room)) {
        return;
      }
      ends[left]--;
      used[left] = newLeft;
      used[right] = newRight;
    }
  }

  private int cost(int index) {
    return cells.size(index) + 2;
  }

  /**
   * Makes the old pages writable and adds new ones if more are needed. In ascending order of their numbers, so that
   * scans read forwards. Those behind the first {@code needed} are surplus.
   */
  private TreePage[] preparePages(TreePage[] old, int needed, int kind) {
    for (TreePage page : old) {
      store.makeWritable(page);
    }
    TreePage[] pages = Arrays.copyOf(old, Math.max(needed, old.length));
    int filled = old.length;
    try {
      while (filled < needed) {
        pages[filled] = store.allocateTreePage(old[old.length - 1].number(), kind);
        filled++;
      }
    } catch (StoreException e) {
      for (int i = old.length; i < filled; i++) {
        store.release(pages[i]);
      }
      throw e;
    }
    sortByNumber(pages);
    return pages;
  }

  private static void sortByNumber(TreePage[] pages) {
    for (int i = 1; i < pages.length; i++) {
      TreePage page = pages[i];
      int j = i;
      while (j > 0 && pages[j - 1].number() > page.number()) {
        pages[j] = pages[j - 1];
        j--;
      }
      pages[j] = page;
    }
  }

  private void removeDividers(TreePage parent, int first, int siblings) {
    for (int i = 1; i < siblings; i++) {
      parent.parse(first, cell);
      editor.remove(parent, first, cell.size());
    }
  }

  private static void setChild(TreePage parent, int index, int child) {
    if (index == parent.cellCount) {
      parent.setRightChild(child);
    } else {
      putI32(parent.data, parent.cellOffset(index), child);
    }
  }

  private void fill(TreePage parent, int first, TreePage[] pages, int needed, int kind, int rightmost) {
    boolean tableLeaf = kind == TreePage.LEAF_TABLE;
    boolean leaf = (kind & 8) != 0;
    int from = 0;
    for (int p = 0; p < needed; p++) {
      TreePage page = pages[p];
      int end = ends[p];
      editor.rebuild(page, kind, cells, from, end);
      boolean isLast = p == needed - 1;
      if (!leaf) {
        page.setRightChild(isLast ? rightmost : i32(cells.array(end), cells.offset(end)));
      }
      if (!isLast) {
        int length;
        if (tableLeaf) {
          page.parse(page.cellCount - 1, cell);
          length = 4 + Varint.write(buffer, 4, cell.rowid);
        } else {
          int skipped = leaf ? 0 : 4;
          length = 4 + cells.length(end) - skipped;
          System.arraycopy(cells.array(end), cells.offset(end) + skipped, buffer, 4, length - 4);
        }
        putI32(buffer, 0, page.number());
        editor.insert(parent, first + p, buffer, 0, length);
        from = tableLeaf ? end : end + 1;
      }
    }
  }

  /** Cells that are on the page where they were need nothing. */
  private void updatePointerMap(TreePage parent, int first, TreePage[] pages, int needed, int kind) {
    int from = 0;
    for (int p = 0; p < needed; p++) {
      TreePage page = pages[p];
      int number = page.number();
      store.pointerMap().put(number, PointerMap.TREE, parent.number());
      for (int i = from; i < ends[p]; i++) {
        if (cells.origin(i) != number) {
          store.mapCell(page, i - from, cell);
        }
      }
      if (!page.isLeaf) {
        store.pointerMap().put(page.rightChild(), PointerMap.TREE, number);
      }
      from = kind == TreePage.LEAF_TABLE ? ends[p] : ends[p] + 1;
    }
    if (parent.pendingCount > 0) {
      store.mapChildren(parent);
      return;
    }
    for (int i = first; i < first + needed - 1; i++) {
      store.mapOverflow(parent, parent.data, parent.cellOffset(i), cell);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import java.util.Arrays;
import org.lumosql.error.StoreException;

/**
 * A place in a tree: the pages from the root down, each pinned, and on each the cell (or, above the lowest, the
 * child) that was taken. Moves without regard to what a cursor's position means.
 *
 * <ol>
 *   <li>W1. {@code pages[0…depth]} are pinned once each by this path; {@code page == pages[depth]} or, if depth is
 *       −1, null.
 *   <li>W2. {@code indexes[d]} for d &lt; depth is the child taken, {@code cellCount} for the right child.
 * </ol>
 */
abstract class TreePath {
  /** A tree of more levels cannot be: each level at least doubles the number of pages. */
  static final int MAXIMUM_DEPTH = 20;

  private static final int USUAL_DEPTH = 5;

  final TreeStore store;
  final int root;
  final boolean isTable;
  TreePage[] pages = new TreePage[USUAL_DEPTH];
  int[] indexes = new int[USUAL_DEPTH];
  int depth = -1;
  TreePage page;
  int index;

  TreePath(TreeStore store, int root, boolean isTable) {
    this.store = store;
    this.root = root;
    this.isTable = isTable;
  }

  /** Unpins everything. */
  final void letGo() {
    for (int level = depth; level >= 0; level--) {
      store.release(pages[level]);
      pages[level] = null;
    }
    depth = -1;
    page = null;
  }

  /** Goes to the root; false if the database has no pages yet. */
  final boolean toRoot() {
    if (depth >= 0) {
      for (int level = depth; level > 0; level--) {
        store.release(pages[level]);
        pages[level] = null;
      }
    } else {
      if (store.pager().pageCount() == 0) {
        return false;
      }
      TreePage top = store.acquire(root);
      if (top.isTable != isTable) {
        StoreException wrong =
            top.corrupt("is the root of " + (isTable ? "an index tree, not a table" : "a table tree, not an index"));
        store.release(top);
        throw wrong;
      }
      pages[0] = top;
    }
    depth = 0;
    page = pages[0];
    index = 0;
    return true;
  }

  /** Goes down to a child of the present page; {@code index} tells which. */
  final void descend() {
    if (depth + 1 == pages.length) {
      makeRoom();
    }
    TreePage child = store.acquire(page.child(index));
    if (child.isTable != isTable || child.cellCount == 0) {
      StoreException wrong = child.corrupt("is not a child that page " + page.number() + " can have");
      store.release(child);
      throw wrong;
    }
    indexes[depth] = index;
    depth++;
    pages[depth] = child;
    page = child;
    index = 0;
  }

  private void makeRoom() {
    if (depth + 1 >= MAXIMUM_DEPTH) {
      throw page.corrupt("is too deep in its tree");
    }
    pages = Arrays.copyOf(pages, MAXIMUM_DEPTH);
    indexes = Arrays.copyOf(indexes, MAXIMUM_DEPTH);
  }

  /** Goes up one level, to the child slot that led here. */
  final void ascend() {
    store.release(page);
    pages[depth] = null;
    depth--;
    page = pages[depth];
    index = indexes[depth];
  }

  /** Goes up one level; the pin on the child passes to the caller. */
  final void leaveChildPinned() {
    pages[depth] = null;
    depth--;
    page = pages[depth];
    index = indexes[depth];
  }

  final void descendLeftmost() {
    while (!page.isLeaf) {
      descend();
    }
  }

  /** Goes down by the last child each time, to the last cell. */
  final void descendRightmost() {
    while (!page.isLeaf) {
      index = page.cellCount;
      descend();
    }
    index = page.cellCount - 1;
  }

  /** Whether the present page is a leaf behind which there is no other. */
  final boolean isOnLastLeaf() {
    if (!page.isLeaf) {
      return false;
    }
    for (int level = depth - 1; level >= 0; level--) {
      if (indexes[level] != pages[level].cellCount) {
        return false;
      }
    }
    return true;
  }

  /** Leaves a leaf, or an interior index cell, forwards. False at the end, on the root then. */
  final boolean stepForward() {
    if (page.isLeaf) {
      do {
        if (depth == 0) {
          return false;
        }
        ascend();
      } while (index >= page.cellCount);
      if (!isTable) {
        return true; // the interior cell comes between the children
      }
    }
    index++;
    descend();
    descendLeftmost();
    return true;
  }

  /** Leaves a leaf, or an interior index cell, backwards. False at the beginning, on the root then. */
  final boolean stepBackward() {
    if (page.isLeaf) {
      do {
        if (depth == 0) {
          return false;
        }
        ascend();
      } while (index == 0);
      index--;
      if (!isTable) {
        return true;
      }
    }
    descend();
    descendRightmost();
    return true;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;

import java.util.BitSet;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.Interruption;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Makes, empties and removes whole trees. */
public final class Trees {
  private static final int PAGES_BETWEEN_CHECKS = 64;

  private final TreeStore store;
  private int cleared;

  public Trees(TreeStore store) {
    this.store = store;
  }

  /** Makes an empty tree and returns its root page. Requires: WRITE. */
  public int create(TreeKind kind) {
    store.requireWrite();
    int pageKind = kind == TreeKind.TABLE ? TreePage.LEAF_TABLE : TreePage.LEAF_INDEX;
    if (store.pointerMap() != null) {
      store.cursors().displaceAll();
      Page page = new PageMover(store).makeRoomForRoot();
      TreePage root = TreePage.format(page, store.layout(), pageKind);
      store.release(root);
      return root.number();
    }
    TreePage root = store.allocateTreePage(0, pageKind);
    store.release(root);
    return root.number();
  }

  /**
   * Removes a tree. Requires: WRITE, no cursor on it.
   *
   * @return the former number of the tree that now has this number, or 0
   */
  public int drop(int tree) {
    store.requireWrite();
    if (store.cursors().anyOn(tree)) {
      throw new StoreException(ResultCode.LOCKED, "tree " + tree + " has an open cursor");
    }
    if (tree < 2) {
      throw new StoreException(ResultCode.MISUSE, "tree " + tree + " cannot be dropped");
    }
    clear(tree);
    if (store.pointerMap() == null) {
      store.freePage(tree);
      return 0;
    }
    store.cursors().displaceAll();
    return new PageMover(store).closeGapOfRoot(tree);
  }

  /** Empties a tree and returns how many entries it had. Requires: WRITE. */
  public long clear(int tree) {
    store.requireWrite();
    store.cursors().invalidate(tree);
    BitSet visited = new BitSet();
    TreePage root = store.acquire(tree);
    try {
      boolean isTable = root.isTable;
      long entries = clearBelow(root, isTable, 0, visited);
      store.makeWritable(root);
      root.clear(isTable ? TreePage.LEAF_TABLE : TreePage.LEAF_INDEX);
      store.editor().zeroGap(root);
      return entries;
    } finally {
      store.release(root);
    }
  }

  private long clearBelow(TreePage page, boolean isTable, int depth, BitSet visited) {
    if (page.isTable != isTable || depth == TreePath.MAXIMUM_DEPTH || visited.get(page.number())) {
      throw page.corrupt("is where it cannot be in its tree");
    }
    visited.set(page.number());
    long entries = page.isLeaf || !isTable ? page.cellCount : 0;
    Cell cell = new Cell();
    for (int i = 0; i < page.cellCount; i++) {
      page.parse(i, cell);
      if (cell.hasOverflow()) {
        int pages = store.layout().overflowPages(cell.payloadLength, cell.localLength);
        store.overflow().free(i32(page.data, cell.overflowPointerOffset()), pages);
      }
      if (!page.isLeaf) {
        entries += clearChild(page.child(i), isTable, depth + 1, visited);
      }
    }
    if (!page.isLeaf) {
      entries += clearChild(page.rightChild(), isTable, depth + 1, visited);
    }
    return entries;
  }

  private long clearChild(int number, boolean isTable, int depth, BitSet visited) {
    if ((++cleared & PAGES_BETWEEN_CHECKS - 1) == 0) {
      Interruption.check(); // what is cleared half-way is left to the rollback
    }
    TreePage child = store.acquire(number);
    long entries;
    try {
      entries = clearBelow(child, isTable, depth, visited);
    } finally {
      store.release(child);
    }
    store.freePage(number);
    return entries;
  }
}

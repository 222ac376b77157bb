// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import org.lumosql.backend.file.pager.Page;

/** Trees over a {@link HeapPager}, in a write transaction, with a header that is just enough. */
final class TestTrees implements AutoCloseable {
  final HeapPager pager;
  final TreeStore store;
  final Trees trees;

  TestTrees(int pageSize, int reserved) {
    pager = new HeapPager(pageSize, reserved);
    pager.beginWrite(false);
    Page page = pager.newPage(1);
    store = new TreeStore(pager);
    trees = new Trees(store);
    TreePage.format(page, store.layout(), TreePage.LEAF_TABLE);
    pager.release(page);
  }

  /** Makes the header say that the database keeps a pointer map. */
  void setLargestRoot(int root) {
    Page header = pager.page(1);
    pager.makeWritable(header);
    PageBytes.putI32(header.data, 52, root);
    pager.release(header);
  }

  /** Structure and order of a tree; the pages' free space counts. */
  void checkTree(int root, boolean table) {
    TreePage page = store.acquire(root);
    int depth = checkPage(page, table, true);
    if (depth > TreePath.MAXIMUM_DEPTH) {
      throw new AssertionError("tree " + root + " is too deep");
    }
    store.release(page);
  }

  private int checkPage(TreePage page, boolean table, boolean isRoot) {
    if (page.isTable != table || page.pendingCount > 0 || (!isRoot && page.cellCount == 0)) {
      throw new AssertionError(page + " is malformed");
    }
    int counted = page.freeBytes();
    page.setFreeBytes(-1);
    int used = 0;
    Cell cell = new Cell();
    int depth = -1;
    for (int i = 0; i < page.cellCount + (page.isLeaf ? 0 : 1); i++) {
      if (i < page.cellCount) {
        page.parse(i, cell);
        used += cell.size();
      }
      if (!page.isLeaf) {
        TreePage child = store.acquire(page.child(i));
        int below = checkPage(child, table, false);
        store.release(child);
        if (depth >= 0 && depth != below) {
          throw new AssertionError(page + " has children of different depths");
        }
        depth = below;
      }
    }
    int expected = page.usableSize - page.cellPointersEnd() - used;
    if (page.freeBytes() != expected || counted != expected) {
      throw new AssertionError(page + " has " + expected + " free bytes but counts " + counted);
    }
    return depth + 1;
  }

  @Override
  public void close() {
    pager.rollback(false);
  }
}

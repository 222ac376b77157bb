// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * What all trees of one connection's view of a database share: the pager, the page layout, the freelist, the pointer
 * map, the open cursors, and the buffers for cells under way. Used by one thread at a time.
 *
 * <ol>
 *   <li>S1. Before a tree changes, all other cursors on it are displaced: they remember their key and let go of
 *       their pages.
 *   <li>S2. Before pages change their places or are rolled back, all cursors are displaced.
 *   <li>S3. The bytes of a page change only between {@link Pager#makeWritable} and its release.
 *   <li>S4. A page with an attachment is a tree page. If it is met as anything else, the file names it twice.
 * </ol>
 */
public final class TreeStore {
  private final Pager pager;
  private final OpenCursors cursors = new OpenCursors();
  private PageLayout layout;
  private PageEditor editor;
  private Freelist freelist;
  private OverflowChains overflow;
  private TreeWriter writer;
  private PointerMap pointerMap;
  private int secureDelete;

  public TreeStore(Pager pager) {
    this.pager = pager;
    adoptPageSize();
  }

  /** Takes over the pager's page size if it has changed. Requires: no page pinned. */
  public void adoptPageSize() {
    if (layout != null && layout.pageSize == pager.pageSize() && layout.usableSize == pager.usableSize()) {
      return;
    }
    boolean hadPointerMap = pointerMap != null;
    layout = new PageLayout(pager.pageSize(), pager.usableSize());
    editor = new PageEditor(layout);
    editor.setZeroFreed(secureDelete != 0);
    freelist = new Freelist(this, layout);
    overflow = new OverflowChains(this, layout);
    writer = new TreeWriter(this);
    pointerMap = hadPointerMap ? new PointerMap(pager, layout) : null;
  }

  /** Whether the database keeps back pointers (auto-vacuum). */
  public void setPointerMap(boolean present) {
    if (present != (pointerMap != null)) {
      pointerMap = present ? new PointerMap(pager, layout) : null;
    }
  }

  /** 0 off, 1 on, 2 fast: zeros only where it costs no extra page. */
  public void setSecureDelete(int level) {
    secureDelete = level;
    editor.setZeroFreed(level != 0);
  }

  public int secureDelete() {
    return secureDelete;
  }

  public Pager pager() {
    return pager;
  }

  public PageLayout layout() {
    return layout;
  }

  /** The pointer map, or null if the database has none. */
  public PointerMap pointerMap() {
    return pointerMap;
  }

  public OpenCursors cursors() {
    return cursors;
  }

  PageEditor editor() {
    return editor;
  }

  Freelist freelist() {
    return freelist;
  }

  OverflowChains overflow() {
    return overflow;
  }

  TreeWriter writer() {
    return writer;
  }

  /** To be told at the end of every write transaction. */
  public void endTransaction() {
    freelist.endTransaction();
  }

  // ---- pages ------------------------------------------------------------------------------------------------------

  /** Pins a tree page. Hot path. */
  public TreePage acquire(int number) {
    Page page = pager.page(number);
    Object known = page.attachment;
    if (known != null) {
      return (TreePage) known;
    }
    return decode(page);
  }

  private TreePage decode(Page page) {
    try {
      return TreePage.decode(page, layout);
    } catch (StoreException e) {
      pager.release(page);
      throw e;
    }
  }

  /** The same for pages that may be no tree pages at all: it is not remembered (S4). Release it as usual. */
  public TreePage acquireOrphan(int number) {
    Page page = pager.page(number);
    Object known = page.attachment;
    if (known != null) {
      return (TreePage) known;
    }
    try {
      return decode(page);
    } finally {
      page.attachment = null;
    }
  }

  /** S4. */
  static void requireNoTreePage(Page page) {
    if (page.attachment != null) {
      throw StoreException.corrupt("page " + page.number + " is used for two things");
    }
  }

  public void release(TreePage page) {
    pager.release(page.page);
  }

  void makeWritable(TreePage page) {
    pager.makeWritable(page.page);
  }

  /** A zeroed, writable, pinned page that was not in use. */
  Page allocatePage(int near) {
    return freelist.allocate(near);
  }

  /** The same, formatted as an empty tree page. */
  TreePage allocateTreePage(int near, int kind) {
    return TreePage.format(allocatePage(near), layout, kind);
  }

  /** Makes page 1 of a new database the root of an empty schema table. Requires: its header is written. */
  public void formatSchemaPage(Page page) {
    TreePage.format(page, layout, TreePage.LEAF_TABLE);
  }

  void freePage(int number) {
    freelist.free(number);
  }

  /**
   * Refuses a payload that cannot be: longer than all pages together. Keeps hostile files from asking for much memory.
   */
  void checkPayloadLength(int length) {
    if (length / layout.usableSize > pager.pageCount()) {
      throw StoreException.corrupt("a payload claims " + length + " bytes, more than the database has");
    }
  }

  void requireWrite() {
    if (pager.transactionState() != TransactionState.WRITE) {
      throw new StoreException(
          pager.isReadOnly() ? ResultCode.READONLY : ResultCode.MISUSE, "no write transaction is open");
    }
  }

  // ---- back pointers ----------------------------------------------------------------------------------------------

  /** Notes in the pointer map that the overflow chain of a cell belongs to a page. */
  void mapOverflow(TreePage page, byte[] bytes, int cellOffset, Cell cell) {
    page.parseIn(bytes, cellOffset, cell);
    if (cell.hasOverflow()) {
      pointerMap.put(PageBytes.i32(bytes, cell.overflowPointerOffset()), PointerMap.FIRST_OVERFLOW, page.number());
    }
  }

  /** Notes in the pointer map all children and overflow chains of a page as belonging to it. */
  void mapChildren(TreePage page) {
    Cell cell = new Cell();
    for (int i = 0; i < page.cellCount; i++) {
      mapCell(page, i, cell);
    }
    for (int i = 0; i < page.pendingCount; i++) {
      byte[] pending = page.pendingCells[i];
      mapPending(page, pending, cell);
    }
    if (!page.isLeaf) {
      pointerMap.put(page.rightChild(), PointerMap.TREE, page.number());
    }
  }

  /** The same for one cell. */
  void mapCell(TreePage page, int index, Cell cell) {
    int offset = page.cellOffset(index);
    mapOverflow(page, page.data, offset, cell);
    if (!page.isLeaf) {
      pointerMap.put(PageBytes.i32(page.data, offset), PointerMap.TREE, page.number());
    }
  }

  /** The same for one cell that waits for its place on a page. */
  void mapPending(TreePage page, byte[] pending, Cell cell) {
    if (!page.isLeaf) {
      pointerMap.put(PageBytes.i32(pending, 0), PointerMap.TREE, page.number());
    }
    page.parseLoose(pending, cell);
    if (cell.hasOverflow()) {
      pointerMap.put(PageBytes.i32(pending, cell.overflowPointerOffset()), PointerMap.FIRST_OVERFLOW, page.number());
    }
  }
}

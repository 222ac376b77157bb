// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.lumosql.backend.file.pager.Page;
import org.lumosql.backend.file.pager.Pager;
import org.lumosql.backend.file.tree.Cell;
import org.lumosql.backend.file.tree.PageBytes;
import org.lumosql.backend.file.tree.TreePage;
import org.lumosql.backend.file.tree.TreeStore;
import org.lumosql.btree.Salvaging;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.StoreException;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;

/**
 * Reads every entry that can be read from a damaged database: first those of trees whose roots are known, then those of
 * pages that no tree leads to. Errors are passed over: a page that is no tree page is skipped, a cell that lies
 * outside of its page too, a payload whose overflow chain is broken ends where the chain does.
 *
 * <p>Each page is visited once, so it ends. Requires: a read transaction for as long as it is used.
 */
public final class Salvage implements Iterator<Salvaging.Entry> {
  private record Visit(int page, int root) {}

  private final TreeStore store;
  private final Pager pager;
  private final int pageCount;
  private final BitSet visited = new BitSet();
  private final Deque<Visit> waiting = new ArrayDeque<>();
  private final ArrayDeque<Salvaging.Entry> ready = new ArrayDeque<>();
  private final Cell cell = new Cell();
  private final boolean withOrphans;
  private int nextOrphan = 2;

  /**
   * @param roots roots of the trees to read
   * @param withOrphans whether to go on with pages that none of them leads to, free ones included
   */
  public Salvage(TreeStore store, int[] roots, boolean withOrphans) {
    this.store = store;
    this.pager = store.pager();
    this.pageCount = pager.pageCount();
    this.withOrphans = withOrphans;
    for (int root : roots) {
      waiting.add(new Visit(root, root));
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      Visit visit = nextVisit();
      if (visit == null) {
        return false;
      }
      read(visit);
    }
    return true;
  }

  @Override
  public Salvaging.Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.poll();
  }

  private Visit nextVisit() {
    while (!waiting.isEmpty()) {
      Visit visit = waiting.poll();
      if (visit.page >= 1 && visit.page <= pageCount && !visited.get(visit.page)) {
        return visit;
      }
    }
    while (withOrphans && nextOrphan <= pageCount) {
      int page = nextOrphan++;
      if (!visited.get(page) && page != pager.lockBytePage()) {
        return new Visit(page, Salvaging.ORPHAN);
      }
    }
    return null;
  }

  private void read(Visit visit) {
    visited.set(visit.page);
    TreePage page;
    try {
      page = store.acquireOrphan(visit.page);
    } catch (StoreException notATreePage) {
      return;
    }
    try {
      boolean belongs = visit.root != Salvaging.ORPHAN;
      List<Visit> children = new ArrayList<>();
      for (int i = 0; i < page.cellCount(); i++) {
        readCell(page, i, visit.root, children);
      }
      if (belongs && !page.isLeaf()) {
        children.add(new Visit(page.rightChild(), visit.root));
        for (int i = children.size() - 1; i >= 0; i--) {
          waiting.addFirst(children.get(i));
        }
      }
    } finally {
      store.release(page);
    }
  }

  private void readCell(TreePage page, int index, int root, List<Visit> children) {
    int offset = PageBytes.u16(page.data(), page.cellPointers() + 2 * index);
    if (offset > store.layout().usableSize() - 4 || offset < page.cellPointers() || !page.parseIfSound(offset, cell)) {
      return;
    }
    if (!page.isLeaf()) {
      children.add(new Visit(PageBytes.i32(page.data(), offset), root));
      if (page.isTable()) {
        return;
      }
    }
    byte[] record = payload(page);
    if (root != Salvaging.ORPHAN || looksLikeRecord(record)) {
      TreeKind kind = page.isTable() ? TreeKind.TABLE : TreeKind.INDEX;
      ready.add(new Salvaging.Entry(root, kind, page.isTable() ? cell.rowid : 0, record));
    }
  }

  /** The payload, as far as its chain goes. The pages of the chain count as visited. */
  private byte[] payload(TreePage page) {
    int local = cell.localLength;
    int length = cell.payloadLength;
    if (length > local && (length - local) / store.layout().overflowCapacity() > pageCount) {
      length = local;
    }
    byte[] bytes = new byte[length];
    System.arraycopy(page.data(), cell.payloadOffset, bytes, 0, local);
    int at = local;
    BitSet chain = new BitSet();
    int number = length > local ? PageBytes.i32(page.data(), cell.overflowPointerOffset()) : 0;
    while (at < length) {
      if (number < 2 || number > pageCount || chain.get(number)) {
        return Arrays.copyOf(bytes, at);
      }
      chain.set(number);
      Page overflow;
      try {
        overflow = pager.page(number);
      } catch (StoreException unreadable) {
        return Arrays.copyOf(bytes, at);
      }
      int count = Math.min(length - at, store.layout().overflowCapacity());
      System.arraycopy(overflow.data, 4, bytes, at, count);
      at += count;
      number = PageBytes.i32(overflow.data, 0);
      pager.release(overflow);
    }
    visited.or(chain);
    return bytes;
  }

  /** Whether bytes of unknown origin are a record: the header's types account for the body. */
  static boolean looksLikeRecord(byte[] bytes) {
    if (bytes.length < 2 || Varint.lengthAt(padded(bytes, 0), 0) > bytes.length) {
      return false;
    }
    long headerLength = Varint.read(padded(bytes, 0), 0);
    if (headerLength < 2 || headerLength > bytes.length) {
      return false;
    }
    int at = Varint.lengthAt(bytes, 0);
    long body = headerLength;
    while (at < headerLength) {
      byte[] window = padded(bytes, at);
      long type = Varint.read(window, 0);
      at += Varint.lengthAt(window, 0);
      if (type < 0 || type == 10 || type == 11 || type > 2L * Integer.MAX_VALUE) {
        return false;
      }
      body += SerialType.length(type);
    }
    return at == headerLength && body == bytes.length;
  }

  /** Nine bytes from {@code at}, zeros behind the end. */
  private static byte[] padded(byte[] bytes, int at) {
    byte[] window = new byte[Varint.MAX_LENGTH];
    System.arraycopy(bytes, at, window, 0, Math.min(window.length, bytes.length - at));
    return window;
  }
}

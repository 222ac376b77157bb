// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import static org.lumosql.backend.file.tree.PageBytes.i32;
import static org.lumosql.backend.file.tree.PageBytes.putI32;

import java.util.Arrays;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.Varint;

/**
 * Inserts, replaces and deletes entries at the position of a cursor. The order of steps: displace the other cursors
 * (S1), make the page writable, write or free overflow chains, edit the page, balance.
 */
final class TreeWriter {
  private final TreeStore store;
  private final PageLayout layout;
  private final PageEditor editor;
  private final Balancer balancer;
  private final byte[] buffer;
  private final Cell scratchCell = new Cell();

  TreeWriter(TreeStore store) {
    this.store = store;
    this.layout = store.layout();
    this.editor = store.editor();
    this.balancer = new Balancer(store);
    this.buffer = new byte[layout.usableSize + 4 + 2 * Varint.MAX_LENGTH];
  }

  /**
   * Inserts an entry, or replaces the one that the cursor is on.
   *
   * @param found what the seek for its key answered, which the cursor still stands by
   */
  void insert(
      TreeCursor cursor, int found, long rowid, byte[] record, int offset, int length, int zeroTail, int flags) {
    store.requireWrite();
    long wholeLength = (long) length + zeroTail;
    if (wholeLength > Integer.MAX_VALUE - layout.pageSize) {
      throw new StoreException(ResultCode.TOOBIG, "a record of " + wholeLength + " bytes");
    }
    int total = (int) wholeLength;
    store.cursors().displace(cursor.root, cursor);
    TreePage page = cursor.page;
    int position = cursor.index;
    if (found == 0 && zeroTail == 0 && isEqual(page, cursor.entry(), record, offset, length)) {
      cursor.becomeValid(position);
      return;
    }
    store.makeWritable(page);
    int child = 0;
    if (found == 0) {
      Cell old = cursor.entry();
      if (old.payloadLength == total) {
        overwrite(page, old, record, offset, length);
        cursor.becomeValid(position);
        return;
      }
      if (!page.isLeaf) {
        child = page.child(position);
      }
      int oldSize = old.size();
      cursor.becomeInvalid(); // in case that what follows fails
      freeOverflow(page, old);
      editor.remove(page, position, oldSize);
    } else if (found < 0 && page.cellCount > 0) {
      position++;
    }
    int size = build(page, child, rowid, record, offset, length, total);
    editor.insert(page, position, buffer, 0, size);
    if (page.pendingCount == 0) {
      cursor.becomeValid(position);
      return;
    }
    boolean keep = (flags & BtreeCursor.KEEP_POSITION) != 0;
    if (keep) {
      cursor.rememberKey(rowid, record, offset, length);
    }
    cursor.becomeInvalid();
    balancer.balance(cursor, cursor.depth);
    leave(cursor, keep);
  }

  /** Whether an entry is already what it is to become: then its page stays clean, as C SQLite leaves it. Entries with overflow are not looked at. */
  private static boolean isEqual(TreePage page, Cell old, byte[] record, int offset, int length) {
    int at = old.payloadOffset;
    return old.payloadLength == length && old.localLength == length && Arrays.equals(page.data, at, at + length, record, offset, offset + length);
  }

  private static void leave(TreeCursor cursor, boolean keep) {
    if (keep) {
      cursor.becomeSaved();
    } else {
      cursor.invalidate();
    }
  }

  private void overwrite(TreePage page, Cell old, byte[] record, int offset, int length) {
    byte[] data = page.data;
    int local = old.localLength;
    int real = Math.min(local, length);
    System.arraycopy(record, offset, data, old.payloadOffset, real);
    Arrays.fill(data, old.payloadOffset + real, old.payloadOffset + local, (byte) 0);
    if (old.hasOverflow()) {
      int first = i32(data, old.overflowPointerOffset());
      store.overflow().overwrite(first, record, offset + local, offset + length, old.payloadLength - local);
    }
  }

  /** Makes the bytes of a cell in the buffer, and its overflow chain. Returns the number of bytes. */
  private int build(TreePage page, int child, long rowid, byte[] record, int offset, int length, int total) {
    byte[] bytes = buffer;
    int at = 0;
    if (!page.isLeaf) {
      putI32(bytes, 0, child);
      at = 4;
    }
    at += Varint.write(bytes, at, total);
    if (page.isTable) {
      at += Varint.write(bytes, at, rowid);
    }
    int local = layout.localLength(total, page.maximumLocal);
    int real = Math.min(local, length);
    System.arraycopy(record, offset, bytes, at, real);
    if (real < local) {
      Arrays.fill(bytes, at + real, at + local, (byte) 0);
    }
    at += local;
    if (local < total) {
      int first = store.overflow().write(page.number(), record, offset + local, offset + length, total - local);
      putI32(bytes, at, first);
      at += 4;
    }
    return at;
  }

  private void freeOverflow(TreePage page, Cell cell) {
    if (cell.hasOverflow()) {
      int first = i32(page.data, cell.overflowPointerOffset());
      store.overflow().free(first, layout.overflowPages(cell.payloadLength, cell.localLength));
    }
  }

  /** Deletes the entry that the cursor is on. */
  void delete(TreeCursor cursor, boolean keep) {
    store.requireWrite();
    store.cursors().displace(cursor.root, cursor);
    if (keep) {
      cursor.rememberEntry();
    }
    Cell cell = cursor.entry();
    TreePage page = cursor.page;
    int position = cursor.index;
    store.makeWritable(page);
    int size = cell.size();
    freeOverflow(page, cell);
    cursor.becomeInvalid();
    if (!page.isLeaf) {
      deleteInterior(cursor, position, size);
      leave(cursor, keep);
      return;
    }
    editor.remove(page, position, size);
    if (cursor.depth > 0 && balancer.isUnderfull(page)) {
      balancer.balance(cursor, cursor.depth);
      leave(cursor, keep);
    } else if (keep) {
      if (page.cellCount == 0) {
        cursor.becomeSaved(); // the tree is empty
      } else if (position < page.cellCount) {
        cursor.becomeBetween(position, 1);
      } else {
        cursor.becomeBetween(position - 1, -1);
      }
    }
  }

  /** An interior entry of an index tree gives its place to the entry before it, which is the last of a leaf. */
  private void deleteInterior(TreeCursor cursor, int position, int size) {
    TreePage page = cursor.page;
    int level = cursor.depth;
    int child = page.child(position);
    cursor.index = position;
    cursor.descend();
    cursor.descendRightmost();
    TreePage leaf = cursor.page;
    Cell last = scratchCell;
    leaf.parse(leaf.cellCount - 1, last);
    int lastSize = last.size();
    int length = 4 + last.length;
    putI32(buffer, 0, child);
    System.arraycopy(leaf.data, leaf.cellOffset(leaf.cellCount - 1), buffer, 4, last.length);
    store.makeWritable(leaf);
    editor.remove(page, position, size);
    editor.insert(page, position, buffer, 0, length);
    if (page.pendingCount > 0) {
      replaceOverfull(cursor, level, leaf, last);
      return;
    }
    if (store.pointerMap() != null) {
      store.mapOverflow(page, page.data, page.cellOffset(position), last);
    }
    editor.remove(leaf, leaf.cellCount - 1, lastSize);
    balancer.balance(cursor, level);
  }

  /**
   * The entry that took the deleted one's place is so much longer that its page must be balanced first. Until then
   * it stays in the leaf, too; afterwards the leaf is found again by way of it.
   */
  private void replaceOverfull(TreeCursor cursor, int level, TreePage leaf, Cell last) {
    byte[] key = new byte[last.payloadLength];
    System.arraycopy(leaf.data, last.payloadOffset, key, 0, last.localLength);
    if (last.hasOverflow()) {
      int first = i32(leaf.data, last.overflowPointerOffset());
      store.overflow().read(first, key, last.localLength, key.length - last.localLength);
    }
    while (cursor.depth > level) {
      cursor.ascend();
    }
    balancer.balance(cursor, level);
    cursor.letGo();
    KeyProbe probe = new KeyProbe(cursor.order);
    probe.load(key, 0, key.length, cursor.order.columnCount());
    if (cursor.seekKey(probe) != 0 || cursor.page.isLeaf) {
      throw StoreException.corrupt("index tree " + cursor.root + " is out of order");
    }
    cursor.becomeInvalid();
    int newLevel = cursor.depth;
    cursor.descend();
    cursor.descendRightmost();
    TreePage newLeaf = cursor.page;
    store.makeWritable(newLeaf);
    newLeaf.parse(newLeaf.cellCount - 1, scratchCell);
    editor.remove(newLeaf, newLeaf.cellCount - 1, scratchCell.size());
    balancer.balance(cursor, newLevel);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;

/** A cursor over a {@link RowList}: a table tree to those who use it. Once the list has become a tree, everything goes to a cursor of that. */
final class RowListCursor implements BtreeCursor {
  private static final int NOWHERE = -1;

  private final RowList list;
  private BtreeCursor tree;
  private int position = NOWHERE;
  /** Of the row that the cursor stands on. */
  private long rowid;

  private byte[] array;
  private int offset;
  private int length;
  /** The list's generation that {@link #tree} is of. */
  private int generation;

  private int clears;

  RowListCursor(RowList list) {
    this.list = list;
    this.clears = list.clears();
  }

  /** Whether the list is a tree; makes {@link #tree} ready then. */
  private boolean usesTree() {
    if (clears != list.clears()) {
      clears = list.clears();
      position = NOWHERE;
    }
    if (tree != null && generation != list.generation()) {
      tree = null;
      position = NOWHERE;
    }
    if (!list.isTree()) {
      return false;
    }
    if (tree == null) {
      tree = list.openTree();
      generation = list.generation();
      if (position != NOWHERE) {
        tree.seekRowid(rowid);
        position = NOWHERE;
      }
    }
    return true;
  }

  private boolean goTo(int wanted) {
    if (wanted < list.begin() || wanted >= list.end()) {
      position = NOWHERE;
      return false;
    }
    position = wanted;
    rowid = list.rowid(wanted);
    array = list.array(wanted);
    offset = list.offset(wanted);
    length = list.length(wanted);
    return true;
  }

  // ---- moving --------------------------------------------------------------------------------------------------------------

  @Override
  public boolean first() {
    return usesTree() ? tree.first() : goTo(list.begin());
  }

  @Override
  public boolean last() {
    return usesTree() ? tree.last() : goTo(list.end() - 1);
  }

  @Override
  public boolean next() {
    if (usesTree()) {
      return tree.next();
    }
    // the row may have been deleted meanwhile
    return position != NOWHERE && goTo(Math.max(position + 1, list.begin()));
  }

  @Override
  public boolean previous() {
    return usesTree() ? tree.previous() : position != NOWHERE && goTo(position - 1);
  }

  @Override
  public int seekRowid(long sought) {
    if (usesTree()) {
      return tree.seekRowid(sought);
    }
    if (goTo(list.lowerBound(sought))) {
      return rowid == sought ? 0 : 1;
    }
    goTo(list.end() - 1);
    return -1;
  }

  @Override
  public int seekKey(KeyProbe probe) {
    throw new AssertionError("a table has no keys");
  }

  @Override
  public boolean isValid() {
    return usesTree() ? tree.isValid() : position != NOWHERE;
  }

  @Override
  public boolean isDisplaced() {
    return usesTree() ? tree.isDisplaced() : position != NOWHERE && position < list.begin();
  }

  @Override
  public boolean restore() {
    return usesTree() ? tree.restore() : !isDisplaced();
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------

  @Override
  public long rowid() {
    return usesTree() ? tree.rowid() : rowid;
  }

  @Override
  public int payloadLength() {
    return usesTree() ? tree.payloadLength() : length;
  }

  @Override
  public byte[] payloadArray() {
    return usesTree() ? tree.payloadArray() : array;
  }

  @Override
  public int payloadOffset() {
    return usesTree() ? tree.payloadOffset() : offset;
  }

  @Override
  public int localLength() {
    return usesTree() ? tree.localLength() : length;
  }

  @Override
  public void readPayload(int from, byte[] target, int targetOffset, int count) {
    if (usesTree()) {
      tree.readPayload(from, target, targetOffset, count);
    } else {
      System.arraycopy(array, offset + from, target, targetOffset, count);
    }
  }

  // ---- writing -------------------------------------------------------------------------------------------------------------

  @Override
  public void insertRow(long newRowid, byte[] record, int from, int count, int zeroTail, int flags) {
    if (!usesTree()) {
      if ((flags & KEEP_POSITION) == 0 && list.insert(newRowid, record, from, count, zeroTail)) {
        position = NOWHERE;
        return;
      }
      list.becomeTree();
      usesTree();
    }
    tree.insertRow(newRowid, record, from, count, zeroTail, flags & ~SEEK_DONE);
  }

  @Override
  public void insertKey(byte[] record, int from, int count, int flags) {
    throw new AssertionError("a table has no keys");
  }

  @Override
  public void delete(int flags) {
    if (!usesTree()) {
      if ((flags & KEEP_POSITION) == 0 && list.delete(position)) {
        position = NOWHERE;
        return;
      }
      list.becomeTree();
      usesTree();
    }
    tree.delete(flags);
  }

  @Override
  public void writePayload(int from, byte[] source, int sourceOffset, int count) {
    throw new AssertionError("blobs of ephemeral tables are not written");
  }

  // ---- about the tree ------------------------------------------------------------------------------------------------------

  @Override
  public int tree() {
    return usesTree() ? tree.tree() : 0;
  }

  @Override
  public long count() {
    return usesTree() ? tree.count() : list.end() - list.begin();
  }

  @Override
  public long estimatedCount() {
    return count();
  }

  @Override
  public void close() {
    if (tree != null) {
      tree.close();
      tree = null;
    }
    position = NOWHERE;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;
import org.lumosql.record.KeyProbe;

/** A cursor over a {@link RowList}: a table tree to those who use it. Once the list has become a tree, everything goes to a cursor of that. */
final class RowListCursor extends EphemeralCursor {
  private final RowList list;
  private int position = NOWHERE;
  /** Of the row that the cursor stands on. */
  private long rowid;

  RowListCursor(RowList list) {
    super(list);
    this.list = list;
  }

  @Override
  boolean isOnEntry() {
    return position != NOWHERE;
  }

  @Override
  void leave() {
    position = NOWHERE;
  }

  @Override
  void findAgain(BtreeCursor inTree) {
    inTree.seekRowid(rowid);
    position = NOWHERE;
  }

  @Override
  boolean isGone() {
    return position != NOWHERE && position < list.begin();
  }

  @Override
  long countInMemory() {
    return list.end() - list.begin();
  }

  private boolean goTo(int wanted) {
    if (wanted < list.begin() || wanted >= list.end()) {
      position = NOWHERE;
      return false;
    }
    position = wanted;
    rowid = list.rowid(wanted);
    show(list.array(wanted), list.offset(wanted), list.length(wanted));
    return true;
  }

  // ---- moving --------------------------------------------------------------------------------------------------------------

  @Override
  public boolean first() {
    return usesTree() ? inTree().first() : goTo(list.begin());
  }

  @Override
  public boolean last() {
    return usesTree() ? inTree().last() : goTo(list.end() - 1);
  }

  @Override
  public boolean next() {
    if (usesTree()) {
      return inTree().next();
    }
    // the row may have been deleted meanwhile
    return position != NOWHERE && goTo(Math.max(position + 1, list.begin()));
  }

  @Override
  public boolean previous() {
    return usesTree() ? inTree().previous() : position != NOWHERE && goTo(position - 1);
  }

  @Override
  public int seekRowid(long sought) {
    if (usesTree()) {
      return inTree().seekRowid(sought);
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

  // ---- reading -------------------------------------------------------------------------------------------------------------

  @Override
  public long rowid() {
    return usesTree() ? inTree().rowid() : rowid;
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
    inTree().insertRow(newRowid, record, from, count, zeroTail, flags & ~SEEK_DONE);
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
    inTree().delete(flags);
  }
}

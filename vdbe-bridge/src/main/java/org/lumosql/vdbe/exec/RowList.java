// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.Interruption;
import org.lumosql.vdbe.Host;

/**
 * The rows of an ephemeral table in memory. Such tables are filled first and read later, mostly in the order in which they were filled, or they are queues:
 * rows are added at the end and deleted at the beginning. So rows are appended to a list.
 *
 * <pre>
 *   COLLECTING  inserts of any rowids                                          → LIST when somebody looks
 *   LIST        reading; inserts behind the last row, deletes of the first     → TREE at any other change
 *   TREE        everything, by a B-tree                                        (also when memory runs out, in either state)
 * </pre>
 *
 * {@link #clear} goes back to COLLECTING, unless it was a use that needs a tree.
 */
final class RowList implements Ephemeral {
  private static final int ROWS_BETWEEN_CHECKS = 1 << 14;
  /** More rows in no order are sorted by a tree: sorting an array cannot be interrupted. */
  private static final int MOST_TO_SORT = 1 << 18;
  /** The place of rows without bytes. */
  private static final long NOWHERE = -1;

  private static final int BYTES_FOR_ROW = 24;
  private static final int FEW = 4;
  private static final byte[] NO_BYTES = {};

  private final Host host;
  private final TemporaryMemory.Share memory;
  /** Null while all rows are without bytes. */
  private RecordHeap heap;

  private long[] rowids = new long[FEW];
  private long[] places = new long[FEW];
  /** Positions count all rows since the list was empty; that of the first row that the arrays hold. */
  private int shift;
  /** Rows before this position have been deleted. */
  private int begin;
  private int end;
  private boolean isOrdered = true;
  /** Whether somebody has looked at rows: from then on they stay where they are. */
  private boolean isFixed;

  private Btree store;
  private int tree;
  private boolean needsTree;
  private int generation;
  private int clears;

  RowList(Host host, TemporaryMemory memory) {
    this.host = host;
    this.memory = memory.share();
  }

  @Override
  public int clears() {
    return clears;
  }

  void clear() {
    clears++;
    if (store != null) {
      store.clearTree(tree);
      if (needsTree) {
        return;
      }
      closeTree();
    }
    empty();
  }

  private void empty() {
    memory.release();
    if (heap != null) {
      heap.recycle();
    }
    shift = 0;
    begin = 0;
    end = 0;
    isOrdered = true;
    isFixed = false;
  }

  void close() {
    memory.release();
    closeTree();
    heap = null;
    rowids = null;
    places = null;
  }

  private void closeTree() {
    if (store != null) {
      store.close();
      store = null;
      generation++;
    }
  }

  // ---- the tree ------------------------------------------------------------------------------------------------------------

  @Override
  public boolean isTree() {
    return store != null;
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public BtreeCursor openTree() {
    return store.openTable(tree, true);
  }

  @Override
  public void becomeTree() {
    store = host.openEphemeral();
    store.beginWrite(false);
    tree = store.createTree(TreeKind.TABLE);
    generation++;
    try (BtreeCursor cursor = openTree()) {
      for (int i = begin; i < end; i++) {
        if ((i & ROWS_BETWEEN_CHECKS - 1) == ROWS_BETWEEN_CHECKS - 1) {
          Interruption.check();
        }
        cursor.insertRow(rowid(i), array(i), offset(i), length(i), 0, isOrdered ? BtreeCursor.APPEND : 0);
      }
    }
    heap = null; // cursors still show bytes of the old one
    rowids = new long[FEW];
    places = new long[FEW];
    empty();
  }

  // ---- changes -------------------------------------------------------------------------------------------------------------

  /** Inserts a row; false if this has to be a tree. */
  boolean insert(long rowid, byte[] record, int offset, int length, int zeroTail) {
    if (!hasRoom(length + (long) zeroTail)) {
      return false;
    }
    if (end > begin && rowid <= rowid(end - 1)) {
      if (isFixed || end - begin >= MOST_TO_SORT) {
        needsTree |= isFixed;
        return false;
      }
      isOrdered = false;
    }
    if (end - shift == rowids.length) {
      grow();
    }
    rowids[end - shift] = rowid;
    places[end - shift] = keep(record, offset, length, zeroTail);
    end++;
    return true;
  }

  private boolean hasRoom(long length) {
    long bytes = heap == null ? 0 : heap.bytes();
    long needed = bytes + length + (end - shift + 1) * (long) BYTES_FOR_ROW;
    return (needed <= memory.granted() || memory.reserve(needed)) && end < Integer.MAX_VALUE;
  }

  private long keep(byte[] record, int offset, int length, int zeroTail) {
    if (length + zeroTail == 0) {
      return NOWHERE;
    }
    if (heap == null) {
      heap = new RecordHeap(null, 0);
    }
    if (zeroTail == 0) {
      heap.add(record, offset, length);
    } else {
      byte[] whole = new byte[length + zeroTail];
      System.arraycopy(record, offset, whole, 0, length);
      heap.add(whole, 0, whole.length);
    }
    return heap.lastPlace();
  }

  /** Makes room at the end: what was deleted at the beginning of a queue is given up first. */
  private void grow() {
    int gone = begin - shift;
    if (gone > rowids.length / 2) {
      System.arraycopy(rowids, gone, rowids, 0, end - begin);
      System.arraycopy(places, gone, places, 0, end - begin);
      shift = begin;
    } else {
      rowids = Arrays.copyOf(rowids, rowids.length * 2);
      places = Arrays.copyOf(places, places.length * 2);
    }
  }

  /** Deletes the row at a position; false if this has to be a tree. */
  boolean delete(int position) {
    if (position != begin) {
      needsTree = true;
      return false;
    }
    begin++;
    if (begin == end) {
      // positions go on: other cursors may stand on what was deleted
      shift = end;
      if (heap != null) {
        heap.recycle();
      }
    }
    return true;
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------

  /** Position of the first row. From the first look on rows are in order and stay where they are. */
  int begin() {
    if (!isFixed) {
      sort();
      isFixed = true;
    }
    return begin;
  }

  int end() {
    begin();
    return end;
  }

  /** Position of the first row whose rowid is not less. */
  int lowerBound(long rowid) {
    int low = begin();
    int high = end;
    while (low < high) {
      int middle = low + high >>> 1;
      if (rowid(middle) < rowid) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long rowid(int position) {
    return rowids[position - shift];
  }

  byte[] array(int position) {
    long place = places[position - shift];
    return place == NOWHERE ? NO_BYTES : heap.arrayAt(place);
  }

  int offset(int position) {
    long place = places[position - shift];
    return place == NOWHERE ? 0 : RecordHeap.offsetAt(place);
  }

  int length(int position) {
    long place = places[position - shift];
    return place == NOWHERE ? 0 : heap.lengthAt(place);
  }

  /** Sorts by rowids. Of those that were inserted again the last one counts. */
  private void sort() {
    if (isOrdered) {
      return;
    }
    int count = end - begin;
    long[] sorted = Arrays.copyOfRange(rowids, begin - shift, end - shift);
    Arrays.sort(sorted);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || sorted[i] != sorted[different - 1]) {
        sorted[different++] = sorted[i];
      }
    }
    long[] sortedPlaces = new long[sorted.length];
    for (int i = begin; i < end; i++) {
      sortedPlaces[Arrays.binarySearch(sorted, 0, different, rowid(i))] = places[i - shift];
    }
    rowids = sorted;
    places = sortedPlaces;
    shift = 0;
    begin = 0;
    end = different;
    isOrdered = true;
  }
}

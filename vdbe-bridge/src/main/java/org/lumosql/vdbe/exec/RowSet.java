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
 * A set of rowids that is first filled, then read in order; or filled and asked in turn. Open addressing, 0 is kept apart; when memory runs out, the keys of a tree without data.
 */
final class RowSet {
  private static final int FEW = 64;
  /** Sets up to this size count as nothing. */
  private static final int UNCOUNTED = 1 << 10;
  /** Sorting an array cannot be interrupted: larger ones are sorted in parts. */
  private static final int SORTED_AT_ONCE = 1 << 17;
  private static final int ROWIDS_BETWEEN_CHECKS = 1 << 14;
  private static final byte[] NO_BYTES = {};

  private final Host host;
  private final TemporaryMemory.Share memory;
  private long[] slots = new long[FEW];
  private int count;
  private boolean hasZero;
  /** Null until they are wanted; more room than rowids. */
  private long[] inOrder;
  private int size;
  private int position;
  private Btree store;
  private BtreeCursor cursor;
  private boolean isReading;
  private boolean hasMore;

  RowSet(Host host, TemporaryMemory memory) {
    this.host = host;
    this.memory = memory.share();
  }

  /** Adds a rowid; returns whether it was new. */
  boolean add(long rowid) {
    if (store != null) {
      return addToTree(rowid);
    }
    if (rowid == 0) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    int at = find(slots, rowid);
    if (slots[at] == rowid) {
      return false;
    }
    slots[at] = rowid;
    if (++count * 2 > slots.length) {
      grow();
    }
    return true;
  }

  boolean contains(long rowid) {
    if (store != null) {
      return cursor.seekRowid(rowid) == 0;
    }
    return rowid == 0 ? hasZero : slots[find(slots, rowid)] == rowid;
  }

  void close() {
    memory.release();
    if (store != null) {
      cursor.close();
      store.close();
      store = null;
    }
    slots = new long[FEW];
    count = 0;
  }

  private static int find(long[] slots, long rowid) {
    int mask = slots.length - 1;
    long hash = rowid * 0x9E3779B97F4A7C15L;
    int at = (int) (hash >>> 32) & mask;
    while (slots[at] != 0 && slots[at] != rowid) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    if (!hasRoom()) {
      becomeTree();
      return;
    }
    long[] larger = new long[slots.length * 2];
    for (int i = 0; i < slots.length; i++) {
      check(i);
      if (slots[i] != 0) {
        larger[find(larger, slots[i])] = slots[i];
      }
    }
    slots = larger;
  }

  /** Whether the slots may be doubled. For a moment both arrays are there, or later what is in order. */
  private boolean hasRoom() {
    return slots.length < UNCOUNTED || slots.length < 1 << 29 && memory.reserve(slots.length * 3L * Long.BYTES);
  }

  private static void check(int number) {
    if ((number & ROWIDS_BETWEEN_CHECKS - 1) == ROWIDS_BETWEEN_CHECKS - 1) {
      Interruption.check();
    }
  }

  // ---- the tree ------------------------------------------------------------------------------------------------------------

  private void becomeTree() {
    sort();
    slots = new long[FEW];
    store = host.openEphemeral();
    store.beginWrite(false);
    cursor = store.openTable(store.createTree(TreeKind.TABLE), true);
    for (int i = 0; i < size; i++) {
      check(i);
      cursor.insertRow(inOrder[i], NO_BYTES, 0, 0, 0, BtreeCursor.APPEND);
    }
    inOrder = null;
    memory.release();
  }

  private boolean addToTree(long rowid) {
    if (cursor.seekRowid(rowid) == 0) {
      return false;
    }
    cursor.insertRow(rowid, NO_BYTES, 0, 0, 0, 0);
    return true;
  }

  // ---- in order ------------------------------------------------------------------------------------------------------------

  /** Whether there is a rowid that {@link #take} has not given yet. */
  boolean hasMore() {
    if (store != null) {
      if (!isReading) {
        isReading = true;
        hasMore = cursor.first();
      }
      return hasMore;
    }
    if (inOrder == null) {
      sort();
    }
    return position < size;
  }

  /** The smallest rowid that was not taken before. */
  long take() {
    if (store == null) {
      return inOrder[position++];
    }
    long rowid = cursor.rowid();
    hasMore = cursor.next();
    return rowid;
  }

  /** Brings the rowids in order. The slots, which are not needed any more, may take part in it. */
  private void sort() {
    size = count + (hasZero ? 1 : 0);
    long[] rowids = new long[size];
    int at = hasZero ? 1 : 0;
    for (long rowid : slots) {
      if (rowid != 0) {
        rowids[at++] = rowid;
      }
    }
    for (int begin = 0; begin < size; begin += SORTED_AT_ONCE) {
      Interruption.check();
      Arrays.sort(rowids, begin, Math.min(size, begin + SORTED_AT_ONCE));
    }
    long[] from = rowids;
    long[] to = slots;
    for (int width = SORTED_AT_ONCE; width < size; width *= 2) {
      for (int begin = 0; begin < size; begin += 2 * width) {
        merge(from, to, begin, Math.min(size, begin + width), Math.min(size, begin + 2 * width));
      }
      long[] other = from;
      from = to;
      to = other;
    }
    inOrder = from;
  }

  private static void merge(long[] from, long[] to, int begin, int middle, int end) {
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      check(at);
      boolean isLeft = right >= end || left < middle && from[left] <= from[right];
      to[at] = isLeft ? from[left++] : from[right++];
    }
  }
}

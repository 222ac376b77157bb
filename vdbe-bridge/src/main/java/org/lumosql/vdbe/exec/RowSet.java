// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;

/** A set of rowids that is first filled, then read in order; or filled and asked in turn. Open addressing; 0 is kept apart. */
final class RowSet {
  private long[] slots = new long[64];
  private int count;
  private boolean hasZero;
  private long[] inOrder;
  private int position;

  /** Adds a rowid; returns whether it was new. */
  boolean add(long rowid) {
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
    return rowid == 0 ? hasZero : slots[find(slots, rowid)] == rowid;
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
    long[] larger = new long[slots.length * 2];
    for (long rowid : slots) {
      if (rowid != 0) {
        larger[find(larger, rowid)] = rowid;
      }
    }
    slots = larger;
  }

  /** Whether there is a rowid that {@link #take} has not given yet. */
  boolean hasMore() {
    if (inOrder == null) {
      sort();
    }
    return position < inOrder.length;
  }

  /** The smallest rowid that was not taken before. */
  long take() {
    return inOrder[position++];
  }

  private void sort() {
    inOrder = new long[count + (hasZero ? 1 : 0)];
    int at = hasZero ? 1 : 0;
    for (long rowid : slots) {
      if (rowid != 0) {
        inOrder[at++] = rowid;
      }
    }
    Arrays.sort(inOrder);
  }
}

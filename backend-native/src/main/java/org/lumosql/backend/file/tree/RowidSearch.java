// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

/**
 * Finds a rowid on a page of a table tree. Each look at a cell of a large table is a cache miss, so the first look is where
 * the rowid should be if rowids were spread evenly, which they mostly are: numbered one after another, or random. From there
 * the search widens in growing steps, and halves what is left: uneven rowids cost little more than a plain binary search.
 */
final class RowidSearch {
  private RowidSearch() {}

  /**
   * The first cell whose rowid is not below {@code rowid}; the cell count if there is none. Hot path.
   *
   * @param below all rowids of the page are above this; the smallest long if that is not known
   * @param upTo all rowids of the page are at most this; the largest long if that is not known
   */
  static int lowerBound(TreePage page, long rowid, long below, long upTo) {
    int count = page.cellCount;
    long from = below;
    long to = upTo;
    if (from == Long.MIN_VALUE) {
      if (count == 0 || rowid <= page.rowidAt(0)) {
        return 0;
      }
      from = page.rowidAt(0) - 1;
    }
    if (to == Long.MAX_VALUE) {
      if (count == 0 || rowid > page.rowidAt(count - 1)) {
        return count;
      }
      to = page.rowidAt(count - 1);
    }
    double part = ((double) rowid - from - 0.5) / ((double) to - from);
    int guess = Math.max(0, Math.min(count - 1, (int) (part * count)));
    long found = page.rowidAt(guess);
    if (found == rowid) {
      return guess;
    }
    return found < rowid ? searchRight(page, rowid, guess + 1) : searchLeft(page, rowid, guess);
  }

  private static int searchRight(TreePage page, long rowid, int start) {
    int low = start;
    int high = page.cellCount;
    for (int step = 1; low < high; step *= 4) {
      int probe = Math.min(low + step - 1, high - 1);
      if (page.rowidAt(probe) >= rowid) {
        high = probe;
        break;
      }
      low = probe + 1;
    }
    return halve(page, rowid, low, high);
  }

  private static int searchLeft(TreePage page, long rowid, int end) {
    int low = 0;
    int high = end;
    for (int step = 1; low < high; step *= 4) {
      int probe = Math.max(high - step, 0);
      if (page.rowidAt(probe) < rowid) {
        low = probe + 1;
        break;
      }
      high = probe;
    }
    return halve(page, rowid, low, high);
  }

  private static int halve(TreePage page, long rowid, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (page.rowidAt(middle) < rowid) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

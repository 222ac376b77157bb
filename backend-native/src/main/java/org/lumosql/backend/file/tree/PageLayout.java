// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

/**
 * The sizes that follow from the page size and the reserved bytes
 * (https://sqlite.org/fileformat2.html#b_tree_pages). U is the usable size.
 *
 * <table>
 *   <caption>How much of a payload P stays on its page</caption>
 *   <tr><th></th><th>table leaf</th><th>index pages</th></tr>
 *   <tr><td>all of it if P ≤ X</td><td>X = U − 35</td><td>X = (U − 12)·64/255 − 23</td></tr>
 *   <tr><td>else K if K ≤ X, otherwise M</td><td colspan="2">M = (U − 12)·32/255 − 23; K = M + (P − M) mod (U −
 *   4)</td></tr>
 * </table>
 */
public final class PageLayout {
  /** The smallest room a cell takes, so that it can become a freeblock. */
  static final int MINIMUM_CELL = 4;

  final int pageSize;
  final int usableSize;
  final int tableLeafMaximumLocal;
  final int indexMaximumLocal;
  final int minimumLocal;
  final int overflowCapacity;
  final int maximumCells;
  /** Leaves that a freelist trunk may hold when read. */
  final int trunkCapacity;
  /** Leaves up to which we fill a trunk: old readers take the last six entries wrongly. */
  final int trunkFillLimit;

  public PageLayout(int pageSize, int usableSize) {
    this.pageSize = pageSize;
    this.usableSize = usableSize;
    this.tableLeafMaximumLocal = usableSize - 35;
    this.indexMaximumLocal = (usableSize - 12) * 64 / 255 - 23;
    this.minimumLocal = (usableSize - 12) * 32 / 255 - 23;
    this.overflowCapacity = usableSize - 4;
    this.maximumCells = (pageSize - 8) / 6;
    this.trunkCapacity = usableSize / 4 - 2;
    this.trunkFillLimit = usableSize / 4 - 8;
  }

  public int pageSize() {
    return pageSize;
  }

  public int usableSize() {
    return usableSize;
  }

  /** Payload bytes that one overflow page holds. */
  public int overflowCapacity() {
    return overflowCapacity;
  }

  public int trunkCapacity() {
    return trunkCapacity;
  }

  /** How many bytes of a payload stay on a page whose limit is {@code maximumLocal}. */
  int localLength(long payloadLength, int maximumLocal) {
    if (payloadLength <= maximumLocal) {
      return (int) payloadLength;
    }
    int surplus = minimumLocal + (int) ((payloadLength - minimumLocal) % overflowCapacity);
    return surplus <= maximumLocal ? surplus : minimumLocal;
  }

  /** Overflow pages that a payload needs of which {@code localLength} bytes stay on the page. */
  public int overflowPages(int payloadLength, int localLength) {
    return (int) (((long) payloadLength - localLength + overflowCapacity - 1) / overflowCapacity);
  }
}

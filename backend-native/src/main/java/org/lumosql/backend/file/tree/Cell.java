// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

/** Where the parts of one cell lie; filled again for each cell. Offsets count from the start of the page's array. */
public final class Cell {
  /** The rowid, in table trees. */
  public long rowid;

  /** Bytes of the whole payload, 0 on interior table pages. */
  public int payloadLength;

  /** Where the payload starts. */
  public int payloadOffset;

  /** How many bytes of the payload are on the page. */
  public int localLength;

  /**
   * Bytes that the contents take, from the start of the cell; the cell's room is at least
   * {@link PageLayout#MINIMUM_CELL}.
   */
  public int length;

  /** Bytes of the page that the cell occupies. */
  public int size() {
    return Math.max(length, PageLayout.MINIMUM_CELL);
  }

  public boolean hasOverflow() {
    return localLength < payloadLength;
  }

  /** Where the number of the first overflow page is. Requires: {@link #hasOverflow()}. */
  public int overflowPointerOffset() {
    return payloadOffset + localLength;
  }
}

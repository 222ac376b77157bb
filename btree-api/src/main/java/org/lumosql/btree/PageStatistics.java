// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** Capability of stores whose trees are made of pages: what is on them (https://sqlite.org/dbstat.html). */
public interface PageStatistics {
  /**
   * The pages of a tree, the root first, each page before what hangs from its cells: the overflow pages of a cell, then the child before the next cell.
   * Requires: a transaction is open until the walk is done with.
   */
  Walk walk(int root);

  /** What a page is for. */
  enum Role {
    INTERNAL,
    LEAF,
    OVERFLOW,
    CORRUPTED
  }

  /** A walk over pages, at first before the first one. */
  interface Walk {
    /** Goes to the next page; false if there are no more. */
    boolean next();

    int pageNumber();

    /** Where the page is in its tree, such as {@code /1c2/000+000002}: the third overflow page of the first cell of the root's child 0x1c2. */
    String path();

    Role role();

    int cellCount();

    /** Bytes of payload on the page. */
    int payload();

    int unused();

    /** Bytes of the largest payload that a cell of the page begins. */
    int largestPayload();

    /** Bytes of the page. */
    int pageSize();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.Iterator;

/** Capability of stores that can read what is left of a damaged database ({@code .recover} of the shell). */
public interface Salvaging {
  /** The root of entries that belong to no known tree. */
  int ORPHAN = -1;

  /**
   * An entry that could be read.
   *
   * @param root its tree, or {@link #ORPHAN}
   * @param kind whether it has a rowid
   * @param rowid 0 in index trees
   * @param record its bytes, cut off where they could not be read any further
   */
  record Entry(int root, TreeKind kind, long rowid, byte[] record) {}

  /**
   * Reads the entries of trees, passing over whatever is damaged, and perhaps those of pages that no tree leads to.
   * Ends in bounded time. Requires: READ or WRITE, until the last entry was taken; nothing is written meanwhile.
   *
   * @param trees the trees to read
   * @param withOrphans whether to go on with other pages, free ones included
   */
  Iterator<Entry> salvage(int[] trees, boolean withOrphans);
}

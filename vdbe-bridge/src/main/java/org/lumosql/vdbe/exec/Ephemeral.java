// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.btree.BtreeCursor;

/** What an ephemeral table or index is kept in: memory, and a B-tree once that does not do any more. */
interface Ephemeral {
  /** Changes whenever all is deleted: positions are void then. */
  int clears();

  /** Changes whenever a tree is made or given up. */
  int generation();

  boolean isTree();

  /** A new cursor. Requires: it is a tree. */
  BtreeCursor openTree();

  /** Moves all entries to a tree. Cursors may still look at the bytes that they show. */
  void becomeTree();
}

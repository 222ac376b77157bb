// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

/** Where a B-tree is in the present transaction, shared by the cursors that are open on it. */
final class TreePlace {
  final int number;
  final boolean isTable;
  /** Another one after the tree was cleared. */
  int kvTree;
  /** Grows with each change of the tree, so that cursors know when to look again. */
  long version;

  private SearchMemory searches;

  TreePlace(int number, boolean isTable, int kvTree) {
    this.number = number;
    this.isTable = isTable;
    this.kvTree = kvTree;
  }

  /** What searches remember, for trees whose keys are nothing but ordinals. */
  SearchMemory searches() {
    if (searches == null) {
      searches = new SearchMemory(this);
    }
    return searches;
  }
}

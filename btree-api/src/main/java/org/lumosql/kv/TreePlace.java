// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/** Where a B-tree is in the present transaction, shared by the cursors that are open on it. */
final class TreePlace {
  final int number;
  final boolean isTable;
  /** Another one after the tree was cleared. */
  int kvTree;
  /** Grows with each change of the tree, so that cursors know when to look again. */
  long version;

  /** Largest key of a table, as the changes of {@link #lastKeyOf} have left it; null if it is not known. */
  private byte[] lastKey;
  /** The write transaction, by its log, in which the largest key is known. */
  private ChangeLog lastKeyOf;

  private KnownEntries known;

  TreePlace(int number, boolean isTable, int kvTree) {
    this.number = number;
    this.isTable = isTable;
    this.kvTree = kvTree;
  }

  /**
   * The largest key of a table within a write transaction, or null if it is not known. Appending rows asks for it each time, and an engine may have to
   * walk through what was deleted behind it.
   */
  byte[] lastKey(ChangeLog changes) {
    return changes != null && changes == lastKeyOf ? lastKey : null;
  }

  void setLastKey(ChangeLog changes, byte[] key) {
    lastKeyOf = changes;
    lastKey = key;
  }

  /** Whether nothing can be stored under a key, because it is behind the largest one. */
  boolean isBehindAll(ChangeLog changes, byte[] key) {
    byte[] last = lastKey(changes);
    return last != null && Arrays.compareUnsigned(key, last) > 0;
  }

  /** What is known of its entries, if its keys are nothing but ordinals. */
  KnownEntries known() {
    if (known == null) {
      known = new KnownEntries();
    }
    return known;
  }

  /** The tree is not what it was. */
  void forgetEntries() {
    setLastKey(null, null);
    known = null;
  }
}

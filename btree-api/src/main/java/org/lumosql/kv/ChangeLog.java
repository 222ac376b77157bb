// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/**
 * The changes of one write transaction, in order, with what each of them replaced: savepoints for every engine. A
 * savepoint is a length of the log; nothing is done for it until it is rolled back.
 *
 * <p>L1. A change is logged before it is made, so that undoing a change that failed half-way is harmless.
 */
final class ChangeLog {
  private final KvTransaction transaction;
  private int[] trees = new int[16];
  private byte[][] keys = new byte[16][];
  /** What was there before; null if nothing was. */
  private byte[][] olds = new byte[16][];
  private int length;

  ChangeLog(KvTransaction transaction) {
    this.transaction = transaction;
  }

  int length() {
    return length;
  }

  /** Stores a value; {@code old} is what is stored there, or null. */
  void put(int tree, byte[] key, byte[] old, byte[] value) {
    log(tree, key, old);
    transaction.replace(tree, key, old, value);
  }

  /** Removes an entry; {@code old} is its value. */
  void delete(int tree, byte[] key, byte[] old) {
    log(tree, key, old);
    transaction.replace(tree, key, old, null);
  }

  private void log(int tree, byte[] key, byte[] old) {
    if (length == trees.length) {
      int capacity = length + (length >> 1);
      trees = Arrays.copyOf(trees, capacity);
      keys = Arrays.copyOf(keys, capacity);
      olds = Arrays.copyOf(olds, capacity);
    }
    trees[length] = tree;
    keys[length] = key;
    olds[length] = old;
    length++;
  }

  /** Undoes the changes from a length of the log on. */
  void undoTo(int mark) {
    while (length > mark) {
      int last = length - 1;
      if (olds[last] == null) {
        transaction.delete(trees[last], keys[last]);
      } else {
        transaction.put(trees[last], keys[last], olds[last]);
      }
      keys[last] = null;
      olds[last] = null;
      length = last;
    }
  }
}

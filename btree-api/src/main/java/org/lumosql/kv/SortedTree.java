// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/**
 * An immutable balanced tree of byte strings; a change copies the path from the root to the entry and shares the rest.
 * The empty tree is null.
 *
 * <p>S1. Heights of siblings differ by one at most (AVL). S2. {@link #size} counts the entries below and here.
 */
final class SortedTree {
  final byte[] key;
  final byte[] value;
  final SortedTree left;
  final SortedTree right;
  private final int height;
  private final int size;

  private SortedTree(byte[] key, byte[] value, SortedTree left, SortedTree right) {
    this.key = key;
    this.value = value;
    this.left = left;
    this.right = right;
    this.height = 1 + Math.max(height(left), height(right));
    this.size = 1 + size(left) + size(right);
  }

  private static int height(SortedTree tree) {
    return tree == null ? 0 : tree.height;
  }

  static int size(SortedTree tree) {
    return tree == null ? 0 : tree.size;
  }

  // ---- searching --------------------------------------------------------------------------------------------------

  static SortedTree find(SortedTree root, byte[] key) {
    SortedTree here = root;
    while (here != null) {
      int difference = Arrays.compareUnsigned(key, here.key);
      if (difference == 0) {
        return here;
      }
      here = difference < 0 ? here.left : here.right;
    }
    return null;
  }

  /** The first entry at the key or after it; or after it only. */
  static SortedTree after(SortedTree root, byte[] key, boolean orEqual) {
    SortedTree found = null;
    SortedTree here = root;
    while (here != null) {
      int difference = Arrays.compareUnsigned(here.key, key);
      if (difference > 0 || orEqual && difference == 0) {
        found = here;
        here = here.left;
      } else {
        here = here.right;
      }
    }
    return found;
  }

  /** The last entry before the key. */
  static SortedTree before(SortedTree root, byte[] key) {
    SortedTree found = null;
    SortedTree here = root;
    while (here != null) {
      if (Arrays.compareUnsigned(here.key, key) < 0) {
        found = here;
        here = here.right;
      } else {
        here = here.left;
      }
    }
    return found;
  }

  static SortedTree first(SortedTree root) {
    SortedTree here = root;
    while (here != null && here.left != null) {
      here = here.left;
    }
    return here;
  }

  static SortedTree last(SortedTree root) {
    SortedTree here = root;
    while (here != null && here.right != null) {
      here = here.right;
    }
    return here;
  }

  // ---- changing ---------------------------------------------------------------------------------------------------

  static SortedTree put(SortedTree tree, byte[] key, byte[] value) {
    if (tree == null) {
      return new SortedTree(key, value, null, null);
    }
    int difference = Arrays.compareUnsigned(key, tree.key);
    if (difference == 0) {
      return new SortedTree(key, value, tree.left, tree.right);
    }
    return difference < 0
        ? balance(tree, put(tree.left, key, value), tree.right)
        : balance(tree, tree.left, put(tree.right, key, value));
  }

  /** Requires: the key is there. */
  static SortedTree remove(SortedTree tree, byte[] key) {
    int difference = Arrays.compareUnsigned(key, tree.key);
    if (difference < 0) {
      return balance(tree, remove(tree.left, key), tree.right);
    }
    if (difference > 0) {
      return balance(tree, tree.left, remove(tree.right, key));
    }
    if (tree.left == null || tree.right == null) {
      return tree.left == null ? tree.right : tree.left;
    }
    SortedTree successor = first(tree.right);
    return balance(successor, tree.left, remove(tree.right, successor.key));
  }

  /** A tree of an entry and two subtrees whose heights differ by two at most. */
  private static SortedTree balance(SortedTree entry, SortedTree left, SortedTree right) {
    int difference = height(left) - height(right);
    if (difference > 1) {
      if (height(left.left) >= height(left.right)) {
        return join(left, left.left, join(entry, left.right, right));
      }
      SortedTree top = left.right;
      return join(top, join(left, left.left, top.left), join(entry, top.right, right));
    }
    if (difference < -1) {
      if (height(right.right) >= height(right.left)) {
        return join(right, join(entry, left, right.left), right.right);
      }
      SortedTree top = right.left;
      return join(top, join(entry, left, top.left), join(right, top.right, right.right));
    }
    return join(entry, left, right);
  }

  private static SortedTree join(SortedTree entry, SortedTree left, SortedTree right) {
    return new SortedTree(entry.key, entry.value, left, right);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/**
 * All trees of a store in one ordered map of the engine: a key is the tree's number, four bytes big-endian, and the key
 * within the tree. Written to disk, do not change.
 */
public final class TreeKeys {
  /** By how much an engine's key is longer than the tree's. */
  public static final int PREFIX_LENGTH = 4;

  private TreeKeys() {}

  /** The engine's key. */
  public static byte[] of(int tree, byte[] key) {
    byte[] full = new byte[PREFIX_LENGTH + key.length];
    writePrefix(full, tree);
    System.arraycopy(key, 0, full, PREFIX_LENGTH, key.length);
    return full;
  }

  /** What all keys of a tree begin with: before its first key, behind the last one of the tree before. */
  public static byte[] start(int tree) {
    byte[] prefix = new byte[PREFIX_LENGTH];
    writePrefix(prefix, tree);
    return prefix;
  }

  /** Behind the last key of a tree, not behind any of the next. */
  public static byte[] end(int tree) {
    return start(tree + 1); // 2^31 comes out right: the order is unsigned
  }

  /** Puts what a key of a tree begins with into an array. */
  public static void writePrefix(byte[] full, int tree) {
    writePrefix(full, 0, tree);
  }

  static void writePrefix(byte[] bytes, int offset, int tree) {
    bytes[offset] = (byte) (tree >>> 24);
    bytes[offset + 1] = (byte) (tree >>> 16);
    bytes[offset + 2] = (byte) (tree >>> 8);
    bytes[offset + 3] = (byte) tree;
  }

  public static boolean isIn(int tree, byte[] full) {
    return full.length >= PREFIX_LENGTH
        && full[3] == (byte) tree
        && full[2] == (byte) (tree >>> 8)
        && full[1] == (byte) (tree >>> 16)
        && full[0] == (byte) (tree >>> 24);
  }

  /** The key within its tree. */
  public static byte[] key(byte[] full) {
    return Arrays.copyOfRange(full, PREFIX_LENGTH, full.length);
  }
}

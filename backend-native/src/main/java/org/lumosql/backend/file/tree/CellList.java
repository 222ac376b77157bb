// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.tree;

import java.util.Arrays;

/**
 * Cells in key order on their way from old sibling pages to new ones. Holds references into arrays that stay unchanged
 * meanwhile, and the number of the page that each cell came from.
 */
final class CellList {
  private byte[][] arrays = new byte[256][];
  private int[] offsets = new int[256];
  private int[] lengths = new int[256];
  private int[] origins = new int[256];
  private int count;

  void clear() {
    Arrays.fill(arrays, 0, count, null);
    count = 0;
  }

  int count() {
    return count;
  }

  void add(byte[] array, int offset, int length, int origin) {
    if (count == arrays.length) {
      int capacity = count * 2;
      arrays = Arrays.copyOf(arrays, capacity);
      offsets = Arrays.copyOf(offsets, capacity);
      lengths = Arrays.copyOf(lengths, capacity);
      origins = Arrays.copyOf(origins, capacity);
    }
    arrays[count] = array;
    offsets[count] = offset;
    lengths[count] = length;
    origins[count] = origin;
    count++;
  }

  byte[] array(int cell) {
    return arrays[cell];
  }

  int offset(int cell) {
    return offsets[cell];
  }

  /** Bytes of the cell's contents. */
  int length(int cell) {
    return lengths[cell];
  }

  /** Bytes that the cell occupies on a page. */
  int size(int cell) {
    return Math.max(lengths[cell], PageLayout.MINIMUM_CELL);
  }

  /** The page the cell was on; 0 if its overflow page must be told of its new page in any case. */
  int origin(int cell) {
    return origins[cell];
  }

  void copyTo(int cell, byte[] target, int at) {
    int length = lengths[cell];
    System.arraycopy(arrays[cell], offsets[cell], target, at, length);
    for (int i = length; i < PageLayout.MINIMUM_CELL; i++) {
      target[at + i] = 0;
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import java.util.Arrays;

/**
 * A set of page numbers: open addressing over ints, 0 marks an empty slot. Small sets are cheap to make and to clear.
 */
final class PageSet {
  private static final int INITIAL_SLOTS = 32;

  private int[] slots = new int[INITIAL_SLOTS];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int number) {
    int[] table = slots;
    int mask = table.length - 1;
    int slot = spread(number) & mask;
    while (table[slot] != 0) {
      if (table[slot] == number) {
        return true;
      }
      slot = slot + 1 & mask;
    }
    return false;
  }

  /** Returns whether the number is new. Requires: number ≠ 0. */
  boolean add(int number) {
    assert number != 0 : "0 is not a page number";
    int mask = slots.length - 1;
    int slot = spread(number) & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == number) {
        return false;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = number;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  /** Empties the set; a set that has grown gives its memory back. */
  void clear() {
    if (size == 0) {
      return;
    }
    size = 0;
    if (slots.length > INITIAL_SLOTS * 8) {
      slots = new int[INITIAL_SLOTS];
    } else {
      Arrays.fill(slots, 0);
    }
  }

  /** The numbers in ascending order. */
  int[] sorted() {
    int[] numbers = new int[size];
    int next = 0;
    for (int number : slots) {
      if (number != 0) {
        numbers[next++] = number;
      }
    }
    Arrays.sort(numbers);
    return numbers;
  }

  private void grow() {
    int[] old = slots;
    int[] table = new int[old.length * 2];
    int mask = table.length - 1;
    for (int number : old) {
      if (number != 0) {
        int slot = spread(number) & mask;
        while (table[slot] != 0) {
          slot = slot + 1 & mask;
        }
        table[slot] = number;
      }
    }
    slots = table;
  }

  private static int spread(int number) {
    int mixed = number * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.error.Interruption;

/**
 * Sorts the places of records, stably, digit by digit: the records are sorted by a digit of their first column ({@link KeyDigits}), then each run with an
 * equal digit by the next one, which is of the same column if the digit did not say all of it. Digits begin behind what all texts of a run have in
 * common. Runs that are small, or that digits cannot tell apart, are sorted by comparing records.
 */
final class RecordSort {
  /** Records between two looks for an interruption, less one. */
  private static final int CHECK_MASK = (1 << 13) - 1;

  /** Runs up to this length are sorted by insertion. */
  private static final int SMALL = 12;
  /** From this length on digits are distributed instead of compared. */
  private static final int LARGE = 2_000;
  /** Digits that may follow each other: texts that long with so little difference are compared. */
  private static final int DEEPEST = 40;

  private final RecordHeap heap;
  private final RecordOrder order;
  private final KeyDigits digits;
  private final int columns;
  private long[] places;
  private long[] keys;
  private long[] otherPlaces = {};
  private long[] otherKeys = {};
  private int[] counts;
  private int comparisons;

  RecordSort(RecordHeap heap, RecordOrder order, int columns) {
    this.heap = heap;
    this.order = order;
    this.digits = order.digits();
    this.columns = columns;
  }

  /** Sorts the first {@code count} elements. */
  void sort(long[] given, int count) {
    places = given;
    keys = new long[count];
    sort(0, count, 0, 0, 0);
  }

  /** The records from {@code start} on are equal in the columns before and in {@code skip} bytes of this one. */
  private void sort(int start, int end, int column, int skip, int depth) {
    if (column >= columns || end - start < 2) {
      return;
    }
    if (end - start <= SMALL) {
      insertionSort(start, end);
      return;
    }
    if (depth > DEEPEST) {
      mergeByRecords(start, end);
      return;
    }
    int from = skip + common(start, end, column, skip);
    fill(start, end, column, from);
    sortByDigits(start, end);
    for (int run = start; run < end; ) {
      long digit = keys[run];
      int after = run + 1;
      while (after < end && keys[after] == digit) {
        after++;
      }
      if (after - run > 1) {
        sortRun(run, after, column, from, depth + 1);
      }
      run = after;
    }
  }

  private void sortRun(int start, int end, int column, int skip, int depth) {
    if (end - start <= SMALL) {
      insertionSort(start, end);
      return;
    }
    switch (digits.tie(keys[start], column)) {
      case EQUAL:
        sort(start, end, column + 1, 0, depth);
        break;
      case ALMOST_EQUAL:
        if (allEqual(start, end, column)) {
          sort(start, end, column + 1, 0, depth);
        } else {
          mergeByRecords(start, end);
        }
        break;
      case EQUAL_SO_FAR:
        sort(start, end, column, skip + KeyDigits.BYTES_IN_DIGIT, depth);
        break;
      default:
        mergeByRecords(start, end);
        break;
    }
  }

  private static void checkNowAndThen(int count) {
    if ((count & CHECK_MASK) == 0) {
      Interruption.check();
    }
  }

  private int common(int start, int end, int column, int skip) {
    byte[] first = heap.arrayAt(places[start]);
    int offset = RecordHeap.offsetAt(places[start]);
    int length = Integer.MAX_VALUE;
    for (int i = start + 1; i < end && length > 0; i++) {
      checkNowAndThen(i);
      length = digits.common(first, offset, heap.arrayAt(places[i]), RecordHeap.offsetAt(places[i]), column, skip, length);
    }
    return length;
  }

  private void fill(int start, int end, int column, int skip) {
    for (int i = start; i < end; i++) {
      checkNowAndThen(i);
      keys[i] = digits.digit(heap.arrayAt(places[i]), RecordHeap.offsetAt(places[i]), column, skip);
    }
  }

  private boolean allEqual(int start, int end, int column) {
    byte[] first = heap.arrayAt(places[start]);
    int offset = RecordHeap.offsetAt(places[start]);
    for (int i = start + 1; i < end; i++) {
      if (order.compareColumns(first, offset, heap.arrayAt(places[i]), RecordHeap.offsetAt(places[i]), column, column + 1) != 0) {
        return false;
      }
    }
    return true;
  }

  // ---- by digits -----------------------------------------------------------------------------------------------------------

  private void sortByDigits(int start, int end) {
    int i = start + 1;
    while (i < end && Long.compareUnsigned(keys[i - 1], keys[i]) <= 0) {
      i++;
    }
    if (i == end) {
      return;
    }
    if (otherKeys.length < end - start) {
      otherKeys = new long[end - start];
      otherPlaces = new long[end - start];
    }
    if (end - start >= LARGE) {
      distribute(start, end);
    } else {
      mergeByDigits(start, end);
    }
  }

  /** Distributes by each byte in turn, the lowest first; bytes in which all agree are left out. */
  private void distribute(int start, int end) {
    int count = end - start;
    if (counts == null) {
      counts = new int[8 * 256];
    } else {
      Arrays.fill(counts, 0);
    }
    for (int i = start; i < end; i++) {
      long key = keys[i];
      for (int b = 0; b < 8; b++) {
        counts[b << 8 | (int) (key >>> 8 * b) & 0xff]++;
      }
    }
    boolean isElsewhere = false;
    for (int b = 0; b < 8; b++) {
      Interruption.check();
      int shift = 8 * b;
      long some = isElsewhere ? otherKeys[0] : keys[start];
      if (counts[b << 8 | (int) (some >>> shift) & 0xff] == count) {
        continue;
      }
      makeStarts(b << 8, isElsewhere ? start : 0);
      if (isElsewhere) {
        distribute(otherKeys, otherPlaces, 0, count, shift, b << 8, keys, places);
      } else {
        distribute(keys, places, start, end, shift, b << 8, otherKeys, otherPlaces);
      }
      isElsewhere = !isElsewhere;
    }
    if (isElsewhere) {
      System.arraycopy(otherKeys, 0, keys, start, count);
      System.arraycopy(otherPlaces, 0, places, start, count);
    }
  }

  private void makeStarts(int base, int first) {
    int at = first;
    for (int i = base; i < base + 256; i++) {
      int size = counts[i];
      counts[i] = at;
      at += size;
    }
  }

  private void distribute(
      long[] fromKeys, long[] fromPlaces, int start, int end, int shift, int base, long[] toKeys, long[] toPlaces) {
    for (int i = start; i < end; i++) {
      long key = fromKeys[i];
      int to = counts[base | (int) (key >>> shift) & 0xff]++;
      toKeys[to] = key;
      toPlaces[to] = fromPlaces[i];
    }
  }

  private void mergeByDigits(int start, int end) {
    for (int run = start; run < end; run += SMALL) {
      int runEnd = Math.min(run + SMALL, end);
      for (int i = run + 1; i < runEnd; i++) {
        long key = keys[i];
        long place = places[i];
        int at = i;
        while (at > run && Long.compareUnsigned(keys[at - 1], key) > 0) {
          keys[at] = keys[at - 1];
          places[at] = places[at - 1];
          at--;
        }
        keys[at] = key;
        places[at] = place;
      }
    }
    for (int width = SMALL; width < end - start; width *= 2) {
      for (int left = start; left + width < end; left += 2 * width) {
        mergeDigits(left, left + width, Math.min(left + 2 * width, end));
      }
    }
  }

  /** Merges two neighbouring runs; the left one moves aside. */
  private void mergeDigits(int start, int middle, int end) {
    if (Long.compareUnsigned(keys[middle - 1], keys[middle]) <= 0) {
      return;
    }
    int count = middle - start;
    System.arraycopy(keys, start, otherKeys, 0, count);
    System.arraycopy(places, start, otherPlaces, 0, count);
    int left = 0;
    int right = middle;
    int at = start;
    while (left < count && right < end) {
      if (Long.compareUnsigned(otherKeys[left], keys[right]) <= 0) {
        keys[at] = otherKeys[left];
        places[at++] = otherPlaces[left++];
      } else {
        keys[at] = keys[right];
        places[at++] = places[right++];
      }
    }
    System.arraycopy(otherKeys, left, keys, at, count - left);
    System.arraycopy(otherPlaces, left, places, at, count - left);
  }

  // ---- by records ----------------------------------------------------------------------------------------------------------

  private int compare(long a, long b) {
    checkNowAndThen(++comparisons);
    return order.compare(heap.arrayAt(a), RecordHeap.offsetAt(a), heap.arrayAt(b), RecordHeap.offsetAt(b));
  }

  private void insertionSort(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      long place = places[i];
      int at = i;
      while (at > start && compare(places[at - 1], place) > 0) {
        places[at] = places[at - 1];
        at--;
      }
      places[at] = place;
    }
  }

  private void mergeByRecords(int start, int end) {
    if (otherPlaces.length < end - start) {
      otherKeys = new long[end - start];
      otherPlaces = new long[end - start];
    }
    for (int run = start; run < end; run += SMALL) {
      insertionSort(run, Math.min(run + SMALL, end));
    }
    for (int width = SMALL; width < end - start; width *= 2) {
      for (int left = start; left + width < end; left += 2 * width) {
        mergeRecords(left, left + width, Math.min(left + 2 * width, end));
      }
    }
  }

  private void mergeRecords(int start, int middle, int end) {
    if (compare(places[middle - 1], places[middle]) <= 0) {
      return;
    }
    int count = middle - start;
    System.arraycopy(places, start, otherPlaces, 0, count);
    int left = 0;
    int right = middle;
    int at = start;
    while (left < count && right < end) {
      places[at++] = compare(otherPlaces[left], places[right]) <= 0 ? otherPlaces[left++] : places[right++];
    }
    System.arraycopy(otherPlaces, left, places, at, count - left);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records in memory, in big chunks of bytes, and their stable sort: a merge sort over two parallel arrays, prefixes and places. A place is
 * the chunk's number in the high half and the offset in the low half; at it stand four bytes of length, then the record.
 */
final class RecordHeap {
  private static final int FIRST_CHUNK = 16 * 1024;
  private static final int LARGEST_CHUNK = 1024 * 1024;
  private static final int RUN = 12;

  private final RecordOrder order;
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] chunk = {};
  private int used;
  private long bytes;
  private long[] prefixes = new long[64];
  private long[] places = new long[64];
  private int count;
  private boolean sorted = true;

  RecordHeap(RecordOrder order) {
    this.order = order;
  }

  int count() {
    return count;
  }

  /** Bytes in use, as far as limits are concerned. */
  long bytes() {
    return bytes + 16L * count;
  }

  void clear() {
    chunks.clear();
    chunk = new byte[0];
    used = 0;
    bytes = 0;
    count = 0;
    sorted = true;
  }

  void add(byte[] record, int offset, int length) {
    if (used + length + 4 > chunk.length) {
      newChunk(length + 4);
    }
    if (count == prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, count * 2);
      places = Arrays.copyOf(places, count * 2);
    }
    prefixes[count] = order.prefix(record, offset);
    places[count] = (long) (chunks.size() - 1) << 32 | used;
    chunk[used] = (byte) (length >>> 24);
    chunk[used + 1] = (byte) (length >>> 16);
    chunk[used + 2] = (byte) (length >>> 8);
    chunk[used + 3] = (byte) length;
    System.arraycopy(record, offset, chunk, used + 4, length);
    used += length + 4;
    bytes += length + 4;
    if (sorted && count > 0 && compare(prefixes[count - 1], places[count - 1], prefixes[count], places[count]) > 0) {
      sorted = false;
    }
    count++;
  }

  private void newChunk(int needed) {
    int size = Math.max(needed, Math.min(LARGEST_CHUNK, Math.max(FIRST_CHUNK, chunk.length * 2)));
    chunk = new byte[size];
    chunks.add(chunk);
    used = 0;
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------

  byte[] array(int index) {
    return chunks.get((int) (places[index] >>> 32));
  }

  int offset(int index) {
    return (int) places[index] + 4;
  }

  int length(int index) {
    byte[] array = array(index);
    int at = (int) places[index];
    return array[at] << 24 | (array[at + 1] & 0xff) << 16 | (array[at + 2] & 0xff) << 8 | array[at + 3] & 0xff;
  }

  // ---- sorting -------------------------------------------------------------------------------------------------------------

  private int compare(long aPrefix, long aPlace, long bPrefix, long bPlace) {
    if (aPrefix != bPrefix) {
      return Long.compareUnsigned(aPrefix, bPrefix);
    }
    return order.compare(
        chunks.get((int) (aPlace >>> 32)), (int) aPlace + 4, chunks.get((int) (bPlace >>> 32)), (int) bPlace + 4);
  }

  void sort() {
    if (sorted) {
      return;
    }
    for (int start = 0; start < count; start += RUN) {
      insertionSort(start, Math.min(start + RUN, count));
    }
    long[] otherPrefixes = new long[prefixes.length];
    long[] otherPlaces = new long[places.length];
    for (int width = RUN; width < count && width > 0; width *= 2) {
      for (int start = 0; start < count; start += 2 * width) {
        int middle = Math.min(start + width, count);
        int end = (int) Math.min((long) start + 2L * width, count);
        merge(start, middle, end, otherPrefixes, otherPlaces);
        if (end == count) {
          break;
        }
      }
      long[] swap = prefixes;
      prefixes = otherPrefixes;
      otherPrefixes = swap;
      swap = places;
      places = otherPlaces;
      otherPlaces = swap;
    }
    sorted = true;
  }

  private void insertionSort(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      long prefix = prefixes[i];
      long place = places[i];
      int at = i;
      while (at > start && compare(prefixes[at - 1], places[at - 1], prefix, place) > 0) {
        prefixes[at] = prefixes[at - 1];
        places[at] = places[at - 1];
        at--;
      }
      prefixes[at] = prefix;
      places[at] = place;
    }
  }

  private void merge(int start, int middle, int end, long[] toPrefixes, long[] toPlaces) {
    if (middle >= end || compare(prefixes[middle - 1], places[middle - 1], prefixes[middle], places[middle]) <= 0) {
      System.arraycopy(prefixes, start, toPrefixes, start, end - start);
      System.arraycopy(places, start, toPlaces, start, end - start);
      return;
    }
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft =
          left < middle
              && (right >= end || compare(prefixes[left], places[left], prefixes[right], places[right]) <= 0);
      int from = takeLeft ? left++ : right++;
      toPrefixes[at] = prefixes[from];
      toPlaces[at] = places[from];
    }
  }
}

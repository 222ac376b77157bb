// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.Arrays;
import org.lumosql.error.LongWork;

/**
 * Records in memory, in big chunks of bytes, and their stable sort. A place is the chunk's number in the high half and the offset in the low half; at it
 * stand four bytes of length, then the record. Places grow in the order in which records are added.
 */
final class RecordHeap {
  private static final int FIRST_CHUNK = 256;
  private static final int FEW = 16;
  private static final int SMALL_CHUNK = 64 * 1024;
  private static final int LARGEST_CHUNK = 1024 * 1024;
  /** Bytes of a record that the arrays of the sort need. */
  private static final int SORTING = 32;
  /** With fewer records it does not matter. */
  private static final int WORTH_GROUPING = 256;

  private final RecordOrder order;
  private final int columns;
  private byte[][] chunks = new byte[8][];
  private int chunkCount;
  private byte[] chunk = {};
  private int used;
  private long bytes;
  private long[] places = new long[FEW];
  private int count;
  private boolean sorted;
  private KeyGroups groups;
  private boolean hasGroups;

  RecordHeap(RecordOrder order, int columns) {
    this.order = order;
    this.columns = columns;
    this.hasGroups = columns > 0;
  }

  int count() {
    return count;
  }

  /** Bytes in use, as far as limits are concerned. */
  long bytes() {
    return bytes + (long) SORTING * count + (groups == null ? 0 : groups.bytes(count));
  }

  /** Removes all records; bytes that were shown stay as they are. */
  void clear() {
    Arrays.fill(chunks, 0, chunkCount, null);
    chunkCount = 0;
    chunk = new byte[0];
    places = new long[FEW];
    empty();
  }

  /** The same, but what is small is used again for the next records: some heaps are filled and emptied for each group of a query. */
  void recycle() {
    if (chunkCount > 1 || chunk.length > SMALL_CHUNK) {
      clear();
    } else {
      empty();
    }
  }

  private void empty() {
    used = 0;
    bytes = 0;
    count = 0;
    groups = null;
    sorted = false;
  }

  void add(byte[] record, int offset, int length) {
    if (used + length + 4 > chunk.length) {
      newChunk(length + 4);
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
    }
    long place = (long) (chunkCount - 1) << 32 | used;
    places[count] = place;
    chunk[used] = (byte) (length >>> 24);
    chunk[used + 1] = (byte) (length >>> 16);
    chunk[used + 2] = (byte) (length >>> 8);
    chunk[used + 3] = (byte) length;
    LongWork.copy(record, offset, chunk, used + 4, length);
    used += length + 4;
    bytes += length + 4;
    sorted = false;
    count++;
    if (hasGroups && count >= WORTH_GROUPING) {
      group();
    }
  }

  private void group() {
    int from = count - 1;
    if (groups == null) {
      groups = new KeyGroups(this, columns);
      from = 0;
    }
    for (int i = from; i < count && hasGroups; i++) {
      hasGroups = groups.add(i, places[i]);
    }
    if (!hasGroups) {
      groups = null;
    }
  }

  private void newChunk(int needed) {
    int size = Math.max(needed, Math.min(LARGEST_CHUNK, Math.max(FIRST_CHUNK, chunk.length * 2)));
    chunk = new byte[size];
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunkCount * 2);
    }
    chunks[chunkCount++] = chunk;
    used = 0;
  }

  // ---- reading -------------------------------------------------------------------------------------------------------------

  byte[] arrayAt(long place) {
    return chunks[(int) (place >>> 32)];
  }

  static int offsetAt(long place) {
    return (int) place + 4;
  }

  int lengthAt(long place) {
    byte[] array = arrayAt(place);
    int at = (int) place;
    return array[at] << 24 | (array[at + 1] & 0xff) << 16 | (array[at + 2] & 0xff) << 8 | array[at + 3] & 0xff;
  }

  /** Where the record is that was added last. */
  long lastPlace() {
    return places[count - 1];
  }

  byte[] array(int index) {
    return chunks[(int) (places[index] >>> 32)];
  }

  int offset(int index) {
    return (int) places[index] + 4;
  }

  int length(int index) {
    return lengthAt(places[index]);
  }

  // ---- sorting -------------------------------------------------------------------------------------------------------------

  /** Records that are equal in the key stay in the order in which they were added. No more records may be added until {@link #clear}. */
  void sort() {
    if (sorted) {
      return;
    }
    RecordSort sort = new RecordSort(this, order, columns);
    if (groups != null) {
      places = groups.sorted(sort, order, places, count);
      groups = null;
    } else {
      sort.sort(places, count);
    }
    sorted = true;
  }
}

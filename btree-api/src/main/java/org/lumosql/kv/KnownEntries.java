// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;
import org.lumosql.record.KeyProbe;

/**
 * What is known of a tree of ordinals: some of its entries, and between which of them there are no others. Where the store is encrypted each step of a search
 * would otherwise be a seek and the opening of a value; here it is a comparison. Changes of the tree are told to it, so that it stays good while the tree is changed.
 *
 * <ol>
 *   <li>E1. Each entry known is in the tree, with this ordinal and this record. The order of ordinals is the order of records (X1 of {@link IndexKeys}).
 *   <li>E2. An entry is <em>followed</em> if the tree has none between it and the next known one, or none behind it if it is the last. {@code isHeadFollowed} says so of
 *       what is before the first.
 *   <li>E3. Chunks are never empty, nor are their entries more than {@link #CAPACITY}.
 * </ol>
 */
final class KnownEntries {
  private static final int CAPACITY = 256;
  private static final int MOST_CHUNKS = 1 << 10;
  /** Of all records. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int LONGEST_RECORD = 512;

  /** Neighbours in the order. */
  private static final class Chunk {
    final long[] ordinals = new long[CAPACITY];
    final byte[][] records = new byte[CAPACITY][];
    final boolean[] isFollowed = new boolean[CAPACITY];
    int count;

    void copy(Chunk from, int fromIndex, int toIndex, int length) {
      System.arraycopy(from.ordinals, fromIndex, ordinals, toIndex, length);
      System.arraycopy(from.records, fromIndex, records, toIndex, length);
      System.arraycopy(from.isFollowed, fromIndex, isFollowed, toIndex, length);
    }
  }

  private Chunk[] chunks = new Chunk[4];
  private int chunkCount;
  private int bytes;
  private boolean isHeadFollowed;

  /** Where the last search has come to: the entry found, or behind the last. */
  private int chunk;

  private int index;
  private int side;

  // ---- searching --------------------------------------------------------------------------------------------------

  /** Finds the first known entry that is not before a probe. */
  void search(KeyProbe probe) {
    find(probe, 0);
    if (isFound()) {
      side = compare(probe, record());
    }
  }

  /** Finds the first known entry at an ordinal or behind it. */
  private void find(long ordinal) {
    find(null, ordinal);
  }

  /** Finds the first known entry that is not before a probe, or before an ordinal if there is no probe. */
  private void find(KeyProbe probe, long ordinal) {
    int low = 0;
    int high = chunkCount;
    while (low < high) {
      int middle = low + high >>> 1;
      if (isBefore(chunks[middle], chunks[middle].count - 1, probe, ordinal)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    chunk = low;
    index = 0;
    if (isFound()) {
      index = indexIn(chunks[low], probe, ordinal);
    }
  }

  /** Requires: the last entry is not before what is sought. */
  private static int indexIn(Chunk chunk, KeyProbe probe, long ordinal) {
    int low = 0;
    int high = chunk.count - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      if (isBefore(chunk, middle, probe, ordinal)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isBefore(Chunk chunk, int index, KeyProbe probe, long ordinal) {
    return probe == null ? chunk.ordinals[index] < ordinal : compare(probe, chunk.records[index]) < 0;
  }

  private static int compare(KeyProbe probe, byte[] record) {
    return probe.compareEntry(record, 0, record.length);
  }

  /** Whether the search has found an entry. */
  boolean isFound() {
    return chunk < chunkCount;
  }

  /** Its ordinal. Requires: {@link #isFound}. */
  long ordinal() {
    return chunks[chunk].ordinals[index];
  }

  /** Its record. Requires: {@link #isFound}. */
  byte[] record() {
    return chunks[chunk].records[index];
  }

  /** How it compares with the probe: 0 or more. Requires: {@link #isFound}. */
  int side() {
    return side;
  }

  /** The ordinal of the known entry before, which is before the probe; −1 if there is none. */
  long ordinalBefore() {
    if (index > 0) {
      return chunks[chunk].ordinals[index - 1];
    }
    return chunk > 0 ? chunks[chunk - 1].ordinals[chunks[chunk - 1].count - 1] : -1;
  }

  /** Whether the tree has nothing between the two, or behind the one if nothing was found: then what was found is the tree's answer. */
  boolean isComplete() {
    return isFollowedBefore();
  }

  private boolean isFollowedBefore() {
    if (index > 0) {
      return chunks[chunk].isFollowed[index - 1];
    }
    return chunk > 0 ? chunks[chunk - 1].isFollowed[chunks[chunk - 1].count - 1] : isHeadFollowed;
  }

  private void setFollowedBefore(boolean isFollowed) {
    if (index > 0) {
      chunks[chunk].isFollowed[index - 1] = isFollowed;
    } else if (chunk > 0) {
      chunks[chunk - 1].isFollowed[chunks[chunk - 1].count - 1] = isFollowed;
    } else {
      isHeadFollowed = isFollowed;
    }
  }

  private boolean isAt(long ordinal) {
    return isFound() && ordinal() == ordinal;
  }

  // ---- what is learnt ---------------------------------------------------------------------------------------------

  /** The tree has an entry, which was there before or has just been inserted: what was between two known neighbours is between them no more than before. */
  void add(long ordinal, byte[] record) {
    find(ordinal);
    if (isAt(ordinal)) {
      bytes += record.length - chunks[chunk].records[index].length;
      chunks[chunk].records[index] = record;
      return;
    }
    if (record.length > LONGEST_RECORD || bytes > MOST_BYTES || !hasRoom()) {
      setFollowedBefore(false); // E2
      return;
    }
    boolean isFollowed = isFollowedBefore();
    if (chunkCount == 0) {
      chunks[0] = new Chunk();
      chunkCount = 1;
    } else if (chunk == chunkCount) { // behind all
      chunk--;
      index = chunks[chunk].count;
    }
    if (chunks[chunk].count == CAPACITY) {
      divide();
    }
    Chunk target = chunks[chunk];
    target.copy(target, index, index + 1, target.count - index);
    target.ordinals[index] = ordinal;
    target.records[index] = record;
    target.isFollowed[index] = isFollowed;
    target.count++;
    bytes += record.length;
  }

  private boolean hasRoom() {
    return chunkCount < MOST_CHUNKS || chunks[Math.min(chunk, chunkCount - 1)].count < CAPACITY;
  }

  /** Divides the full chunk of the position: in halves, or at its end if that is where the next entry comes. */
  private void divide() {
    if (chunkCount == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * chunkCount);
    }
    Chunk left = chunks[chunk];
    int kept = index == CAPACITY ? CAPACITY - 1 : CAPACITY / 2;
    Chunk right = new Chunk();
    right.copy(left, kept, 0, CAPACITY - kept);
    right.count = CAPACITY - kept;
    left.count = kept;
    Arrays.fill(left.records, kept, CAPACITY, null);
    System.arraycopy(chunks, chunk + 1, chunks, chunk + 2, chunkCount - chunk - 1);
    chunks[chunk + 1] = right;
    chunkCount++;
    if (index > kept) {
      index -= kept;
      chunk++;
    }
  }

  /** The tree has nothing between two ordinals: −1 for before all, {@link Long#MAX_VALUE} for behind all. Noted if both are known, or ends. */
  void noteNothingBetween(long low, long high) {
    find(low + 1);
    if (ordinalBefore() == low && (isFound() ? ordinal() == high : high == Long.MAX_VALUE)) {
      setFollowedBefore(true);
    }
  }

  /** An entry has been removed from the tree. */
  void removed(long ordinal) {
    find(ordinal);
    if (isAt(ordinal)) {
      Chunk from = chunks[chunk];
      boolean isFollowed = isFollowedBefore() && from.isFollowed[index];
      bytes -= from.records[index].length;
      setFollowedBefore(isFollowed);
      from.copy(from, index + 1, index, from.count - index - 1);
      from.count--;
      from.records[from.count] = null;
      if (from.count == 0) {
        removeChunk();
      }
    }
  }

  private void removeChunk() {
    chunkCount--;
    System.arraycopy(chunks, chunk + 1, chunks, chunk, chunkCount - chunk);
    chunks[chunkCount] = null;
  }

  /** Forgets what has ordinals from one on, so many. */
  void forget(long first, long size) {
    find(first);
    setFollowedBefore(false);
    while (isFound() && ordinal() - first < size) {
      removed(ordinal()); // stays where the next one comes to, or at the beginning of the next chunk
      find(first);
    }
  }

  void clear() {
    chunks = new Chunk[4];
    chunkCount = 0;
    bytes = 0;
    isHeadFollowed = false;
  }

  /** E1 to E3 as far as they can be seen here, for tests: the ordinals known. */
  long[] ordinals() {
    long[] all = new long[chunkCount * CAPACITY];
    int count = 0;
    for (int i = 0; i < chunkCount; i++) {
      assert chunks[i].count > 0 && chunks[i].count <= CAPACITY : "E3";
      for (int j = 0; j < chunks[i].count; j++) {
        assert count == 0 || all[count - 1] < chunks[i].ordinals[j] : "the order of ordinals";
        all[count++] = chunks[i].ordinals[j];
      }
    }
    return Arrays.copyOf(all, count);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.lumosql.record.SerialType;
import org.lumosql.record.Varint;

/**
 * Collects records whose keys have the same bytes while they are added, so that only one of each group needs to be sorted: what GROUP BY
 * with few groups is made faster by. Groups whose keys are equal with different bytes, such as 1 and 1.0, meet in the sort, where the
 * order in which records came is restored.
 *
 * <p>Gives up when nearly every record has a key of its own.
 */
final class KeyGroups {
  /** Numbers of records at which to look whether it is worth while, and how many groups there may be then, in tenths. */
  private static final int[] CHECKS = {8_192, 65_536, 262_144};
  private static final int[] TENTHS = {9, 6, 4};

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final RecordHeap heap;
  private final int columns;
  private int[] table = new int[256];
  private int[] hashes = new int[128];
  /** The places of the first records of the groups. */
  private long[] firsts = new long[128];
  private int[] heads = new int[128];
  private int[] tails = new int[128];
  private int groups;
  private int[] next = new int[1024];
  private int nextCheck;

  private int headerLength;
  private int keyStart;
  private int keyLength;

  KeyGroups(RecordHeap heap, int columns) {
    this.heap = heap;
    this.columns = columns;
  }

  int groupCount() {
    return groups;
  }

  /** Bytes that the groups need for so many records. */
  long bytes(int records) {
    return 4L * records + 28L * groups;
  }

  /**
   * Adds the record that was just put into the heap.
   *
   * @return false if grouping is not worth while: the object is of no use any more
   */
  boolean add(int number, long place) {
    byte[] record = heap.arrayAt(place);
    int offset = RecordHeap.offsetAt(place);
    int hash = hash(record, offset);
    int group = find(record, offset, hash);
    if (number >= next.length) {
      next = Arrays.copyOf(next, next.length * 2);
    }
    next[number] = -1;
    if (group >= 0) {
      next[tails[group]] = number;
      tails[group] = number;
    } else {
      insert(hash, place, number);
    }
    if (nextCheck < CHECKS.length && number + 1 == CHECKS[nextCheck]) {
      return (long) groups * 10 < (long) (number + 1) * TENTHS[nextCheck++];
    }
    return true;
  }

  /** Locates the key's bytes: types from {@code offset + headerLength} on, values from {@code keyStart} on. */
  private int hash(byte[] record, int offset) {
    int size = record[offset];
    int header = offset + 1;
    if (size < 0) {
      size = (int) Varint.read(record, offset);
      header = offset + Varint.lengthAt(record, offset);
    }
    int body = offset + size;
    keyStart = body;
    int end = body;
    long hash = 0;
    for (int i = 0; i < columns && header < end; i++) {
      int type = record[header];
      if (type >= 0) {
        header++;
      } else {
        type = (int) Varint.read(record, header);
        header += Varint.lengthAt(record, header);
      }
      hash = hash * 31 + type;
      body += (int) SerialType.length(type);
    }
    headerLength = header - offset;
    keyLength = body - keyStart;
    int at = keyStart;
    for (; at + 8 <= body; at += 8) {
      hash = (hash ^ (long) LONG.get(record, at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    for (; at < body; at++) {
      hash = hash * 31 + record[at];
    }
    hash *= 0xBF58476D1CE4E5B9L;
    return (int) (hash >>> 32);
  }

  private int find(byte[] record, int offset, int hash) {
    int mask = table.length - 1;
    for (int slot = hash & mask; table[slot] != 0; slot = slot + 1 & mask) {
      int group = table[slot] - 1;
      if (hashes[group] == hash && hasKey(firsts[group], record, offset)) {
        return group;
      }
    }
    return -1;
  }

  /** The headers agree except perhaps in what says their size, where records of a group differ only behind the key. */
  private boolean hasKey(long place, byte[] record, int offset) {
    byte[] other = heap.arrayAt(place);
    int at = RecordHeap.offsetAt(place);
    int size = other[at];
    if (size < 0 || record[offset] < 0) {
      return false; // long headers: such records are groups of their own
    }
    return Arrays.equals(other, at + 1, at + headerLength, record, offset + 1, offset + headerLength)
        && Arrays.equals(other, at + size, at + size + keyLength, record, keyStart, keyStart + keyLength);
  }

  private void insert(int hash, long place, int number) {
    if (groups == hashes.length) {
      hashes = Arrays.copyOf(hashes, groups * 2);
      firsts = Arrays.copyOf(firsts, groups * 2);
      heads = Arrays.copyOf(heads, groups * 2);
      tails = Arrays.copyOf(tails, groups * 2);
    }
    hashes[groups] = hash;
    firsts[groups] = place;
    heads[groups] = number;
    tails[groups] = number;
    groups++;
    if (groups * 2 > table.length) {
      rehash();
    } else {
      enter(groups - 1);
    }
  }

  private void enter(int group) {
    int mask = table.length - 1;
    int slot = hashes[group] & mask;
    while (table[slot] != 0) {
      slot = slot + 1 & mask;
    }
    table[slot] = group + 1;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int group = 0; group < groups; group++) {
      enter(group);
    }
  }

  /** Sorts one record of each group and puts the places of all records, group after group, into a new array. */
  long[] sorted(RecordSort sort, RecordOrder order, long[] places, int count) {
    // places of first records order groups as their numbers do: the heap gives places that grow
    long[] sorted = Arrays.copyOf(firsts, groups);
    sort.sort(sorted, groups);
    long[] result = new long[places.length];
    int at = 0;
    for (int i = 0; i < groups; ) {
      int end = i + 1;
      while (end < groups && equalKeys(order, sorted[i], sorted[end])) {
        end++;
      }
      int begin = at;
      for (; i < end; i++) {
        int group = Arrays.binarySearch(firsts, 0, groups, sorted[i]);
        for (int number = heads[group]; number >= 0; number = next[number]) {
          result[at++] = places[number];
        }
        if (i + 1 == end && begin != at && isMixed(result, begin, at)) {
          Arrays.sort(result, begin, at);
        }
      }
    }
    assert at == count : "records are lost in groups";
    return result;
  }

  /** Whether records of several groups follow each other in another order than they came in. */
  private static boolean isMixed(long[] places, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (places[i - 1] > places[i]) {
        return true;
      }
    }
    return false;
  }

  private boolean equalKeys(RecordOrder order, long a, long b) {
    return order.compare(heap.arrayAt(a), RecordHeap.offsetAt(a), heap.arrayAt(b), RecordHeap.offsetAt(b)) == 0;
  }
}

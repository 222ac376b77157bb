// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SortKey;

/**
 * The keys of one index tree, whose values are the records. A key is the record's {@link SortKey} if that is short
 * enough and says all. Otherwise it is <em>cut</em>: the first bytes of the sort key, which name a
 * <em>bucket</em>, and eight bytes of an ordinal.
 *
 * <ol>
 *   <li>X1. The ordinals of a bucket follow the order of its records, found by comparing records; 0 ≤ ordinal &lt;
 *       2^63.
 *   <li>X2. Sort keys are prefix-free, so that a bucket's name is no prefix of a key that is not cut, nor of another
 *       bucket's name.
 *   <li>X3. An ordinal may be given to another record after its own is deleted: a position in a bucket must be
 *       remembered as a record.
 * </ol>
 */
final class IndexKeys {
  static final int ORDINAL_LENGTH = 8;
  /** Between neighbours where there is room; a power of two. */
  static final long GAP = 1 << 20;

  private static final byte[] NO_NAME = new byte[0];
  private static final long MIDDLE = 1L << 62;
  /** Bits of the smallest block of ordinals that is spread anew, and of the largest. */
  private static final int SMALLEST_BLOCK = 6;

  private static final int LARGEST_BLOCK = 62;
  /** A block of <i>n</i> bits is crowded with more entries than this to the power of <i>n</i>. */
  private static final double CROWDED = 1.4;

  private final KeyOrder order;
  private final SortKey sortKey;
  private final boolean isExact;
  private final int longestUncut;
  private final KeyProbe own;
  /** Null unless keys are nothing but ordinals: all entries are in one bucket, whose name is empty. */
  private final TreePlace ordinals;

  /** Null unless there are {@code ordinals}. */
  private final OrdinalSearch search;

  /** What the last look has found. */
  private long foundOrdinal;

  private byte[] foundRecord;

  /**
   * The keys of a tree.
   *
   * @param maximumKeyLength 8 for keys that are nothing but ordinals
   */
  static IndexKeys of(KeyOrder order, int maximumKeyLength, TreePlace place) {
    return new IndexKeys(order, maximumKeyLength, maximumKeyLength == ORDINAL_LENGTH ? place : null);
  }

  private IndexKeys(KeyOrder order, int maximumKeyLength, TreePlace ordinals) {
    this.ordinals = ordinals;
    this.search = ordinals == null ? null : new OrdinalSearch(ordinals);
    this.order = order;
    this.sortKey = new SortKey(order);
    this.isExact = SortKey.isExact(order);
    this.longestUncut = maximumKeyLength - ORDINAL_LENGTH;
    this.own = new KeyProbe(order);
  }

  /** Whether a position on a key of this length must be remembered by its record (X3). */
  boolean isFoundByRecord(int keyLength) {
    return !isExact || keyLength > longestUncut;
  }

  private boolean isCut() {
    return sortKey.isCut() || sortKey.length() > longestUncut;
  }

  private byte[] bucketName() {
    return Arrays.copyOf(sortKey.array(), Math.min(sortKey.length(), longestUncut));
  }

  /** A probe for a whole record, good until the next call. */
  KeyProbe probe(byte[] record, int offset, int length) {
    own.load(record, offset, length, order.columnCount());
    return own;
  }

  // ---- searching --------------------------------------------------------------------------------------------------

  /**
   * Moves to the first entry that is not before the probe.
   *
   * @return 0: it equals the probe; 1: it is after it; −1: there is none, and the cursor is on no entry
   */
  int seek(KvCursor cursor, KeyProbe probe) {
    if (search != null) {
      return search.seek(cursor, probe);
    }
    sortKey.encode(probe);
    if (isCut()) {
      return seekInBucket(cursor, bucketName(), probe);
    }
    if (probe.tie() < 0) {
      sortKey.appendPastEnd();
    }
    byte[] bound = sortKey.toBytes();
    if (!cursor.seek(bound)) {
      return -1;
    }
    return probe.tie() == 0 && startsWith(cursor.key(), bound) ? 0 : 1;
  }

  /** As {@link #seek}; but the cursor is not moved if {@link #isKnown} says so then. */
  int find(KvCursor cursor, KeyProbe probe) {
    return search != null ? search.find(cursor, probe) : seek(cursor, probe);
  }

  /** Whether {@link #find} has just found its answer without the tree. */
  boolean isKnown() {
    return search != null && search.isKnown();
  }

  /** The key of the entry found. Requires: {@link #isKnown}, and there is one. */
  byte[] knownKey() {
    return search.key();
  }

  /** The record of the entry found. Requires: {@link #isKnown}, and there is one. */
  byte[] knownRecord() {
    return search.record();
  }

  private static boolean startsWith(byte[] key, byte[] start) {
    return key.length >= start.length && Arrays.equals(key, 0, start.length, start, 0, start.length);
  }

  private static boolean isIn(byte[] bucket, byte[] key) {
    return key.length == bucket.length + ORDINAL_LENGTH && startsWith(key, bucket);
  }

  private static byte[] cutKey(byte[] bucket, long ordinal) {
    byte[] key = Arrays.copyOf(bucket, bucket.length + ORDINAL_LENGTH);
    for (int i = 0; i < ORDINAL_LENGTH; i++) {
      key[bucket.length + i] = (byte) (ordinal >>> 56 - 8 * i);
    }
    return key;
  }

  private static long ordinal(byte[] bucket, byte[] key) {
    long ordinal = 0;
    for (int i = bucket.length; i < key.length; i++) {
      ordinal = ordinal << 8 | key[i] & 0xff;
    }
    return ordinal;
  }

  private static int compare(KvCursor cursor, KeyProbe probe) {
    return probe.compareEntry(cursor.valueArray(), cursor.valueOffset(), cursor.valueLength());
  }

  private int seekInBucket(KvCursor cursor, byte[] bucket, KeyProbe probe) {
    if (!cursor.seek(cutKey(bucket, 0))) {
      return -1;
    }
    if (!isIn(bucket, cursor.key())) {
      return 1;
    }
    int side = compare(cursor, probe);
    if (side >= 0) {
      return side;
    }
    long low = ordinal(bucket, cursor.key()) + 1;
    boolean isFollowed = cursor.seek(cutKey(bucket, Long.MAX_VALUE));
    if (isFollowed) {
      cursor.previous();
    } else {
      cursor.last();
    }
    if (compare(cursor, probe) < 0) {
      if (isFollowed) {
        cursor.next();
        return 1;
      }
      cursor.seek(cutKey(bucket, Long.MAX_VALUE));
      return -1;
    }
    return searchBetween(cursor, bucket, probe, low, ordinal(bucket, cursor.key()));
  }

  /**
   * Requires: the entry of ordinal {@code last} is not before the probe; none with an ordinal below {@code first} is in
   * question.
   */
  private int searchBetween(KvCursor cursor, byte[] bucket, KeyProbe probe, long first, long last) {
    long low = first;
    long high = last;
    long best = last;
    boolean isNeighbourKnown = false;
    boolean isSparse = false;
    while (low < high) {
      if (!isNeighbourKnown && high - low < GAP) {
        // most entries are farther apart: then there is none between, and the search ends with the cursor where it has to be
        isNeighbourKnown = true;
        if (isDirectlyBehind(cursor, bucket, probe, low, best)) {
          return compare(cursor, probe);
        }
      }
      long at = isSparse ? low : low + (high - low >>> 1);
      look(cursor, bucket, at, high);
      if (foundOrdinal >= high) {
        if (isSparse) {
          break; // nothing in between
        }
        // nothing from the middle on; where ordinals are far apart that is so again and again, so the next look is at the other end
        high = at;
        isSparse = true;
      } else {
        isSparse = false;
        if (probe.compareEntry(foundRecord, 0, foundRecord.length) < 0) {
          low = foundOrdinal + 1;
        } else {
          high = foundOrdinal;
          best = foundOrdinal;
        }
      }
    }
    cursor.seek(cutKey(bucket, best));
    return compare(cursor, probe);
  }

  /**
   * Whether an entry is the first one not before the probe, because the one in front of it has an ordinal below {@code low} or is before the probe; the cursor is on it then.
   * Else a search finds that one or one before it.
   */
  private boolean isDirectlyBehind(KvCursor cursor, byte[] bucket, KeyProbe probe, long low, long ordinal) {
    byte[] key = cutKey(bucket, ordinal);
    cursor.seek(key);
    if (!cursor.previous()) {
      cursor.seek(key);
      return true;
    }
    if (isIn(bucket, cursor.key()) && ordinal(bucket, cursor.key()) >= low && compare(cursor, probe) >= 0) {
      return false;
    }
    cursor.next();
    return true;
  }

  /** Finds the first entry at an ordinal or behind it; its record only if it is before {@code high}. Requires: there is one. */
  private void look(KvCursor cursor, byte[] bucket, long at, long high) {
    cursor.seek(cutKey(bucket, at));
    foundOrdinal = ordinal(bucket, cursor.key());
    foundRecord = foundOrdinal < high ? cursor.value() : null;
  }

  // ---- inserting --------------------------------------------------------------------------------------------------

  /** The key of a record, if its place does not depend on other entries; else null. */
  byte[] uncutKey(KeyProbe probe) {
    if (ordinals != null) {
      return null;
    }
    sortKey.encode(probe);
    return isCut() ? null : sortKey.toBytes();
  }

  /**
   * The key for a record that must be cut, is not there yet, and whose place {@link #find} has just found.
   */
  byte[] newCutKey(KvCursor cursor, int side, ChangeLog changes, int tree) {
    byte[] bucket = bucketName();
    long after;
    long before;
    if (isKnown()) {
      after = side > 0 ? search.ordinal() : -1;
      before = search.ordinalBefore();
    } else {
      after = side > 0 && isIn(bucket, cursor.key()) ? ordinal(bucket, cursor.key()) : -1;
      boolean isPreceded = side > 0 ? cursor.previous() : cursor.last();
      before = isPreceded && isIn(bucket, cursor.key()) ? ordinal(bucket, cursor.key()) : -1;
    }
    if (after < 0) {
      return cutKey(bucket, before < 0 ? MIDDLE : before + Math.min(GAP, (Long.MAX_VALUE - before) / 2));
    }
    if (before < 0 && after > GAP) {
      return cutKey(bucket, after - GAP);
    }
    if (after - before > 1) {
      return cutKey(bucket, before + (after - before) / 2);
    }
    return cutKey(bucket, makeRoom(cursor, changes, tree, bucket, after));
  }

  /** An entry has been put into the tree. */
  void noteInserted(byte[] key, byte[] record) {
    if (ordinals != null) {
      ordinals.known().add(ordinal(NO_NAME, key), record);
    }
  }

  /** An entry will be removed from the tree. */
  void noteDeletion(byte[] key) {
    if (ordinals != null) {
      ordinals.known().removed(ordinal(NO_NAME, key));
    }
  }

  /**
   * Spreads ordinals around an entry and returns a free one directly before it. How far around: the smallest block of
   * ordinals whose size is a power of two and that is not crowded. What counts as crowded rises more slowly than the
   * size, so that room that was made lasts: many insertions in one place move few entries each.
   */
  private long makeRoom(KvCursor cursor, ChangeLog changes, int tree, byte[] bucket, long before) {
    List<byte[]> keys = new ArrayList<>();
    List<byte[]> records = new ArrayList<>();
    for (int bits = SMALLEST_BLOCK; ; bits++) {
      long size = 1L << bits;
      long first = before & -size;
      double most = bits == LARGEST_BLOCK ? Double.MAX_VALUE : Math.pow(CROWDED, bits);
      keys.clear();
      records.clear();
      int place = 0;
      boolean more = cursor.seek(cutKey(bucket, first));
      while (more && keys.size() <= most && isIn(bucket, cursor.key()) && ordinal(bucket, cursor.key()) - first < size) {
        if (ordinal(bucket, cursor.key()) == before) {
          place = keys.size();
        }
        keys.add(cursor.key());
        records.add(cursor.value());
        more = cursor.next();
      }
      if (keys.size() <= most) {
        if (ordinals != null) {
          ordinals.known().forget(first, size);
        }
        return spread(changes, tree, bucket, keys, records, place, first, size);
      }
    }
  }

  /** Gives the entries of a block new ordinals, one being left out at a place, and returns that one. */
  private static long spread(
      ChangeLog changes,
      int tree,
      byte[] bucket,
      List<byte[]> keys,
      List<byte[]> records,
      int place,
      long first,
      long size) {
    for (int i = 0; i < keys.size(); i++) {
      changes.delete(tree, keys.get(i), records.get(i));
    }
    long step = size / (keys.size() + 1);
    for (int i = 0; i < keys.size(); i++) {
      long ordinal = first + step / 2 + (i < place ? i : i + 1) * step;
      changes.put(tree, cutKey(bucket, ordinal), null, records.get(i));
    }
    return first + step / 2 + place * step;
  }
}

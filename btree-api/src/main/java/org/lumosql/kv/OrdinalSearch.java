// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import org.lumosql.record.KeyProbe;

/** Searches in a tree whose keys are nothing but ordinals: among the entries that are known first, and in the tree where that does not tell. */
final class OrdinalSearch {
  private final TreePlace place;
  /** The last known entry before the probe, −1 if none; and the first one not before it, {@link Long#MAX_VALUE} if none. */
  private long low;

  private long high;
  /** There is no entry from here to {@code high}. */
  private long bound;

  private boolean isKnown;

  OrdinalSearch(TreePlace place) {
    this.place = place;
  }

  private static byte[] key(long ordinal) {
    byte[] key = new byte[IndexKeys.ORDINAL_LENGTH];
    RowKey.writeNumber(key, ordinal);
    return key;
  }

  private static long ordinal(KvCursor cursor) {
    return cursor.keyNumber();
  }

  /**
   * Finds the first entry that is not before the probe; the cursor is on it, or on none, unless {@link #isKnown}.
   *
   * @return 0: it equals the probe; 1: it is after it; −1: there is none
   */
  int find(KvCursor cursor, KeyProbe probe) {
    KnownEntries known = place.known();
    known.search(probe);
    if (!known.isComplete()) {
      learn(known, cursor, probe);
      known.search(probe);
    }
    isKnown = known.isComplete();
    if (isKnown) {
      return known.isFound() ? known.side() : -1;
    }
    // there is no room for what was found
    if (high == Long.MAX_VALUE) {
      cursor.seek(key(Long.MAX_VALUE));
      return -1;
    }
    cursor.seek(key(high));
    return probe.compareEntry(cursor.valueArray(), cursor.valueOffset(), cursor.valueLength());
  }

  /** As {@link #find}, and the cursor is on the entry in any case. */
  int seek(KvCursor cursor, KeyProbe probe) {
    int side = find(cursor, probe);
    if (isKnown) {
      cursor.seek(side < 0 ? key(Long.MAX_VALUE) : key(place.known().ordinal()));
    }
    return side;
  }

  /** Whether the last search has ended among the known entries: then {@link #key}, {@link #record} and {@link #ordinalBefore} tell of it until the tree is changed. */
  boolean isKnown() {
    return isKnown;
  }

  /** Requires: {@link #isKnown}, and an entry was found. */
  byte[] key() {
    return key(place.known().ordinal());
  }

  /** Requires: {@link #isKnown}, and an entry was found. */
  byte[] record() {
    return place.known().record();
  }

  /** The ordinal of the entry found. Requires: {@link #isKnown}, and an entry was found. */
  long ordinal() {
    return place.known().ordinal();
  }

  /** The ordinal of the entry before, or −1. Requires: {@link #isKnown}. */
  long ordinalBefore() {
    return place.known().ordinalBefore();
  }

  /** Searches between the known entries until there is nothing between {@code low} and {@code high}. */
  private void learn(KnownEntries known, KvCursor cursor, KeyProbe probe) {
    low = known.ordinalBefore();
    high = known.isFound() ? known.ordinal() : Long.MAX_VALUE;
    bound = high;
    if (high == Long.MAX_VALUE) {
      if (!cursor.last()) {
        known.noteNothingBetween(-1, Long.MAX_VALUE);
        return;
      }
      take(known, cursor, probe);
      known.noteNothingBetween(ordinal(cursor), Long.MAX_VALUE);
    }
    boolean isSparse = false;
    boolean isNeighbourKnown = false;
    while (high != Long.MAX_VALUE && low + 1 < bound) {
      if (!isNeighbourKnown && bound - low <= IndexKeys.GAP) {
        // most entries are farther apart: then there is none between
        isNeighbourKnown = true;
        cursor.seek(key(high));
        if (!cursor.previous() || ordinal(cursor) <= low) {
          break;
        }
        long before = ordinal(cursor);
        long behind = high;
        take(known, cursor, probe);
        known.noteNothingBetween(before, behind);
        if (low == before) {
          break;
        }
        isSparse = false;
        continue;
      }
      long at = isSparse ? low + 1 : low + (bound - low >>> 1);
      cursor.seek(key(at));
      if (ordinal(cursor) < high) {
        take(known, cursor, probe);
        isSparse = false;
      } else if (isSparse) {
        break;
      } else {
        // nothing from the middle on; where ordinals are far apart that is so again and again, so the next look is at the other end
        bound = at;
        isSparse = true;
      }
    }
    known.noteNothingBetween(low, high);
  }

  /** The entry that the cursor is on is a bound now, and known. */
  private void take(KnownEntries known, KvCursor cursor, KeyProbe probe) {
    long ordinal = ordinal(cursor);
    byte[] record = cursor.value();
    known.add(ordinal, record);
    if (probe.compareEntry(record, 0, record.length) < 0) {
      low = ordinal;
    } else {
      high = ordinal;
      bound = ordinal;
    }
  }
}

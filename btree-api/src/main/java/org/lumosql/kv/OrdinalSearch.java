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
   * Moves to the first entry that is not before the probe.
   *
   * @return 0: it equals the probe; 1: it is after it; −1: there is none, and the cursor is on no entry
   */
  int seek(KvCursor cursor, KeyProbe probe) {
    KnownEntries known = place.known();
    known.search(probe);
    if (!known.isComplete()) {
      learn(known, cursor, probe);
      known.search(probe);
    }
    if (known.isComplete()) {
      if (!known.isFound()) {
        cursor.seek(key(Long.MAX_VALUE));
        return -1;
      }
      int side = known.side();
      cursor.seek(key(known.ordinal()));
      return side;
    }
    // there is no room for what was found
    if (high == Long.MAX_VALUE) {
      cursor.seek(key(Long.MAX_VALUE));
      return -1;
    }
    cursor.seek(key(high));
    return probe.compareEntry(cursor.valueArray(), cursor.valueOffset(), cursor.valueLength());
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

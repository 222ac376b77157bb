// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/**
 * Where searches in a tree of ordinals have looked: the first steps are the same for all. Without it each step would be a seek and the opening of a value. Good for one
 * version of the tree.
 */
final class SearchMemory {
  /** Steps of a search that are remembered. Later ones are too many: they would push out the earlier ones, which more searches have in common. */
  static final int STEPS = 15;

  private static final int FEWEST_SLOTS = 1024;
  private static final int MOST_SLOTS = 32_768;
  private static final int LONGEST_RECORD = 512;
  /** Stands for a record that nobody has asked for. */
  static final byte[] NO_RECORD = new byte[0];

  private static final long HASH = 0x9e3779b97f4a7c15L;

  private final TreePlace place;
  private long version;
  private int count;
  private long[] sought = new long[FEWEST_SLOTS];
  private long[] found = new long[FEWEST_SLOTS];
  private byte[][] records = new byte[FEWEST_SLOTS][];
  private int shift = shift(FEWEST_SLOTS);

  SearchMemory(TreePlace place) {
    this.place = place;
  }

  private static int shift(int slots) {
    return Long.SIZE - Integer.numberOfTrailingZeros(slots);
  }

  private int slot(long ordinal) {
    return (int) (ordinal * HASH >>> shift);
  }

  /** The record of the first entry at an ordinal or behind it, or {@link #NO_RECORD}, if the entry is remembered; else null. Its own ordinal is {@link #ordinalAt}. */
  byte[] recordAt(long ordinal) {
    if (version != place.version) {
      if (count > 0) {
        Arrays.fill(records, null);
        count = 0;
      }
      version = place.version;
    }
    int slot = slot(ordinal);
    return sought[slot] == ordinal ? records[slot] : null;
  }

  /** Requires: {@link #recordAt} has just answered. */
  long ordinalAt(long ordinal) {
    return found[slot(ordinal)];
  }

  /** Requires: {@link #recordAt} has just been asked for the ordinal. */
  void remember(long ordinal, long foundOrdinal, byte[] record) {
    if (record.length <= LONGEST_RECORD) {
      if (count > sought.length / 2 && sought.length < MOST_SLOTS) {
        grow();
      }
      put(ordinal, foundOrdinal, record);
    }
  }

  private void put(long ordinal, long foundOrdinal, byte[] record) {
    int slot = slot(ordinal);
    sought[slot] = ordinal;
    found[slot] = foundOrdinal;
    records[slot] = record;
    count++;
  }

  private void grow() {
    long[] oldSought = sought;
    long[] oldFound = found;
    byte[][] oldRecords = records;
    int slots = 2 * oldSought.length;
    sought = new long[slots];
    found = new long[slots];
    records = new byte[slots][];
    shift = shift(slots);
    count = 0;
    for (int i = 0; i < oldSought.length; i++) {
      if (oldRecords[i] != null) {
        put(oldSought[i], oldFound[i], oldRecords[i]);
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/**
 * Where searches in a tree of ordinals have looked: the first steps are the same for all. Without it each step would be a seek and the opening of a value. Good for one
 * version of the tree.
 */
final class SearchMemory {
  private static final int SLOTS = 4096;
  private static final int LONGEST_RECORD = 512;
  /** Stands for a record that nobody has asked for. */
  static final byte[] NO_RECORD = new byte[0];

  private static final long HASH = 0x9e3779b97f4a7c15L;

  private final TreePlace place;
  private long version;
  private int count;
  private final long[] sought = new long[SLOTS];
  private final long[] found = new long[SLOTS];
  private final byte[][] records = new byte[SLOTS][];

  SearchMemory(TreePlace place) {
    this.place = place;
  }

  private static int slot(long ordinal) {
    return (int) (ordinal * HASH >>> 52);
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
      int slot = slot(ordinal);
      sought[slot] = ordinal;
      found[slot] = foundOrdinal;
      records[slot] = record;
      count++;
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import java.util.Arrays;

/**
 * Where searches in a tree of ordinals have looked: the first steps are the same for many. Without it each step would be a seek and the opening of a value. Good for one
 * version of the tree.
 *
 * <p>Steps are numbered as the nodes of a heap: the first is 1, after step <i>n</i> come 2<i>n</i> and 2<i>n</i> + 1. A search that begins with the same range and has gone the
 * same way looks at the same place.
 */
final class SearchMemory {
  private static final int FEWEST = 1 << 10;
  private static final int MOST = 1 << 17;
  /** Of all records. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int LONGEST_RECORD = 512;
  /** Stands for a record that nobody has asked for. */
  static final byte[] NO_RECORD = new byte[0];

  private final TreePlace place;
  private long version;
  private int count;
  private int bytes;

  /** The version of the tree that a step is good for. */
  private long[] versions = new long[FEWEST];

  private long[] found = new long[FEWEST];
  private byte[][] records = new byte[FEWEST][];

  private long lastVersion = -1;
  private long last;
  private byte[] lastRecord;

  SearchMemory(TreePlace place) {
    this.place = place;
  }

  /** The record of the last entry, or null if it is not known. */
  byte[] lastRecord() {
    return lastVersion == place.version ? lastRecord : null;
  }

  /** Requires: {@link #lastRecord} is known. */
  long lastOrdinal() {
    return last;
  }

  void rememberLast(long ordinal, byte[] record) {
    lastVersion = place.version;
    last = ordinal;
    lastRecord = record;
  }

  /** The record of the entry that a step has found, or {@link #NO_RECORD}; null if the step is not remembered. Its ordinal is {@link #ordinalAt}. */
  byte[] recordAt(int step) {
    return step < versions.length && versions[step] == place.version ? records[step] : null;
  }

  /** Requires: {@link #recordAt} has just answered. */
  long ordinalAt(int step) {
    return found[step];
  }

  void remember(int step, long foundOrdinal, byte[] record) {
    if (version != place.version) {
      version = place.version;
      count = 0;
    }
    if (record.length > LONGEST_RECORD || bytes > MOST_BYTES) {
      return;
    }
    if (step >= versions.length && versions.length < MOST && count > versions.length / 4) {
      grow();
    }
    if (step < versions.length) {
      byte[] old = records[step];
      bytes += record.length - (old == null ? 0 : old.length);
      versions[step] = version;
      found[step] = foundOrdinal;
      records[step] = record;
      count++;
    }
  }

  private void grow() {
    int length = 2 * versions.length;
    versions = Arrays.copyOf(versions, length);
    found = Arrays.copyOf(found, length);
    records = Arrays.copyOf(records, length);
  }
}

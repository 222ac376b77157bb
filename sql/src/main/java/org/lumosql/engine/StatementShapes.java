// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.sql.parse.TokenScan;

/** The shapes of statements compiled lately: two for each value of the low bits of their hashes, the one used longer ago gives way. */
final class StatementShapes {
  private static final int BUCKETS = 64;

  private final StatementShape[] shapes = new StatementShape[2 * BUCKETS];
  /** Beside them, so that shapes which are not wanted need not be fetched from memory. */
  private final int[] hashes = new int[2 * BUCKETS];
  /** Which of the two places of a bucket was used last. */
  private final byte[] recent = new byte[BUCKETS];
  private boolean on = true;

  /** Switched off, no text is served by the program of another one. */
  void setOn(boolean on) {
    this.on = on;
    clear();
  }

  boolean isOn() {
    return on;
  }

  /** A shape that serves a text; null if there is none. */
  StatementShape find(TokenScan scan, Session session) {
    int bucket = bucket(scan.hash());
    int place = 2 * bucket + recent[bucket];
    if (!has(place, scan, session)) {
      place ^= 1;
      if (!has(place, scan, session)) {
        return null;
      }
      recent[bucket] ^= 1;
    }
    return shapes[place];
  }

  /** Takes the place of the shape of its bucket that was used less lately. */
  void add(StatementShape shape) {
    int bucket = bucket(shape.hash());
    recent[bucket] ^= 1;
    int place = 2 * bucket + recent[bucket];
    shapes[place] = shape;
    hashes[place] = shape.hash();
  }

  private boolean has(int place, TokenScan scan, Session session) {
    return hashes[place] == scan.hash() && shapes[place] != null && shapes[place].serves(scan, session);
  }

  private static int bucket(int hash) {
    return (hash ^ hash >>> 16) & BUCKETS - 1;
  }

  void clear() {
    java.util.Arrays.fill(shapes, null);
  }
}

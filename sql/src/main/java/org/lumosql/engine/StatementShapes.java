// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.sql.parse.TokenScan;

/** The shapes of statements compiled lately: two for each value of the low bits of their hashes, the one used last first. */
final class StatementShapes {
  private static final int BUCKETS = 64;

  private final StatementShape[] shapes = new StatementShape[2 * BUCKETS];
  /** Beside them, so that shapes which are not wanted need not be fetched from memory. */
  private final int[] hashes = new int[2 * BUCKETS];
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
    int first = first(scan.hash());
    if (has(first, scan, session)) {
      return shapes[first];
    }
    if (!has(first + 1, scan, session)) {
      return null;
    }
    StatementShape second = shapes[first + 1];
    add(second);
    return second;
  }

  void add(StatementShape shape) {
    int first = first(shape.hash());
    shapes[first + 1] = shapes[first];
    hashes[first + 1] = hashes[first];
    shapes[first] = shape;
    hashes[first] = shape.hash();
  }

  private boolean has(int place, TokenScan scan, Session session) {
    return hashes[place] == scan.hash() && shapes[place] != null && shapes[place].serves(scan, session);
  }

  private static int first(int hash) {
    return ((hash ^ hash >>> 16) & BUCKETS - 1) * 2;
  }

  void clear() {
    java.util.Arrays.fill(shapes, null);
  }
}

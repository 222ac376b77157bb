// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.sql.parse.TokenScan;

/** The shapes of statements compiled lately: two for each value of the low bits of their hashes, the one used last first. */
final class StatementShapes {
  private static final int BUCKETS = 64;

  private final StatementShape[] shapes = new StatementShape[2 * BUCKETS];
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
    StatementShape shape = shapes[first];
    if (shape != null && shape.hash() == scan.hash() && shape.serves(scan, session)) {
      return shape;
    }
    StatementShape second = shapes[first + 1];
    if (second != null && second.hash() == scan.hash() && second.serves(scan, session)) {
      shapes[first + 1] = shape;
      shapes[first] = second;
      return second;
    }
    return null;
  }

  void add(StatementShape shape) {
    int first = first(shape.hash());
    shapes[first + 1] = shapes[first];
    shapes[first] = shape;
  }

  private static int first(int hash) {
    return ((hash ^ hash >>> 16) & BUCKETS - 1) * 2;
  }

  void clear() {
    java.util.Arrays.fill(shapes, null);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

/** The time by which a statement must have ended: random joins may take for ever. */
final class Deadline {
  private static final long LIMIT_NANOS = 4_000_000_000L;

  private long end = Long.MAX_VALUE;

  void start() {
    end = System.nanoTime() + LIMIT_NANOS;
  }

  boolean isOver() {
    return System.nanoTime() - end > 0;
  }
}

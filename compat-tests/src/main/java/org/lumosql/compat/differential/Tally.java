// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run has done so far. Used by all its threads. */
public final class Tally {
  private static final int TIMEOUTS_KEPT = 20;

  private final long start = System.nanoTime();
  private final List<String> slow = new ArrayList<>();
  private long statements;
  private long succeeded;
  private long ambiguous;
  private long timeouts;
  private long slowOnLeftOnly;
  private long messages;

  synchronized void count(Outcome reference) {
    statements++;
    if (!reference.isError()) {
      succeeded++;
    }
  }

  synchronized void ambiguous() {
    ambiguous++;
  }

  /** Counts a statement that both engines refuse with one code and two messages; returns how many there are. */
  synchronized long message() {
    return ++messages;
  }

  /** Statements that both engines refuse with one code and two messages, where that is no difference. */
  public synchronized long messages() {
    return messages;
  }

  synchronized void timeout(String sql, boolean left, boolean right) {
    timeouts++;
    if (left && !right) {
      slowOnLeftOnly++;
      if (slow.size() < TIMEOUTS_KEPT) {
        slow.add(sql);
      }
    }
  }

  public synchronized long statements() {
    return statements;
  }

  /** Statements that only the first engine could not finish in time. */
  public synchronized List<String> slow() {
    return List.copyOf(slow);
  }

  @Override
  public synchronized String toString() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d statements, %.0f a second, %.1f%% succeed, %d ambiguous, %d timeouts (%d of the first engine alone)",
        statements,
        statements / seconds,
        100.0 * succeeded / Math.max(1, statements),
        ambiguous,
        timeouts,
        slowOnLeftOnly);
  }
}

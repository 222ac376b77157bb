// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.concurrent.TimeUnit;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.LockRelease;
import org.lumosql.error.Interruption;

/**
 * Waits for locks up to a number of milliseconds. A lock that a connection of this JVM holds is waited for until it is released; those of other processes are tried in
 * growing steps, as SQLite's own handler does.
 */
final class BusyTimeout implements BusyHandler {
  private static final int[] DELAYS = {1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100};

  /** Nanoseconds between two looks for an interruption. */
  private static final long LONGEST_SLEEP = 10_000_000;

  private final int milliseconds;
  private long deadline;

  /** How many delays have passed without a release. */
  private int delays;

  BusyTimeout(int milliseconds) {
    this.milliseconds = milliseconds;
  }

  int milliseconds() {
    return milliseconds;
  }

  @Override
  public boolean retry(int attempts) {
    return retry(attempts, LockRelease.UNKNOWN);
  }

  @Override
  public boolean retry(int attempts, LockRelease release) {
    long now = System.nanoTime();
    if (attempts == 0) {
      deadline = now + TimeUnit.MILLISECONDS.toNanos(milliseconds);
      delays = 0;
    }
    long left = deadline - now;
    if (left <= 0) {
      return false;
    }
    long delay = TimeUnit.MILLISECONDS.toNanos(DELAYS[Math.min(delays, DELAYS.length - 1)]);
    for (long end = now + Math.min(delay, left); now - end < 0; now = System.nanoTime()) {
      if (release.await(Math.min(end - now, LONGEST_SLEEP))) {
        return true;
      }
      Interruption.check();
    }
    delays++;
    return true;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lumosql.btree.BusyHandler;
import org.lumosql.error.Interruption;

/** Waits for locks up to a number of milliseconds, in growing steps as SQLite's own handler does. */
final class BusyTimeout implements BusyHandler {
  private static final int[] DELAYS = {1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100};

  /** Nanoseconds between two looks for an interruption. */
  private static final long LONGEST_SLEEP = 10_000_000;

  private final int milliseconds;
  private long deadline;

  BusyTimeout(int milliseconds) {
    this.milliseconds = milliseconds;
  }

  int milliseconds() {
    return milliseconds;
  }

  @Override
  public boolean retry(int attempts) {
    long now = System.nanoTime();
    if (attempts == 0) {
      deadline = now + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }
    long left = deadline - now;
    if (left <= 0) {
      return false;
    }
    long delay = TimeUnit.MILLISECONDS.toNanos(DELAYS[Math.min(attempts, DELAYS.length - 1)]);
    // an interrupted thread does not sleep: it must not spin either
    if (Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    for (long end = now + Math.min(delay, left); now < end; now = System.nanoTime()) {
      LockSupport.parkNanos(Math.min(end - now, LONGEST_SLEEP));
      Interruption.check();
    }
    return true;
  }
}

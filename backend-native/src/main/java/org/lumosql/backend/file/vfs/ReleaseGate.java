// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where handles of this JVM wait for a lock that another one of them holds. Who could not have the lock waits for the releases to be more than they were <em>before</em>
 * it tried: so a release in between is not missed. Waiting is no claim: whoever comes first has the lock, and the others wait again.
 */
final class ReleaseGate {
  private final ReentrantLock mutex;
  private final Condition released;

  /** Written under the mutex only. */
  private volatile int releases;

  private int waiting;

  /** @param mutex of the lock table */
  ReleaseGate(ReentrantLock mutex) {
    this.mutex = mutex;
    this.released = mutex.newCondition();
  }

  /** How often the lock was released so far: to be asked for before the lock is. */
  int releases() {
    return releases;
  }

  /** The lock can be shared by all who wait. Requires: mutex held. */
  void openForAll() {
    releases++;
    if (waiting > 0) {
      released.signalAll();
    }
  }

  /** One of those who wait can have the lock: it has waited longest. Requires: mutex held. */
  void openForOne() {
    releases++;
    if (waiting > 0) {
      released.signal();
    }
  }

  /** Waits at most so long; returns whether there have been more than {@code seen} releases. An interrupt is kept for later. */
  boolean await(int seen, long nanoseconds) {
    boolean interrupted = false;
    long end = System.nanoTime() + nanoseconds;
    mutex.lock();
    waiting++;
    try {
      for (long left = nanoseconds; releases == seen && left > 0; left = end - System.nanoTime()) {
        try {
          released.awaitNanos(left);
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
      return releases != seen;
    } finally {
      waiting--;
      mutex.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** Decides whether to wait for a lock that somebody else holds. Called on the thread that wants the lock. */
@FunctionalInterface
public interface BusyHandler {
  /** Gives up at once. */
  BusyHandler NEVER = attempts -> false;

  /**
   * Waits as long as it sees fit.
   *
   * @param attempts how often it was called before for this wait, from 0
   * @return true to try the lock again, false to fail with BUSY
   */
  boolean retry(int attempts);

  /**
   * The same, for a handler that does nothing but wait: it need not sleep longer than until the lock is released. This is what storage calls that can tell.
   *
   * @param release of the lock that could not be had
   */
  default boolean retry(int attempts, LockRelease release) {
    return retry(attempts);
  }
}

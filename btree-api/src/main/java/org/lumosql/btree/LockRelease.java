// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

import java.util.concurrent.locks.LockSupport;

/** The moment at which a lock that could not be had may be free, as far as this JVM knows: what others hold must be tried again. */
@FunctionalInterface
public interface LockRelease {
  /** For locks of which nothing is known: time passes. */
  LockRelease UNKNOWN =
      nanoseconds -> {
        // an interrupted thread does not sleep, and would spin
        boolean interrupted = Thread.interrupted();
        LockSupport.parkNanos(nanoseconds);
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return false;
      };

  /**
   * Waits for it, at most so long. An interrupt of the thread neither ends the wait nor gets lost.
   *
   * @return whether it has come; false if only the time has passed, or less of it
   */
  boolean await(long nanoseconds);
}

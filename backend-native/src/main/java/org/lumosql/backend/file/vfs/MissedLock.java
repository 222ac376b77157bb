// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import org.lumosql.btree.LockRelease;

/** The lock that a handle could not have when it tried last, to wait for. Used by the thread of the handle. */
final class MissedLock implements LockRelease {
  private ReleaseGate gate;
  private int seen;

  /** @param releases that the gate had counted before the lock was tried */
  void set(ReleaseGate missed, int releases) {
    gate = missed;
    seen = releases;
  }

  /** A release counts once: if something else keeps the handle waiting afterwards, time has to pass. */
  @Override
  public boolean await(long nanoseconds) {
    if (gate == null) {
      return UNKNOWN.await(nanoseconds);
    }
    boolean released = gate.await(seen, nanoseconds);
    if (released) {
      gate = null;
    }
    return released;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.LockRelease;
import org.lumosql.error.Interruption;

/** A statement that waits for a lock can be interrupted between two attempts, whoever handles the waiting. */
final class InterruptibleBusyHandler implements BusyHandler {
  private final BusyHandler handler;

  private InterruptibleBusyHandler(BusyHandler handler) {
    this.handler = handler;
  }

  static BusyHandler of(BusyHandler handler) {
    return handler == NEVER ? handler : new InterruptibleBusyHandler(handler);
  }

  @Override
  public boolean retry(int attempts) {
    Interruption.check();
    return handler.retry(attempts);
  }

  @Override
  public boolean retry(int attempts, LockRelease release) {
    Interruption.check();
    return handler.retry(attempts, release);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time use a connection: an application that shares one among threads gets its calls in turn, as it does from sqlite-jdbc.
 *
 * <p>Calls that read a row which is already there take the lock only once threads have been seen to mix: before, nobody else is there to
 * change what the row shows. Threads of a pool that use the connection one after the other do not count as mixing.
 */
final class ConnectionLock {
  private final ReentrantLock lock = new ReentrantLock();
  private Thread last;
  private volatile boolean shared;

  /** @param engine tells whether another thread has left rows open */
  void acquire(org.lumosql.engine.Connection engine) {
    lock.lock();
    Thread thread = Thread.currentThread();
    if (last != thread) {
      if (last != null && !shared && engine.hasRunningStatements()) {
        shared = true;
      }
      last = thread;
    }
  }

  void release() {
    lock.unlock();
  }

  /** Whether rows are read by one thread while others use the connection. */
  boolean isShared() {
    return shared;
  }
}

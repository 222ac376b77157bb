// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The thread that LMDB's write transactions belong to. The lock that LMDB takes when a write transaction begins can be
 * given back only by the thread that took it, while a connection may go from thread to thread, and a thread may end
 * with a transaction open. So transactions begin and end here; what lies between runs on the caller's thread.
 */
final class OwnerThread {
  /** Turns of a waiting loop before the thread sleeps: a few microseconds, as long as short work takes. */
  private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 300 : 0;

  private final Thread thread;
  private volatile Work<?> next;
  private volatile boolean isStopping;

  OwnerThread(String name) {
    thread = new Thread(this::serve, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Runs something on the thread, waits for it, and returns or throws what it did. Interrupts do not disturb it. */
  synchronized <T> T call(Supplier<T> action) {
    Work<T> work = new Work<>(action);
    next = work;
    LockSupport.unpark(thread);
    return work.await();
  }

  /** Ends the thread. */
  void stop() {
    isStopping = true;
    LockSupport.unpark(thread);
  }

  private void serve() {
    int spins = 0;
    while (!isStopping) {
      Work<?> work = next;
      if (work != null) {
        next = null;
        work.run();
        spins = 0;
      } else if (spins < SPINS) {
        spins++;
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        spins = 0;
      }
    }
  }

  private static final class Work<T> {
    private final Thread caller = Thread.currentThread();
    private final Supplier<T> action;
    private T result;
    private RuntimeException failure;
    private Error error;
    private volatile boolean isDone;

    Work(Supplier<T> action) {
      this.action = action;
    }

    void run() {
      try {
        result = action.get();
      } catch (RuntimeException e) {
        failure = e;
      } catch (Error e) {
        error = e;
      }
      isDone = true;
      LockSupport.unpark(caller);
    }

    T await() {
      boolean wasInterrupted = false;
      for (int spins = 0; !isDone; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
          wasInterrupted |= Thread.interrupted(); // or park would not wait any more
        }
      }
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
      if (error != null) {
        throw error;
      }
      if (failure != null) {
        throw failure;
      }
      return result;
    }
  }
}

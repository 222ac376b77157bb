// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.error;

import java.util.function.Supplier;

/**
 * Room for recursion over deeply nested SQL and JSON. The stages of the compiler recurse as deep as the text, the views and the triggers are nested; a thread
 * of a server, or a virtual one, may not have the stack for that. So each recursion counts its levels and asks for room beyond {@link #SHALLOW}; if the
 * thread is not known to have it, the work is given up and begun again on a thread that has. The caller's thread waits for it meanwhile.
 *
 * <p>To be given up, the work must not have changed anything that outlives it.
 */
public final class DeepStack {
  /** Levels that any thread has the stack for. */
  public static final int SHALLOW = 100;

  private static final long STACK_SIZE = 256L << 20; // address space: only what is used becomes memory

  private DeepStack() {}

  /** Thrown to get off a thread with too little stack. Caught by those who call {@link #elsewhere}. */
  public static final class TooShallow extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final TooShallow INSTANCE = new TooShallow();

    private TooShallow() {
      super("more stack is needed", null, false, false);
    }
  }

  /** A thread with room. */
  private static final class DeepThread extends Thread {
    DeepThread(Runnable task) {
      super(null, task, "lumosql-deep-sql", STACK_SIZE);
      setDaemon(true);
    }
  }

  /** Whether this thread has room. */
  public static boolean isHere() {
    return Thread.currentThread() instanceof DeepThread;
  }

  /** Called at each level of a recursion: gives the work up if it is too deep for this thread. */
  public static void require(int depth) {
    if (depth > SHALLOW && !isHere()) {
      throw TooShallow.INSTANCE;
    }
  }

  /** Does something here, or where there is more room if that turns out to be necessary. */
  public static <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (TooShallow e) {
      return elsewhere(work);
    }
  }

  /** Does something, at once where there is room if it is known to need that. */
  public static <T> T run(boolean isDeep, Supplier<T> work) {
    return isDeep && !isHere() ? elsewhere(work) : run(work);
  }

  /** Does something where there is room, for callers that caught {@link TooShallow}. */
  public static void elsewhere(Runnable work) {
    elsewhere(
        () -> {
          work.run();
          return null;
        });
  }

  private static <T> T elsewhere(Supplier<T> work) {
    Outcome<T> outcome = new Outcome<>(work);
    Thread thread = new DeepThread(outcome);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // told to the caller's thread afterwards: compiling does not take long
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome.get();
  }

  /** What became of the work. Read after the thread has ended. */
  private static final class Outcome<T> implements Runnable {
    private final Supplier<T> work;
    private final Runnable watched;
    private T result;
    private RuntimeException exception;
    private Error error;

    Outcome(Supplier<T> work) {
      this.work = work;
      Interruption ofCaller = Interruption.ofThread();
      this.watched = ofCaller.watch(null);
      ofCaller.watch(watched);
    }

    @Override
    public void run() {
      Interruption.ofThread().watch(watched);
      try {
        result = work.get();
      } catch (RuntimeException e) {
        exception = e;
      } catch (Error e) {
        error = e;
      }
    }

    T get() {
      if (exception != null) {
        throw exception;
      }
      if (error != null) {
        throw error;
      }
      return result;
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.error;

/**
 * How work that takes long between two looks of the machine finds out that somebody wants it to stop: it calls {@link #check()} every millisecond or so. Who runs
 * statements says with {@link #watch} what is to be looked at while this thread works for him.
 */
public final class Interruption {
  private static final ThreadLocal<Interruption> OF_THREAD = ThreadLocal.withInitial(Interruption::new);

  private Runnable watched;

  private Interruption() {}

  /** That of the present thread. Used by it alone. */
  public static Interruption ofThread() {
    return OF_THREAD.get();
  }

  /**
   * From now on {@code check} is called; it throws if the work is to stop. Null for nothing.
   *
   * @return what was called before, to be restored
   */
  public Runnable watch(Runnable check) {
    Runnable before = watched;
    watched = check;
    return before;
  }

  /** Does work that must not be given up half-way, such as undoing other work: {@link #check()} does nothing meanwhile. */
  public static void hold(Runnable work) {
    Interruption present = ofThread();
    Runnable before = present.watch(null);
    try {
      work.run();
    } finally {
      present.watch(before);
    }
  }

  /**
   * A good place to stop.
   *
   * @throws StoreException INTERRUPT if somebody wants that
   */
  public static void check() {
    Runnable watched = OF_THREAD.get().watched;
    if (watched != null) {
      watched.run();
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.lumosql.compat.differential.generate.StatementSource;

/** Trials with one seed after the other, by several threads, and what they find. */
final class Campaign {
  /** As long as it takes. */
  static final long NO_LIMIT_MINUTES = Long.MAX_VALUE / 60_000_000_000L;

  private static final long PROGRESS_NANOS = 20_000_000_000L;
  /** Longer than any trial takes whose statements all come to an end. */
  private static final long TRIAL_MILLIS = 600_000;

  /**
   * What all trials have in common.
   *
   * @param sources the statements of a seed
   * @param length at most so many of them
   * @param countsMessages whether a statement that both engines refuse with one code, but in other words, is a difference as any other
   */
  record Kind(Engine.Factory left, Engine.Factory right, LongFunction<StatementSource> sources, int length, boolean shrinks, boolean countsMessages) {}

  /**
   * When it is over.
   *
   * @param differences so many scripts of differences are enough; of messages, which never end it, no more are reported either
   * @param alike of differences that look alike, so many are reported
   */
  record Limits(long statements, long minutes, int differences, int alike) {}

  private final Kind kind;
  private final Limits limits;
  private final PrintStream out;
  private final Path folder;
  private final long firstSeed;
  private final Tally tally = new Tally();
  private final long start = System.nanoTime();

  // guarded by this
  private final List<Difference> found = new ArrayList<>();
  private int messagesReported;
  private final Map<String, Integer> seen = new TreeMap<>();
  private final Map<Comparison.Kind, Integer> kinds = new EnumMap<>(Comparison.Kind.class);
  private long nextSeed;
  private long nextProgress = start + PROGRESS_NANOS;
  private Throwable failure;

  /** @param folder where scripts are written; null if they are printed */
  Campaign(Kind kind, Limits limits, long firstSeed, PrintStream out, Path folder) {
    this.kind = kind;
    this.limits = limits;
    this.firstSeed = firstSeed;
    this.nextSeed = firstSeed;
    this.out = out;
    this.folder = folder;
  }

  /** The differences. */
  List<Difference> run(int workers) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < workers; i++) {
      Thread thread = new Thread(this::work, "differential-" + i);
      thread.start();
      threads.add(thread);
    }
    work();
    for (Thread thread : threads) {
      join(thread);
    }
    synchronized (this) {
      if (failure != null) {
        throw new IllegalStateException("a worker failed", failure);
      }
      seen.forEach((signature, times) -> out.println("-- " + times + " x " + signature));
      tally.slow().forEach(sql -> out.println("-- slow: " + sql));
      kinds.forEach((what, times) -> out.println(what + ": " + times));
      long differences = kinds.values().stream().mapToLong(Integer::intValue).sum() - tally.messages();
      out.println("seeds " + firstSeed + " to " + (nextSeed - 1) + ": " + tally + ", " + differences + " differences, " + tally.messages() + " messages (same code, another message)");
      return List.copyOf(found);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void work() {
    try {
      while (goesOn()) {
        long seed = takeSeed();
        Consumer<Difference> messages = kind.countsMessages() ? null : difference -> message(seed, difference);
        Difference difference = guarded(seed, new Trial(seed, kind, tally, messages));
        if (difference != null) {
          report(seed, difference);
        }
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized boolean goesOn() {
    return failure == null
        && tally.statements() < limits.statements()
        && System.nanoTime() - start < limits.minutes() * 60_000_000_000L
        && found.size() < limits.differences();
  }

  private synchronized long takeSeed() {
    if (System.nanoTime() - nextProgress > 0) {
      nextProgress = System.nanoTime() + PROGRESS_NANOS;
      out.println("seed " + nextSeed + ": " + tally);
    }
    return nextSeed++;
  }

  private synchronized void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
  }

  /** A trial in a thread of its own, which is left behind if it does not come to its end: then that is the difference. Null if there is nothing to report. */
  private Difference guarded(long seed, Trial trial) {
    AtomicReference<Difference> result = new AtomicReference<>();
    Thread thread = new Thread(() -> result.set(result(seed, trial)), "differential-seed-" + seed);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((stopped, thrown) -> fail(thrown));
    thread.start();
    try {
      thread.join(TRIAL_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (!thread.isAlive()) {
      return result.get();
    }
    Difference stuck = trial.stuck();
    return isNews(seed, stuck) ? stuck : null;
  }

  private Difference result(long seed, Trial trial) {
    Difference difference;
    try {
      difference = trial.run();
    } catch (Trial.Abandoned | OutOfMemoryError e) { // the second: texts that doubled too often
      return null;
    }
    if (difference == null || !isNews(seed, difference)) {
      return null;
    }
    return shrunk(difference);
  }

  private Difference shrunk(Difference difference) {
    return kind.shrinks() ? new Shrinker(kind.left(), kind.right(), difference).shrink() : difference;
  }

  /** One code, two messages: counted and shown, beside the differences. */
  private void message(long seed, Difference difference) {
    long number = tally.message();
    boolean isNews = isNews(seed, difference);
    synchronized (this) {
      if (!isNews || messagesReported == limits.differences()) {
        return;
      }
      messagesReported++;
    }
    write(seed, "message-" + seed + "-" + number, shrunk(difference));
  }

  /** Whether it looks unlike those reported. If it does not, its seed is told and nothing else. */
  private synchronized boolean isNews(long seed, Difference difference) {
    kinds.merge(difference.kind(), 1, Integer::sum);
    boolean isNews = seen.merge(difference.signature(), 1, Integer::sum) <= limits.alike();
    if (!isNews) {
      out.println("seed " + seed + ": " + difference.kind() + ", as before");
    }
    return isNews;
  }

  private synchronized void report(long seed, Difference difference) {
    found.add(difference);
    write(seed, "seed-" + seed, difference);
  }

  private synchronized void write(long seed, String name, Difference difference) {
    String text = "-- seed " + seed + ": " + difference.report();
    if (folder == null) {
      out.println(text);
      return;
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".sql"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println("seed " + seed + ": " + difference.kind());
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Runs a random case for one seed after the other. A failure says the seed that repeats it: {@code -Dtest.seed=…} for
 * the tests, {@code --seed} for the commands of the runner.
 */
public final class LongRun {
  private static final int MOST_FAILURES = 10;

  private LongRun() {}

  /** A case; the number it returns is counted: the points, files or hand-overs that were tried. */
  @FunctionalInterface
  public interface Case {
    long run(long seed) throws Exception;
  }

  /** The first seed of a test: that of {@code -Dtest.seed}, else the default. */
  public static long firstSeed(long defaultSeed) {
    return Long.decode(System.getProperty("test.seed", Long.toString(defaultSeed)));
  }

  /** Runs the case for seeds from the first on until so many were counted. */
  public static long count(long firstSeed, long wanted, Case task) {
    long done = 0;
    for (long seed = firstSeed; done < wanted; seed++) {
      done += one(seed, task);
    }
    return done;
  }

  private static long one(long seed, Case task) {
    try {
      return task.run(seed);
    } catch (Exception | AssertionError | StackOverflowError e) {
      throw new AssertionError("repeat with -Dtest.seed=" + seed + ": " + e.getMessage(), e);
    }
  }

  /**
   * Runs the case until the time or the number wanted is over, whichever comes first; a failure is printed, and the run goes on, until there are
   * {@value #MOST_FAILURES}.
   *
   * @param title what is run, for the lines that are printed
   * @param wanted end after so many were counted
   */
  public static Tally run(String title, long firstSeed, long wanted, Duration limit, PrintStream out, Case task) {
    long end = System.nanoTime() + limit.toNanos();
    long start = System.nanoTime();
    long seed = firstSeed;
    long done = 0;
    int failures = 0;
    do {
      try {
        done += task.run(seed);
      } catch (Exception | AssertionError | StackOverflowError e) {
        failures++;
        out.println(title + ": seed " + seed + " FAILED: " + e);
        e.printStackTrace(out);
      }
      seed++;
    } while (System.nanoTime() < end && done < wanted && failures < MOST_FAILURES);
    Tally tally = new Tally(title, firstSeed, seed - 1, done, failures, (System.nanoTime() - start) / 1e9);
    out.println(tally);
    return tally;
  }

  /**
   * What came of a run.
   *
   * @param done what the case counts
   * @param failures seeds that failed
   */
  public record Tally(String title, long firstSeed, long lastSeed, long done, int failures, double seconds) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s: seeds %d to %d: %,d done, %d seeds failed, %.0f s", title, firstSeed, lastSeed, done, failures, seconds);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

/**
 * Runs a random case for one seed after the other. A failure says the seed that repeats it: {@code -Dtest.seed=…} for
 * the tests, the first argument for the main classes, whose second argument is the number of seconds to run.
 */
public final class LongRun {
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

  /** The body of a main class: arguments are the first seed and the seconds; goes on after failures and counts them. */
  public static void main(String[] arguments, Case task) {
    long seed = arguments.length > 0 ? Long.decode(arguments[0]) : System.nanoTime();
    long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 60;
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long done = 0;
    int failures = 0;
    long first = seed;
    for (; System.nanoTime() < end; seed++) {
      try {
        done += one(seed, task);
      } catch (AssertionError e) {
        failures++;
        System.out.println("seed " + seed + " FAILED");
        e.getCause().printStackTrace(System.out);
      }
    }
    System.out.println("seeds " + first + " to " + (seed - 1) + ": " + done + " done, " + failures + " seeds failed");
    if (failures > 0) {
      System.exit(1);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.lumosql;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lumosql.bench.suite.DataSize;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;

/**
 * Runs the tests on all engines in turn, test by test, so that whatever else the machine does meets all alike, and prints the milliseconds of the
 * native backend (the median of the rounds) and for each engine the median of the rounds' ratios to it. Each round has new databases.
 */
public final class BackendComparison {
  private static final String NATIVE = "file";
  private static final List<String> ALL = List.of(NATIVE, "lmdb", "bdb", "rocksdb", "sqlite");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream output;
  private final Path directory;
  private final List<String> engines;
  private final List<LumoTest> tests;
  private final int rounds;
  /** Whether the time that counts is that of the processor in the calling thread: on a machine that others use. */
  private final boolean countsProcessorTime = Boolean.getBoolean("lumosql.processorTime");

  /** @param arguments data size, rounds, and engines to compare with the native backend; all may be missing */
  public BackendComparison(PrintStream output, Path directory, List<String> arguments) {
    this.output = output;
    this.directory = directory;
    this.tests = LumoTests.all(arguments.isEmpty() ? DataSize.ONE : DataSize.parse(arguments.get(0)), Dialect.SQLITE).stream().filter(LumoTest::isBenchmark).toList();
    this.rounds = arguments.size() < 2 ? 5 : Integer.parseInt(arguments.get(1));
    List<String> chosen = new ArrayList<>(List.of(NATIVE));
    chosen.addAll(arguments.size() < 3 ? ALL.subList(1, ALL.size()) : arguments.subList(2, arguments.size()));
    this.engines = chosen;
  }

  public void run() throws SQLException, IOException {
    double[][][] times = new double[engines.size()][tests.size()][rounds];
    round(new double[engines.size()][tests.size()][1], 0); // to warm up
    for (int i = 0; i < rounds; i++) {
      round(times, i);
    }
    print(times);
  }

  private void round(double[][][] times, int round) throws SQLException, IOException {
    List<Contestant> contestants = new ArrayList<>();
    try {
      for (String engine : engines) {
        contestants.add(new Contestant(engine, directory));
      }
      for (int test = 0; test < tests.size(); test++) {
        long expected = 0;
        for (int engine = 0; engine < engines.size(); engine++) {
          long begin = now();
          long result = contestants.get(engine).run(tests.get(test));
          times[engine][test][round] = (now() - begin) / 1e6;
          if (engine == 0) {
            expected = result;
          } else if (result != expected) {
            throw new IllegalStateException(
                "test " + tests.get(test).number() + " gives something else on " + engines.get(engine) + " than on " + engines.get(0));
          }
        }
      }
    } finally {
      for (Contestant contestant : contestants) {
        contestant.close();
      }
    }
  }

  private long now() {
    return countsProcessorTime ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private void print(double[][][] times) {
    output.print("| test | " + NATIVE + ", ms |");
    engines.subList(1, engines.size()).forEach(engine -> output.print(" " + engine + " |"));
    output.println(" |");
    output.println("|---|---|" + "---|".repeat(engines.size()));
    double[] logarithms = new double[engines.size()];
    for (int test = 0; test < tests.size(); test++) {
      output.printf(Locale.ROOT, "| %s | %.1f |", tests.get(test).number(), median(times[0][test].clone()));
      for (int engine = 1; engine < engines.size(); engine++) {
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
          ratios[round] = times[engine][test][round] / times[0][test][round];
        }
        double ratio = median(ratios);
        logarithms[engine] += Math.log(ratio);
        output.printf(Locale.ROOT, " %.2f |", ratio);
      }
      output.println(" " + tests.get(test).description() + " |");
    }
    output.print("| geometric mean | |");
    for (int engine = 1; engine < engines.size(); engine++) {
      output.printf(Locale.ROOT, " %.2f |", Math.exp(logarithms[engine] / tests.size()));
    }
    output.println(" |");
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}

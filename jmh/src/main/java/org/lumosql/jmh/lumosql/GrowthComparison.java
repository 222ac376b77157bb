// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.lumosql;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.lumosql.bench.suite.DataSize;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;

/**
 * How the time of LumoSQL's tests grows with the data, on the native backend and in C SQLite, test by test in turn; answers are compared. By default only what is
 * written grows: with the queries growing too, those without an index take the square of it.
 */
public final class GrowthComparison {
  private static final List<String> ENGINES = List.of("native", "sqlite");
  private static final List<String> SIZES = List.of("1", "1,10");
  private static final int WARM_UP_ROUNDS = Integer.getInteger("lumosql.warmUp", 3);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream output;
  private final Path directory;
  private final List<String> sizes;
  private final boolean countsProcessorTime = Boolean.getBoolean("lumosql.processorTime");

  /** @param arguments data sizes, the smallest first; {@code 1 1,10} if there are none */
  public GrowthComparison(PrintStream output, Path directory, List<String> arguments) {
    this.output = output;
    this.directory = directory;
    this.sizes = arguments.isEmpty() ? SIZES : arguments;
  }

  public void run() throws SQLException, IOException {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      round(tests(sizes.get(0)));
    }
    double[][][] times = new double[sizes.size()][][];
    for (int size = 0; size < sizes.size(); size++) {
      times[size] = round(tests(sizes.get(size)));
    }
    print(times);
  }

  private static List<LumoTest> tests(String size) {
    return LumoTests.all(DataSize.parse(size), Dialect.SQLITE).stream().filter(LumoTest::isBenchmark).toList();
  }

  /** Milliseconds of each test by each engine, each on a new database. */
  private double[][] round(List<LumoTest> tests) throws SQLException, IOException {
    double[][] times = new double[tests.size()][ENGINES.size()];
    try (Contestant ours = new Contestant(ENGINES.get(0), directory, this::now);
        Contestant theirs = new Contestant(ENGINES.get(1), directory, this::now)) {
      for (int test = 0; test < tests.size(); test++) {
        long our = ours.run(tests.get(test));
        times[test][0] = ours.elapsed();
        long their = theirs.run(tests.get(test));
        times[test][1] = theirs.elapsed();
        if (our != their) {
          throw new IllegalStateException("test " + tests.get(test).number() + " gives something else than in C SQLite");
        }
      }
    }
    return times;
  }

  private long now() {
    return countsProcessorTime ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  private void print(double[][][] times) {
    output.print("| test |");
    sizes.forEach(size -> output.print(" size " + size + ": LumoSQL, ms | SQLite, ms | ratio |"));
    output.println(" LumoSQL grows | SQLite grows | ratio | |");
    output.println("|---|" + "---|---|---|".repeat(sizes.size() + 1) + "---|");
    List<LumoTest> tests = tests(sizes.get(0));
    double logarithms = 0;
    double worst = 0;
    for (int test = 0; test < tests.size(); test++) {
      output.print("| " + tests.get(test).number() + " |");
      for (double[][] ofSize : times) {
        output.printf(Locale.ROOT, " %.1f | %.1f | %.2f |", ofSize[test][0], ofSize[test][1], ofSize[test][0] / ofSize[test][1]);
      }
      double[] first = times[0][test];
      double[] last = times[times.length - 1][test];
      double growth = last[0] / first[0] / (last[1] / first[1]);
      output.printf(Locale.ROOT, " %.1f | %.1f | %.2f | %s |%n", last[0] / first[0], last[1] / first[1], growth, tests.get(test).description());
      logarithms += Math.log(growth);
      worst = Math.max(worst, growth);
    }
    output.printf(Locale.ROOT, "%nRatio of growths: geometric mean %.2f, worst %.2f%n", Math.exp(logarithms / tests.size()), worst);
  }
}

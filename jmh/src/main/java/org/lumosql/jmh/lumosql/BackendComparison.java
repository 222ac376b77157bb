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
 * reference (the C library if it takes part, else the native backend; the median of the rounds) and for each other engine the median of the rounds' ratios
 * to it with their quartiles. Each round has new databases, and the engine that begins is another one.
 */
public final class BackendComparison {
  private static final String NATIVE = "native";
  private static final String REFERENCE = "sqlite";
  private static final List<String> ALL = List.of(REFERENCE, NATIVE, "lmdb", "bdb", "rocksdb");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream output;
  private final Path directory;
  /** The first is the one that the others are compared with. */
  private final List<String> engines;
  private final List<LumoTest> tests;
  private final int warmUpRounds;
  private final int rounds;
  /** Whether the time that counts is that of the processor in the calling thread: on a machine that others use. */
  private final boolean countsProcessorTime = Boolean.getBoolean("lumosql.processorTime");

  /** @param arguments data size, rounds, and engines beside the native backend; all may be missing */
  public BackendComparison(PrintStream output, Path directory, List<String> arguments) {
    this.output = output;
    this.directory = directory;
    this.tests = LumoTests.all(arguments.isEmpty() ? DataSize.ONE : DataSize.parse(arguments.get(0)), Dialect.SQLITE).stream().filter(LumoTest::isBenchmark).toList();
    this.rounds = arguments.size() < 2 ? 5 : Integer.parseInt(arguments.get(1));
    this.warmUpRounds = Integer.getInteger("lumosql.warmUp", 3);
    this.engines = engines(arguments.size() < 3 ? ALL : arguments.subList(2, arguments.size()));
  }

  private static List<String> engines(List<String> chosen) {
    List<String> engines = new ArrayList<>(chosen);
    engines.remove(NATIVE);
    engines.add(0, NATIVE);
    if (engines.remove(REFERENCE)) {
      engines.add(0, REFERENCE);
    }
    return engines;
  }

  public void run() throws SQLException, IOException {
    double[][][] times = new double[engines.size()][tests.size()][warmUpRounds + rounds];
    for (int i = 0; i < warmUpRounds + rounds; i++) {
      round(times, i);
    }
    print(times);
  }

  private void round(double[][][] times, int round) throws SQLException, IOException {
    List<Contestant> contestants = new ArrayList<>();
    try {
      for (String engine : engines) {
        contestants.add(new Contestant(engine, directory, this::now));
      }
      for (int test = 0; test < tests.size(); test++) {
        long[] results = new long[engines.size()];
        for (int i = 0; i < engines.size(); i++) {
          int engine = (i + round) % engines.size();
          results[engine] = contestants.get(engine).run(tests.get(test));
          times[engine][test][round] = contestants.get(engine).elapsed();
        }
        for (int engine = 1; engine < engines.size(); engine++) {
          if (results[engine] != results[0]) {
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
    output.print("| test |");
    engines.forEach(engine -> output.print(" " + engine + (engine.equals(engines.get(0)) ? ", ms |" : " | quartiles |")));
    output.println(" |");
    output.println("|---|---|---|" + "---|---|".repeat(engines.size() - 1));
    double[] logarithms = new double[engines.size()];
    double[] worst = new double[engines.size()];
    for (int test = 0; test < tests.size(); test++) {
      double[] reference = measured(times[0][test]);
      output.printf(Locale.ROOT, "| %s | %.1f |", tests.get(test).number(), sorted(reference.clone())[rounds / 2]);
      for (int engine = 1; engine < engines.size(); engine++) {
        double[] ratios = measured(times[engine][test]);
        for (int round = 0; round < rounds; round++) {
          ratios[round] /= reference[round];
        }
        sorted(ratios);
        double ratio = ratios[rounds / 2];
        logarithms[engine] += Math.log(ratio);
        worst[engine] = Math.max(worst[engine], ratio);
        output.printf(Locale.ROOT, " %.2f | %.2f–%.2f |", ratio, ratios[rounds / 4], ratios[rounds * 3 / 4]);
      }
      output.println(" " + tests.get(test).description() + " |");
    }
    output.print("| geometric mean, worst | |");
    for (int engine = 1; engine < engines.size(); engine++) {
      output.printf(Locale.ROOT, " %.2f | %.2f |", Math.exp(logarithms[engine] / tests.size()), worst[engine]);
    }
    output.println(" |");
  }

  private double[] measured(double[] times) {
    return Arrays.copyOfRange(times, warmUpRounds, times.length);
  }

  private static double[] sorted(double[] values) {
    Arrays.sort(values);
    return values;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs both engines in turn in one process, so that whatever else the machine does meets both alike, and prints medians of each, the median
 * of the rounds' ratios and their quartiles, and how many bytes this engine allocated on the Java heap for an operation, in the round with the fewest.
 */
final class Comparison {
  private static final int WARMUP_ROUNDS = 6;
  private static final int ROUNDS = 15;
  private static final boolean COUNTS_PROCESSOR_TIME = Boolean.getBoolean("lumosql.processorTime");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PrintStream output;

  Comparison(PrintStream output) {
    this.output = output;
  }

  void run(List<Workloads> workloads) throws SQLException, IOException {
    output.println("| work | LumoSQL, ms | SQLite, ms | ratio | quartiles | target | bytes |");
    output.println("|---|---|---|---|---|---|---|");
    for (Workloads workload : workloads) {
      compare(workload);
    }
  }

  private void compare(Workloads workload) throws SQLException, IOException {
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    long allocated = Long.MAX_VALUE;
    try (Workload lumosql = workload.open(Engine.LUMOSQL);
        Workload sqlite = workload.open(Engine.SQLITE)) {
      for (int i = 0; i < workload.warmUpRounds(); i++) {
        lumosql.verify();
        if (i < WARMUP_ROUNDS) {
          sqlite.verify();
        }
      }
      for (int i = 0; i < ROUNDS; i++) {
        long before = allocatedBytes();
        ours[i] = milliseconds(lumosql);
        allocated = Math.min(allocated, (allocatedBytes() - before) / lumosql.operations());
        theirs[i] = milliseconds(sqlite);
        ratios[i] = ours[i] / theirs[i];
      }
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    Arrays.sort(ratios);
    output.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | %.2f–%.2f | %s | %d |%n",
        workload.description(),
        ours[ROUNDS / 2],
        theirs[ROUNDS / 2],
        ratios[ROUNDS / 2],
        ratios[ROUNDS / 4],
        ratios[ROUNDS * 3 / 4],
        RatioTable.target(workload),
        allocated);
  }

  private static long allocatedBytes() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static double milliseconds(Workload workload) throws SQLException {
    workload.reset();
    long begin = now();
    long result = workload.run();
    long end = now();
    workload.check(result);
    return (end - begin) / 1e6;
  }

  /** With {@code -Dlumosql.processorTime=true} the time of the processor in the calling thread: on a machine that others use. */
  private static long now() {
    return COUNTS_PROCESSOR_TIME ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }
}

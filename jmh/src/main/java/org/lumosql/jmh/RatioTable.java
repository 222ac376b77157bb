// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Prints what JMH measured of {@link SqlBenchmark} as a table of ratios with errors (99.9 % confidence). */
final class RatioTable {
  private final Collection<RunResult> results;

  RatioTable(Collection<RunResult> results) {
    this.results = results;
  }

  static String target(Workloads workload) {
    return Double.isNaN(workload.target()) ? "" : String.format(Locale.ROOT, "≤ %.1f", workload.target());
  }

  void print(PrintStream output) {
    output.println("| work | LumoSQL, ms | SQLite, ms | ratio | target |");
    output.println("|---|---|---|---|---|");
    for (Workloads workload : Workloads.values()) {
      Result<?> ours = find(workload, Engine.LUMOSQL);
      Result<?> theirs = find(workload, Engine.SQLITE);
      if (ours != null && theirs != null) {
        double ratio = ours.getScore() / theirs.getScore();
        double error = ratio * Math.hypot(ours.getScoreError() / ours.getScore(), theirs.getScoreError() / theirs.getScore());
        output.printf(
            Locale.ROOT,
            "| %s | %.1f ± %.1f | %.1f ± %.1f | %.2f ± %.2f | %s |%n",
            workload.description(),
            ours.getScore(),
            ours.getScoreError(),
            theirs.getScore(),
            theirs.getScoreError(),
            ratio,
            error,
            target(workload));
      }
    }
  }

  private Result<?> find(Workloads workload, Engine engine) {
    for (RunResult result : results) {
      if (workload.name().equals(result.getParams().getParam("workload"))
          && engine.name().equals(result.getParams().getParam("engine"))) {
        return result.getPrimaryResult();
      }
    }
    return null;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Prints what JMH measured as a table of ratios with errors (99.9 % confidence). */
final class RatioTable {
  private final Collection<RunResult> results;

  RatioTable(Collection<RunResult> results) {
    this.results = results;
  }

  static String target(Workloads workload) {
    return Double.isNaN(workload.target()) ? "" : String.format(Locale.ROOT, "≤ %.1f", workload.target());
  }

  void print(PrintStream output) {
    output.println("| work | LumoSQL | SQLite | ratio | target |");
    output.println("|---|---|---|---|---|");
    double logarithms = 0;
    int count = 0;
    for (RunResult ours : results) {
      RunResult theirs = counterpart(ours);
      if (theirs != null) {
        logarithms += Math.log(print(output, ours, ours.getPrimaryResult(), theirs.getPrimaryResult()));
        count++;
      }
    }
    output.printf(Locale.ROOT, "%nGeometric mean %.2f of %d%n", Math.exp(logarithms / Math.max(1, count)), count);
  }

  private static double print(PrintStream output, RunResult run, Result<?> ours, Result<?> theirs) {
    double ratio = ours.getScore() / theirs.getScore();
    double error = ratio * Math.hypot(ours.getScoreError() / ours.getScore(), theirs.getScoreError() / theirs.getScore());
    output.printf(
        Locale.ROOT,
        "| %s | %.1f ± %.1f %s | %.1f ± %.1f %s | %.2f ± %.2f | %s |%n",
        description(run),
        ours.getScore(),
        ours.getScoreError(),
        ours.getScoreUnit(),
        theirs.getScore(),
        theirs.getScoreError(),
        theirs.getScoreUnit(),
        ratio,
        error,
        target(run));
    return ratio;
  }

  private static String description(RunResult run) {
    String workload = run.getParams().getParam("workload");
    if (workload != null) {
      return Workloads.valueOf(workload).description();
    }
    StringBuilder text = new StringBuilder();
    for (String key : run.getParams().getParamsKeys()) {
      if (!key.equals("engine")) {
        text.append(text.length() == 0 ? "" : ", ").append(key).append(' ').append(run.getParams().getParam(key));
      }
    }
    return text.toString();
  }

  private static String target(RunResult run) {
    String workload = run.getParams().getParam("workload");
    if (run.getParams().getParam("texts") != null) {
      return target(Workloads.PREPARE);
    }
    return workload == null ? "≤ 2.0" : target(Workloads.valueOf(workload));
  }

  /** The run of the other engine with the same parameters, if this one is ours. */
  private RunResult counterpart(RunResult ours) {
    if (!Engine.LUMOSQL.name().equals(ours.getParams().getParam("engine"))) {
      return null;
    }
    for (RunResult result : results) {
      boolean same = Engine.SQLITE.name().equals(result.getParams().getParam("engine"));
      for (String key : ours.getParams().getParamsKeys()) {
        same &= key.equals("engine") || ours.getParams().getParam(key).equals(result.getParams().getParam(key));
      }
      if (same && result.getParams().getBenchmark().equals(ours.getParams().getBenchmark())) {
        return result;
      }
    }
    return null;
  }
}

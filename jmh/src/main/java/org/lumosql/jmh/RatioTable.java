// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Prints what JMH measured as tables of ratios with errors (99.9 % confidence): of each engine or target to C SQLite, in time for an operation, so that less is
 * better where JMH counts operations in a time too. Results without such a parameter are JMH's to print.
 */
final class RatioTable {
  /** Parameters that say what is measured, and the beginning of the value that the others are compared with. */
  private static final Map<String, String> CONTESTANTS = Map.of("engine", Engine.SQLITE.name(), "target", "3.54.1");

  private final Collection<RunResult> results;

  RatioTable(Collection<RunResult> results) {
    this.results = results;
  }

  static String target(Workloads workload) {
    return Double.isNaN(workload.target()) ? "" : String.format(Locale.ROOT, "≤ %.1f", workload.target());
  }

  void print(PrintStream output) {
    CONTESTANTS.forEach((parameter, reference) -> print(output, parameter, reference));
  }

  private void print(PrintStream output, String parameter, String reference) {
    Map<String, List<Double>> ratios = new LinkedHashMap<>();
    for (RunResult run : results) {
      String contestant = run.getParams().getParam(parameter);
      boolean isMeasured = contestant != null && !contestant.startsWith(reference);
      RunResult other = isMeasured ? counterpart(run, parameter, reference) : null;
      if (other == null) {
        continue;
      }
      if (ratios.isEmpty()) {
        output.println("| work | " + parameter + " | score | C SQLite | ratio of times | wanted |");
        output.println("|---|---|---|---|---|---|");
      }
      List<Double> all = ratios.computeIfAbsent(contestant, name -> new ArrayList<>());
      Map<String, Result<?>> parts = parts(run);
      Map<String, Result<?>> otherParts = parts(other);
      parts.forEach((part, result) -> all.add(row(output, description(run) + part, contestant, result, otherParts.get(part), wanted(run))));
    }
    ratios.forEach(
        (contestant, all) ->
            output.printf(
                Locale.ROOT, "%nGeometric mean of %s %.2f, worst %.2f, of %d", contestant,
                Math.exp(all.stream().mapToDouble(Math::log).average().orElse(0)), all.stream().mapToDouble(ratio -> ratio).max().orElse(0), all.size()));
    output.println();
  }

  /** The result, or where threads did different things those of each, by what is added to the description. */
  private static Map<String, Result<?>> parts(RunResult run) {
    Map<String, Result<?>> parts = new TreeMap<>();
    if (run.getParams().getThreadGroups().length > 1) {
      run.getSecondaryResults().forEach(
          (label, result) -> {
            if (run.getParams().getThreadGroupLabels().contains(label)) {
              parts.put(", " + label, result);
            }
          });
    }
    if (parts.isEmpty()) {
      parts.put("", run.getPrimaryResult());
    }
    return parts;
  }

  private static double row(PrintStream output, String description, String contestant, Result<?> ours, Result<?> theirs, String wanted) {
    boolean isRate = ours.getScoreUnit().startsWith("ops");
    double ratio = isRate ? theirs.getScore() / ours.getScore() : ours.getScore() / theirs.getScore();
    double error = ratio * Math.hypot(ours.getScoreError() / ours.getScore(), theirs.getScoreError() / theirs.getScore());
    output.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.2f ± %.2f | %s |%n",
        description,
        contestant,
        score(ours),
        score(theirs),
        ratio,
        error,
        wanted);
    return ratio;
  }

  private static String score(Result<?> result) {
    return String.format(Locale.ROOT, "%.1f ± %.1f %s", result.getScore(), result.getScoreError(), result.getScoreUnit());
  }

  private static String description(RunResult run) {
    String workload = run.getParams().getParam("workload");
    if (workload != null) {
      return Workloads.valueOf(workload).description();
    }
    String name = run.getParams().getBenchmark();
    StringBuilder text = new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
    for (String key : run.getParams().getParamsKeys()) {
      if (!CONTESTANTS.containsKey(key)) {
        text.append(", ").append(key).append(' ').append(run.getParams().getParam(key));
      }
    }
    return text.toString();
  }

  private static String wanted(RunResult run) {
    String workload = run.getParams().getParam("workload");
    if (run.getParams().getParam("texts") != null) {
      return target(Workloads.PREPARE);
    }
    return workload == null ? "" : target(Workloads.valueOf(workload));
  }

  /** The run of C SQLite with the same parameters; of several that differ in options the one with most options of this target. */
  private RunResult counterpart(RunResult ours, String parameter, String reference) {
    RunResult found = null;
    int most = -1;
    Set<String> options = options(ours.getParams().getParam(parameter));
    for (RunResult result : results) {
      String name = result.getParams().getParam(parameter);
      if (name == null || !name.startsWith(reference) || !result.getParams().getBenchmark().equals(ours.getParams().getBenchmark())) {
        continue;
      }
      boolean same = true;
      for (String key : ours.getParams().getParamsKeys()) {
        same &= key.equals(parameter) || ours.getParams().getParam(key).equals(result.getParams().getParam(key));
      }
      Set<String> common = options(name);
      common.retainAll(options);
      if (same && common.size() > most) {
        found = result;
        most = common.size();
      }
    }
    return found;
  }

  private static Set<String> options(String target) {
    Set<String> options = new HashSet<>(List.of(target.split("\\+")));
    options.remove("");
    return options;
  }
}

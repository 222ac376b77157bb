// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.bench.filter.Averages;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.store.RunRecord;

/** Two states of something, test by test: whether a difference is more than chance is decided by Welch's test at 95 %. */
public final class Comparison {
  /** Two-sided critical values of Student's distribution at 95 %, for 1 to 10 degrees of freedom, then 15, 20, 30 and more. */
  private static final double[] CRITICAL = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};

  private final Timing timing;
  private final List<Line> lines = new ArrayList<>();

  /** What is said of a test. */
  public enum Verdict {
    FASTER,
    SLOWER,
    SAME
  }

  /**
   * A test of a target.
   *
   * @param ratio time in the new state to that in the old one
   */
  public record Line(String target, String test, double older, double newer, double ratio, Verdict verdict) {}

  public Comparison(Timing timing) {
    this.timing = timing;
  }

  /** Compares runs of a target. Requires: all have the same tests. */
  public void add(String target, List<RunRecord> older, List<RunRecord> newer) {
    RunRecord first = older.get(0);
    for (int test : first.tests().keySet()) {
      line(target, first.get(test, "test-name"), values(older, test), values(newer, test));
    }
    line(target, "(total)", older.stream().mapToDouble(timing::total).toArray(), newer.stream().mapToDouble(timing::total).toArray());
  }

  private double[] values(List<RunRecord> runs, int test) {
    return runs.stream().mapToDouble(run -> timing.of(run, test)).filter(time -> !Double.isNaN(time)).toArray();
  }

  private void line(String target, String test, double[] older, double[] newer) {
    double before = Averages.mean(older);
    double after = Averages.mean(newer);
    lines.add(new Line(target, test, before, after, after / before, verdict(older, newer)));
  }

  static Verdict verdict(double[] older, double[] newer) {
    double before = Averages.mean(older);
    double after = Averages.mean(newer);
    if (older.length < 2 || newer.length < 2) {
      return Verdict.SAME;
    }
    double a = Math.pow(Averages.deviation(older), 2) / older.length;
    double b = Math.pow(Averages.deviation(newer), 2) / newer.length;
    double error = Math.sqrt(a + b);
    double freedom = (a + b) * (a + b) / (a * a / (older.length - 1) + b * b / (newer.length - 1));
    boolean isMoreThanChance = error == 0 ? before != after : Math.abs(after - before) / error > critical(freedom);
    return !isMoreThanChance ? Verdict.SAME : after > before ? Verdict.SLOWER : Verdict.FASTER;
  }

  private static double critical(double freedom) {
    int whole = (int) Math.max(1, Math.floor(freedom));
    if (whole <= CRITICAL.length) {
      return CRITICAL[whole - 1];
    }
    return whole < 15 ? CRITICAL[CRITICAL.length - 1] : whole < 20 ? 2.131 : whole < 30 ? 2.086 : 2.042;
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Tests that are slower by more than a factor, and not by chance. */
  public List<Line> slowerThan(double factor) {
    return lines.stream().filter(line -> line.verdict() == Verdict.SLOWER && line.ratio() > factor).toList();
  }

  public void print(PrintWriter out, String older, String newer) {
    Map<String, List<Line>> targets = new LinkedHashMap<>();
    lines.forEach(line -> targets.computeIfAbsent(line.target(), target -> new ArrayList<>()).add(line));
    targets.forEach(
        (target, tests) -> {
          out.println(target + ": " + older + " and " + newer);
          out.println("        OLD         NEW  RATIO           TEST NAME");
          for (Line line : tests) {
            String word = line.verdict() == Verdict.SAME ? "" : line.verdict().name().toLowerCase(Locale.ROOT);
            out.println(
                String.format(
                    Locale.ROOT,
                    "%11s %11s %6s  %-6s  %s",
                    Amounts.time(line.older()),
                    Amounts.time(line.newer()),
                    Amounts.ratio(line.ratio()),
                    word,
                    line.test()));
          }
          double mean =
              Math.exp(
                  tests.stream()
                      .filter(line -> !line.test().equals("(total)") && line.ratio() > 0)
                      .mapToDouble(line -> Math.log(line.ratio()))
                      .average()
                      .orElse(Double.NaN));
          out.println(String.format(Locale.ROOT, "%11s %11s %6s  %-6s  %s%n", "", "", Amounts.ratio(mean), "", "(geometric mean)"));
        });
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lumosql.bench.store.RunRecord;

/** {@code -stats}: for each target and test the number of runs, average, standard deviation, smallest, median and largest time. */
public final class Statistics {
  private Statistics() {}

  public static void print(PrintWriter out, List<RunRecord> runs, Timing timing) {
    for (List<RunRecord> group : Averages.groups(runs)) {
      RunRecord first = group.get(0);
      out.println("   Target: " + first.get("target") + " (" + first.get("title") + ")");
      out.println("           " + first.get("sqlite-name"));
      out.println("     Runs: " + group.size());
      out.println("    AVERAGE  DEVIATION      %    MINIMUM     MEDIAN    MAXIMUM  TEST NAME");
      for (int test : first.tests().keySet()) {
        line(out, Averages.values(group, run -> timing.of(run, test)), String.format(Locale.ROOT, "%4d %s", test, first.get(test, "test-name")));
      }
      line(out, Averages.values(group, timing::total), "     (total benchmark run time)");
      out.println();
    }
  }

  private static void line(PrintWriter out, double[] values, String name) {
    double mean = Averages.mean(values);
    double deviation = Averages.deviation(values);
    out.println(
        String.format(
            Locale.ROOT,
            "%11.4f %10.4f %6.1f %10.4f %10.4f %10.4f %s",
            mean,
            deviation,
            mean == 0 ? 0 : 100 * deviation / mean,
            Arrays.stream(values).min().orElse(Double.NaN),
            Averages.median(values),
            Arrays.stream(values).max().orElse(Double.NaN),
            name));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lumosql.bench.store.RunRecord;

/** Runs with the same properties, taken together: averages and standard deviations of their times. */
public final class Averages {
  /** What must be the same, besides the names of the tests. */
  private static final List<String> PROPERTIES =
      List.of("target", "title", "sqlite-name", "commit", "os-type", "os-version", "cpu-type", "cpu-comment", "disk-comment", "java-version", "java-flags");

  private static final List<String> TIMES = List.of("real-time", "user-cpu-time", "system-cpu-time", "thread-cpu-time", "allocated-bytes");

  private Averages() {}

  /** Groups of runs with the same properties, in the order of the first of each. Only runs that ended with everything right take part. */
  public static List<List<RunRecord>> groups(List<RunRecord> runs) {
    Map<List<String>, List<RunRecord>> groups = new LinkedHashMap<>();
    for (RunRecord run : runs) {
      if (run.isComplete()) {
        List<String> key = new ArrayList<>(PROPERTIES.stream().map(run::get).toList());
        key.addAll(run.testNames());
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(run);
      }
    }
    return List.copyOf(groups.values());
  }

  /** One run for each group: its id is made up, its times are averages, {@code …-deviation} their standard deviations. */
  public static List<RunRecord> of(List<RunRecord> runs) {
    List<RunRecord> averages = new ArrayList<>();
    for (List<RunRecord> group : groups(runs)) {
      averages.add(average(group, averages.size() + 1));
    }
    return averages;
  }

  private static RunRecord average(List<RunRecord> group, int number) {
    RunRecord average = new RunRecord("AVERAGE-" + number, new TreeMap<>(), new TreeMap<>());
    RunRecord first = group.get(0);
    for (Map.Entry<String, String> entry : first.data().entrySet()) {
      if (group.stream().allMatch(run -> run.get(entry.getKey()).equals(entry.getValue()))) {
        average.put(entry.getKey(), entry.getValue());
      }
    }
    average.put("when-run", first.get("when-run"));
    average.put("end-run", group.get(group.size() - 1).get("end-run"));
    for (String key : List.of("disk-read-time", "disk-write-time")) {
      if (!first.get(key).isEmpty()) {
        average.put(key, decimal(mean(values(group, run -> RunRecord.seconds(run.get(key))))));
      }
    }
    average.put("average-of", Integer.toString(group.size()));
    for (int test : first.tests().keySet()) {
      average.putTest(test, "test-name", first.get(test, "test-name"));
      average.putTest(test, "test-id", first.get(test, "test-id"));
      average.putTest(test, "status", first.get(test, "status"));
      average.putTest(test, "output-size", first.get(test, "output-size"));
      for (String time : TIMES) {
        double[] values = values(group, run -> RunRecord.seconds(run.get(test, time)));
        if (!Double.isNaN(mean(values))) {
          average.putTest(test, time, decimal(mean(values)));
          average.putTest(test, time + "-deviation", decimal(deviation(values)));
        }
      }
    }
    return average;
  }

  static double[] values(List<RunRecord> group, java.util.function.ToDoubleFunction<RunRecord> value) {
    return group.stream().mapToDouble(value).toArray();
  }

  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Of a sample: divided by one less than its number; 0 of a single value. */
  public static double deviation(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1));
  }

  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lumosql.bench.filter.Averages;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.store.RunRecord;

/**
 * Averages of runs in an order that can be shown: data sizes, and for each the same subjects. A subject is a target without its data size, and where several states
 * of the project or several Javas took part, these too.
 */
public final class Figures {
  private final Timing timing;
  private final Map<String, Map<String, RunRecord>> sizes = new LinkedHashMap<>();
  private final List<String> subjects;
  private final Map<String, String> titles = new LinkedHashMap<>();

  /** @throws IllegalArgumentException if none of the runs is whole */
  public Figures(List<RunRecord> runs, Timing timing) {
    this.timing = timing;
    List<RunRecord> averages = new ArrayList<>(Averages.of(runs));
    if (averages.isEmpty()) {
      throw new IllegalArgumentException("none of these runs ended with all tests right");
    }
    averages.sort(Comparator.comparingDouble(run -> RunRecord.seconds(size(run).split(",")[0])));
    boolean hasCommits = distinct(averages, "commit") > 1;
    boolean hasJavas = distinct(averages, "java-version") > 1;
    Set<String> all = new LinkedHashSet<>();
    for (RunRecord run : averages) {
      String name = subject(run, hasCommits, hasJavas);
      Map<String, RunRecord> subjectsOfSize = sizes.computeIfAbsent(size(run), size -> new LinkedHashMap<>());
      String unique = name;
      for (int i = 2; subjectsOfSize.containsKey(unique); i++) {
        unique = name + " (" + i + ")";
      }
      subjectsOfSize.put(unique, run);
      all.add(unique);
      titles.putIfAbsent(unique, run.get("title").replaceAll(", datasize [^,]+(,\\d+)?", ""));
    }
    subjects = List.copyOf(all);
  }

  private static long distinct(List<RunRecord> runs, String key) {
    return new TreeSet<>(runs.stream().map(run -> run.get(key)).toList()).size();
  }

  private static String size(RunRecord run) {
    return run.get("option-datasize").isEmpty() ? "1" : run.get("option-datasize");
  }

  private static String subject(RunRecord run, boolean hasCommits, boolean hasJavas) {
    String name = run.get("target").replaceAll("\\+?\\+datasize-[0-9.,]+", "");
    boolean isOurs = run.get("sqlite-name").startsWith("LumoSQL");
    name = name.matches("[0-9.]+.*") ? "sqlite " + name : name;
    if (hasCommits && isOurs && !name.contains("+commit-")) {
      name += " @" + run.get("commit");
    }
    return hasJavas ? name + ", Java " + run.get("java-version").split("[.+]")[0] : name;
  }

  public Timing timing() {
    return timing;
  }

  /** Data sizes, the smallest first. */
  List<String> sizes() {
    return List.copyOf(sizes.keySet());
  }

  /** Names of what is compared, in the order in which they ran. */
  List<String> subjects() {
    return subjects;
  }

  /** What a subject is, in words. */
  String title(String subject) {
    return titles.get(subject);
  }

  Map<String, RunRecord> of(String size) {
    return sizes.get(size);
  }

  /** Any of the runs: what they have in common can be read from it. */
  RunRecord first() {
    return sizes.values().iterator().next().values().iterator().next();
  }

  /** What ratios are to: C SQLite in its newest version, or else what came first. */
  String baseline(String size) {
    String newest = null;
    for (String subject : of(size).keySet()) {
      boolean isPlain = subject.matches("sqlite [0-9.]+(, Java .*)?");
      if (isPlain && (newest == null || compareVersions(subject, newest) > 0)) {
        newest = subject;
      }
    }
    return newest == null ? of(size).keySet().iterator().next() : newest;
  }

  private static int compareVersions(String left, String right) {
    String[] a = left.replaceAll("[^0-9.]", "").split("\\.");
    String[] b = right.replaceAll("[^0-9.]", "").split("\\.");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int order = Long.compare(RunRecord.number(a[i]), RunRecord.number(b[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  /** The time of a test as a ratio to another run's; NaN if one of them is not there. */
  double ratio(RunRecord run, RunRecord baseline, int test) {
    return timing.of(run, test) / timing.of(baseline, test);
  }

  /** Over all tests. */
  double geometricMean(RunRecord run, RunRecord baseline) {
    double sum = 0;
    int count = 0;
    for (int test : run.tests().keySet()) {
      double ratio = ratio(run, baseline, test);
      if (ratio > 0 && !Double.isInfinite(ratio)) {
        sum += Math.log(ratio);
        count++;
      }
    }
    return count == 0 ? Double.NaN : Math.exp(sum / count);
  }
}

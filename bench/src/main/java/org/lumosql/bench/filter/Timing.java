// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.util.Arrays;
import java.util.Locale;
import org.lumosql.bench.store.RunRecord;

/** Which of the times of a test is meant. */
public enum Timing {
  /** What a clock shows. */
  REAL("real-time"),
  /** The processor's time in the thread that ran the statements: on a busy machine. */
  THREAD("thread-cpu-time"),
  /** The processor's time of the whole process, in user mode. */
  USER("user-cpu-time");

  private final String key;

  Timing(String key) {
    this.key = key;
  }

  /** The key in test_data. */
  public String key() {
    return key;
  }

  public static Timing named(String name) {
    return Arrays.stream(values())
        .filter(timing -> timing.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such time: " + name.toLowerCase(Locale.ROOT) + "; there are real, thread and user"));
  }

  /** Seconds; NaN if it was not recorded. */
  public double of(RunRecord run, int test) {
    return RunRecord.seconds(run.get(test, key));
  }

  /** Of averages, the standard deviation; NaN of single runs. */
  public double deviation(RunRecord run, int test) {
    return RunRecord.seconds(run.get(test, key + "-deviation"));
  }

  public double total(RunRecord run) {
    return run.tests().keySet().stream().mapToDouble(test -> of(run, test)).filter(time -> !Double.isNaN(time)).sum();
  }
}

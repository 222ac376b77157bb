// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.targets.Option;
import org.lumosql.bench.targets.TargetName;

/**
 * Compares what targets gave, line by line. The first target of a data size that gave what is known of a test is what the others are compared with; how statements
 * are sent ({@code prepared}) makes no difference.
 */
final class ResultCheck {
  static final String OK = "OK";

  private final Map<String, Answer.Ran> references = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();

  /**
   * The verdict of a test on what a target gave.
   *
   * @param status {@code OK}, {@code NRESULTS} or {@code RESULTn} as in test_data
   * @param message what differs, for people; empty if nothing does
   */
  record Verdict(String status, String message) {
    static final Verdict GOOD = new Verdict(OK, "");

    boolean isGood() {
      return status.equals(OK);
    }
  }

  Verdict judge(TargetName target, LumoTest test, Answer.Ran ran) {
    List<String> first = ran.first();
    for (int i = 0; i < test.expected().size(); i++) {
      if (i >= first.size()) {
        return new Verdict("NRESULTS", "expected at least " + test.expected().size() + " lines, got " + ran.lines().length);
      }
      if (!begins(first.get(i), test.expected().get(i))) {
        return new Verdict("RESULT" + (i + 1), "expected " + test.expected().get(i) + ", got " + first.get(i));
      }
    }
    String key = target.option(Option.DATASIZE) + " " + test.number();
    Answer.Ran reference = references.putIfAbsent(key, ran);
    if (reference == null) {
      origins.put(key, target.toString());
      return Verdict.GOOD;
    }
    return compare(origins.get(key), reference, ran);
  }

  /** Whole values are compared: 41|486.365 is the beginning of 41|486.36585. */
  private static boolean begins(String line, String expected) {
    return expected.contains(".") || expected.endsWith("|") ? line.startsWith(expected) : line.equals(expected);
  }

  private static Verdict compare(String origin, Answer.Ran reference, Answer.Ran ran) {
    if (reference.lines().length != ran.lines().length) {
      return new Verdict("NRESULTS", origin + " gave " + reference.lines().length + " lines, this " + ran.lines().length);
    }
    for (int i = 0; i < ran.lines().length; i++) {
      if (reference.lines()[i] != ran.lines()[i]) {
        boolean isKept = i < ran.first().size();
        String what = isKept ? origin + " gave " + reference.first().get(i) + ", this " + ran.first().get(i) : "not what " + origin + " gave";
        return new Verdict("RESULT" + (i + 1), "line " + (i + 1) + ": " + what);
      }
    }
    return Verdict.GOOD;
  }
}

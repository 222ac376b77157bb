// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.compat.run.ScriptResult;
import org.lumosql.compat.slt.Failure;

/** A table by target, and the first failures with file and line. */
public final class TextReport {
  private TextReport() {}

  /** @param shown failures at most of each target */
  public static String of(Summary summary, int shown) {
    StringBuilder text = new StringBuilder();
    for (String target : summary.targets().keySet()) {
      appendFailures(text, summary.withFailures().stream().filter(result -> result.target().equals(target)).toList(), shown);
    }
    int width = summary.targets().keySet().stream().mapToInt(String::length).max().orElse(0);
    String format = "%-" + Math.max(6, width) + "s %8s %10s %8s %8s %8s %8s  %s%n";
    text.append(format.formatted("target", "scripts", "passed", "failed", "not run", "skipped", "seconds", "engine"));
    for (Map.Entry<String, Summary.Counts> target : summary.targets().entrySet()) {
      Summary.Counts counts = target.getValue();
      text.append(
          format.formatted(
              target.getKey(),
              counts.scripts(),
              counts.passed(),
              counts.failed(),
              counts.notRun(),
              counts.skipped(),
              String.format(Locale.ROOT, "%.1f", counts.seconds()),
              summary.version(target.getKey())));
    }
    return text.toString();
  }

  private static void appendFailures(StringBuilder text, List<ScriptResult> results, int shown) {
    int left = shown;
    for (ScriptResult result : results) {
      for (Failure failure : result.failures()) {
        if (left-- <= 0) {
          return;
        }
        append(text, result, failure);
      }
    }
  }

  private static void append(StringBuilder text, ScriptResult result, Failure failure) {
    text.append(result.script().name()).append(':').append(failure.line()).append(": ").append(failure.kind().title())
        .append(" on ").append(result.target()).append('\n')
        .append(failure.sql().indent(2))
        .append("  expected: ").append(failure.expected()).append('\n')
        .append("  actual:   ").append(failure.actual()).append("\n\n");
  }
}

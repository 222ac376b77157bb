// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.report;

import java.util.Locale;
import org.lumosql.compat.run.ScriptResult;

/** A line for each script and target, with a heading. */
public final class CsvReport {
  private CsvReport() {}

  public static String of(Summary summary) {
    StringBuilder text = new StringBuilder("target,script,passed,failed,not_run,skipped,milliseconds,first_failure_line,first_failure\r\n");
    for (ScriptResult result : summary.results()) {
      boolean failed = !result.failures().isEmpty();
      text.append(quoted(result.target())).append(',')
          .append(quoted(result.script().name())).append(',')
          .append(result.passed()).append(',')
          .append(result.failed()).append(',')
          .append(result.notRun()).append(',')
          .append(result.skipped()).append(',')
          .append(String.format(Locale.ROOT, "%.3f", result.nanos() / 1e6)).append(',')
          .append(failed ? result.failures().get(0).line() : "").append(',')
          .append(failed ? quoted(result.failures().get(0).kind().title() + ": " + result.failures().get(0).actual()) : "")
          .append("\r\n");
    }
    return text.toString();
  }

  /** By RFC 4180. */
  private static String quoted(String value) {
    boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.compat.run.ScriptResult.TimedRecord;
import org.lumosql.compat.run.ScriptResult;
import org.lumosql.compat.slt.Failure;
import org.lumosql.harness.HtmlPage;

/** One page that needs nothing else: targets beside each other, by directory; failures; the slowest records. */
public final class HtmlReport {
  private static final int SHOWN_SCRIPTS = 200;

  private final Summary summary;
  private final HtmlPage page;

  private HtmlReport(Summary summary) {
    this.summary = summary;
    page = new HtmlPage("sqllogictest");
  }

  public static String of(Summary summary) {
    HtmlReport report = new HtmlReport(summary);
    report.page.facts(summary.facts());
    report.targets();
    report.directories();
    report.failures();
    report.slowest();
    return report.page.end();
  }

  private void targets() {
    page.heading("Engines").table("target", "engine", "scripts", "passed", "failed", "not run", "skipped", "%", "seconds", "µs a record");
    for (Map.Entry<String, Summary.Counts> target : summary.targets().entrySet()) {
      Summary.Counts counts = target.getValue();
      page.row(
          counts.isClean() ? "good" : "bad",
          target.getKey(),
          summary.version(target.getKey()),
          counts.scripts(),
          counts.passed(),
          counts.failed(),
          counts.notRun(),
          counts.skipped(),
          percent(counts.share()),
          decimal(counts.seconds()),
          decimal(counts.microsPerRecord()));
    }
    page.endTable();
  }

  private void directories() {
    page.heading("By directory")
        .note("Records that passed, of those that the engine should run, and microseconds that a record took.")
        .table("directory", summary.targets().keySet().toArray(String[]::new));
    for (Map.Entry<String, Map<String, Summary.Counts>> directory : summary.directories().entrySet()) {
      page.beginRow(directory.getKey().isEmpty() ? "(top)" : directory.getKey());
      for (String target : summary.targets().keySet()) {
        Summary.Counts counts = directory.getValue().get(target);
        if (counts == null) {
          page.cell("", "");
        } else {
          page.cell(counts.isClean() ? "good" : "bad", percent(counts.share()) + " · " + decimal(counts.microsPerRecord()) + " µs");
        }
      }
      page.endRow();
    }
    page.endTable();
  }

  private void failures() {
    List<ScriptResult> failed = summary.withFailures();
    if (failed.isEmpty()) {
      return;
    }
    page.heading("Failures");
    for (ScriptResult result : failed.subList(0, Math.min(SHOWN_SCRIPTS, failed.size()))) {
      StringBuilder text = new StringBuilder();
      for (Failure failure : result.failures()) {
        text.append(result.script().name()).append(':').append(failure).append("\n\n");
      }
      page.details(result.target() + ": " + result.script().name() + ": " + result.failed() + " of " + result.records() + " records", text.toString());
    }
    if (failed.size() > SHOWN_SCRIPTS) {
      page.note((failed.size() - SHOWN_SCRIPTS) + " more scripts failed.");
    }
  }

  private void slowest() {
    page.heading("Slowest records");
    for (String target : summary.targets().keySet()) {
      StringBuilder text = new StringBuilder();
      for (TimedRecord record : summary.slowest(target)) {
        text.append(String.format(Locale.ROOT, "%9.3f ms  %s:%d  %s%n", record.nanos() / 1e6, record.script(), record.line(), record.sql().replace('\n', ' ')));
      }
      page.details(target, text.toString());
    }
  }

  /** Rounded down: 100 is said of what is whole only. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", Math.floor(share * 10_000) / 100);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}

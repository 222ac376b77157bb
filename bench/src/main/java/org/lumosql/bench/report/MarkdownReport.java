// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.util.List;
import java.util.Map;
import org.lumosql.bench.store.RunRecord;

/** Tables for a document, and the place in it where they go. */
public final class MarkdownReport {
  static final String BEGIN = "<!-- bench report: written by `lumosql bench report`, do not edit -->";
  static final String END = "<!-- end of bench report -->";

  private MarkdownReport() {}

  public static String of(Figures figures) {
    StringBuilder text = new StringBuilder();
    Map<String, String> facts = BenchmarkPage.facts(figures);
    text.append(String.join("; ", facts.entrySet().stream().map(fact -> fact.getKey() + ": " + (fact.getKey().equals("command") ? "`" + fact.getValue() + "`" : fact.getValue())).toList())).append(".\n");
    if (figures.timing() != org.lumosql.bench.filter.Timing.REAL) {
      text.append("Times are those of `").append(figures.timing().key()).append("`.\n");
    }
    for (String size : figures.sizes()) {
      table(text, figures, size);
    }
    return text.toString();
  }

  private static void table(StringBuilder text, Figures figures, String size) {
    Map<String, RunRecord> runs = figures.of(size);
    String base = figures.baseline(size);
    RunRecord baseline = runs.get(base);
    List<String> others = runs.keySet().stream().filter(subject -> !subject.equals(base)).toList();
    text.append("\nData size ").append(size).append(", ratios to ").append(base).append(":\n\n| test | ").append(base);
    others.forEach(subject -> text.append(" | ").append(subject));
    text.append(" |\n|---|").append("---|".repeat(others.size() + 1)).append('\n');
    for (int test : baseline.tests().keySet()) {
      double time = figures.timing().of(baseline, test);
      text.append("| ").append(baseline.get(test, "test-name")).append(" | ").append(Amounts.time(time)).append(' ')
          .append(Amounts.deviation(figures.timing().deviation(baseline, test), time));
      others.forEach(subject -> text.append(" | ").append(Amounts.ratio(figures.ratio(runs.get(subject), baseline, test))));
      text.append(" |\n");
    }
    text.append("| geometric mean |");
    others.forEach(subject -> text.append(" | ").append(Amounts.ratio(figures.geometricMean(runs.get(subject), baseline))));
    text.append(" |\n");
  }

  /** The document with the report in its place. @throws IllegalArgumentException if it has no place for one */
  public static String into(String document, String report) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the document has no lines \"" + BEGIN + "\" and \"" + END + "\"");
    }
    return document.substring(0, begin) + BEGIN + "\n\n" + report + "\n" + document.substring(end);
  }
}

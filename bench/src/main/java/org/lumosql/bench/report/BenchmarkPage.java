// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.bench.store.RunRecord;
import org.lumosql.harness.HtmlPage;

/** The page: what was compared, all tests at a glance, then for each data size the tests one by one, then how times grow with the data. */
public final class BenchmarkPage {
  private static final String STYLE =
      """
      body { max-width: 100rem }
      :root { --c0: #0b6bcb; --c1: #d9480f; --c2: #2b8a3e; --c3: #9c36b5; --c4: #b08900; --c5: #0c8599; --c6: #c2255c; --c7: #495057; --c8: #5c940d; --c9: #5f3dc4;
        --soft: #e3e3e3; --quiet: #666; --card: #fafafa }
      @media (prefers-color-scheme: dark) {
        :root { --c0: #4dabf7; --c1: #ff922b; --c2: #69db7c; --c3: #da77f2; --c4: #ffd43b; --c5: #3bc9db; --c6: #f783ac; --c7: #adb5bd; --c8: #a9e34b; --c9: #9775fa;
          --soft: #3a3a3a; --quiet: #aaa; --card: #202020 }
      }
      .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0; list-style: none } .legend li { display: flex; align-items: center; gap: .45rem }
      .legend i { width: .85rem; height: .85rem; border-radius: 2px; flex: none } .legend small { color: var(--quiet) }
      .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 23rem), 1fr)); gap: 1rem }
      figure { margin: 0; padding: .7rem .8rem .5rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--card) }
      figcaption { font-weight: 600; margin-bottom: .35rem } figcaption small { font-weight: 400; color: var(--quiet); margin-right: .3rem }
      svg { width: 100%; height: auto; display: block } svg text { font: 11.5px system-ui, sans-serif; fill: currentColor }
      svg .label { text-anchor: end } svg .tick { text-anchor: middle } svg .whisker { stroke: currentColor; stroke-width: 1; fill: none; opacity: .7 }
      svg .grid { stroke: var(--soft) } svg .mark { stroke: currentColor; stroke-dasharray: 3 3; opacity: .6 }
      svg .slope { stroke: var(--quiet); stroke-dasharray: 1 4; stroke-linecap: round; stroke-width: 1.5 } svg .line { fill: none; stroke-width: 2 }
      .wide { overflow-x: auto } td.base { color: var(--quiet) } td b { font-weight: 650 }
      th, td:first-child { white-space: normal } td:first-child { min-width: 9rem } a { color: var(--c0) }
      @media (max-width: 40rem) { .legend small { display: none } th, td { padding: .25rem .4rem } body { margin: 1rem auto } }
      nav a { white-space: nowrap;  margin-right: 1.2rem } dl { overflow-wrap: anywhere } tr.sum td { border-top: 2px solid #888; font-weight: 650 }
      """;

  private static final int COLOURS = 10;

  private final Figures figures;
  private final HtmlPage page;

  private BenchmarkPage(Figures figures, String title) {
    this.figures = figures;
    this.page = new HtmlPage(title, STYLE + colours());
  }

  public static String of(Figures figures, String title) {
    BenchmarkPage report = new BenchmarkPage(figures, title);
    report.summary();
    for (String size : figures.sizes()) {
      report.size(size);
    }
    if (figures.sizes().size() > 1) {
      report.growth();
    }
    report.circumstances();
    return report.page.end();
  }

  private static String colours() {
    StringBuilder style = new StringBuilder();
    for (int i = 0; i < COLOURS; i++) {
      style.append(String.format(Locale.ROOT, ".c%d { fill: var(--c%d); background: var(--c%d) } .s%d { stroke: var(--c%d) }%n", i, i, i, i, i));
    }
    return style.toString();
  }

  private int colour(String subject) {
    return figures.subjects().indexOf(subject) % COLOURS;
  }

  private static String anchor(String size) {
    return "size-" + size.replace(',', '-');
  }

  private void summary() {
    String what =
        switch (figures.timing()) {
          case REAL -> "time by the clock";
          case THREAD -> "time of the processor in the thread that runs the statements";
          case USER -> "time of the processor in the process";
        };
    page.note(
        "The tests of LumoSQL's benchmark tool, " + what + ", averages of " + figures.first().get("average-of")
            + " runs. Lower is better. All engines gave the same results, or they would not be here.");
    page.raw("<ul class=\"legend\">\n");
    for (String subject : figures.subjects()) {
      page.raw("<li><i class=\"c" + colour(subject) + "\"></i>" + HtmlPage.escaped(subject) + " <small>")
          .raw(HtmlPage.escaped(figures.title(subject)) + "</small></li>\n");
    }
    page.raw("</ul>\n<nav>");
    for (String size : figures.sizes()) {
      page.raw("<a href=\"#" + anchor(size) + "\">Data size " + HtmlPage.escaped(size) + "</a>");
    }
    if (figures.sizes().size() > 1) {
      page.raw("<a href=\"#growth\">Growth</a>");
    }
    page.raw("<a href=\"#circumstances\">Circumstances</a></nav>\n");
    page.heading("All tests together");
    page.note("Geometric mean of the ratios to " + figures.baseline(figures.sizes().get(0)) + " (the dashed line).");
    page.raw("<div class=\"grid\">\n");
    for (String size : figures.sizes()) {
      RunRecord baseline = figures.of(size).get(figures.baseline(size));
      List<BarChart.Bar> bars = new ArrayList<>();
      figures.of(size).forEach((subject, run) -> {
        double mean = figures.geometricMean(run, baseline);
        bars.add(new BarChart.Bar(subject, colour(subject), mean, Double.NaN, Amounts.ratio(mean)));
      });
      figure("", "Data size " + size, BarChart.of("data size " + size, bars, 1));
    }
    page.raw("</div>\n");
  }

  /** @param number of a test; empty for others */
  private void figure(String number, String title, String svg) {
    String quiet = number.isEmpty() ? "" : "<small>" + HtmlPage.escaped(number) + "</small> ";
    page.raw("<figure><figcaption>" + quiet + HtmlPage.escaped(title) + "</figcaption>" + svg + "</figure>\n");
  }

  private void size(String size) {
    Map<String, RunRecord> runs = figures.of(size);
    page.raw("<h2 id=\"" + anchor(size) + "\">Data size " + HtmlPage.escaped(size) + "</h2>\n<div class=\"grid\">\n");
    RunRecord first = runs.values().iterator().next();
    for (int test : first.tests().keySet()) {
      List<BarChart.Bar> bars = new ArrayList<>();
      runs.forEach(
          (subject, run) -> {
            double time = figures.timing().of(run, test);
            bars.add(new BarChart.Bar(subject, colour(subject), time, figures.timing().deviation(run, test), Amounts.time(time)));
          });
      String name = first.get(test, "test-name");
      figure(Integer.toString(test), name, BarChart.of(name, bars, Double.NaN));
    }
    page.raw("</div>\n");
    table(size, runs);
  }

  private void table(String size, Map<String, RunRecord> runs) {
    String base = figures.baseline(size);
    RunRecord baseline = runs.get(base);
    page.note("Ratios to " + base + "; its own column has the times and their standard deviation.");
    page.raw("<div class=\"wide\">\n");
    List<String> others = runs.keySet().stream().filter(subject -> !subject.equals(base)).toList();
    List<String> columns = new ArrayList<>(List.of(base));
    columns.addAll(others);
    page.table("test", columns.toArray(String[]::new));
    for (int test : baseline.tests().keySet()) {
      page.beginRow(baseline.get(test, "test-name"));
      double time = figures.timing().of(baseline, test);
      page.cell("base", Amounts.time(time) + " " + Amounts.deviation(figures.timing().deviation(baseline, test), time));
      for (String subject : others) {
        double ratio = figures.ratio(runs.get(subject), baseline, test);
        page.cell(mark(ratio), Amounts.ratio(ratio));
      }
      page.endRow();
    }
    page.raw("<tr class=\"sum\"><td>geometric mean</td><td></td>");
    for (String subject : others) {
      double mean = figures.geometricMean(runs.get(subject), baseline);
      page.cell(mark(mean), Amounts.ratio(mean));
    }
    page.endRow().endTable().raw("</div>\n");
  }

  private static String mark(double ratio) {
    return ratio <= 0.95 ? "good" : ratio >= 1.05 ? "bad" : "";
  }

  private void growth() {
    page.raw("<h2 id=\"growth\">Growth</h2>\n");
    page.note(
        "Time over data size, both as logarithms. The dotted line grows as the data do; what is steeper grows faster."
            + " Where more statements look at more rows (3, 5, 6, 9) the work grows by the square.");
    page.raw("<div class=\"grid\">\n");
    double[] sizes = figures.sizes().stream().mapToDouble(size -> Double.parseDouble(size.split(",")[0])).distinct().toArray();
    RunRecord first = figures.first();
    for (int test : first.tests().keySet()) {
      List<GrowthChart.Line> lines = new ArrayList<>();
      for (String subject : figures.subjects()) {
        double[] times = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
          RunRecord run = figures.of(figures.sizes().get(i)).get(subject);
          times[i] = run == null ? Double.NaN : figures.timing().of(run, test);
        }
        lines.add(new GrowthChart.Line(subject, colour(subject), times));
      }
      String name = first.get(test, "test-name").replaceAll("\\d+", "#");
      figure(Integer.toString(test), name, GrowthChart.of(name, sizes, lines));
    }
    page.raw("</div>\n");
  }

  private void circumstances() {
    page.raw("<h2 id=\"circumstances\">Circumstances</h2>\n").facts(facts(figures));
    for (String subject : figures.subjects()) {
      RunRecord run = figures.sizes().stream().map(size -> figures.of(size).get(subject)).filter(found -> found != null).findFirst().orElseThrow();
      StringBuilder text = new StringBuilder();
      run.data().forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
      page.details(subject, text.toString());
    }
  }

  /** What was recorded of the machine, for people. */
  static Map<String, String> facts(Figures figures) {
    RunRecord run = figures.first();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", java.time.Instant.ofEpochSecond(run.when()).toString().substring(0, 16).replace('T', ' ') + " UTC");
    add(facts, "commit", run.get("commit"));
    add(facts, "processor", run.get("cpu-comment") + ", " + run.get("cpu-count") + " of them, " + run.get("cpu-type"));
    add(facts, "disk", run.get("disk-comment"));
    if (!run.get("disk-write-time").isEmpty()) {
      String written = Amounts.time(RunRecord.seconds(run.get("disk-write-time")));
      add(facts, "disk timing", "240 MiB written in " + written + ", read in " + Amounts.time(RunRecord.seconds(run.get("disk-read-time"))));
    }
    add(facts, "system", run.get("os-type") + " " + run.get("os-version"));
    add(facts, "Java", (run.get("java-vm") + " " + run.get("java-version") + " " + run.get("java-flags")).strip());
    add(facts, "load before", run.get("load-before"));
    add(facts, "command", run.get("command"));
    add(facts, "runs", run.get("average-of") + ", after " + run.get("warmup-runs") + " untimed");
    return facts;
  }

  private static void add(Map<String, String> facts, String title, String value) {
    if (!value.isBlank()) {
      facts.put(title, value);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.store.RunRecord;

class ReportTest {
  private static RunRecord run(String target, String size, double... times) {
    RunRecord run = RunRecord.begin(target, 1_600_000_000);
    run.put("title", target + " <title>");
    run.put("sqlite-name", target.startsWith("native") ? "LumoSQL for the JVM" : target);
    run.put("option-datasize", size);
    run.put("cpu-comment", "a \"processor\" & more");
    run.put("end-run", "1600000010");
    run.put("tests-fail", "0");
    run.put("tests-intr", "0");
    for (int i = 0; i < times.length; i++) {
      run.putTest(i + 1, "test-name", i == 0 ? (int) (1000 * Double.parseDouble(size)) + " INSERTs" : "DROP <TABLE>");
      run.putTest(i + 1, "real-time", String.format(Locale.ROOT, "%.6f", times[i]));
      run.putTest(i + 1, "status", "OK");
    }
    return run;
  }

  private static List<RunRecord> runs() {
    List<RunRecord> runs = new ArrayList<>();
    for (double noise : new double[] {0.9, 1.1}) {
      runs.add(run("native", "1", 0.5 * noise, 0.2 * noise));
      runs.add(run("3.46.1", "1", 2 * noise, 0.1 * noise));
      runs.add(run("3.54.1", "1", 1 * noise, 0.1 * noise));
      runs.add(run("native+datasize-10", "10", 5 * noise, 0.2 * noise));
      runs.add(run("3.54.1++datasize-10", "10", 10 * noise, 0.8 * noise));
    }
    return runs;
  }

  @Test
  void ratiosAreToTheNewestSqlite() {
    Figures figures = new Figures(runs(), Timing.REAL);
    assertThat(figures.sizes()).containsExactly("1", "10");
    assertThat(figures.subjects()).containsExactly("native", "sqlite 3.46.1", "sqlite 3.54.1");
    assertThat(figures.baseline("1")).isEqualTo("sqlite 3.54.1");
    RunRecord ours = figures.of("1").get("native");
    assertThat(figures.ratio(ours, figures.of("1").get("sqlite 3.54.1"), 1)).isCloseTo(0.5, org.assertj.core.api.Assertions.offset(1e-6));
    assertThat(figures.geometricMean(ours, figures.of("1").get("sqlite 3.54.1"))).isCloseTo(1.0, org.assertj.core.api.Assertions.offset(1e-6));
  }

  @Test
  void thePageNeedsNothingElseAndEscapesTexts() {
    String page = BenchmarkPage.of(new Figures(runs(), Timing.REAL), "A & B");
    assertThat(page).doesNotContain("http:", "https:", "<script", "<link", "src=", "url(", "@import", "<title> ").contains("<h1>A &amp; B</h1>", "prefers-color-scheme: dark", "width=device-width");
    assertThat(page).contains("DROP &lt;TABLE&gt;").doesNotContain("<TABLE>").contains("a &quot;processor&quot; &amp; more");
    // all tests together for two sizes, two tests of each, two plots of growth
    assertThat(page.split("<svg", -1)).hasSize(1 + 2 + 4 + 2);
    assertThat(page.split("<figure", -1)).hasSameSizeAs(page.split("</figure", -1));
    assertThat(page).contains("0.50").contains("1.00 s").contains("± 14 %");
    assertThat(page).doesNotContain("NaN", "Infinity", "null");
  }

  @Test
  void oneSizeHasNoGrowth() {
    String page = BenchmarkPage.of(new Figures(runs().subList(0, 3), Timing.REAL), "x");
    assertThat(page).doesNotContain("id=\"growth\"").doesNotContain("NaN");
  }

  @Test
  void timesThatWereNotRecordedAreSaidSo() {
    String page = BenchmarkPage.of(new Figures(runs(), Timing.THREAD), "x");
    assertThat(page).contains("–").doesNotContain("NaN");
  }

  @Test
  void tablesGoIntoTheirPlaceInADocument() {
    String report = MarkdownReport.of(new Figures(runs(), Timing.REAL));
    assertThat(report)
        .contains("Data size 1, ratios to sqlite 3.54.1:\n\n| test | sqlite 3.54.1 | native | sqlite 3.46.1 |\n|---|---|---|---|\n")
        .contains("| 1000 INSERTs | 1.00 s ± 14 % | 0.50 | 2.00 |\n")
        .contains("| geometric mean | | 1.00 | 1.41 |\n");
    String document = "before\n" + MarkdownReport.BEGIN + "\nold\n" + MarkdownReport.END + "\nafter\n";
    String written = MarkdownReport.into(document, report);
    assertThat(written).startsWith("before\n").endsWith(MarkdownReport.END + "\nafter\n").doesNotContain("old\n").contains("| 1000 INSERTs |");
    assertThat(MarkdownReport.into(written, report)).isEqualTo(written);
    assertThatThrownBy(() -> MarkdownReport.into("nothing", report)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void differencesThatAreChanceAreNotCalledOnes() {
    assertThat(Comparison.verdict(new double[] {1, 1.1, 0.9, 1}, new double[] {1.05, 0.95, 1.1, 1})).isEqualTo(Comparison.Verdict.SAME);
    assertThat(Comparison.verdict(new double[] {1, 1.01, 0.99, 1}, new double[] {1.2, 1.21, 1.19, 1.2})).isEqualTo(Comparison.Verdict.SLOWER);
    assertThat(Comparison.verdict(new double[] {1, 1.01, 0.99, 1}, new double[] {0.8, 0.81, 0.79, 0.8})).isEqualTo(Comparison.Verdict.FASTER);
    assertThat(Comparison.verdict(new double[] {1}, new double[] {9})).as("one run tells nothing").isEqualTo(Comparison.Verdict.SAME);
  }

  @Test
  void whatIsSlowerIsFound() {
    Comparison comparison = new Comparison(Timing.REAL);
    comparison.add(
        "native",
        List.of(run("native", "1", 1, 1), run("native", "1", 1.01, 1.2), run("native", "1", 0.99, 0.8)),
        List.of(run("native", "1", 1.3, 1), run("native", "1", 1.31, 1.2), run("native", "1", 1.29, 0.8)));
    assertThat(comparison.slowerThan(1.1)).extracting(Comparison.Line::test).containsExactly("1000 INSERTs");
    assertThat(comparison.slowerThan(1.5)).isEmpty();
  }
}

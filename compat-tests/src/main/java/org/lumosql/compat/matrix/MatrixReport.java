// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.compat.support.Store;
import org.lumosql.harness.HtmlPage;
import org.lumosql.harness.JavaCommand;
import org.lumosql.harness.RunFacts;

/** A run of the matrix as a page and as a table of Markdown. */
public final class MatrixReport {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
  private static final String NOTHING = "–";

  private final List<String> suites;
  private final Amount amount;
  private final long start = System.nanoTime();
  private final Map<String, String> begun = RunFacts.now();

  /** By Java, store and suite. */
  private final Map<String, Map<String, Map<String, Cell>>> javas = new LinkedHashMap<>();

  MatrixReport(List<String> suites, Amount amount) {
    this.suites = suites;
    this.amount = amount;
  }

  void add(String java, Store store, String suite, Cell cell) {
    javas
        .computeIfAbsent(JavaCommand.description(java), key -> new LinkedHashMap<>())
        .computeIfAbsent(store.name(), key -> new LinkedHashMap<>())
        .put(suite, cell);
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>(begun);
    facts.put("Java", String.join("; ", javas.keySet()));
    facts.put("sqllogictest", part(amount.scripts()) + " scripts");
    facts.put("golden files and Turso's", part(amount.files()) + " files");
    facts.put("random statements", String.format(Locale.ROOT, "%,d a cell", amount.statements()));
    facts.put("seed", Long.toString(amount.seed()));
    facts.put("took", minutes((System.nanoTime() - start) / 1e9));
    return facts;
  }

  /** Two digits that count, however small the part. */
  static String part(double fraction) {
    return fraction >= 1
        ? "all"
        : BigDecimal.valueOf(fraction * 100).round(TWO_DIGITS).stripTrailingZeros().toPlainString() + " % of the";
  }

  private static String minutes(double seconds) {
    return seconds < 90 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
  }

  /** Whether nothing failed. */
  public boolean isClean() {
    return javas.values().stream().allMatch(stores -> stores.values().stream().allMatch(row -> row.values().stream().allMatch(Cell::isClean)));
  }

  public String html() {
    HtmlPage page = new HtmlPage("Compatibility of LumoSQL for the JVM").facts(facts());
    page.note(
        "Each cell is a suite on one way of storing a database, in a process of its own: what passed; below it how long it took, and how much was skipped. "
            + NOTHING + ": power loss, failing disks and damage are for files; in memory nothing is stored that could be exchanged, shared or lost. "
            + "CONTRIBUTING.md tells what each suite counts.");
    javas.forEach((java, stores) -> {
      page.heading(java);
      page.table("store", suites.toArray(String[]::new));
      stores.forEach((store, row) -> {
        page.beginRow(store);
        suites.forEach(suite -> addCell(page, row.get(suite)));
        page.endRow();
      });
      page.endTable();
    });
    page.heading("Failures, and why something was skipped");
    notes().forEach((note, places) -> page.details(title(places), note));
    return page.end();
  }

  /** What is said of cells, with their names: the same is mostly said of many. */
  private Map<String, List<String>> notes() {
    Map<String, List<String>> notes = new LinkedHashMap<>();
    javas.forEach((java, stores) -> stores.forEach((store, row) -> row.forEach((suite, cell) -> {
      if (!cell.notes().isEmpty() && cell.hasRun()) {
        String place = suite + " on " + store + ", " + java + (cell.isClean() ? "" : ": " + cell.failed() + " failed");
        notes.computeIfAbsent(String.join("\n\n", cell.notes()), note -> new ArrayList<>()).add(place);
      }
    })));
    return notes;
  }

  private static String title(List<String> places) {
    return places.get(0) + (places.size() == 1 ? "" : ", and " + (places.size() - 1) + " more");
  }

  private static void addCell(HtmlPage page, Cell cell) {
    if (cell == null || !cell.hasRun()) {
      page.cell("none", NOTHING);
    } else {
      String skipped = cell.skipped() > 0 ? String.format(Locale.ROOT, "%,d skipped, ", cell.skipped()) : "";
      page.cell(cell.isClean() ? "good" : "bad", text(cell), skipped + minutes(cell.seconds()));
    }
  }

  /** One table over all Javas. */
  public String markdown() {
    Map<String, Map<String, Cell>> sums = new LinkedHashMap<>();
    javas.values().forEach(stores -> stores.forEach((store, row) -> row.forEach(
        (suite, cell) -> sums.computeIfAbsent(store, key -> new LinkedHashMap<>()).merge(suite, cell, Cell::plus))));
    StringBuilder text = new StringBuilder("| store | " + String.join(" | ", suites) + " |\n|---|" + "---:|".repeat(suites.size()) + "\n");
    sums.forEach((store, row) -> {
      text.append("| ").append(store);
      for (String suite : suites) {
        Cell cell = row.get(suite);
        text.append(" | ").append(cell == null || !cell.hasRun() ? NOTHING : text(cell));
      }
      text.append(" |\n");
    });
    text.append('\n');
    facts().forEach((title, value) -> text.append(text.charAt(text.length() - 1) == '\n' ? "" : "; ").append(title).append(": ").append(value));
    return text.append(".\n").toString();
  }

  private static String text(Cell cell) {
    return String.format(Locale.ROOT, "%,d", cell.passed()) + (cell.failed() > 0 ? String.format(Locale.ROOT, ", %,d failed", cell.failed()) : "");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumosql.harness.HtmlPage;
import org.lumosql.harness.RunFacts;

/** A run of the matrix as a page and as a table of Markdown. */
public final class MatrixReport {
  private final List<String> columns;
  private final Map<String, Map<String, Cell>> cells;
  private final Map<String, String> facts;

  MatrixReport(List<String> columns, Map<String, Map<String, Cell>> cells, Amount amount) {
    this.columns = columns;
    this.cells = cells;
    facts = new LinkedHashMap<>(RunFacts.now());
    facts.put("sqllogictest", amount.fraction() >= 1 ? "all scripts" : Math.round(amount.fraction() * 100) + " % of the scripts, sampled with the seed");
    facts.put("random statements", amount.statements() + " a cell");
    facts.put("seed", Long.toString(amount.seed()));
  }

  /** Whether nothing failed. */
  public boolean isClean() {
    return cells.values().stream().allMatch(row -> row.values().stream().allMatch(Cell::isClean));
  }

  public String html() {
    HtmlPage page = new HtmlPage("Compatibility of LumoSQL for the JVM").facts(facts);
    page.note("What passed; where something failed or was skipped, how much.");
    page.table("database", columns.toArray(String[]::new));
    cells.forEach((place, row) -> {
      page.beginRow(place);
      for (String column : columns) {
        Cell cell = row.get(column);
        page.cell(cell == null ? "none" : cell.isClean() ? "good" : "bad", cell == null ? "not run" : text(cell));
      }
      page.endRow();
    });
    page.endTable().heading("Failures and what is skipped");
    cells.forEach((place, row) -> row.forEach((column, cell) -> {
      if (!cell.notes().isEmpty()) {
        page.details(place + ", " + column + ", " + Math.round(cell.seconds()) + " s", String.join("\n\n", cell.notes()));
      }
    }));
    return page.end();
  }

  public String markdown() {
    StringBuilder text = new StringBuilder("| database | " + String.join(" | ", columns) + " |\n|---|" + "---:|".repeat(columns.size()) + "\n");
    cells.forEach((place, row) -> {
      text.append("| ").append(place);
      for (String column : columns) {
        Cell cell = row.get(column);
        text.append(" | ").append(cell == null ? "" : text(cell));
      }
      text.append(" |\n");
    });
    facts.forEach((title, value) -> text.append(text.toString().endsWith("|\n") ? "\n" : "; ").append(title).append(' ').append(value));
    return text.append('\n').toString();
  }

  private static String text(Cell cell) {
    return String.format(Locale.ROOT, "%,d", cell.passed())
        + (cell.failed() > 0 ? String.format(Locale.ROOT, ", %,d failed", cell.failed()) : "")
        + (cell.skipped() > 0 ? String.format(Locale.ROOT, " (%,d skipped)", cell.skipped()) : "");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.filter;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.bench.store.RunRecord;

/**
 * {@code -summary} and {@code -quick}: the times of each test, runs beside each other or below each other.
 *
 * @param timing which time
 * @param isQuick whether the descriptions of runs are left out
 * @param columnsAreTests whether a column is a test and a line a run
 * @param isNormalised whether times are thousandths of each run's own total
 * @param ignoresNumbers whether tests that differ by figures in their names are the same
 * @param chosen numbers of tests that are shown, and {@code t…} for the total; empty for all
 */
public record Summary(Timing timing, boolean isQuick, boolean columnsAreTests, boolean isNormalised, boolean ignoresNumbers, List<String> chosen) {
  private static final String TOTAL = "Total run duration";

  /** @throws IllegalArgumentException if the runs have different tests */
  public void print(PrintWriter out, List<RunRecord> runs, ZoneId zone) {
    List<String> names = names(runs.get(0));
    for (RunRecord run : runs) {
      if (!names(run).equals(names)) {
        throw new IllegalArgumentException("Runs " + run.id() + " and " + runs.get(0).id() + " have different tests");
      }
    }
    if (columnsAreTests) {
      tests(out, runs, names);
    } else {
      runs(out, runs, names, zone);
    }
  }

  private List<String> names(RunRecord run) {
    return run.testNames().stream().map(name -> ignoresNumbers ? name.replaceAll("\\d+", "#") : name).toList();
  }

  private boolean isShown(int test) {
    return chosen.isEmpty() || chosen.contains(Integer.toString(test));
  }

  private boolean isTotalShown() {
    return chosen.isEmpty() || chosen.stream().anyMatch(word -> word.startsWith("t"));
  }

  private static List<Integer> numbers(RunRecord run) {
    return List.copyOf(run.tests().keySet());
  }

  /** A time, or what else became of the test. */
  private String cell(RunRecord run, int place) {
    int test = numbers(run).get(place);
    String status = run.get(test, "status");
    if (!status.isEmpty() && !status.equals("OK")) {
      return status;
    }
    return Field.decimal(scaled(run, timing.of(run, test)));
  }

  /** Each run by its own total. */
  private double scaled(RunRecord run, double seconds) {
    return isNormalised ? 1000 * seconds / timing.total(run) : seconds;
  }

  private void runs(PrintWriter out, List<RunRecord> runs, List<String> names, ZoneId zone) {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      if (!isQuick) {
        if (runs.size() > 1) {
          out.println("Column " + (i + 1));
        }
        describe(out, runs.get(i), zone);
      }
      header.append(String.format(Locale.ROOT, "%11s ", isQuick ? shortName(runs.get(i)) : runs.size() > 1 ? Integer.toString(i + 1) : "TIME"));
    }
    String word = timing == Timing.REAL ? " TIME " : " " + timing.name() + " TIME ";
    if (runs.size() > 1) {
      int dashes = Math.max(0, 12 * runs.size() - 1 - word.length());
      out.println("-".repeat(dashes / 2) + word + "-".repeat(dashes - dashes / 2));
    }
    out.println(header + "TEST NAME");
    for (int place = 0; place < names.size(); place++) {
      if (isShown(place + 1)) {
        out.println(line(runs, place) + String.format(Locale.ROOT, "%4d %s", place + 1, names.get(place)));
      }
    }
    if (isTotalShown()) {
      out.println("-".repeat(12 * runs.size()));
      StringBuilder line = new StringBuilder();
      runs.forEach(run -> line.append(String.format(Locale.ROOT, "%11s ", Field.decimal(scaled(run, timing.total(run))))));
      out.println(line + "(total benchmark run time)");
    }
  }

  private String line(List<RunRecord> runs, int place) {
    StringBuilder line = new StringBuilder();
    runs.forEach(run -> line.append(String.format(Locale.ROOT, "%11.11s ", cell(run, place))));
    return line.toString();
  }

  private static String shortName(RunRecord run) {
    String backend = run.get("backend-name");
    String name = backend.isEmpty() ? run.get("sqlite-version") : backend;
    return name.length() > 11 ? name.substring(0, 11) : name;
  }

  private static void describe(PrintWriter out, RunRecord run, ZoneId zone) {
    out.println("    Benchmark: " + run.get("title"));
    out.println("       Target: " + run.get("target"));
    out.println("              (" + run.get("sqlite-name") + ")");
    out.println("       Ran at: " + Field.date(run.get("when-run"), zone, "yyyy-MM-dd HH:mm:ss"));
    out.println("     Duration: " + Field.decimal(run.duration()));
    if (!run.get("disk-read-time").isEmpty()) {
      out.println(
          "    Disk time: read: " + Field.decimal(RunRecord.seconds(run.get("disk-read-time"))) + "; write: "
              + Field.decimal(RunRecord.seconds(run.get("disk-write-time"))));
    }
    if (!run.get("average-of").isEmpty()) {
      out.println("      Average: of " + run.get("average-of") + " runs");
    }
    out.println();
  }

  private void tests(PrintWriter out, List<RunRecord> runs, List<String> names) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      if (isShown(place + 1)) {
        places.add(place);
        title(out, place + 1, names.get(place));
      }
    }
    if (isTotalShown()) {
      places.add(names.size());
      title(out, names.size() + 1, TOTAL);
    }
    if (!isQuick) {
      out.println();
    }
    int[] widths = new int[places.size()];
    List<List<String>> lines = new ArrayList<>();
    for (RunRecord run : runs) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        int place = places.get(i);
        String cell = place < names.size() ? cell(run, place) : Field.decimal(scaled(run, timing.total(run)));
        widths[i] = Math.max(Math.max(widths[i], cell.length()), Integer.toString(place + 1).length());
        cells.add(cell);
      }
      lines.add(cells);
    }
    out.println(joined(places.stream().map(place -> Integer.toString(place + 1)).toList(), widths) + "Target");
    for (int i = 0; i < runs.size(); i++) {
      out.println(joined(lines.get(i), widths) + runs.get(i).get("target"));
    }
  }

  private void title(PrintWriter out, int column, String name) {
    if (!isQuick) {
      out.println("Column " + column + ": " + name);
    }
  }

  private static String joined(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(" ".repeat(widths[i] - cells.get(i).length())).append(cells.get(i)).append(' ');
    }
    return line.toString();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.schema.Optimisation;

/**
 * Measures two plans of the same query on the same rows: the plan that is chosen, and the one C SQLite chooses, to which
 * the statement is led by another wording ({@code CROSS JOIN}, {@code +column}, {@code NOT INDEXED}) or by switches. The
 * statements run alternately in one connection; what is printed is the median of the processor time of each and the
 * ratio of the two, because times of one run alone say little.
 *
 * <p>Arguments: the folder of suites; a file of measurements in it; the least number of rounds. The file has one
 * measurement per paragraph: a line of a suite's name and further scripts that make rows, the statement, a line of four
 * dashes, the wording that forces the other plan, where the words {@code without NAME} on the line of dashes switch off
 * an optimisation for the other wording. Both must give the same number of rows.
 */
public final class PlanTimes {
  private static final String DASHES = "----";
  private static final String WITHOUT = " without ";
  private static final int WARM_UP = 5;
  private static final long LEAST_NANOS = 1_500_000_000L;

  private final Path folder;
  private final int rounds;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** @param without the optimisations to switch off for the other wording */
  private record Measurement(List<String> place, String chosen, String other, List<Optimisation> without) {}

  private PlanTimes(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    PlanTimes times = new PlanTimes(folder, Integer.parseInt(arguments[2]));
    for (Measurement measurement : measurements(Files.readString(folder.resolve(arguments[1])))) {
      times.measure(measurement);
    }
  }

  private static List<Measurement> measurements(String text) {
    List<Measurement> found = new ArrayList<>();
    for (String paragraph : text.split("\\R(\\h*\\R)+")) {
      List<String> lines = paragraph.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        found.add(measurement(lines));
      }
    }
    return found;
  }

  private static Measurement measurement(List<String> lines) {
    int middle = 1;
    while (!lines.get(middle).startsWith(DASHES)) {
      middle++;
    }
    List<Optimisation> without = new ArrayList<>();
    String[] switches = lines.get(middle).split(WITHOUT);
    for (String name : Arrays.asList(switches).subList(1, switches.length)) {
      without.add(Optimisation.named(name.strip()));
    }
    return new Measurement(
        List.of(lines.get(0).split(" +")),
        String.join("\n", lines.subList(1, middle)),
        String.join("\n", lines.subList(middle + 1, lines.size())),
        without);
  }

  private void measure(Measurement measurement) throws IOException {
    try (Connection connection = Connection.open(":memory:")) {
      fill(connection, measurement.place());
      System.out.println("==== " + String.join(" ", measurement.place()) + "\n" + measurement.chosen());
      plan(connection, measurement.chosen()).forEach(System.out::println);
      switchAll(connection, measurement.without(), false);
      System.out.println("---- against " + measurement.other());
      plan(connection, measurement.other()).forEach(System.out::println);
      try (Statement other = connection.prepare(measurement.other())) {
        switchAll(connection, measurement.without(), true);
        try (Statement chosen = connection.prepare(measurement.chosen())) {
          compare(chosen, other);
        }
      }
    }
  }

  private void compare(Statement chosen, Statement other) {
    long rows = rows(chosen);
    if (rows != rows(other)) {
      throw new IllegalStateException("The two wordings give different numbers of rows.");
    }
    for (int i = 0; i < WARM_UP; i++) {
      rows(chosen);
      rows(other);
    }
    List<Long> chosenTimes = new ArrayList<>();
    List<Long> otherTimes = new ArrayList<>();
    long end = System.nanoTime() + LEAST_NANOS;
    while (chosenTimes.size() < rounds || System.nanoTime() < end) {
      chosenTimes.add(time(chosen));
      otherTimes.add(time(other));
    }
    double one = median(chosenTimes) / 1e6;
    double two = median(otherTimes) / 1e6;
    System.out.printf("%d rows, %d rounds: %.3f ms against %.3f ms, %.2f times%n%n", rows, chosenTimes.size(), one, two, two / one);
  }

  private long time(Statement statement) {
    long before = threads.getCurrentThreadCpuTime();
    rows(statement);
    return threads.getCurrentThreadCpuTime() - before;
  }

  private static double median(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static long rows(Statement statement) {
    statement.reset();
    long rows = 0;
    while (statement.step()) {
      rows++;
    }
    statement.reset();
    return rows;
  }

  private void fill(Connection connection, List<String> place) throws IOException {
    PlanSuite suite =
        PlanSuite.in(folder).stream().filter(known -> known.name().equals(place.get(0))).findFirst().orElseThrow();
    List<String> scripts = new ArrayList<>(suite.scripts());
    scripts.addAll(1, place.subList(1, place.size()));
    for (String script : scripts) {
      for (String sql : PlanSuite.statements(Files.readString(folder.resolve(script)))) {
        try (Statement statement = connection.prepare(sql)) {
          rows(statement);
        }
      }
    }
  }

  private static void switchAll(Connection connection, List<Optimisation> optimisations, boolean on) {
    optimisations.forEach(optimisation -> connection.setOptimisation(optimisation, on));
  }

  private static List<String> plan(Connection connection, String sql) {
    PlanTree tree = new PlanTree();
    try (Statement statement = connection.prepare("EXPLAIN QUERY PLAN " + sql)) {
      while (statement.step()) {
        tree.add((int) statement.columnLong(0), (int) statement.columnLong(1), statement.columnText(3));
      }
    }
    return tree.lines();
  }
}

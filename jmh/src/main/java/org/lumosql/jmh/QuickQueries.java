// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lumosql.jmh.tpch.TpchDatabase;
import org.lumosql.jmh.tpch.TpchQuery;

/**
 * Both engines in turn in one process over a list of statements, a few rounds each, with the geometric mean of the ratios at the end. Times are
 * of the calling thread's processor, so that other work on the machine disturbs little; JMH measures by the clock.
 */
final class QuickQueries {
  private static final double LONG_ENOUGH = 1_500;
  private static final int MOST_ROUNDS = 9;
  private static final int FEWEST_ROUNDS = 3;
  private static final int WARMUP_ROUNDS = 25;
  /** Milliseconds after which one round has to do. */
  private static final double FAR_TOO_LONG = 10_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PrintStream output;
  private double logarithms;
  private double worst;
  private int count;

  QuickQueries(PrintStream output) {
    this.output = output;
  }

  /** {@code quick tpch [DESIGN [SCALE [NUMBER…]]]}. */
  void tpch(List<String> arguments) throws SQLException, IOException {
    TpchDatabase.Design design = TpchDatabase.Design.valueOf(arguments.isEmpty() ? "KEYS" : arguments.get(0).toUpperCase(Locale.ROOT));
    double scale = arguments.size() > 1 ? Double.parseDouble(arguments.get(1)) : 0.1;
    List<AnalyticStatement> statements = new ArrayList<>();
    for (int number = 1; number <= TpchQuery.COUNT; number++) {
      if (arguments.size() < 3 || arguments.subList(2, arguments.size()).contains(Integer.toString(number))) {
        statements.add(AnalyticStatement.query("Q" + number, TpchQuery.title(number), TpchQuery.text(number)));
      }
    }
    Path directory = Workloads.directory();
    run(
        statements,
        TpchDatabase.file(directory, scale, design, Engine.LUMOSQL.name()),
        TpchDatabase.file(directory, scale, design, Engine.SQLITE.name()));
  }

  /** {@code quick analytic [NAME…]}. */
  void analytic(List<String> names) throws SQLException, IOException {
    List<AnalyticStatement> statements = new ArrayList<>();
    for (AnalyticStatement statement : AnalyticStatement.all()) {
      if (names.isEmpty() || names.stream().anyMatch(statement.name()::equalsIgnoreCase)) {
        statements.add(statement);
      }
    }
    Path directory = Workloads.directory();
    run(
        statements,
        AnalyticDatabase.file(directory, Engine.LUMOSQL.name()),
        AnalyticDatabase.file(directory, Engine.SQLITE.name()));
  }

  /** {@code once ENGINE tpch DESIGN SCALE NUMBER ROUNDS} and {@code once ENGINE analytic NAME ROUNDS}. */
  static void repeat(Engine engine, List<String> arguments, PrintStream output) throws SQLException, IOException {
    Path file;
    AnalyticStatement statement;
    if (arguments.get(0).equals("tpch")) {
      TpchDatabase.Design design = TpchDatabase.Design.valueOf(arguments.get(1).toUpperCase(Locale.ROOT));
      file = TpchDatabase.file(Workloads.directory(), Double.parseDouble(arguments.get(2)), design, engine.name());
      statement = AnalyticStatement.query("", "", TpchQuery.text(Integer.parseInt(arguments.get(3))));
    } else {
      file = AnalyticDatabase.file(Workloads.directory(), engine.name());
      statement = AnalyticStatement.named(arguments.get(1));
    }
    int rounds = Integer.parseInt(arguments.get(arguments.size() - 1));
    try (Query query = new Query(engine.open(file), statement, 0)) {
      for (int i = 0; i < rounds; i++) {
        query.reset();
        long begin = System.nanoTime();
        query.run();
        output.printf(Locale.ROOT, "%.1f ms%n", (System.nanoTime() - begin) / 1e6);
      }
    }
  }

  private void run(List<AnalyticStatement> statements, Path ours, Path theirs) throws SQLException {
    output.println("| statement | LumoSQL, ms | SQLite, ms | ratio | quartiles | |");
    output.println("|---|---|---|---|---|---|");
    for (AnalyticStatement statement : statements) {
      try {
        compare(statement, ours, theirs);
      } catch (SQLException | IllegalStateException failure) {
        output.printf(Locale.ROOT, "| %s | %s%n", statement.name(), failure.getMessage());
      }
    }
    output.printf(Locale.ROOT, "%nGeometric mean %.2f, worst %.2f, of %d%n", Math.exp(logarithms / count), worst, count);
  }

  private void compare(AnalyticStatement statement, Path ours, Path theirs) throws SQLException {
    List<Double> ourTimes = new ArrayList<>();
    List<Double> theirTimes = new ArrayList<>();
    long expected;
    try (Query first = new Query(Engine.SQLITE.open(theirs), statement, 0)) {
      first.reset();
      expected = first.run();
    }
    try (Query lumosql = new Query(Engine.LUMOSQL.open(ours), statement, expected);
        Query sqlite = new Query(Engine.SQLITE.open(theirs), statement, expected)) {
      double our = time(lumosql);
      double their = time(sqlite);
      if (our + their > FAR_TOO_LONG) {
        ourTimes.add(our);
        theirTimes.add(their);
      } else {
        warmUp(lumosql, sqlite, our + their);
        alternate(lumosql, sqlite, ourTimes, theirTimes);
      }
    }
    report(statement, ourTimes, theirTimes);
  }

  private static void warmUp(Query lumosql, Query sqlite, double alreadySpent) throws SQLException {
    double spent = alreadySpent;
    for (int i = 0; i < WARMUP_ROUNDS && spent < LONG_ENOUGH; i++) {
      spent += time(lumosql) + time(sqlite);
    }
  }

  private static void alternate(Query lumosql, Query sqlite, List<Double> ourTimes, List<Double> theirTimes) throws SQLException {
    double spent = 0;
    for (int i = 0; i < FEWEST_ROUNDS || i < MOST_ROUNDS && spent < LONG_ENOUGH; i++) {
      double our = time(lumosql);
      double their = time(sqlite);
      ourTimes.add(our);
      theirTimes.add(their);
      spent += our + their;
    }
  }

  private static double time(Query query) throws SQLException {
    query.reset();
    long begin = THREADS.getCurrentThreadCpuTime();
    long result = query.run();
    double elapsed = (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    query.check(result);
    return elapsed;
  }

  private void report(AnalyticStatement statement, List<Double> ourTimes, List<Double> theirTimes) {
    int rounds = ourTimes.size();
    double[] ratios = new double[rounds];
    double[] ours = new double[rounds];
    double[] theirs = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ours[i] = ourTimes.get(i);
      theirs[i] = theirTimes.get(i);
      ratios[i] = ours[i] / theirs[i];
    }
    Arrays.sort(ratios);
    Arrays.sort(ours);
    Arrays.sort(theirs);
    double ratio = ratios[rounds / 2];
    logarithms += Math.log(ratio);
    worst = Math.max(worst, ratio);
    count++;
    output.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | %.2f–%.2f | %s |%n",
        statement.name(),
        ours[rounds / 2],
        theirs[rounds / 2],
        ratio,
        ratios[rounds / 4],
        ratios[rounds * 3 / 4],
        statement.description());
  }
}

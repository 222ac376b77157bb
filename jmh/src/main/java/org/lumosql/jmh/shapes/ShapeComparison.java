// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.shapes;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code quick shapes [cold] [compile|schema|run] [PART OF A NAME…]}: each shape in three sizes, by both engines in turn in one process, in memory. Printed are the lower quartiles of the times of the largest
 * size, by the clock, because deep statements are compiled by a thread of their own; their ratio, and the exponents by which the times grow when the size doubles last. With {@code cold} the first time alone counts, in a process
 * that has compiled a simple statement before.
 */
public final class ShapeComparison {
  private static final String OURS = "jdbc:lumosql:";
  private static final String THEIRS = "jdbc:sqlite:";
  private static final int FEWEST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 400;
  private static final int TIMED_ROUNDS = 5;
  private static final double BAD_RATIO = 5;
  private static final double BAD_GROWTH = 0.2;
  /** Times below it, in milliseconds, tell nothing of growth. */
  private static final double LEAST = 0.15;

  private final PrintStream output;
  private final List<Shape> shapes = new ArrayList<>();
  private final boolean isCold;
  private final double warmUp;
  private long number = 1_000;

  private final class Run implements AutoCloseable {
    private final Shape shape;
    private final int size;
    private final String url;
    private final Path file;
    private final List<Double> times = new ArrayList<>();
    private Connection connection;
    private PreparedStatement prepared;
    private long checksum;

    Run(Shape shape, int size, String url, Path directory) throws SQLException {
      this.shape = shape;
      this.size = size;
      this.url = url;
      this.file = directory.resolve(url.replace(':', '-') + size + ".db");
      if (shape.kind() == Shape.Kind.OPEN) {
        connection = DriverManager.getConnection(url + file);
        prepare();
        connection.close();
      } else if (shape.kind() != Shape.Kind.ONCE) {
        connection = DriverManager.getConnection(url + ":memory:");
        prepare();
      }
      if (shape.kind() == Shape.Kind.RUN) {
        prepared = connection.prepareStatement(shape.statement().apply(size));
      }
    }

    private void prepare() throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
        for (String sql : shape.before().apply(size)) {
          if (sql.startsWith("PRAGMA") || sql.startsWith("ATTACH")) {
            statement.execute("COMMIT");
            statement.execute(sql);
            statement.execute("BEGIN");
          } else {
            statement.execute(sql);
          }
        }
        statement.execute("COMMIT");
      }
    }

    /** One round, in milliseconds. */
    double time() throws SQLException {
      String sql = shape.statement().apply(size).replace("#", Long.toString(number++));
      switch (shape.kind()) {
        case COMPILE:
          return timed(() -> connection.prepareStatement(sql).close());
        case RUN:
          return timed(() -> checksum = drain(prepared.executeQuery()));
        case OPEN:
          return timed(this::open);
        default:
          connection = DriverManager.getConnection(url + ":memory:");
          prepare();
          try (Connection opened = connection; Statement statement = opened.createStatement()) {
            return timed(() -> execute(statement, sql));
          }
      }
    }

    private void open() throws SQLException {
      try (Connection opened = DriverManager.getConnection(url + file); Statement statement = opened.createStatement()) {
        checksum = drain(statement.executeQuery(shape.statement().apply(size)));
      }
    }

    private void execute(Statement statement, String sql) throws SQLException {
      if (sql.startsWith("SELECT") || sql.startsWith("PRAGMA")) {
        checksum = drain(statement.executeQuery(sql));
      } else if (sql.contains(";")) {
        for (String each : sql.split(";")) {
          statement.execute(each);
        }
      } else {
        statement.execute(sql);
      }
    }

    /** The lower quartile: what other work on the machine adds does not count. */
    double typical() {
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted[sorted.length / 4];
    }

    @Override
    public void close() throws SQLException {
      if (prepared != null) {
        prepared.close();
      }
      if (connection != null) {
        connection.close();
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  public ShapeComparison(PrintStream output, List<String> arguments) {
    this.output = output;
    List<String> names = new ArrayList<>(arguments);
    isCold = names.remove("cold");
    warmUp = Double.parseDouble(System.getProperty("lumosql.warmUp", "1500"));
    boolean all = !names.contains("compile") && !names.contains("schema") && !names.contains("run");
    add(names.remove("compile") || all, LargeStatements.all());
    add(names.remove("schema") || all, LargeSchemas.all());
    add(names.remove("run") || all, LongRuns.all());
    if (!names.isEmpty()) {
      shapes.removeIf(shape -> names.stream().noneMatch(name -> shape.name().contains(name)));
    }
  }

  private void add(boolean wanted, List<Shape> some) {
    if (wanted) {
      shapes.addAll(some);
    }
  }

  public void run() throws IOException {
    output.println("| shape | size | LumoSQL, ms | SQLite, ms | ratio | growth | SQLite's | |");
    output.println("|---|---|---|---|---|---|---|---|");
    int bad = 0;
    for (Shape shape : shapes) {
      try {
        bad += compare(shape) ? 0 : 1;
      } catch (SQLException failure) {
        output.println("| " + shape.name() + " | " + failure.getMessage());
        bad++;
      }
    }
    output.printf(Locale.ROOT, "%n%d shapes, %d above the limits%n", shapes.size(), bad);
  }

  private boolean compare(Shape shape) throws SQLException, IOException {
    double[] ours = new double[3];
    double[] theirs = new double[3];
    for (int i = 0; i < 3; i++) {
      int size = Math.max(1, shape.size() >> 2 - i);
      Path directory = Files.createTempDirectory("shapes");
      try (Run our = new Run(shape, size, OURS, directory); Run their = new Run(shape, size, THEIRS, directory)) {
        if (isCold) {
          ours[i] = our.time();
          theirs[i] = their.time();
        } else {
          alternate(our, their, i < 2 ? warmUp / 5 : warmUp);
          ours[i] = our.typical();
          theirs[i] = their.typical();
        }
        if (our.checksum != their.checksum) {
          output.println("different results of " + shape.name() + " " + size);
        }
      } finally {
        try (var files = Files.list(directory)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(directory);
      }
    }
    return report(shape, ours, theirs);
  }

  private static void alternate(Run our, Run their, double warmUp) throws SQLException {
    double spent = 0;
    for (int round = 0; round < FEWEST_ROUNDS || round < MOST_ROUNDS && spent < warmUp; round++) {
      double first = our.time();
      double second = their.time();
      our.times.add(first);
      their.times.add(second);
      spent += first + second;
    }
    keepLast(our.times);
    keepLast(their.times);
  }

  private static void keepLast(List<Double> times) {
    int last = Math.max(TIMED_ROUNDS, times.size() / 4);
    times.subList(0, Math.max(0, times.size() - last)).clear();
  }

  private boolean report(Shape shape, double[] ours, double[] theirs) {
    double ratio = ours[2] / theirs[2];
    double ourGrowth = growth(ours);
    double theirGrowth = growth(theirs);
    boolean isBad = ratio > BAD_RATIO || ours[1] > LEAST && ourGrowth > theirGrowth + BAD_GROWTH && ratio > 1;
    output.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %s |%n",
        shape.name(),
        shape.size(),
        ours[2],
        theirs[2],
        ratio,
        ourGrowth,
        theirGrowth,
        isBad ? "!" : "");
    return !isBad;
  }

  private static double growth(double[] times) {
    return Math.log(times[2] / times[1]) / Math.log(2);
  }

  private static double timed(Work work) throws SQLException {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  /** A number for all values of all rows. */
  private static long drain(ResultSet rows) throws SQLException {
    try (ResultSet open = rows) {
      int columns = open.getMetaData().getColumnCount();
      long sum = 0;
      while (open.next()) {
        for (int i = 1; i <= columns; i++) {
          sum = sum * 31 + Arrays.hashCode(new Object[] {open.getString(i)});
        }
      }
      return sum;
    }
  }
}

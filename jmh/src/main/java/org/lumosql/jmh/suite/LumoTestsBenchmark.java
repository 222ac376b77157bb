// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lumosql.bench.run.Output;
import org.lumosql.bench.run.StepRunner;
import org.lumosql.bench.suite.DataSize;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;
import org.lumosql.bench.suite.Step;
import org.lumosql.jmh.Workloads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * LumoSQL's tests, one by one: what comes before a test is run, untimed, on a new database each time. Statements are texts; {@code native+prepared} and its like
 * prepare them. What a test gives is compared with what C SQLite gives.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 8)
@Fork(value = 2, jvmArgs = {"-Xss4m", "-Xms1g", "-Xmx1g"})
public class LumoTestsBenchmark extends AllTargets {
  /** Its number, or {@code all} of them. */
  @Param({"all", "0010", "0015", "0020", "0030", "0040", "0045", "0050", "0060", "0070", "0080", "0090", "0100", "0110", "0120", "0130", "0140"})
  public String test;

  @Param("1")
  public String size;

  private final List<LumoTest> before = new ArrayList<>();
  private final List<LumoTest> timed = new ArrayList<>();
  private List<List<Step>> steps;
  private List<List<String>> texts;
  private long expected;
  private TargetDatabase database;
  private Connection connection;
  private Output output;

  @Setup(Level.Trial)
  public void expect() throws SQLException, IOException {
    choose(Dialect.SQLITE);
    try (TargetDatabase reference = TargetDatabase.create(TargetDatabase.REFERENCE, Workloads.directory());
        Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      prepare(reference, sqlite);
      execute(reference, sqlite);
      expected = output.digest();
    }
  }

  private void choose(Dialect dialect) {
    before.clear();
    timed.clear();
    for (LumoTest each : LumoTests.all(DataSize.parse(size), dialect)) {
      if (test.equals("all") || each.number().equals(test)) {
        timed.add(each);
      } else if (timed.isEmpty()) {
        before.add(each);
      }
    }
    if (timed.isEmpty()) {
      throw new IllegalArgumentException("no test " + test);
    }
    steps = timed.stream().map(each -> each.steps().stream().toList()).toList();
    texts = timed.stream().map(each -> each.texts().toList()).toList();
  }

  private void prepare(TargetDatabase where, Connection on) throws SQLException {
    output = new Output();
    try (StepRunner runner = new StepRunner(on, where.sync())) {
      for (LumoTest each : before) {
        runner.texts(each.steps().stream().toList(), each.texts().toList(), new Output());
      }
    }
    if (where.isSqlite()) {
      try (Statement statement = on.createStatement()) {
        statement.execute("SELECT count(*) FROM sqlite_master");
      }
    }
  }

  private void execute(TargetDatabase where, Connection on) throws SQLException {
    for (int i = 0; i < timed.size(); i++) {
      try (StepRunner runner = new StepRunner(on, where.sync())) {
        if (where.isPrepared()) {
          runner.prepared(steps.get(i), output);
        } else {
          runner.texts(steps.get(i), texts.get(i), output);
        }
      }
    }
  }

  @Setup(Level.Iteration)
  public void open() throws Exception {
    database = TargetDatabase.create(target, Workloads.directory());
    choose(database.dialect());
    Checks.run(
        database,
        "before test " + test,
        () -> {
          connection = database.connectToSync();
          prepare(database, connection);
        });
  }

  @Benchmark
  public void run() throws Exception {
    Checks.run(database, "test " + test, () -> execute(database, connection));
  }

  @TearDown(Level.Iteration)
  public void check() throws Exception {
    Checks.run(
        database,
        "test " + test,
        () -> {
          long digest = output.digest();
          if (digest != expected) {
            throw new IllegalStateException("not what C SQLite gives");
          }
        });
    connection.close();
    database.close();
  }
}

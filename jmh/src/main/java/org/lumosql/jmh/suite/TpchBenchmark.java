// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.lumosql.jmh.Workloads;
import org.lumosql.jmh.tpch.TpchDatabase;
import org.lumosql.jmh.tpch.TpchQuery;
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

/** The 22 TPC-H-like queries; every answer is compared with C SQLite's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class TpchBenchmark extends AllTargets {
  /** Seconds after which a query is one that an engine cannot run: some know no order of joins but that of the text. */
  private static final int LIMIT = Integer.getInteger("lumosql.queryLimit", 60);

  @Param({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22"})
  public int query;

  @Param("INDEXES")
  public TpchDatabase.Design design;

  @Param("0.1")
  public double scale;

  private TargetDatabase database;
  private Connection connection;
  private Statement statement;
  private String sql;
  private Rows expected;
  private Rows rows;

  @Setup(Level.Trial)
  public void open() throws Exception {
    expected = reference();
    database = filled(target);
    Checks.run(
        database,
        "Q" + query,
        () -> {
          connection = database.connect();
          sql = TpchQuery.text(query, database.dialect());
          statement = connection.createStatement();
          statement.setQueryTimeout(LIMIT);
          run();
          rows.requireSameAs(expected);
          statement.close();
          statement = connection.createStatement();
        });
  }

  private Rows reference() throws Exception {
    TargetDatabase sqlite = filled(TargetDatabase.REFERENCE);
    try (Connection reading = sqlite.connect();
        Statement select = reading.createStatement();
        ResultSet answer = select.executeQuery(TpchQuery.text(query, sqlite.dialect()))) {
      return Rows.of(answer);
    } finally {
      sqlite.close();
    }
  }

  /** Filled by the target itself, once. */
  private TargetDatabase filled(String name) throws Exception {
    String what = String.format(Locale.ROOT, "tpch-%.3f-%s", scale, design.name().toLowerCase(Locale.ROOT));
    TargetDatabase filled = TargetDatabase.kept(name, Workloads.directory(), what);
    if (!filled.isThere()) {
      filled.clear();
      Checks.run(
          filled,
          "TPC-H-like database",
          () -> {
            try (Connection writing = filled.connect()) {
              TpchDatabase.fill(writing, scale, design, filled.dialect());
            }
          });
      filled.close();
      filled.finish();
    }
    return filled;
  }

  @Benchmark
  public int run() throws SQLException {
    try (ResultSet answer = statement.executeQuery(sql)) {
      rows = Rows.of(answer);
    }
    return rows.size();
  }

  @TearDown(Level.Iteration)
  public void check() throws Exception {
    Checks.run(database, "Q" + query, () -> rows.requireSameAs(expected));
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException, IOException {
    statement.close();
    connection.close();
    database.close();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The statements of {@code analytic.sql} on both engines, each in a process of its own; every answer is compared with C SQLite's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 6)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class AnalyticBenchmark {
  @Param({
    "distinct_few", "distinct_many", "distinct_text", "union", "count_distinct", "group_few", "group_many", "group_text", "order_wide", "order_limit",
    "row_number", "running_sum", "lag", "recursive", "insert_select", "update_all", "delete_some", "create_index", "create_index_text", "json_extract",
    "json_each", "like", "dates", "arithmetic", "concat", "correlated", "correlated_exists", "in_select", "in_list", "join_rowid", "join_auto",
    "join_left", "vacuum"
  })
  private String statement;

  @Param({"LUMOSQL", "SQLITE"})
  private Engine engine;

  private Query work;
  private long result;

  @Setup(Level.Trial)
  public void open() throws SQLException, IOException {
    work =
        Query.answeringAsSqlite(
            AnalyticStatement.named(statement),
            engine,
            AnalyticDatabase.file(Workloads.directory(), engine.name()),
            AnalyticDatabase.file(Workloads.directory(), "REFERENCE"));
  }

  @Setup(Level.Iteration)
  public void reset() throws SQLException {
    work.reset();
  }

  @Benchmark
  public void run() throws SQLException {
    result = work.run();
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    work.check(result);
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    work.close();
  }
}

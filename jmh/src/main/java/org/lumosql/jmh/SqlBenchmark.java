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

/**
 * Every workload on both engines, each in a process of its own, but those that prepare statements: see {@link PrepareBenchmark}. The result of every
 * run is checked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 10)
@Fork(value = 2, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class SqlBenchmark {
  @Param({
    "SCAN", "SEEK", "SEEK_AUTOCOMMIT", "SEEK_UNIQUE", "BULK_INSERT", "INDEX_INSERT", "COMMIT", "COMMIT_WAL", "COMMIT_EXTRA", "COMMIT_NORMAL", "COMMIT_OFF",
    "COMMIT_WAL_NORMAL", "RANGE", "INSERT", "UPDATE", "UPDATE_INDEXED", "DELETE"
  })
  private Workloads workload;

  @Param({"LUMOSQL", "SQLITE"})
  private Engine engine;

  private Workload work;
  private long result;

  /** Opens the database and makes sure that the engine computes what it should. */
  @Setup(Level.Trial)
  public void open() throws SQLException, IOException {
    work = workload.open(engine);
    work.verify();
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

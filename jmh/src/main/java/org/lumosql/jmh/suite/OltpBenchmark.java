// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.lumosql.jmh.Oltp;
import org.lumosql.jmh.Workload;
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

/** Small prepared statements, a tenth as many as the table has rows, in one transaction: points by key and by index, ranges, changes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 10)
@Fork(value = 2, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class OltpBenchmark extends AllTargets {
  @Param
  public Oltp.Kind kind;

  @Param("100000")
  public int rows;

  private TargetDatabase database;
  private Workload work;
  private long result;

  @Setup(Level.Trial)
  public void open() throws Exception {
    database = TargetDatabase.create(target, Workloads.directory());
    Checks.run(
        database,
        kind.toString(),
        () -> {
          work = new Oltp(database.connect(), kind, database.dialect(), rows);
          work.verify();
        });
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
  public void check() throws Exception {
    Checks.run(database, kind.toString(), () -> work.check(result));
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException, IOException {
    work.close();
    database.close();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The 22 queries on both engines, each in a process of its own; every answer is compared with C SQLite's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class TpchBenchmark {
  @Param({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22"})
  private int query;

  @Param("INDEXES")
  private TpchDatabase.Design design;

  @Param("0.1")
  private double scale;

  @Param({"LUMOSQL", "SQLITE"})
  private Engine engine;

  private Query work;

  @Setup(Level.Trial)
  public void open() throws SQLException, IOException {
    AnalyticStatement statement = AnalyticStatement.query("Q" + query, TpchQuery.title(query), TpchQuery.text(query));
    work =
        Query.answeringAsSqlite(
            statement,
            engine,
            TpchDatabase.file(Workloads.directory(), scale, design, engine.name()),
            TpchDatabase.file(Workloads.directory(), scale, design, "REFERENCE"));
  }

  @Benchmark
  public void run() throws SQLException {
    work.check(work.run());
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    work.close();
  }
}

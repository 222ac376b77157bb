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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The mean time of preparing and closing a typical statement, as an application sees it that has been running for some time: the compiler is a
 * large program, which HotSpot takes about a million statements to optimise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 4)
@Measurement(iterations = 10, time = 2)
@Fork(value = 2, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class PrepareBenchmark {
  /** What the texts have in common with those before: everything, all but literals, all but names. */
  @Param({"SAME", "OTHER_LITERALS", "OTHER_NAMES"})
  private PrepareTexts texts;

  @Param({"LUMOSQL", "SQLITE"})
  private Engine engine;

  private Prepare prepare;

  /** Opens the database and makes sure that the engine finds the parameters of all statements. */
  @Setup(Level.Trial)
  public void open() throws SQLException, IOException {
    prepare = new Prepare(engine.open(WideTable.file(engine, Workloads.directory())), texts);
    prepare.verify();
  }

  @Benchmark
  @OperationsPerInvocation(Prepare.STATEMENTS)
  public long run() throws SQLException {
    return prepare.each();
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException {
    prepare.close();
  }
}

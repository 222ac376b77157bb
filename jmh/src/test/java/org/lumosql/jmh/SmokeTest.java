// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.bench.targets.Engine;
import org.lumosql.jmh.suite.SuiteRun;
import org.lumosql.jmh.suite.TargetDatabase;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs each benchmark once with little data: what they set up, their checks and their answers, not their speed. */
class SmokeTest {
  @TempDir static Path directory;

  private static final Set<String> RUN = new TreeSet<>();

  @BeforeAll
  static void useLittle() {
    System.setProperty("jmh.ignoreLock", "true");
    System.setProperty("lumosql.benchmarks", directory.toString());
    System.setProperty("lumosql.wideRows", "2000");
    System.setProperty("lumosql.analyticRows", "2000");
  }

  /** A benchmark that no test of this class has run would go unnoticed. */
  @AfterAll
  static void everyBenchmarkWasRun() {
    Set<String> all = new TreeSet<>();
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT), List.of())) {
      all.add(entry.getUsername());
    }
    assertThat(all).isNotEmpty();
    assertThat(RUN).isEqualTo(all);
  }

  private static ChainedOptionsBuilder once(String benchmarks) {
    return new OptionsBuilder()
        .include("\\." + benchmarks)
        .mode(Mode.SingleShotTime)
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException, SuiteRun.WrongResult {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Collection<RunResult> results = new SuiteRun(options.build(), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    assertThat(results).isNotEmpty();
    results.forEach(result -> RUN.add(result.getParams().getBenchmark()));
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("cannot be run");
    return results;
  }

  @Test
  void layers() throws Exception {
    assertThat(run(once("layer\\.").param("entries", "100"))).hasSizeGreaterThan(40);
  }

  @Test
  void statementsOnBothEngines() throws Exception {
    run(once("SqlBenchmark").param("workload", "SCAN", "SEEK", "COMMIT_OFF"));
    run(once("PrepareBenchmark").param("texts", "SAME"));
    run(once("AnalyticBenchmark").param("statement", "group_few", "update_all", "row_number"));
  }

  @Test
  void lumoTests() throws Exception {
    run(once("suite.LumoTests").param("size", "0.01").param("test", "all", "0090").param("target", "3.54.1", "native", "native+prepared", "h2", "hsqldb", "derby"));
  }

  @Test
  void transactionProcessing() throws Exception {
    run(once("suite.Oltp").param("rows", "200").param("target", "3.54.1", "native", "lmdb+encrypt+layout-pages", "derby"));
    run(once("suite.Transactions").param("transactions", "3").param("target", "3.54.1++sync-off", "native+sqlite3_journal-wal", "rocksdb+sync-off", "h2"));
  }

  @Test
  void tpch() throws Exception {
    ChainedOptionsBuilder few = once("suite.Tpch").param("scale", "0.01").param("design", "KEYS").param("query", "1", "6", "15");
    run(few.param("target", "3.54.1", "native", "h2"));
  }

  @Test
  void readersAndWriter() throws Exception {
    run(once("suite.Concurrency").param("blocks", "2").param("target", "3.54.1++sqlite3_journal-wal", "native", "bdb", "hsqldb"));
  }

  @Test
  void largeValues() throws Exception {
    run(once("suite.LargeValues").param("bytes", "20000").param("target", "3.54.1", "native+encrypt", "lmdb", "h2", "hsqldb", "derby"));
  }

  @Test
  void coldStart() throws Exception {
    run(once("suite.ColdStart").param("target", "3.54.1", "native"));
  }

  @Test
  void releasesAreThoseOfTheClassPath() throws Exception {
    for (Engine engine : Engine.values()) {
      if (engine == Engine.H2 || engine == Engine.HSQLDB || engine == Engine.DERBY || engine == Engine.SQLITE) {
        try (TargetDatabase database = TargetDatabase.create(engine == Engine.SQLITE ? engine.defaultVersion() : engine.label(), directory)) {
          try (var connection = database.connect()) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith(engine.defaultVersion());
          }
        }
      }
    }
    assertThatThrownBy(() -> TargetDatabase.create("h2-1.4.200", directory)).hasMessageContaining("lumosql bench");
  }
}

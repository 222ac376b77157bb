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
import java.util.regex.Pattern;
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

  /** What tests of this class run. */
  private static final Set<String> BENCHMARKS =
      Set.of(
          "layer\\.", "SqlBenchmark", "PrepareBenchmark", "AnalyticBenchmark", "suite.LumoTests", "suite.Oltp", "suite.Transactions", "suite.Tpch", "suite.Concurrency",
          "suite.LargeValues", "suite.ColdStart");

  @BeforeAll
  static void useLittle() {
    System.setProperty("jmh.ignoreLock", "true");
    System.setProperty("lumosql.benchmarks", directory.toString());
    System.setProperty("lumosql.wideRows", "2000");
    System.setProperty("lumosql.analyticRows", "2000");
  }

  @Test
  void everyBenchmarkIsRunHere() {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT), List.of())) {
      assertThat(BENCHMARKS).as(entry.getUsername()).anyMatch(name -> Pattern.compile("\\." + name).matcher(entry.getUsername()).find());
    }
  }

  private static ChainedOptionsBuilder once(String benchmarks) {
    assertThat(BENCHMARKS).contains(benchmarks);
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
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("cannot be run");
    return results;
  }

  private static String ratios(Collection<RunResult> results) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    new RatioTable(results).print(new PrintStream(table, true, StandardCharsets.UTF_8));
    return table.toString(StandardCharsets.UTF_8);
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
    String[] targets = {"3.54.1++sync-off", "native+sync-off", "native+prepared+sync-off", "h2", "hsqldb"};
    run(once("suite.LumoTests").param("size", "0.01").param("test", "all").param("target", targets));
    run(once("suite.LumoTests").param("size", "0.01").param("test", "0090").param("target", "native+sync-off"));
  }

  @Test
  void transactionProcessing() throws Exception {
    run(once("suite.Oltp").param("rows", "200").param("target", "3.54.1++sync-off", "native+sync-off", "lmdb+encrypt+layout-pages+sync-off"));
    run(once("suite.Oltp").param("rows", "200").param("kind", "POINT_INDEX").param("target", "hsqldb", "derby"));
    ChainedOptionsBuilder transactions = once("suite.Transactions").param("transactions", "3");
    String[] targets = {"3.54.1", "3.54.1++sync-off", "native+sqlite3_journal-wal", "rocksdb+sync-off", "h2", "h2+durable", "hsqldb+durable"};
    assertThat(ratios(run(transactions.param("target", targets))))
        .containsSubsequence("native+sqlite3_journal-wal |", "rocksdb+sync-off |", "h2 |", "h2+durable |", "Geometric mean of native+sqlite3_journal-wal", "of 1")
        .doesNotContain("| 3.54.1");
  }

  @Test
  void tpch() throws Exception {
    run(once("suite.Tpch").param("scale", "0.001").param("design", "KEYS").param("target", "native+sync-off", "h2"));
  }

  /** A range has 100 rows: with fewer in the table the answer is another one than it must be. */
  @Test
  void wrongAnswerStopsBeforeAnythingIsTimed() {
    ChainedOptionsBuilder wrong = once("suite.Oltp").param("rows", "50").param("kind", "RANGE", "POINT").param("target", "native+sync-off");
    assertThatThrownBy(() -> run(wrong)).isInstanceOf(SuiteRun.WrongResult.class).hasMessageContaining("1 wrong").hasMessageContaining("native+sync-off, RANGE");
  }

  @Test
  void readersAndWriter() throws Exception {
    Collection<RunResult> results =
        run(once("suite.Concurrency").param("blocks", "2").param("target", "3.54.1++sqlite3_journal-wal+sync-off", "native+sqlite3_journal-wal", "bdb", "hsqldb"));
    assertThat(ratios(results)).contains("mixed, blocks 2, read | native+sqlite3_journal-wal |", "mixed, blocks 2, write | hsqldb |", "readers, blocks 2 | bdb |");
  }

  @Test
  void largeValues() throws Exception {
    run(once("suite.LargeValues").param("bytes", "20000").param("target", "3.54.1++sync-off", "native+encrypt+sync-off", "h2", "hsqldb"));
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

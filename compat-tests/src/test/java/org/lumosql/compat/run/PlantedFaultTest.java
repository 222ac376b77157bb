// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.slt.Failure;
import org.lumosql.harness.JavaCommand;

/** The runner finds what is wrong with engines, says what and where, and goes on. */
class PlantedFaultTest {
  private static final String SCRIPT =
      """
      statement ok
      CREATE TABLE t(a INTEGER, b TEXT)

      statement ok
      INSERT INTO t VALUES(1,'1'),(2,'b'),(3,NULL) -- fault

      query IT nosort
      SELECT a, b FROM t ORDER BY a -- fault
      ----
      1
      1
      2
      b
      3
      NULL

      statement error
      INSERT INTO nowhere VALUES(1) -- fault

      query I nosort
      SELECT count(*) FROM t
      ----
      3
      """;

  private static final String SOUND =
      """
      query I nosort
      SELECT 1
      ----
      1
      """;

  private static final int INSERT = 4;
  private static final int QUERY = 7;
  private static final int ERROR = 17;

  @TempDir Path folder;
  private List<Script> scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("corpus")).resolve("a.test"), SCRIPT);
    Files.writeString(folder.resolve("corpus/b.test"), SOUND);
    scripts = Scripts.in(folder.resolve("corpus"));
  }

  private static Target target(String url) {
    return new Target(url, url, List.of(), "sqlite", List.of(), JavaCommand.current());
  }

  private List<ScriptResult> run(List<Target> targets) throws IOException, InterruptedException {
    RunOptions options = new RunOptions(2, Duration.ofSeconds(5), Duration.ofSeconds(60), folder.resolve("work"));
    return new CorpusRun(options, result -> {}).run(scripts, targets);
  }

  @Test
  void eachFaultIsFoundAndNamedAndTheRunGoesOn() throws Exception {
    List<Target> targets = Arrays.stream(Fault.values()).map(fault -> target("jdbc:faulty:" + fault)).toList();
    List<ScriptResult> results = run(targets);
    List<String> found = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Fault fault = Fault.values()[i];
      Failure first = results.get(2 * i).failures().get(0);
      found.add(fault + " line " + first.line() + ": " + first.kind());
      expected.add(fault + " line " + line(fault) + ": " + fault.kind());
      boolean opens = !fault.name().startsWith("OPENING");
      assertThat(results.get(2 * i + 1).passed()).as("the next script on " + fault).isEqualTo(opens ? 1 : 0);
    }
    assertThat(found).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(20);
  }

  private static int line(Fault fault) {
    return switch (fault) {
      case ERROR_SWALLOWED -> ERROR;
      case STATEMENT_HANGS, STATEMENT_FAILS -> INSERT;
      case OPENING_FAILS, OPENING_HANGS, OPENING_EXITS -> 0;
      default -> QUERY; // a lost INSERT too shows there
    };
  }

  @Test
  void afterARecordThatEndsTheWorkerTheOthersStillRun() throws Exception {
    List<ScriptResult> results = run(List.of(target("jdbc:faulty:HANG"), target("jdbc:faulty:EXIT")));
    for (ScriptResult result : List.of(results.get(0), results.get(2))) {
      assertThat(result.passed()).isEqualTo(4);
      assertThat(result.failed()).isEqualTo(1);
      assertThat(result.failures().get(0).sql()).contains("SELECT a, b FROM t");
    }
    assertThat(results.get(2).failures().get(0).actual()).contains("exited with status 3");
  }

  @Test
  void aSoundEnginePasses() throws Exception {
    assertThat(run(List.of(target("jdbc:lumosql::memory:"), target(":memory:"), target("file:{file}?backend=file"))))
        .allSatisfy(result -> assertThat(result.failures()).isEmpty())
        .extracting(ScriptResult::passed)
        .containsExactly(5, 1, 5, 1, 5, 1);
  }

  @Test
  void malformedScriptsAndMissingDriversAreReported() throws Exception {
    Files.writeString(folder.resolve("corpus/a.test"), "# a script\n\nstatement perhaps\nSELECT 1\n");
    List<ScriptResult> results = run(List.of(target(":memory:"), target("jdbc:nobody:x")));
    assertThat(results.get(0).failures().get(0).kind()).isEqualTo(Failure.Kind.MALFORMED);
    assertThat(results.get(0).failures().get(0).line()).isEqualTo(3);
    assertThat(results.get(0).failures().get(0).actual()).contains("perhaps");
    assertThat(results.get(1).passed()).isEqualTo(1);
    assertThat(results.get(3).failures().get(0).kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
    assertThat(results.get(3).failures().get(0).actual()).contains("No suitable driver");
  }

  @Test
  void aFailingScriptIsReducedToWhatItTakes() throws Exception {
    StringBuilder longer = new StringBuilder(SCRIPT.substring(0, SCRIPT.indexOf("query")));
    for (int i = 0; i < 20; i++) {
      longer.append("statement ok\nCREATE TABLE other").append(i).append("(x)\n\n");
    }
    Files.writeString(folder.resolve("corpus/a.test"), longer + SCRIPT.substring(SCRIPT.indexOf("query")));
    Target faulty = target("jdbc:faulty:VALUE_CHANGED");
    RunOptions options = new RunOptions(1, Duration.ofSeconds(5), Duration.ofSeconds(60), folder.resolve("work"));
    ScriptResult failed = run(List.of(faulty)).get(0);
    try (ScriptShrinker shrinker = new ScriptShrinker(options, target("jdbc:sqlite::memory:"))) {
      assertThat(shrinker.shrink(failed, faulty))
          .contains("CREATE TABLE t(", "INSERT INTO t ", "SELECT a, b FROM t")
          .doesNotContain("other");
    }
  }
}

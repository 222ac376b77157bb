// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;

class ShowCommandTest {
  @TempDir Path folder;

  private Path file;
  private RunRecord sqlite;
  private RunRecord ours;
  private RunRecord twice;
  private RunRecord lmdb;
  private RunRecord failed;
  private RunRecord crashed;

  @BeforeEach
  void fill() throws SQLException {
    file = folder.resolve("benchmarks.sqlite");
    sqlite = Commands.record("3.54.1", 1_600_000_000, 1, 3);
    ours = Commands.record("native", 1_600_001_000, 0.5, 0.5);
    twice = Commands.record("native+datasize-2", 1_600_002_000, 2, 4);
    lmdb = Commands.record("lmdb-0.9.3", 1_600_003_000, 5, 5);
    lmdb.put("cpu-comment", "Intel");
    failed = Commands.record("native", 1_600_004_000, 1, 1);
    failed.putTest(2, "status", "RESULT3");
    failed.put("tests-ok", "1");
    failed.put("tests-fail", "1");
    crashed = Commands.record("native", 1_600_005_000);
    crashed.data().remove("end-run");
    try (ResultDatabase database = ResultDatabase.open(file)) {
      for (RunRecord run : List.of(sqlite, ours, twice, lmdb, failed, crashed)) {
        database.save(run);
      }
    }
  }

  private Commands.Printed show(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("show", "-db", file));
    all.addAll(Arrays.asList(arguments));
    return Commands.run(all.toArray());
  }

  private String shown(Object... arguments) {
    Commands.Printed printed = show(arguments);
    assertThat(printed.status()).as(printed.errors()).isZero();
    return printed.out();
  }

  @Test
  void withoutAChoiceTheNewestAreListed() {
    List<String> lines = shown().lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).isEqualTo("RUN_ID                                                            TARGET             DATE        TIME      DURATION");
    assertThat(lines.get(1)).startsWith(sqlite.id() + "  3.54.1 ").endsWith("   4.000");
    assertThat(lines.get(6)).startsWith(crashed.id());
    assertThat(shown("-limit", "2").lines()).hasSize(4).last().asString().contains("More than 2 runs");
    assertThat(shown("-limit", "0", "-count")).isEqualTo("6\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-target native;3",
        "-target native -completed;1",
        "-target native -target 3.54.1 -completed;2",
        "-version 3.54.1;6",
        "-version 3.46.1;0",
        "-backend lmdb;1",
        "-backend lmdb-0.9.3;1",
        "-backend lmdb-0.9.4;0",
        "-no-backend;1",
        "-no-backend -backend lmdb;2",
        "-datasize 2;1",
        "-option datasize-1;5",
        "-missing datasize;0",
        "-missing encrypt;6",
        "-cpu %intel%;1",
        "-disk-comment ext4%;6",
        "-failed;1",
        "-crashed;1",
        "-empty;1",
        "-interrupted;0",
        "-last;1"
      })
  void runsAreChosen(String options, int expected) {
    List<Object> arguments = new ArrayList<>(Arrays.asList((Object[]) options.split(" ")));
    arguments.add("-count");
    Commands.Printed printed = show(arguments.toArray());
    if (expected == 0) {
      assertThat(printed.status()).isEqualTo(2);
      assertThat(printed.errors()).contains("No runs selected");
    } else {
      assertThat(printed.out()).isEqualTo(expected + "\n");
    }
  }

  @Test
  void anIdMayBeShortened() {
    assertThat(shown(sqlite.id().substring(0, 8).toLowerCase(java.util.Locale.ROOT), "-list")).contains(sqlite.id()).doesNotContain(ours.id());
    assertThat(show("ABC").errors()).contains("not the id of a run");
  }

  @Test
  void aChoiceIsSummedUp() {
    String text = shown(sqlite.id(), ours.id());
    assertThat(text)
        .contains("Column 1\n    Benchmark: sqlite 3.54.1\n       Target: 3.54.1\n              (3.54.1 2026-10-16 xyz)\n")
        .contains("     Duration: 4.000\n    Disk time: read: 0.100; write: 0.200\n")
        .contains("          1           2 TEST NAME\n      1.000       0.500    1 1000 INSERTs\n      3.000       0.500    2 DROP TABLE b\n")
        .contains("      4.000       1.000 (total benchmark run time)\n");
  }

  @Test
  void quickLeavesDescriptionsOut() {
    assertThat(shown(sqlite.id(), ours.id(), "-quick", "-tests", "2"))
        .isEqualTo("-------- TIME ---------\n     3.54.1      native TEST NAME\n      3.000       0.500    2 DROP TABLE b\n");
  }

  @Test
  void aColumnCanBeATest() {
    assertThat(shown(sqlite.id(), ours.id(), "-column", "test"))
        .isEqualTo(
            "Column 1: 1000 INSERTs\nColumn 2: DROP TABLE b\nColumn 3: Total run duration\n\n    1     2     3 Target\n1.000 3.000 4.000 3.54.1\n0.500 0.500 1.000 native\n");
    assertThat(shown(sqlite.id(), "-quick", "-column", "benchmark", "-benchmarks", "2,total")).isEqualTo("    2     3 Target\n3.000 4.000 3.54.1\n");
    assertThat(show(sqlite.id(), "-column", "row").errors()).contains("not row");
  }

  @Test
  void normalisedTimesAreThousandthsOfEachOnesOwnTotal() {
    assertThat(shown(sqlite.id(), ours.id(), "-quick", "-normalise"))
        .contains("    250.000     500.000    1 1000 INSERTs\n    750.000     500.000    2 DROP TABLE b\n")
        .contains("   1000.000    1000.000 (total");
  }

  @Test
  void testsThatDifferByFiguresCanBeCompared() {
    Commands.Printed refused = show(ours.id(), twice.id());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.errors()).contains("have different tests");
    assertThat(shown(ours.id(), twice.id(), "-quick", "-ignore-numbers")).contains("      0.500       2.000    1 # INSERTs\n");
  }

  @Test
  void whatFailedShowsItsStatus() {
    assertThat(shown(failed.id(), "-quick")).contains("    RESULT3    2 DROP TABLE b");
    assertThat(shown(failed.id(), "-list", "-fields", "ID:8,DONE,OK,FAIL,INTR,N_TESTS"))
        .isEqualTo("ID        DONE  OK  FAIL  INTR  N_TESTS\n" + failed.id().substring(0, 8) + "  INTR   1     1     0        2\n");
    assertThat(shown(crashed.id(), "-list", "-fields", "DONE,END_DATE")).isEqualTo("DONE  END_DATE\nNO    -\n");
    assertThat(show("-list", "-fields", "COLOUR").errors()).contains("no field COLOUR");
  }

  @Test
  void detailsTellEverything() {
    assertThat(shown(lmdb.id(), "-details"))
        .contains("       ID: " + lmdb.id(), "  Backend: lmdb-0.9.3", "cpu-comment: Intel", "    Tests: 2 (2 OK, 0 FAIL, 0 Interrupted)")
        .contains("   Test 2: DROP TABLE b\n          Status: OK\n        Duration: 5.000 (user 0.010 + system 0.000)\n       thread-cpu-time: 2.500000\n");
    assertThat(show(lmdb.id(), "-details", "-summary").errors()).contains("do not go together");
  }

  @Test
  void otherTimesCanBeShown() {
    assertThat(shown(ours.id(), "-quick", "-time", "thread")).contains("      0.250    1 1000 INSERTs");
    assertThat(show(ours.id(), "-time", "moon").errors()).contains("no such time");
  }

  @Test
  void averagesAndStatisticsAreOverRunsOfOneKind() throws SQLException {
    try (ResultDatabase database = ResultDatabase.open(file)) {
      database.save(Commands.record("native", 1_600_006_000, 1.5, 0.5));
      database.save(Commands.record("native", 1_600_007_000, 1, 0.5));
    }
    assertThat(shown("-target", "native", "-average", "-quick")).contains("native TEST NAME\n      1.000    1 1000 INSERTs\n      0.500    2 DROP TABLE b\n");
    assertThat(shown("-average", "-list", "-fields", "RUN_ID,TARGET,RUNS,DURATION"))
        .contains("AVERAGE-2  native                3     1.500\n")
        .contains("AVERAGE-1  3.54.1                1     4.000\n");
    assertThat(shown("-target", "native", "-stats"))
        .contains("     Runs: 3\n")
        .contains("     1.0000     0.5000   50.0     0.5000     1.0000     1.5000    1 1000 INSERTs\n")
        .contains("     0.5000     0.0000    0.0     0.5000     0.5000     0.5000    2 DROP TABLE b\n");
  }

  @Test
  void runsTravelAsText() throws Exception {
    Path text = folder.resolve("runs.txt");
    shown(sqlite.id(), ours.id(), "-export", text);
    assertThat(text).content().startsWith("# LumoSQL benchmark data version 0.0\n").contains(ours.id() + " 2\n");
    assertThat(show(sqlite.id(), "-export", text).errors()).contains("will not overwrite");
    Commands.Printed imported = Commands.run("show", "-import", text, "-list", "-fields", "TARGET,DURATION");
    assertThat(imported.out()).isEqualTo("TARGET  DURATION\n3.54.1     4.000\nnative     1.000\n");
    Path other = folder.resolve("other.sqlite");
    assertThat(Commands.run("show", "-import", text, "-limit", "0", "-copy", other).status()).isZero();
    try (ResultDatabase database = ResultDatabase.open(other)) {
      assertThat(database.load(ours.id())).isEqualTo(ours);
    }
  }

  @Test
  void runsAreCopiedAndDeleted() throws SQLException {
    Path other = folder.resolve("other.sqlite");
    shown(sqlite.id(), ours.id(), "-copy", other);
    assertThat(show(ours.id(), "-copy", other).errors()).contains("already");
    shown(ours.id(), "-delete-from", other);
    shown(sqlite.id(), "-delete");
    try (ResultDatabase there = ResultDatabase.open(other);
        ResultDatabase here = ResultDatabase.open(file)) {
      assertThat(there.has(sqlite.id())).isTrue();
      assertThat(there.has(ours.id())).isFalse();
      assertThat(here.has(sqlite.id())).isFalse();
      assertThat(here.has(ours.id())).isTrue();
    }
  }

  @Test
  void somethingIsNoted() throws SQLException {
    shown("-backend", "lmdb", "-add", "who=me", "-add", "cpu-comment=a laptop");
    try (ResultDatabase database = ResultDatabase.open(file)) {
      assertThat(database.load(lmdb.id()).get("who")).isEqualTo("me");
      assertThat(database.load(lmdb.id()).get("cpu-comment")).isEqualTo("a laptop");
      assertThat(database.load(ours.id()).get("who")).isEmpty();
    }
  }

  @Test
  void invalidRunsAreFound() throws SQLException {
    assertThat(show("-invalid").errors()).contains("No runs selected");
    RunRecord orphan = new RunRecord("AB".repeat(32), new TreeMap<>(), new TreeMap<>());
    orphan.putTest(1, "status", "OK");
    RunRecord wrongSum = Commands.record("native", 1_600_010_000, 1, 1);
    wrongSum.put("tests-ok", "9");
    RunRecord halfBackend = Commands.record("lmdb", 1_600_011_000, 1);
    halfBackend.data().remove("backend-id");
    try (ResultDatabase database = ResultDatabase.open(file)) {
      for (RunRecord run : List.of(orphan, wrongSum, halfBackend)) {
        database.save(run);
      }
    }
    assertThat(shown("-invalid", "-count")).isEqualTo("3\n");
    shown("-invalid", "-delete");
    assertThat(show("-invalid").status()).isEqualTo(2);
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMade() {
    Path missing = folder.resolve("missing.sqlite");
    assertThat(Commands.run("show", "-db", missing).errors()).contains("Database not found");
    assertThat(Files.exists(missing)).isFalse();
  }
}

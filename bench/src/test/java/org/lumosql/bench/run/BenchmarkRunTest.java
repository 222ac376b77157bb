// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.bench.run.FaultyDriver.Fault;
import org.lumosql.bench.store.RunRecord;
import org.lumosql.bench.targets.Engine;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetName;

/** Whole runs in processes, on little data. What is wrong with an engine is found before it is timed, and the others go on. */
class BenchmarkRunTest {
  private static final String SIZE = "+datasize-0.02+heap-128m";

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private final Map<String, RunRecord> recorded = new LinkedHashMap<>();

  /** The class path of a target: that of this process, and the fault that stands for the version of H2; for C SQLite as little as it has in a run. */
  private List<String> classPath(TargetName target) throws IOException {
    List<String> classPath = new ArrayList<>();
    if (target.engine() == Engine.SQLITE) {
      classPath.add(Path.of(URI.create(Worker.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString());
      here().filter(jar -> jar.contains("sqlite-jdbc-") || jar.contains("slf4j-")).forEach(classPath::add);
      return classPath;
    }
    if (target.engine() == Engine.H2) {
      String fault = target.version().startsWith("2.") ? Fault.NONE.name() : target.version();
      Path planted = Files.createDirectories(folder.resolve(fault));
      Files.writeString(planted.resolve("fault"), fault);
      classPath.add(planted.toString());
    }
    here().forEach(classPath::add);
    return classPath;
  }

  private static Stream<String> here() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private int run(RunOptions options, String... targets) throws Exception {
    RunListener listener =
        new RunListener() {
          @Override
          public void say(String line) {
            said.add(line);
          }

          @Override
          public void record(RunRecord run) {
            recorded.put(run.id(), run);
          }
        };
    List<TargetName> names = Arrays.stream(targets).map(TargetName::parse).toList();
    return BenchmarkRun.run(names, Settings.of(null, List.of("CPU_COMMENT=a processor")), options, false, this::classPath, listener);
  }

  private RunOptions options(int runs, boolean checksOnly, Duration limit) {
    return new RunOptions(1, runs, folder.resolve("databases"), limit, 0, Map.of(), "", "", "./lumosql bench test", checksOnly);
  }

  private List<RunRecord> of(String target) {
    return recorded.values().stream().filter(run -> run.get("target").equals(target)).toList();
  }

  @Test
  void enginesThatAgreeAreTimed() throws Exception {
    int failures = run(options(2, false, Duration.ofMinutes(2)), "native" + SIZE, "native+prepared" + SIZE, "h2" + SIZE);
    assertThat(failures).as(said.toString()).isZero();
    assertThat(recorded).hasSize(6);
    for (RunRecord run : recorded.values()) {
      assertThat(run.isComplete()).isTrue();
      assertThat(run.tests()).hasSize(17);
      assertThat(run.get("tests-ok")).isEqualTo("17");
      assertThat(run.get("option-datasize")).isEqualTo("0.02");
      assertThat(run.get("cpu-comment")).isEqualTo("a processor");
      assertThat(run.get("command")).isEqualTo("./lumosql bench test");
      assertThat(run.duration()).isPositive();
      assertThat(run.data().keySet().stream().filter(key -> key.equals("backend") || key.startsWith("backend-"))).hasSize(5);
      assertThat(run.data()).containsKeys("when-run", "end-run", "title", "sqlite-name", "os-type", "cpu-type", "word-size", "java-version", "java-flags", "session");
    }
    RunRecord run = of("native+datasize-0.02+heap-128m").get(0);
    assertThat(run.get(2, "test-name")).isEqualTo("20 INSERTs");
    assertThat(run.tests().get(2)).containsKeys("real-time", "user-cpu-time", "system-cpu-time", "thread-cpu-time", "output-size", "status");
    assertThat(run.get("sqlite-version")).isNotEmpty();
    assertThat(folder.resolve("databases")).isEmptyDirectory();
  }

  @Test
  void othersAreRunWithNothingOfOursButTheWorker() throws Exception {
    assertThat(run(options(1, false, Duration.ofMinutes(2)), "3.54.1" + SIZE)).as(said.toString()).isZero();
    assertThat(of("3.54.1+" + SIZE)).singleElement().matches(RunRecord::isComplete);
  }

  @Test
  void wrongEnginesAreCaughtBeforeTheyAreTimed() throws Exception {
    Map<Fault, String> statuses = new EnumMap<>(Fault.class);
    statuses.put(Fault.WRONG_VALUE, "RESULT");
    statuses.put(Fault.MISSING_ROW, "NRESULTS");
    statuses.put(Fault.LOST_UPDATE, "RESULT");
    statuses.put(Fault.ERROR, "ERR1");
    statuses.put(Fault.EXIT, "ERR3");
    statuses.put(Fault.HANG, "SIGKILL");
    List<String> targets = new ArrayList<>(List.of("native" + SIZE));
    statuses.keySet().forEach(fault -> targets.add("h2-" + fault + SIZE));
    int failures = run(options(1, false, Duration.ofSeconds(30)), targets.toArray(String[]::new));
    assertThat(failures).as(said.toString()).isEqualTo(statuses.size());
    assertThat(of("native+datasize-0.02+heap-128m")).singleElement().matches(RunRecord::isComplete);
    statuses.forEach(
        (fault, status) -> {
          RunRecord wrong = of("h2-" + fault + "+datasize-0.02+heap-128m").get(0);
          assertThat(of("h2-" + fault + "+datasize-0.02+heap-128m")).as(fault + " never timed").hasSize(1);
          assertThat(wrong.get("run-number")).isEqualTo("0");
          assertThat(wrong.isComplete()).isFalse();
          assertThat(wrong.tests().keySet().stream().map(test -> wrong.get(test, "status"))).as(fault.name()).anyMatch(found -> found.startsWith(status));
          assertThat(wrong.get("failure")).isNotEmpty();
        });
  }

  @Test
  void testsOnlyRecordEveryCheck() throws Exception {
    assertThat(run(options(0, true, Duration.ofMinutes(2)), "native" + SIZE)).as(said.toString()).isZero();
    RunRecord run = recorded.values().iterator().next();
    assertThat(run.testNames()).contains("Row counts", "Contents at the end", "integrity_check");
    assertThat(run.get("tests-ok")).isEqualTo("21");
  }

  @Test
  void databasesAndStatementsAreCopied() throws Exception {
    RunOptions options =
        new RunOptions(
            1, 0, folder.resolve("databases"), Duration.ofMinutes(2), 0, Map.of(), folder + "/%s-%d.db", folder + "/%s-%d.sql", "", true);
    assertThat(run(options, "native+datasize-0.02")).as(said.toString()).isZero();
    assertThat(folder.resolve("native+datasize-0.02-0020.sql")).content().contains("CREATE TABLE t2").contains("BEGIN;");
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("native+datasize-0.02-0020.db"));
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM t2")) {
      assertThat(rows.getInt(1)).isEqualTo(500);
    }
  }

  @Test
  void diskTimingWritesAndReads() throws Exception {
    DiskTiming timing = DiskTiming.of(folder, 4);
    assertThat(timing.write()).isPositive();
    assertThat(timing.read()).isPositive();
    assertThat(folder).isEmptyDirectory();
  }
}

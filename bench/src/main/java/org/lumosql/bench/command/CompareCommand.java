// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lumosql.bench.filter.Selection;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.report.Comparison;
import org.lumosql.bench.run.BenchmarkRun;
import org.lumosql.bench.run.ClassPaths;
import org.lumosql.bench.run.CommitBuilds;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetList;
import org.lumosql.bench.targets.TargetName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two commits, which are built apart and measured in turn, or the runs of two databases that exist.",
      "A difference is called faster or slower if it is more than chance (Welch's test, 95 %)."
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin private RunArguments run;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "A commit or a database; `here` is the state of the working directory")
  private String older;

  @Parameters(index = "1", paramLabel = "NEW", description = "Another")
  private String newer;

  @Parameters(index = "2..*", paramLabel = "TARGET|NAME=VALUE", description = "Of commits: what is measured. Default: native. Of databases: which targets. Default: all")
  private List<String> arguments = new ArrayList<>();

  @Option(names = {"-db", "--db"}, paramLabel = "FILE", description = "Where runs of commits are recorded. Default: ${DEFAULT-VALUE}", defaultValue = "compare.sqlite")
  private Path database;

  @Option(names = {"-time", "--time"}, paramLabel = "real|thread|user", description = "Which time. Default: real", defaultValue = "real")
  private String time;

  @Option(names = "--fail-above", paramLabel = "FACTOR", description = "Exit status 1 if a test is slower by more than this, and not by chance")
  private Double failAbove;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    Comparison comparison = new Comparison(Timing.named(time));
    boolean areDatabases = Files.isRegularFile(Path.of(older)) && Files.isRegularFile(Path.of(newer));
    boolean isWhole = areDatabases ? databases(comparison) : commits(comparison, out);
    if (comparison.lines().isEmpty()) {
      throw new IllegalArgumentException("there is nothing that both have");
    }
    comparison.print(out, older, newer);
    List<Comparison.Line> slower = failAbove == null ? List.of() : comparison.slowerThan(failAbove);
    slower.forEach(line -> out.println("slower: " + line.target() + ", " + line.test()));
    out.flush();
    return isWhole && slower.isEmpty() ? BenchCommand.GOOD : BenchCommand.FAILED;
  }

  private boolean databases(Comparison comparison) throws SQLException {
    List<String> names = arguments.stream().map(argument -> TargetName.parse(argument).toString()).toList();
    Map<String, List<RunRecord>> before = runs(Path.of(older), new Selection().completed());
    Map<String, List<RunRecord>> after = runs(Path.of(newer), new Selection().completed());
    for (Map.Entry<String, List<RunRecord>> entry : before.entrySet()) {
      boolean isChosen = names.isEmpty() || names.contains(entry.getKey());
      if (isChosen && after.containsKey(entry.getKey())) {
        comparison.add(entry.getKey(), entry.getValue(), after.get(entry.getKey()));
      }
    }
    return true;
  }

  private static Map<String, List<RunRecord>> runs(Path file, Selection selection) throws SQLException {
    Map<String, List<RunRecord>> runs = new LinkedHashMap<>();
    try (ResultDatabase database = ResultDatabase.open(file)) {
      for (String id : selection.ids(database, 0)) {
        RunRecord record = database.load(id);
        runs.computeIfAbsent(record.get("target"), target -> new ArrayList<>()).add(record);
      }
    }
    return runs;
  }

  private boolean commits(Comparison comparison, PrintWriter out) throws IOException, InterruptedException, SQLException {
    Settings settings = Settings.of(Path.of(Settings.LOCAL_FILE), arguments.stream().filter(Settings::isSetting).toList());
    List<String> names = arguments.stream().filter(argument -> !Settings.isSetting(argument)).toList();
    List<TargetName> subjects = TargetList.of(settings, names.isEmpty() ? List.of("native") : names);
    String before = commit(older);
    String after = commit(newer);
    List<TargetName> targets = new ArrayList<>();
    for (TargetName subject : subjects) {
      targets.add(at(subject, before));
      targets.add(at(subject, after));
    }
    ClassPaths classPaths = ClassPaths.resolved(RunArguments.cache(settings));
    int failures = BenchmarkRun.run(targets, settings, run.timed(settings), run.hasDiskTiming(), classPaths, new Recording(out, database));
    Map<String, List<RunRecord>> runs = runs(database, new Selection().lastSession().completed());
    for (TargetName subject : subjects) {
      List<RunRecord> old = runs.get(at(subject, before).toString());
      List<RunRecord> young = runs.get(at(subject, after).toString());
      if (old != null && young != null) {
        comparison.add(subject.toString(), old, young);
      }
    }
    return failures == 0;
  }

  private static String commit(String revision) throws IOException, InterruptedException {
    String here = org.lumosql.bench.targets.Option.COMMIT.defaultValue();
    return revision.equals(here) ? here : CommitBuilds.id(revision);
  }

  private static TargetName at(TargetName target, String commit) {
    return target
        .with(org.lumosql.bench.targets.Option.COMMIT, commit)
        .orElseThrow(() -> new IllegalArgumentException(target + " is not of this project: commits make no difference to it"));
  }
}

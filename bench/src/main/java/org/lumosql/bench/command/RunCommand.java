// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.bench.filter.Selection;
import org.lumosql.bench.filter.Timing;
import org.lumosql.bench.run.BenchmarkRun;
import org.lumosql.bench.run.ClassPaths;
import org.lumosql.bench.store.ResultDatabase;
import org.lumosql.bench.store.RunRecord;
import org.lumosql.bench.targets.Settings;
import org.lumosql.bench.targets.TargetName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench run}. */
@Command(
    name = "run",
    aliases = "benchmark",
    mixinStandardHelpOptions = true,
    description = "Measures the targets, each in a process of its own, in turn. What they give is compared before any time is taken, and after each run.")
final class RunCommand implements Callable<Integer> {
  @Mixin private TargetArguments arguments;
  @Mixin private RunArguments run;
  @Spec private CommandSpec spec;

  @Option(names = {"--db", "--database"}, paramLabel = "FILE", description = "Where results go. Default: DATABASE_NAME or " + Results.DEFAULT)
  private Path database;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the report of these runs, as `report` does")
  private Path html;

  @Option(names = "--markdown", paramLabel = "FILE", description = "With --html: put the tables into this document")
  private Path markdown;

  @Option(names = {"-time", "--time"}, paramLabel = "real|thread|user", description = "Which time the report shows. Default: real", defaultValue = "real")
  private String time;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Settings settings = arguments.settings();
    List<TargetName> targets = arguments.targets();
    Timing timing = Timing.named(time);
    PrintWriter out = spec.commandLine().getOut();
    Path file = database == null ? Path.of(settings.text("DATABASE_NAME", Results.DEFAULT)) : database;
    ClassPaths classPaths = ClassPaths.resolved(RunArguments.cache(settings));
    int failures = BenchmarkRun.run(targets, settings, run.timed(settings), run.hasDiskTiming(), classPaths, new Recording(out, file));
    if (html != null) {
      ReportCommand.write(out, runs(file), timing, ReportCommand.TITLE, html, markdown);
    }
    out.println("results are in " + file + "; `bench show -db " + file + " -average -summary` and `bench report -db " + file + "` show them");
    out.flush();
    return failures == 0 ? BenchCommand.GOOD : BenchCommand.FAILED;
  }

  /** What was just recorded. */
  private static List<RunRecord> runs(Path file) throws SQLException {
    List<RunRecord> runs = new ArrayList<>();
    try (ResultDatabase results = ResultDatabase.open(file)) {
      for (String id : new Selection().lastSession().ids(results, 0)) {
        runs.add(results.load(id));
      }
    }
    return runs;
  }
}

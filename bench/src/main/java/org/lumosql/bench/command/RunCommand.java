// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.bench.run.BenchmarkRun;
import org.lumosql.bench.target.Settings;
import org.lumosql.bench.target.TargetName;
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

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Settings settings = arguments.settings();
    List<TargetName> targets = arguments.targets();
    PrintWriter out = spec.commandLine().getOut();
    Path file = database == null ? Path.of(settings.text("DATABASE_NAME", Results.DEFAULT)) : database;
    int failures = BenchmarkRun.run(targets, settings, run.timed(settings), run.hasDiskTiming(), RunArguments.cache(settings), new Recording(out, file));
    out.println("results are in " + file + "; `bench show -db " + file + " -average -summary` and `bench report -db " + file + "` show them");
    out.flush();
    return failures == 0 ? BenchCommand.GOOD : BenchCommand.FAILED;
  }
}

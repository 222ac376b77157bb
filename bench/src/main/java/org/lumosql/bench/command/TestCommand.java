// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.lumosql.bench.run.BenchmarkRun;
import org.lumosql.bench.run.ClassPaths;
import org.lumosql.bench.targets.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs all tests once on the targets and checks what they give: against what is known, against each other, and by SQLite's own check at the end.")
final class TestCommand implements Callable<Integer> {
  @Mixin private TargetArguments arguments;
  @Mixin private RunArguments run;
  @Spec private CommandSpec spec;

  @Option(names = {"--db", "--database"}, paramLabel = "FILE", description = "Where results go. Default: TEST_DATABASE_NAME or " + Results.TEST_DEFAULT)
  private Path database;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    Settings settings = arguments.settings();
    Path file = database == null ? Path.of(settings.text("TEST_DATABASE_NAME", Results.TEST_DEFAULT)) : database;
    ClassPaths classPaths = ClassPaths.resolved(RunArguments.cache(settings));
    Recording recording = new Recording(spec.commandLine().getOut(), file);
    int failures = BenchmarkRun.run(arguments.targets(), settings, run.checked(settings), false, classPaths, recording);
    return failures == 0 ? BenchCommand.GOOD : BenchCommand.FAILED;
  }
}

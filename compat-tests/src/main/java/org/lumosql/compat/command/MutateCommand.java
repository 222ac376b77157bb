// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compat mutate SCRIPTS}. */
@Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = {
      "Changes statements of scripts a little (words, operands, clauses; other tables under them; views, triggers and subqueries around them) and runs the",
      "mutants on two engines, as 'compat differential' runs random statements: the same is compared, and told in the same way. Each seed takes one script."
    })
final class MutateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SCRIPTS", arity = "1..*", description = "Folders of golden files, of sqltest.zip, of sqllogictest scripts; single scripts and archives of the last.")
  private List<Path> scripts;

  @Option(names = "--left", paramLabel = "ENGINE", defaultValue = "memory", description = "As LEFT of 'differential'. Default: memory")
  private String left;

  @Option(names = "--right", paramLabel = "ENGINE", defaultValue = CampaignOptions.SQLITE, description = "The one that is right. Default: sqlite")
  private String right;

  @Option(names = "--only", paramLabel = "PART", description = "Scripts whose names contain it.")
  private String only;

  @Mixin private CampaignOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return options.run(left, right, "-scripts", scripts.stream().map(Path::toString).collect(Collectors.joining(",")), "-only", only);
  }
}

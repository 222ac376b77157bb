// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.differential.Engines;
import org.lumosql.compat.differential.generate.Feature;
import org.lumosql.compat.metamorphic.MetamorphicRun;
import org.lumosql.compat.metamorphic.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compat metamorphic}. */
@Command(
    name = "metamorphic",
    mixinStandardHelpOptions = true,
    description = {
      "Asks an engine random questions in several ways that must give the same rows: with WHERE in three parts, without",
      "indexes, without optimisations (our engine only). Needs no second engine."
    })
final class MetamorphicCommand implements Callable<Integer> {
  @Parameters(paramLabel = "URL", arity = "0..1", description = "JDBC URL of an engine with SQLite's SQL. Default: ours, in memory", defaultValue = Engines.LUMO)
  private String url;

  @Option(names = "--seed", paramLabel = "N", description = "First seed; told if it is not given.")
  private Long seed;

  @Option(names = "--questions", paramLabel = "N", description = "End after so many.")
  private Long questions;

  @Option(names = "--minutes", paramLabel = "N", defaultValue = "1", description = "End after so many, if the number of questions is not given. Default: 1")
  private long minutes;

  @Option(names = "--violations", paramLabel = "N", defaultValue = "10", description = "End after so many were found. Default: 10")
  private int violations;

  @Option(names = "--features", paramLabel = "LIST", description = "Parts of the language, such as joins,windows or -json.")
  private String features;

  @Option(names = "--length", paramLabel = "N", defaultValue = "200", description = "Statements for each seed. Default: 200")
  private int length;

  @Override
  public Integer call() {
    long first = seed == null ? System.nanoTime() & 0xffffff : seed;
    long most = questions == null ? Long.MAX_VALUE : questions;
    long seconds = questions == null ? minutes * 60 : Long.MAX_VALUE / 2_000_000_000L;
    List<Violation> found =
        new MetamorphicRun(Engines.of(url), features == null ? Feature.usual() : Feature.parse(features), length, System.out)
            .run(first, most, seconds, violations);
    return found.isEmpty() ? CompatCommand.PASSED : CompatCommand.FAILED;
  }
}

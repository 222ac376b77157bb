// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compat differential LEFT RIGHT}. */
@Command(
    name = "differential",
    mixinStandardHelpOptions = true,
    description = {
      "Runs random statements of all kinds on two engines and compares rows, their order where it is defined, errors, counters, schemas, contents and",
      "integrity_check. Each seed is a trial; a difference is shrunk to a script that repeats it. An error with the same extended code but another message is",
      "counted and shown by itself, and is no difference without --messages. An engine is a store of ours ('compat stores' lists them),",
      "sqlite, sqlite@VERSION (a release of sqlite-jdbc, by Maven), or a JDBC URL of an engine with SQLite's SQL."
    })
final class DifferentialCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LEFT", arity = "0..1", defaultValue = "memory", description = "Default: memory, which is ours")
  private String left;

  @Parameters(index = "1", paramLabel = "RIGHT", arity = "0..1", defaultValue = CampaignOptions.SQLITE, description = "The one that is right. Default: sqlite")
  private String right;

  @Option(names = "--features", paramLabel = "LIST", description = "Parts of the language, such as joins,windows or -json.")
  private String features;

  @Mixin private CampaignOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    // it has no effect in engines, and so not SQLite's on the counters
    return options.run(left, right, "-features", features == null && (left + right).matches(".*(lmdb|bdb|rocksdb).*") ? "-vacuum" : features);
  }
}

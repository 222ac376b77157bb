// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.exchange.Exchange;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.compat.support.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compat exchange}. */
@Command(
    name = "exchange",
    mixinStandardHelpOptions = true,
    description = {
      "Our engine and C SQLite change a database of random tables in turn; after each hand-over both must find it sound, and as a model says.",
      "A plain file is one file for both, in all journal modes, page sizes, encodings and auto-vacuum modes; other stores are converted to a file and back."
    })
final class ExchangeCommand implements Callable<Integer> {
  @Mixin private SeedOptions seeds;

  @Option(names = "--backend", paramLabel = "NAME", split = ",", description = StoreNames.DESCRIPTION)
  private List<String> names = List.of("all");

  @Override
  public Integer call() throws IOException {
    Path scratch = ScratchFolder.inMemory();
    try {
      List<SeedOptions.Part> parts = new ArrayList<>();
      for (Store store : StoreNames.persistent(names)) {
        Path folder = Files.createTempDirectory(scratch, "exchange");
        parts.add(new SeedOptions.Part("exchange with " + store, seed -> Exchange.one(folder, store, seed)));
      }
      return seeds.run(parts, System.out);
    } finally {
      ScratchFolder.delete(scratch);
    }
  }
}

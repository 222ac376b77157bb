// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.hostile.Hostile;
import org.lumosql.compat.support.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compat hostile}. */
@Command(
    name = "hostile",
    mixinStandardHelpOptions = true,
    description = {
      "Damages databases, journals and logs, opens them, reads all that can be read and writes a little: no error but SQLite's, two seconds of processor",
      "time at most, no other file. Files only, encrypted or not: what is in the files of other engines is their own affair."
    })
final class HostileCommand implements Callable<Integer> {
  @Mixin private SeedOptions seeds;

  @Option(names = "--backend", paramLabel = "NAME", split = ",", description = StoreNames.DESCRIPTION)
  private List<String> names = List.of("all");

  @Override
  public Integer call() throws IOException {
    List<Hostile> testers = new ArrayList<>();
    try {
      List<SeedOptions.Part> parts = new ArrayList<>();
      for (Store store : StoreNames.persistent(names)) {
        if (store.isFile()) {
          Hostile hostile = new Hostile(store);
          testers.add(hostile);
          parts.add(new SeedOptions.Part("damaged " + store, hostile::run));
        }
      }
      return seeds.run(parts, System.out);
    } finally {
      testers.forEach(Hostile::close);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.lumosql.compat.sharing.Sharing;
import org.lumosql.compat.sharing.Snapshots;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.compat.support.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compat sharing}. */
@Command(
    name = "sharing",
    mixinStandardHelpOptions = true,
    description = {
      "Many work with one database at a time.",
      "counter: processes and threads increment one number; none is lost. C SQLite takes part on plain files; where one process is allowed, threads do it.",
      "snapshots: a writer moves amounts between tables while readers add them up; every reader sees one state, and none waits."
    })
final class SharingCommand implements Callable<Integer> {
  /** What they do. */
  enum Kind {
    COUNTER,
    SNAPSHOTS
  }

  private static final int INCREMENTS = 200;
  private static final int READERS = 8;
  private static final int TRANSFERS = 500;

  @Mixin private SeedOptions seeds;

  @Option(names = "--kinds", paramLabel = "KIND", split = ",", description = "counter, snapshots. Default: both")
  private List<Kind> kinds = Arrays.asList(Kind.values());

  @Option(names = "--backend", paramLabel = "NAME", split = ",", description = StoreNames.DESCRIPTION)
  private List<String> names = List.of("all");

  @Override
  public Integer call() throws IOException {
    Path scratch = ScratchFolder.inMemory();
    try {
      List<SeedOptions.Part> parts = new ArrayList<>();
      for (Store store : StoreNames.persistent(names)) {
        if (kinds.contains(Kind.COUNTER)) {
          parts.add(new SeedOptions.Part("counter in " + store, seed -> inFolder(scratch, folder -> new Sharing(folder, store).run(seed, INCREMENTS))));
        }
        if (kinds.contains(Kind.SNAPSHOTS)) {
          parts.add(
              new SeedOptions.Part(
                  "snapshots of " + store,
                  seed -> inFolder(scratch, folder -> new Snapshots(folder, store).run(seed, READERS, TRANSFERS, Duration.ZERO))));
        }
      }
      return seeds.run(parts, System.out);
    } finally {
      ScratchFolder.delete(scratch);
    }
  }

  private interface Body {
    long run(Path folder) throws Exception;
  }

  /** The folder goes when all went well. */
  private static long inFolder(Path scratch, Body body) throws Exception {
    Path folder = Files.createTempDirectory(scratch, "sharing");
    long done = body.run(folder);
    ScratchFolder.delete(folder);
    return done;
  }
}

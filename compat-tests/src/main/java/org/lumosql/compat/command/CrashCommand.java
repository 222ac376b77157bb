// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lumosql.compat.crash.FailingDisk;
import org.lumosql.compat.crash.Kill;
import org.lumosql.compat.crash.PowerLoss;
import org.lumosql.compat.crash.RekeyKill;
import org.lumosql.compat.crash.TiedKill;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.compat.support.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compat crash}. */
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the power, the disk or the process away from a database that is written to, and looks at what is left: all that was acknowledged, nothing else.",
      "power: at each write, sync, truncation and deletion in turn; unsynced sectors are lost, kept or torn. Files.",
      "disk: each of these operations fails in turn, once or from then on. Files.",
      "kill: the writing process is killed at any moment. Every store.",
      "rekey: one that changes the password. Encrypted stores.",
      "tied: one that commits over two databases of different backends, both among those named; also at each step of a commit."
    })
final class CrashCommand implements Callable<Integer> {
  /** What can be taken away. */
  enum Kind {
    POWER,
    DISK,
    KILL,
    REKEY,
    TIED
  }

  @Mixin private SeedOptions seeds;

  @Option(names = "--kinds", paramLabel = "KIND", split = ",", description = "power, disk, kill, rekey, tied. Default: all")
  private List<Kind> kinds = Arrays.asList(Kind.values());

  @Option(names = "--backend", paramLabel = "NAME", split = ",", description = StoreNames.DESCRIPTION)
  private List<String> names = List.of("all");

  @Override
  public Integer call() throws IOException {
    Path scratch = ScratchFolder.inMemory();
    try {
      List<SeedOptions.Part> parts = new ArrayList<>();
      List<Store> stores = StoreNames.persistent(names);
      for (Store store : stores) {
        addParts(parts, store, scratch);
      }
      List<List<String>> pairs = TiedKill.pairs(stores.stream().map(Store::backend).collect(Collectors.toSet()));
      if (kinds.contains(Kind.TIED) && !pairs.isEmpty()) {
        parts.add(new SeedOptions.Part("tied", seed -> TiedKill.run(scratch, pairs, seed)));
      }
      return seeds.run(parts, System.out);
    } finally {
      ScratchFolder.delete(scratch);
    }
  }

  private void addParts(List<SeedOptions.Part> parts, Store store, Path scratch) throws IOException {
    if (store.isFile() && kinds.contains(Kind.POWER)) {
      PowerLoss powerLoss = new PowerLoss(Files.createTempDirectory(scratch, "power"), store);
      parts.add(new SeedOptions.Part("power on " + store, seed -> powerLoss.run(seed, 1)));
    }
    if (store.isFile() && kinds.contains(Kind.DISK)) {
      FailingDisk failingDisk = new FailingDisk(store);
      parts.add(new SeedOptions.Part("disk on " + store, seed -> failingDisk.run(seed, 1)));
    }
    if (kinds.contains(Kind.KILL)) {
      Kill kill = new Kill(Files.createTempDirectory(scratch, "kill"), store);
      parts.add(new SeedOptions.Part("kill on " + store, kill::run));
    }
    if (store.isSealed() && kinds.contains(Kind.REKEY)) {
      RekeyKill rekeyKill = new RekeyKill(Files.createTempDirectory(scratch, "rekey"), store);
      parts.add(new SeedOptions.Part("rekey of " + store, rekeyKill::run));
    }
  }
}

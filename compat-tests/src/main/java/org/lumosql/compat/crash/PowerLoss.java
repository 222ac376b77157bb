// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.compat.support.Side;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;

/**
 * The power goes at each operation of a workload in turn. Afterwards this engine and C SQLite, each on its own copy of
 * what the disk kept, find a sound database with every transaction that was acknowledged and no other.
 */
public final class PowerLoss {
  static final Workload.Setting[] SETTINGS = {
    new Workload.Setting("delete", "extra", 512, 0, false),
    new Workload.Setting("wal", "full", 1024, 0, false),
    new Workload.Setting("truncate", "extra", 512, 1, false),
    new Workload.Setting("persist", "extra", 4096, 0, false),
    new Workload.Setting("wal", "full", 512, 1, false),
    new Workload.Setting("delete", "extra", 1024, 1, true),
    new Workload.Setting("persist", "extra", 512, 2, true),
    new Workload.Setting("truncate", "extra", 1024, 0, true),
    new Workload.Setting("wal", "normal", 1024, 2, false),
    new Workload.Setting("truncate", "full", 2048, 2, false),
    new Workload.Setting("persist", "full", 512, 0, false),
    new Workload.Setting("delete", "extra", 4096, 2, false),
  };

  private static final int TRANSACTIONS = 9;

  private final Path directory;
  private final String path;
  private final Store store;

  /** @param directory a folder of its own, which is emptied again and again */
  public PowerLoss(Path directory) {
    this(directory, Store.named("file"));
  }

  /** @param store a file, encrypted or not; what is encrypted is recovered by this engine only */
  public PowerLoss(Path directory, Store store) {
    this.directory = directory;
    this.path = directory.resolve("crash.db").toString();
    this.store = store;
  }

  /** Crashes at every {@code stride}-th operation of the workload of a seed; returns how often. */
  public long run(long seed, int stride) throws Exception {
    Workload.Setting setting = SETTINGS[(int) Long.remainderUnsigned(seed, SETTINGS.length)];
    Workload workload = new Workload(setting, seed, TRANSACTIONS, store);
    FaultyVfs origin = prepared(workload, path, seed);
    FaultyVfs reference = origin.restart(FaultyVfs.Loss.NOTHING, seed);
    List<String> states = new Life(workload, reference, path).run(true);
    long operations = reference.operations();
    long points = 0;
    for (long point = 1 + Long.remainderUnsigned(seed, stride); point <= operations; point += stride) {
      try {
        crash(workload, setting, origin, states, new Random(seed * 1_000_003 + point), point);
      } catch (AssertionError | RuntimeException | SQLException e) {
        throw new AssertionError(setting + ", crash point " + point + ": " + e, e);
      }
      points++;
    }
    return points;
  }

  static FaultyVfs prepared(Workload workload, String path, long seed) {
    FaultyVfs vfs = new FaultyVfs(seed);
    try (Connection connection = Life.open(vfs, workload.name(path))) {
      workload.prepare(connection, path);
    }
    return vfs.restart(FaultyVfs.Loss.NOTHING, seed);
  }

  private void crash(
      Workload workload, Workload.Setting setting, FaultyVfs origin, List<String> states, Random random, long point)
      throws IOException, SQLException {
    FaultyVfs vfs = origin.restart(FaultyVfs.Loss.NOTHING, random.nextLong());
    vfs.crashAt(point);
    Life life = new Life(workload, vfs, path);
    try {
      life.run(false);
      vfs.crash();
    } catch (FaultyVfs.PowerLoss expected) {
      assertThat(vfs.hasCrashed()).isTrue();
    }
    FaultyVfs.Loss loss = FaultyVfs.Loss.values()[random.nextInt(FaultyVfs.Loss.values().length)];
    FaultyVfs left = vfs.restart(loss, random.nextLong());
    String theirs = store.isPlainFile() ? recoveredByLibrary(left, workload, setting) : null;
    String ours = recoveredByUs(left, workload, random);
    if (theirs != null) {
      assertThat(ours).as("recovered by us, and by C SQLite").isEqualTo(theirs);
    }
    boolean mayLose = setting.synchronous().equals("normal") && loss != FaultyVfs.Loss.NOTHING;
    assertThat(ours).as("loss of %s", loss).isIn(mayLose ? life.prefixes(states) : life.possible(states));
  }

  /** One time in four the power goes again during the recovery. */
  private String recoveredByUs(FaultyVfs left, Workload workload, Random random) {
    FaultyVfs vfs = left;
    if (random.nextInt(4) == 0) {
      vfs.crashAt(1 + random.nextInt(12));
      try {
        describe(vfs, workload);
        vfs.crash();
      } catch (FaultyVfs.PowerLoss expected) {
        assertThat(vfs.hasCrashed()).isTrue();
      }
      vfs = vfs.restart(FaultyVfs.Loss.values()[random.nextInt(FaultyVfs.Loss.values().length)], random.nextLong());
    }
    return describe(vfs, workload);
  }

  private String describe(FaultyVfs vfs, Workload workload) {
    try (Connection connection = Life.open(vfs, workload.name(path))) {
      workload.attach(connection, path);
      return workload.describe(connection);
    }
  }

  private String recoveredByLibrary(FaultyVfs left, Workload workload, Workload.Setting setting)
      throws IOException, SQLException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    left.export(directory);
    try (Side side = Side.Engine.SQLITE.open(Path.of(path))) {
      if (setting.attached()) {
        side.execute("ATTACH '" + path + "2' AS other");
      }
      List<String> lines = new ArrayList<>(side.query("PRAGMA integrity_check"));
      for (String question : workload.questions()) {
        lines.addAll(side.query(question));
      }
      // the values are texts, with a letter in front that says so
      lines.replaceAll(line -> line.substring(1));
      return String.join("\n", lines);
    }
  }
}

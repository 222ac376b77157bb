// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.lumosql.compat.sharing.JavaProcess;
import org.lumosql.compat.support.ScratchFolder;
import org.lumosql.engine.Connection;

/**
 * A process that commits over two databases of different backends is killed, at any moment or at a given step of a
 * commit. Both databases hold what was acknowledged, and both the same.
 */
public final class TiedKill {
  /** Names of the first backend and the second, with the layout if it is not the usual one. */
  static final List<List<String>> PAIRS =
      List.of(
          List.of("file", "lmdb"),
          List.of("lmdb", "bdb"),
          List.of("bdb", "rocksdb"),
          List.of("rocksdb", "file"),
          List.of("bdb", "lmdb"),
          List.of("rocksdb", "lmdb"),
          List.of("lmdb&layout=pages", "file"),
          List.of("bdb&layout=pages", "rocksdb&layout=pages"));

  /** Steps of a commit over two databases. */
  static final int STEPS = 12;
  /** The step after which the transaction is committed. */
  private static final int DECISION = 8;
  private static final int LIVES = 20;

  private final Path directory;
  private final List<String> backends;
  private final Path first;
  private final Path second;

  TiedKill(Path directory, List<String> backends) {
    this.directory = directory;
    this.backends = backends;
    this.first = directory.resolve("first.db");
    this.second = directory.resolve("second.db");
  }

  /** The pairs whose backends are all among some. */
  public static List<List<String>> pairs(Set<String> backends) {
    return PAIRS.stream().filter(pair -> pair.stream().allMatch(backend -> backends.contains(backend.replaceAll("&.*", "")))).toList();
  }

  /**
   * Twenty lives over new databases, every second one ended at a step; returns how many.
   *
   * @param pairs one of which the seed chooses
   */
  public static long run(Path scratch, List<List<String>> pairs, long seed) throws IOException, InterruptedException {
    List<String> pair = pairs.get((int) Long.remainderUnsigned(seed, pairs.size()));
    Path directory = Files.createTempDirectory(scratch, "tied");
    TiedKill kill = new TiedKill(directory, pair);
    kill.prepare();
    for (int i = 0; i < LIVES; i++) {
      kill.run(seed * LIVES + i, i % 2 == 0 ? 0 : 1 + (int) Long.remainderUnsigned(seed * LIVES / 2 + i / 2, STEPS));
    }
    ScratchFolder.delete(directory);
    return LIVES;
  }

  /** Makes both databases. */
  void prepare() {
    Path[] paths = {first, second};
    for (int i = 0; i < paths.length; i++) {
      try (Connection connection = Connection.open("file:" + paths[i] + "?backend=" + backends.get(i))) {
        connection.execute("CREATE TABLE counter(n); INSERT INTO counter VALUES(0);"
            + "CREATE TABLE t(id INTEGER PRIMARY KEY, n INT, b); CREATE INDEX tn ON t(n, id)");
      }
    }
  }

  /** One life of the process. @param step the step of the first commit at which it ends, or 0 for a kill from outside */
  void run(long seed, int step) throws IOException, InterruptedException {
    try {
      long before = counter(seed % 2 == 0 ? first : second);
      long acknowledged = liveAndDie(seed, step);
      check(seed, acknowledged);
      if (step > 0) {
        assertThat(counter(first)).as("counter after step %d", step).isEqualTo(step < DECISION ? before : before + 1);
      }
    } catch (AssertionError e) {
      throw new AssertionError(backends + ", seed " + seed + ", step " + step + ", " + directory + ": " + e.getMessage(), e);
    }
  }

  private static long counter(Path path) {
    try (Connection connection = Connection.open(path.toString())) {
      return Long.parseLong(Workload.rows(connection, "SELECT n FROM counter").get(0));
    }
  }

  private long liveAndDie(long seed, int step) throws IOException, InterruptedException {
    Process process =
        JavaProcess.start(
            TiedProcess.class,
            backends.get(0).replaceAll("&.*", ""),
            backends.get(1).replaceAll("&.*", ""),
            first.toString(),
            second.toString(),
            String.valueOf(seed),
            String.valueOf(step));
    long last = 0;
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      if (step == 0) {
        int lines = 2 + new Random(seed).nextInt(40);
        for (int i = 0; i < lines; i++) {
          last = Long.parseLong(output.readLine());
        }
        process.toHandle().destroyForcibly();
      }
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        // the last line may be cut
        last = line.length() >= String.valueOf(last).length() ? Math.max(last, Long.parseLong(line)) : last;
      }
    }
    process.waitFor();
    return last;
  }

  /** Opens the databases in either order, alone and together. */
  private void check(long seed, long acknowledged) throws IOException {
    Random random = new Random(seed);
    if (random.nextBoolean()) {
      counter(random.nextBoolean() ? first : second);
    }
    boolean isTurned = random.nextBoolean();
    try (Connection connection = Connection.open((isTurned ? second : first).toString())) {
      connection.execute("ATTACH '" + (isTurned ? first : second) + "' AS other");
      assertThat(Workload.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      long found = Long.parseLong(Workload.rows(connection, "SELECT n FROM main.counter").get(0));
      assertThat(Workload.rows(connection, "SELECT n FROM other.counter")).containsExactly(String.valueOf(found));
      assertThat(found).isBetween(acknowledged, acknowledged + 1);
      for (String database : new String[] {"main", "other"}) {
        assertThat(Workload.rows(connection, "SELECT coalesce(max(n), 0) <= " + found + " FROM " + database + ".t"))
            .containsExactly("1");
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith("-prepared"));
    }
  }
}

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.sharing.JavaProcess;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Side;

/** A JVM that writes into a key-value engine is killed; the database is sound and holds what was acknowledged. */
class EngineKillTest {
  private static final String[] LEVELS = {"off", "normal", "full"};

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void aKilledWriterLeavesWhatItHadCommitted(String backend) throws Exception {
    kill(backend, 2, LongRun.firstSeed(1));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void twoHundredKilledWritersLeaveWhatTheyHadCommitted(String backend) throws Exception {
    kill(backend, 200, LongRun.firstSeed(100));
  }

  private void kill(String backend, int times, long firstSeed) throws Exception {
    for (int i = 0; i < times; i++) {
      long seed = firstSeed + i;
      // a database lives for several kills
      Path path = directory.resolve("killed" + i / 20);
      if (Files.notExists(path)) {
        prepare(path, backend);
      }
      try {
        check(path, liveAndDie(path, LEVELS[i % LEVELS.length], seed));
      } catch (AssertionError e) {
        throw new AssertionError("kill " + i + ", " + backend + ", -Dtest.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static void prepare(Path path, String backend) throws Exception {
    try (Side side = Side.Engine.LUMO.open(Path.of(path + "?backend=" + backend))) {
      side.execute("CREATE TABLE given(n INTEGER PRIMARY KEY)");
      side.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n INT, b)");
      side.execute("CREATE INDEX tn ON t(n, id)");
      side.execute("CREATE INDEX tb ON t(b)");
      side.execute("CREATE TABLE counter(n)");
      side.execute("INSERT INTO counter VALUES(0)");
    }
  }

  /** Returns the number of the last transaction that the process said was committed. */
  private static long liveAndDie(Path path, String level, long seed) throws IOException, InterruptedException {
    Process process =
        JavaProcess.start(WritingProcess.class, path.toString(), "wal", String.valueOf(seed), level);
    long last = -1;
    int lines = 2 + new Random(seed).nextInt(60);
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        String line = output.readLine();
        assertThat(line).as("output of the writing process").isNotNull();
        last = Long.parseLong(line);
      }
      process.toHandle().destroyForcibly(); // unlike that of the process, it leaves the output readable
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        // the last line may be cut
        last = line.length() >= String.valueOf(last).length() ? Math.max(last, Long.parseLong(line)) : last;
      }
    }
    process.waitFor();
    return last;
  }

  private static void check(Path path, long acknowledged) throws Exception {
    try (Side side = Side.Engine.LUMO.open(path)) {
      assertThat(side.query("PRAGMA integrity_check")).containsExactly("tok");
      long found = Long.parseLong(side.query("SELECT n FROM counter").get(0).substring(1));
      assertThat(found).isBetween(acknowledged, acknowledged + 1);
      assertThat(side.query("SELECT count(*), max(n) FROM given")).containsExactly("i" + found + "|i" + found);
      List<String> byIndex = side.query("SELECT id, n FROM t INDEXED BY tn ORDER BY n, id");
      assertThat(byIndex).isEqualTo(side.query("SELECT id, n FROM t NOT INDEXED ORDER BY n, id"));
      assertThat(side.query("SELECT max(n) <= " + found + " FROM t")).containsExactly("i1");
    }
  }
}

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.sharing.JavaProcess;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Side;

/** A JVM that writes is killed; the file is sound for both engines and holds what was acknowledged. */
class KillTest {
  private static final String[] MODES = {"delete", "wal", "truncate", "persist"};
  private static final String[] SUFFIXES = {"", "-journal", "-wal"};

  @TempDir Path directory;

  @Test
  void aKilledWriterLeavesWhatItHadCommitted() throws Exception {
    kill(3, LongRun.firstSeed(1));
  }

  @Tag("slow")
  @Test
  void twoHundredKilledWritersLeaveWhatTheyHadCommitted() throws Exception {
    kill(200, LongRun.firstSeed(100));
  }

  private void kill(int times, long firstSeed) throws Exception {
    for (int i = 0; i < times; i++) {
      long seed = firstSeed + i;
      String mode = MODES[i % MODES.length];
      // a file lives for several kills
      Path file = directory.resolve("killed" + i / 8 + ".db");
      if (Files.notExists(file)) {
        prepare(file);
      }
      try {
        long acknowledged = liveAndDie(file, mode, seed);
        check(file, acknowledged);
      } catch (AssertionError e) {
        throw new AssertionError("kill " + i + ", " + mode + ", -Dtest.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static void prepare(Path file) throws Exception {
    try (Side side = Side.Engine.LUMO.open(file)) {
      side.execute("PRAGMA page_size = 1024");
      side.execute("CREATE TABLE given(n INTEGER PRIMARY KEY)");
      side.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, n INT, b)");
      side.execute("CREATE INDEX tn ON t(n, id)");
      side.execute("CREATE TABLE counter(n)");
      side.execute("INSERT INTO counter VALUES(0)");
    }
  }

  /** Returns the number of the last transaction that the process said was committed. */
  private static long liveAndDie(Path file, String mode, long seed) throws IOException, InterruptedException {
    Process process =
        JavaProcess.start(WritingProcess.class, file.toString(), mode, String.valueOf(seed));
    long last = -1;
    int lines = 2 + new Random(seed).nextInt(40);
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

  private void check(Path file, long acknowledged) throws Exception {
    Path copy = directory.resolve("copy.db");
    for (String suffix : SUFFIXES) {
      Files.deleteIfExists(Path.of(copy + suffix));
      if (Files.exists(Path.of(file + suffix))) {
        Files.copy(Path.of(file + suffix), Path.of(copy + suffix));
      }
    }
    List<String> theirs = contents(Side.Engine.SQLITE, copy);
    List<String> ours = contents(Side.Engine.LUMO, file);
    assertThat(ours).isEqualTo(theirs);
    assertThat(ours.get(0)).isEqualTo("tok");
    long found = Long.parseLong(ours.get(1).substring(1));
    assertThat(found).isBetween(acknowledged, acknowledged + 1);
    assertThat(ours.get(2)).isEqualTo("i" + found + "|i" + found);
  }

  private static List<String> contents(Side.Engine engine, Path file) throws Exception {
    try (Side side = engine.open(file)) {
      List<String> lines = side.query("PRAGMA integrity_check");
      lines.addAll(side.query("SELECT n FROM counter"));
      lines.addAll(side.query("SELECT count(*), max(n) FROM given"));
      lines.addAll(side.query("SELECT id, n, length(b) FROM t ORDER BY id"));
      return lines;
    }
  }
}

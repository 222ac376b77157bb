// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Side;

/** Two processes of ours, two threads in each, and two of C SQLite increment one counter: see {@link CounterProcess}. */
class ProcessSharingTest {
  private static final long SEED = LongRun.firstSeed(1);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void noIncrementIsLost(String journalMode) throws Exception {
    share(journalMode, 60);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"delete", "truncate", "persist", "wal"})
  void noneOfManyIncrementsIsLost(String journalMode) throws Exception {
    share(journalMode, 1_500);
  }

  private void share(String journalMode, int increments) throws Exception {
    Path file = directory.resolve("shared.db");
    try (Side side = Side.Engine.SQLITE.open(file)) {
      side.execute("PRAGMA page_size = 1024");
      side.execute("PRAGMA journal_mode = " + journalMode);
      side.execute("CREATE TABLE counter(n)");
      side.execute("CREATE TABLE given(n INTEGER PRIMARY KEY, b)");
      side.execute("INSERT INTO counter VALUES(0)");
    }
    List<Process> processes = new ArrayList<>();
    processes.add(start(Side.Engine.LUMO, file, 2, increments));
    processes.add(start(Side.Engine.SQLITE, file, 1, increments));
    processes.add(start(Side.Engine.LUMO, file, 2, increments));
    processes.add(start(Side.Engine.SQLITE, file, 1, increments));
    int done = 0;
    for (Process process : processes) {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as("%s, -Dtest.seed=%d: %s", journalMode, SEED, output).isZero();
      done += Integer.parseInt(output);
    }
    assertThat(done).isEqualTo(6 * increments);
    for (Side.Engine engine : Side.Engine.values()) {
      try (Side side = engine.open(file)) {
        assertThat(side.query("PRAGMA integrity_check")).as("by %s", engine).containsExactly("tok");
        assertThat(side.query("SELECT n FROM counter")).containsExactly("i" + done);
        assertThat(side.query("SELECT count(*), min(n), max(n) FROM given"))
            .containsExactly("i" + done + "|i1|i" + done);
      }
    }
  }

  private static Process start(Side.Engine engine, Path file, int threads, int increments) throws Exception {
    return JavaProcess.start(
        CounterProcess.class, engine.name(), file.toString(), String.valueOf(threads), String.valueOf(increments),
        String.valueOf(SEED));
  }
}

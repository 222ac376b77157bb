// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Side;

/** Several processes and threads on a database of a key-value engine: see {@link CounterProcess}. */
class EngineSharingTest {
  private static final long SEED = LongRun.firstSeed(1);

  @TempDir Path directory;

  private Path prepared(String backend) throws SQLException {
    Path path = directory.resolve("shared");
    try (Side side = Side.Engine.LUMO.open(Path.of(path + "?backend=" + backend))) {
      side.execute("CREATE TABLE counter(n)");
      side.execute("CREATE TABLE given(n INTEGER PRIMARY KEY, b)");
      side.execute("INSERT INTO counter VALUES(0)");
    }
    return path;
  }

  @Test
  void noIncrementOfSeveralProcessesIsLostInLmdb() throws Exception {
    share("lmdb", 2, 60);
  }

  @Tag("slow")
  @Test
  void noneOfManyIncrementsOfSeveralProcessesIsLostInLmdb() throws Exception {
    share("lmdb", 4, 1_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void noIncrementOfSeveralThreadsIsLost(String backend) throws Exception {
    share(backend, 1, 60);
  }

  private void share(String backend, int processCount, int increments) throws Exception {
    Path path = prepared(backend);
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < processCount; i++) {
      processes.add(
          JavaProcess.start(
              CounterProcess.class, "LUMO", path.toString(), "3", String.valueOf(increments), String.valueOf(SEED + i)));
    }
    int done = 0;
    for (Process process : processes) {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(process.waitFor()).as("%s, -Dtest.seed=%d: %s", backend, SEED, output).isZero();
      done += Integer.parseInt(output);
    }
    assertThat(done).isEqualTo(3 * processCount * increments);
    try (Side side = Side.Engine.LUMO.open(path)) {
      assertThat(side.query("PRAGMA integrity_check")).containsExactly("tok");
      assertThat(side.query("SELECT n FROM counter")).containsExactly("i" + done);
      assertThat(side.query("SELECT count(*), min(n), max(n) FROM given"))
          .containsExactly("i" + done + "|i1|i" + done);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bdb", "rocksdb"})
  void whereOneProcessIsAllowedAnotherIsBusyUntilItEnds(String backend) throws Exception {
    Path path = prepared(backend);
    Process holder = JavaProcess.start(HoldingProcess.class, path.toString());
    BufferedReader output =
        new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
    assertThat(output.readLine()).isEqualTo("open");
    assertThatThrownBy(() -> Side.Engine.LUMO.open(path))
        .hasMessageContaining("database is locked: " + path.toRealPath() + " is open in another process")
        .extracting(e -> ((SQLException) e).getErrorCode() & 0xff)
        .isEqualTo(5);
    holder.getOutputStream().close();
    assertThat(holder.waitFor()).isZero();
    try (Side side = Side.Engine.LUMO.open(path)) {
      assertThat(side.query("SELECT n FROM counter")).containsExactly("i0");
    }
  }
}

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Side;
import org.lumosql.compat.support.Store;

/** Several processes and threads on a database of a key-value engine: see {@link Sharing}. */
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

  @Test
  void noIncrementOfSeveralProcessesIsLostInPagesOnLmdb() throws Exception {
    share("lmdb-pages", 2, 40);
  }

  @Test
  void noIncrementOfSeveralProcessesIsLostInAnEncryptedFile() throws Exception {
    share("file-aes256gcm", 2, 40);
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

  private void share(String store, int processes, int increments) throws Exception {
    assertThat(new Sharing(directory, Store.named(store)).run(SEED, "wal", processes, increments)).isEqualTo(3L * processes * increments);
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

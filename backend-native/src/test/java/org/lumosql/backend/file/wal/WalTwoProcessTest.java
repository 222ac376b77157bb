// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.SqliteProcess;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** This process and one of C SQLite on one database at the same time. */
final class WalTwoProcessTest {
  private static final int PAGE_SIZE = 4096;
  private static final int BUSY = 5;
  private static final int USER_VERSION = 60;

  @TempDir private Path directory;
  private Path database;
  private SqliteProcess c;
  private PageConnection ours;

  @BeforeEach
  void open() {
    database = directory.resolve("shared.db");
    c = new SqliteProcess(database);
    assertThat(c.run("PRAGMA journal_mode=WAL")).isEqualTo("wal");
    c.run("PRAGMA wal_autocheckpoint=0");
    c.run("CREATE TABLE t(a)");
    c.run("PRAGMA user_version=1");
    ours = new PageConnection(database, PAGE_SIZE);
  }

  @AfterEach
  void close() {
    ours.close();
    c.close();
  }

  private int userVersion() {
    ours.log().beginRead();
    try {
      return BigEndian.getInt(ours.page(1), USER_VERSION);
    } finally {
      ours.log().endRead();
    }
  }

  private void setUserVersion(int version) {
    ours.log().beginRead();
    try {
      assertThat(ours.log().beginWrite()).isTrue();
      byte[] page = ours.page(1);
      BigEndian.putInt(page, USER_VERSION, version);
      ours.append(new TreeMap<>(Map.of(1, page)), ours.pageCount());
    } finally {
      ours.log().endRead();
    }
  }

  @Test
  void eachSeesTheCommitsOfTheOther() {
    for (int version = 2; version < 60; version += 2) {
      c.run("PRAGMA user_version=" + version);
      assertThat(userVersion()).isEqualTo(version);
      setUserVersion(version + 1);
      assertThat(c.run("PRAGMA user_version")).isEqualTo(String.valueOf(version + 1));
      if (version % 10 == 0) {
        assertThat(c.run("PRAGMA wal_checkpoint(PASSIVE)")).startsWith("0|");
      }
      if (version % 14 == 0) {
        assertThat(ours.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER))
            .isEqualTo(new CheckpointResult(false, 0, 0));
      }
    }
    assertThat(c.run("PRAGMA integrity_check")).isEqualTo("ok");
  }

  @Test
  void writersExcludeEachOther() {
    c.run("BEGIN IMMEDIATE");
    ours.log().beginRead();
    assertThat(ours.log().beginWrite()).isFalse();
    c.run("ROLLBACK");
    assertThat(ours.log().beginWrite()).isTrue();
    assertThat(c.run("BEGIN IMMEDIATE")).isEqualTo("error: " + BUSY);
    ours.log().endRead();
    assertThat(c.run("BEGIN IMMEDIATE")).isEmpty();
    c.run("COMMIT");
  }

  @Test
  void snapshotsOutliveCommitsOfTheOther() {
    ours.log().beginRead();
    c.run("PRAGMA user_version=2");
    assertThat(BigEndian.getInt(ours.page(1), USER_VERSION)).isEqualTo(1);
    assertThatThrownBy(() -> ours.log().beginWrite())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.BUSY_SNAPSHOT));
    assertThat(c.run("PRAGMA wal_checkpoint(FULL)")).as("our reader is in the way").startsWith("1|");
    ours.log().endRead();
    assertThat(c.run("PRAGMA wal_checkpoint(FULL)")).startsWith("0|");

    c.run("BEGIN");
    assertThat(c.run("PRAGMA user_version")).isEqualTo("2");
    setUserVersion(3);
    assertThat(c.run("PRAGMA user_version")).isEqualTo("2");
    assertThat(ours.log().checkpoint(CheckpointMode.FULL, BusyHandler.NEVER).busy())
        .as("their reader is in the way")
        .isTrue();
    assertThat(c.run("PRAGMA user_version=4")).as("busy snapshot").isEqualTo("error: " + BUSY);
    c.run("ROLLBACK");
    assertThat(c.run("PRAGMA user_version")).isEqualTo("3");
  }

  @Test
  void lastCloseOfTheOtherLeavesOurFilesAlone() {
    setUserVersion(2);
    c.close();
    assertThat(Path.of(database + "-wal")).exists();
    assertThat(Path.of(database + "-shm")).exists();
    setUserVersion(3);
    c = new SqliteProcess(database);
    assertThat(c.run("PRAGMA user_version")).isEqualTo("3");
    ours.close();
    assertThat(Path.of(database + "-wal")).as("C still uses it").exists();
    assertThat(c.run("PRAGMA user_version=4")).isEmpty();
    assertThat(c.run("PRAGMA user_version")).isEqualTo("4");
  }

  @Test
  void killedWriterLeavesNothingBehind() {
    c.run("PRAGMA cache_size=5");
    c.run("BEGIN");
    c.run(
        "INSERT INTO t WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
            + " SELECT zeroblob(1000) FROM n");
    ours.log().beginRead();
    assertThat(ours.log().beginWrite()).isFalse();
    ours.log().endRead();
    c.kill();
    setUserVersion(7);
    c = new SqliteProcess(database);
    assertThat(c.run("SELECT count(*) FROM t")).isEqualTo("0");
    assertThat(c.run("PRAGMA user_version")).isEqualTo("7");
    assertThat(c.run("PRAGMA integrity_check")).isEqualTo("ok");
  }

  @Test
  void otherRecoversWhatWeLeftBehind() {
    setUserVersion(5);
    ours.log().beginRead();
    ours.log().beginWrite();
    ours.append(new TreeMap<>(Map.of(2, new byte[PAGE_SIZE])), 0);
    c.close();
    ours.abandon();
    c = new SqliteProcess(database);
    assertThat(c.run("PRAGMA user_version")).isEqualTo("5");
    assertThat(c.run("PRAGMA integrity_check")).isEqualTo("ok");
    ours = new PageConnection(database, PAGE_SIZE);
  }
}

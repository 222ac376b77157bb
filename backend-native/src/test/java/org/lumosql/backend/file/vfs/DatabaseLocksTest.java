// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.vfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.Vfs.FileRole;
import org.lumosql.backend.file.vfs.Vfs.OpenMode;

/** The five lock levels: between two handles of this JVM, and as C SQLite in another process sees them. */
final class DatabaseLocksTest {
  private static final String BUSY = "error: 5";

  @TempDir private Path directory;
  private final LocalVfs vfs = new LocalVfs();
  private Path database;
  private VfsFile first;
  private VfsFile second;

  @BeforeEach
  void open() throws IOException {
    database = directory.resolve("test.db");
    Files.write(database, new byte[0]);
    first = handle();
    second = handle();
  }

  private VfsFile handle() {
    return vfs.open(database.toString(), FileRole.DATABASE, OpenMode.READ_WRITE);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("org.lumosql.open."));
  }

  @Test
  void manyShareOneReserves() {
    assertThat(first.lock(LockLevel.SHARED)).isTrue();
    assertThat(second.lock(LockLevel.SHARED)).isTrue();
    assertThat(second.isReservedLockHeld()).isFalse();
    assertThat(first.lock(LockLevel.RESERVED)).isTrue();
    assertThat(second.isReservedLockHeld()).isTrue();
    assertThat(second.lock(LockLevel.RESERVED)).isFalse();
    assertThat(second.lockLevel()).isEqualTo(LockLevel.SHARED);
    try (VfsFile third = handle()) {
      assertThat(third.lock(LockLevel.SHARED)).as("RESERVED lets readers in").isTrue();
    }
  }

  @Test
  void writerWaitingForReadersKeepsNewOnesOut() {
    first.lock(LockLevel.SHARED);
    second.lock(LockLevel.SHARED);
    first.lock(LockLevel.RESERVED);
    assertThat(first.lock(LockLevel.EXCLUSIVE)).isFalse();
    assertThat(first.lockLevel()).isEqualTo(LockLevel.PENDING);
    try (VfsFile third = handle()) {
      assertThat(third.lock(LockLevel.SHARED)).isFalse();
    }
    second.unlock(LockLevel.NONE);
    assertThat(second.lock(LockLevel.SHARED)).isFalse();
    assertThat(first.lock(LockLevel.EXCLUSIVE)).isTrue();
    first.unlock(LockLevel.SHARED);
    assertThat(second.lock(LockLevel.SHARED)).isTrue();
    assertThat(second.lock(LockLevel.RESERVED)).isTrue();
  }

  @Test
  void exclusiveStraightFromSharedFailsWithoutATrace() {
    first.lock(LockLevel.SHARED);
    second.lock(LockLevel.SHARED);
    assertThat(first.lock(LockLevel.EXCLUSIVE)).isFalse();
    assertThat(first.lockLevel()).isEqualTo(LockLevel.SHARED);
    try (VfsFile third = handle()) {
      assertThat(third.lock(LockLevel.SHARED)).isTrue();
    }
    second.unlock(LockLevel.NONE);
    assertThat(first.lock(LockLevel.EXCLUSIVE)).isTrue();
    assertThat(second.lock(LockLevel.SHARED)).isFalse();
    first.unlock(LockLevel.NONE);
    assertThat(second.lock(LockLevel.SHARED)).isTrue();
  }

  @Test
  void otherProcessSeesEveryLevel() {
    try (SqliteProcess c = new SqliteProcess(database)) {
      c.run("CREATE TABLE t(a)");
      first.lock(LockLevel.SHARED);
      assertThat(c.run("BEGIN IMMEDIATE")).as("a reader does not keep a writer from starting").isEmpty();
      assertThat(first.isReservedLockHeld()).isTrue();
      assertThat(first.lock(LockLevel.RESERVED)).isFalse();
      c.run("INSERT INTO t VALUES(1)");
      assertThat(c.run("COMMIT")).as("but from finishing").isEqualTo(BUSY);
      assertThat(second.lock(LockLevel.SHARED)).as("shares the lock that this process has").isTrue();
      first.unlock(LockLevel.NONE);
      second.unlock(LockLevel.NONE);
      assertThat(first.lock(LockLevel.SHARED)).as("C has PENDING").isFalse();
      assertThat(c.run("COMMIT")).isEmpty();
      assertThat(first.lock(LockLevel.SHARED)).isTrue();
      assertThat(first.isReservedLockHeld()).isFalse();

      assertThat(first.lock(LockLevel.RESERVED)).isTrue();
      assertThat(c.run("SELECT * FROM t")).isEqualTo("1");
      assertThat(c.run("BEGIN IMMEDIATE")).isEqualTo(BUSY);
      c.run("BEGIN");
      c.run("SELECT * FROM t");
      assertThat(first.lock(LockLevel.EXCLUSIVE)).isFalse();
      assertThat(first.lockLevel()).isEqualTo(LockLevel.PENDING);
      c.run("COMMIT");
      assertThat(c.run("SELECT * FROM t")).as("PENDING keeps readers out").isEqualTo(BUSY);
      assertThat(first.lock(LockLevel.EXCLUSIVE)).isTrue();
      assertThat(c.run("SELECT * FROM t")).isEqualTo(BUSY);
      first.unlock(LockLevel.SHARED);
      assertThat(c.run("SELECT * FROM t")).isEqualTo("1");
    }
  }

  @Test
  void closingOneHandleKeepsTheLocksOfTheOther() {
    try (SqliteProcess c = new SqliteProcess(database)) {
      c.run("CREATE TABLE t(a)");
      first.lock(LockLevel.SHARED);
      first.lock(LockLevel.RESERVED);
      second.close();
      handle().close();
      assertThat(c.run("BEGIN IMMEDIATE")).isEqualTo(BUSY);
      first.lock(LockLevel.EXCLUSIVE);
      handle().close();
      assertThat(c.run("SELECT * FROM t")).isEqualTo(BUSY);
      first.unlock(LockLevel.NONE);
      assertThat(c.run("BEGIN IMMEDIATE")).isEmpty();
      c.run("ROLLBACK");
    }
  }

  @Test
  void locksOfTheHandleThatOpenedFirstSurviveItsCloseForTheOthers() {
    try (SqliteProcess c = new SqliteProcess(database)) {
      c.run("CREATE TABLE t(a)");
      second.lock(LockLevel.SHARED);
      second.lock(LockLevel.RESERVED);
      first.close();
      assertThat(c.run("BEGIN IMMEDIATE")).isEqualTo(BUSY);
    }
  }

  @Test
  void readOnlyHandleFirstThenAWriter() throws IOException {
    first.close();
    second.close();
    first = vfs.open(database.toString(), FileRole.DATABASE, OpenMode.READ_ONLY);
    first.lock(LockLevel.SHARED);
    second = handle();
    assertThat(second.lock(LockLevel.SHARED)).isTrue();
    assertThat(second.lock(LockLevel.RESERVED)).isTrue();
    first.close();
    assertThat(second.lock(LockLevel.EXCLUSIVE)).isTrue();
    second.unlock(LockLevel.NONE);
  }

  @Test
  void interruptedThreadKeepsItsLocks() {
    try (SqliteProcess c = new SqliteProcess(database)) {
      c.run("CREATE TABLE t(a)");
      first.lock(LockLevel.SHARED);
      Thread.currentThread().interrupt();
      first.lock(LockLevel.RESERVED);
      first.read(0, new byte[100], 0, 100);
      first.sync(false);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(c.run("BEGIN IMMEDIATE")).isEqualTo(BUSY);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumosql.backend.file.wal.ImageAssert.assertThatImage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.backend.file.vfs.FaultyVfs.Loss;
import org.lumosql.backend.file.vfs.FaultyVfs.PowerLoss;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** The same work again and again, with the power going, or an operation failing, at each operation in turn. */
final class WalCrashTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);
  private static final int PAGE_SIZE = 512;
  private static final String DATABASE = "/test.db";

  @TempDir private Path directory;
  private DatabaseHistory history;

  @BeforeEach
  void makeHistory() {
    history = DatabaseHistory.random(directory, PAGE_SIZE, 10, SEED);
  }

  /** The work: writes the versions one after the other, and knows how far it has come. */
  private final class Worker {
    private final FaultyVfs vfs;
    private final Synchronous synchronous;
    private final Random random = new Random(SEED);

    /** The last version whose commit has returned. */
    private int committed;

    /** The last version that a checkpoint which has returned has put into the database. */
    private int checkpointed;

    private PageConnection connection;

    Worker(FaultyVfs vfs, Synchronous synchronous) {
      this.vfs = vfs;
      this.synchronous = synchronous;
    }

    void run() {
      while (committed < history.last()) {
        try {
          step();
        } catch (StoreException e) {
          assertThat(e.code()).isEqualTo(ResultCode.IOERR_WRITE);
          recover();
        }
      }
      if (connection != null) {
        connection.close();
      }
    }

    private void step() {
      if (connection == null) {
        connection = new PageConnection(vfs, DATABASE, PAGE_SIZE, false);
        connection.log().setSynchronous(synchronous);
      }
      connection.log().beginRead();
      assertThat(connection.log().beginWrite()).isTrue();
      int version = committed + 1;
      Map<Integer, byte[]> changes = history.changes(version);
      if (random.nextBoolean()) {
        Map<Integer, byte[]> spilled = new TreeMap<>();
        changes.keySet().forEach(number -> spilled.put(number, new byte[PAGE_SIZE]));
        connection.append(spilled, 0);
      }
      connection.append(changes, history.pageCount(version));
      committed = version;
      connection.log().endRead();
      if (random.nextInt(3) == 0) {
        connection.log().checkpoint(CheckpointMode.values()[random.nextInt(4)], BusyHandler.NEVER);
        checkpointed = committed;
      }
    }

    /** After a failed operation: nothing of the version may be there. */
    private void recover() {
      if (connection == null) {
        return;
      }
      if (connection.log().isWriting()) {
        connection.log().undo(number -> {});
      }
      connection.log().endRead();
      assertThatImage(connection.readAll())
          .as("seed %d after a failure", SEED)
          .hasSameBytesAs(history.image(committed));
      if (random.nextBoolean()) {
        connection.abandon();
        connection = null;
      }
    }
  }

  private FaultyVfs newDisk(long seed) {
    FaultyVfs vfs = new FaultyVfs(seed);
    vfs.put(DATABASE, history.image(0));
    return vfs;
  }

  private int versionOf(byte[] image) {
    for (int version = 0; version <= history.last(); version++) {
      if (Arrays.equals(image, history.image(version))) {
        return version;
      }
    }
    return -1;
  }

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "FULL"})
  void powerLossKeepsWhatWasPromised(Synchronous synchronous) throws Exception {
    boolean finished = false;
    for (int operation = 1; !finished; operation++) {
      for (Loss loss : Loss.values()) {
        FaultyVfs vfs = newDisk(operation);
        vfs.crashAt(operation);
        Worker worker = new Worker(vfs, synchronous);
        try {
          worker.run();
          finished = true;
          break;
        } catch (PowerLoss expected) {
          check(worker, vfs, loss, operation);
        }
      }
    }
  }

  private void check(Worker worker, FaultyVfs vfs, Loss loss, int operation) throws SQLException {
    FaultyVfs disk = vfs.restart(loss, SEED + operation);
    String name = String.format("seed %d, %s at operation %d, %s", SEED, worker.synchronous, operation, loss);
    boolean isAskingC = operation % 16 == 0;
    if (isAskingC) {
      disk.export(directory);
    }
    PageConnection connection = new PageConnection(disk, DATABASE, PAGE_SIZE, false);
    int version = versionOf(connection.readAll());
    int promised = worker.synchronous == Synchronous.FULL || loss == Loss.NOTHING ? worker.committed
        : worker.checkpointed;
    assertThat(version).as(name).isBetween(promised, worker.committed + 1);
    if (isAskingC) {
      assertThat(versionSeenByC()).as("C, " + name).isEqualTo(version);
    }
    connection.close();
    assertThat(versionOf(disk.get(DATABASE))).as(name + ", after the last close").isEqualTo(version);
  }

  private int versionSeenByC() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("test.db"));
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
        assertThat(rows.getString(1)).isEqualTo("ok");
      }
      try (ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
        return rows.getInt(1);
      }
    }
  }

  @Test
  void failedOperationIsUndoneAndTheWorkGoesOn() {
    boolean finished = false;
    for (int operation = 1; !finished; operation++) {
      FaultyVfs firstVfs = newDisk(operation);
      FaultyVfs vfs = firstVfs;
      vfs.failAt(operation, 1, ResultCode.IOERR_WRITE);
      try {
        new Worker(vfs, Synchronous.FULL).run();
      } catch (StoreException e) {
        assertThat(e).as("all that may still fail after the last commit").hasMessageContaining("delete /test.db-wal");
        vfs = vfs.restart(Loss.NOTHING, SEED);
      }
      finished = firstVfs.operations() < operation;
      vfs.failNoMore();
      // If it was the last close that failed, the log is still there; the next one finishes the work.
      PageConnection next = new PageConnection(vfs, DATABASE, PAGE_SIZE, false);
      assertThatImage(next.readAll())
          .as("seed %d operation %d", SEED, operation)
          .hasSameBytesAs(history.image(history.last()));
      next.close();
      assertThatImage(vfs.get(DATABASE))
          .as("seed %d operation %d", SEED, operation)
          .hasSameBytesAs(history.image(history.last()));
    }
  }

  @Test
  void commitThatFailedIsNotFoundByARecovery() {
    boolean finished = false;
    for (int operation = 1; !finished; operation++) {
      FaultyVfs vfs = newDisk(operation);
      vfs.failAt(operation, 1, ResultCode.IOERR_WRITE);
      Worker worker = new Worker(vfs, Synchronous.FULL);
      try {
        while (worker.committed < history.last()) {
          worker.step();
        }
        finished = true;
      } catch (StoreException e) {
        FaultyVfs disk = vfs.restart(Loss.NOTHING, SEED);
        PageConnection connection = new PageConnection(disk, DATABASE, PAGE_SIZE, false);
        assertThat(versionOf(connection.readAll()))
            .as("seed %d operation %d", SEED, operation)
            .isEqualTo(worker.committed);
      }
    }
  }

  @Test
  void commitIsPaddedToItsSectorWhereTornWritesDamageNeighbours() {
    FaultyVfs vfs = newDisk(SEED);
    vfs.setDevice(4096, false);
    PageConnection connection = new PageConnection(vfs, DATABASE, PAGE_SIZE, false);
    for (int version = 1; version <= history.last(); version++) {
      connection.commit(history.changes(version), history.pageCount(version));
      long end = vfs.get(DATABASE + "-wal").length;
      assertThat(end / 4096).as("sector of the last byte").isGreaterThan((end - PAGE_SIZE - 24 - 1) / 4096);
      assertThatImage(connection.readAll()).hasSameBytesAs(history.image(version));
    }
    PageConnection recovered = new PageConnection(vfs.restart(Loss.EVERYTHING, SEED), DATABASE, PAGE_SIZE, false);
    assertThatImage(recovered.readAll()).hasSameBytesAs(history.image(history.last()));
  }
}

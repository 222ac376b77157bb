// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.lumosql.backend.file.wal.ImageAssert.assertThatImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Logs that were cut, torn or falsified: the last commit before the damage counts, no more and no less. */
final class WalRecoveryTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);
  private static final int PAGE_SIZE = 512;

  @TempDir private Path directory;
  private DatabaseHistory history;
  private Path database;
  private byte[] log;

  /** Log length after each version. */
  private int[] ends;

  @BeforeEach
  void writeLog() throws IOException {
    history = DatabaseHistory.random(directory, PAGE_SIZE, 12, SEED);
    database = directory.resolve("test.db");
    history.writeImage(0, database);
    ends = new int[history.last() + 1];
    ends[0] = WalFile.HEADER_SIZE;
    PageConnection connection = new PageConnection(database, PAGE_SIZE);
    for (int version = 1; version <= history.last(); version++) {
      connection.commit(history.changes(version), history.pageCount(version));
      ends[version] = ends[version - 1] + history.changes(version).size() * (PAGE_SIZE + WalFile.FRAME_HEADER_SIZE);
    }
    connection.abandon();
    log = Files.readAllBytes(wal());
    assertThat(log).hasSize(ends[history.last()]);
  }

  private Path wal() {
    return Path.of(database + "-wal");
  }

  private int versionBefore(int damage) {
    int version = 0;
    while (version < history.last() && ends[version + 1] <= damage) {
      version++;
    }
    return damage < WalFile.HEADER_SIZE ? 0 : version;
  }

  private byte[] recover(byte[] damaged) throws IOException {
    Files.deleteIfExists(Path.of(database + "-shm"));
    Files.write(wal(), damaged);
    PageConnection connection = new PageConnection(database, PAGE_SIZE);
    try {
      return connection.readAll();
    } finally {
      connection.abandon();
    }
  }

  @Test
  void cutLogEndsAtTheLastWholeCommit() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 150; round++) {
      int end = round <= history.last() ? ends[round] : random.nextInt(log.length + 1);
      assertThatImage(recover(Arrays.copyOf(log, end)))
          .as("seed %d cut at %d", SEED, end).hasSameBytesAs(history.image(versionBefore(end)));
    }
  }

  @Test
  void flippedBitEndsTheLog() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = log.clone();
      // Bytes 12 … 15 of the header are the checkpoint number: damage there is seen by the checksum too.
      int at = round < WalFile.HEADER_SIZE ? round : random.nextInt(log.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertThatImage(recover(damaged))
          .as("seed %d damage at %d", SEED, at)
          .hasSameBytesAs(history.image(versionBefore(at)));
    }
  }

  @Test
  void rubbishInsteadOfALogIsNoLog() throws IOException {
    byte[] rubbish = new byte[5000];
    new Random(SEED).nextBytes(rubbish);
    assertThatImage(recover(rubbish)).hasSameBytesAs(history.image(0));
  }

  @Test
  void logOfAnUnknownVersionIsRefused() throws IOException {
    byte[] future = log.clone();
    BigEndian.putInt(future, 4, 3007001);
    BigEndian.putLong(future, 24, WalChecksum.update(0, future, 0, 24, false));
    if ((future[3] & 1) != 0) {
      BigEndian.putLong(future, 24, WalChecksum.update(0, future, 0, 24, true));
    }
    assertThatThrownBy(() -> recover(future))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.CANTOPEN));
  }

  @Test
  void rubbishInSharedMemoryOfADeadProcessIsNotUsed() throws IOException {
    byte[] rubbish = new byte[65536];
    new Random(SEED).nextBytes(rubbish);
    Files.write(wal(), log);
    Files.write(Path.of(database + "-shm"), rubbish);
    PageConnection connection = new PageConnection(database, PAGE_SIZE);
    assertThatImage(connection.readAll()).hasSameBytesAs(history.image(history.last()));
    connection.abandon();
  }

  @Test
  void headerDamagedUnderLivingConnectionsIsRecovered() throws IOException {
    Files.write(wal(), log);
    PageConnection reader = new PageConnection(database, PAGE_SIZE);
    PageConnection other = new PageConnection(database, PAGE_SIZE);
    reader.log().beginRead();
    other.file().sharedMemory().region(0, false).putInt(16, 1);
    assertThatImage(other.readAll()).hasSameBytesAs(history.image(history.last()));
    assertThatImage(reader.image())
        .as("a snapshot of before stays whole")
        .hasSameBytesAs(history.image(history.last()));
    reader.log().endRead();
    reader.abandon();
    other.abandon();
  }

  /**
   * In a virtual machine that does not compile: compiled code learns of the fault some instructions later, anywhere, so
   * that nothing certain can be said of the state that it leaves.
   */
  @Test
  void sharedMemoryCutUnderTheMappingIsAnErrorAndNoCrash() throws Exception {
    Files.write(wal(), log);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-cp",
                System.getProperty("java.class.path"),
                CutMemory.class.getName(),
                database.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.strip()).isEqualTo("IOERR_SHMMAP, then user version " + history.last());
  }

  /** The other process. */
  static final class CutMemory {
    private CutMemory() {}

    public static void main(String[] arguments) throws IOException {
      PageConnection connection = new PageConnection(Path.of(arguments[0]), PAGE_SIZE);
      connection.readAll();
      try (RandomAccessFile shm = new RandomAccessFile(arguments[0] + "-shm", "rw")) {
        shm.setLength(0);
        try {
          connection.readAll();
        } catch (StoreException e) {
          System.out.print(e.code());
        }
        shm.setLength(32768);
        System.out.println(", then user version " + BigEndian.getInt(connection.readAll(), 60));
      }
      connection.abandon();
    }
  }

  @Test
  void aCommitOfMorePagesThanThereCanBeIsCorrupt() throws IOException {
    long size = Files.size(database);
    for (int pageCount : new int[] {Integer.MAX_VALUE, 0xff000000, -1}) {
      Files.write(wal(), new byte[0]);
      Files.deleteIfExists(Path.of(database + "-shm"));
      PageConnection connection = new PageConnection(database, PAGE_SIZE);
      connection.commit(history.changes(1), pageCount);
      assertThatThrownBy(() -> connection.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.CORRUPT));
      connection.abandon();
      assertThat(Files.size(database)).isEqualTo(size);
    }
  }

  @Test
  void anyRubbishInLivingSharedMemoryGivesAnErrorOrARightAnswer() throws IOException {
    Random random = new Random(SEED);
    Files.write(wal(), log);
    PageConnection connection = new PageConnection(database, PAGE_SIZE);
    connection.readAll();
    for (int round = 0; round < 200; round++) {
      int at = round < 48 ? round : 136 + random.nextInt(32768 - 136);
      connection.file().sharedMemory().region(0, false).put(at, (byte) random.nextInt(256));
      try {
        connection.readAll();
      } catch (StoreException e) {
        assertThat(e.code().primary()).as("seed %d", SEED).isIn(ResultCode.CORRUPT, ResultCode.IOERR);
      }
      connection.log().endRead();
    }
    connection.abandon();
  }
}

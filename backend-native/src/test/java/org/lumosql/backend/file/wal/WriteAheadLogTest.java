// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.backend.file.vfs.LockLevel;
import org.lumosql.backend.file.vfs.SharedMemory;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.CheckpointResult;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Two connections of this JVM on one log. */
final class WriteAheadLogTest {
  private static final int PAGE_SIZE = 1024;

  @TempDir private Path directory;
  private Path database;
  private PageConnection first;
  private PageConnection second;

  @BeforeEach
  void open() throws Exception {
    database = directory.resolve("test.db");
    byte[] image = new byte[3 * PAGE_SIZE];
    Arrays.fill(image, (byte) 'o');
    Files.write(database, image);
    first = new PageConnection(database, PAGE_SIZE);
    second = new PageConnection(database, PAGE_SIZE);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("org.lumosql.open."));
  }

  private static byte[] filled(char content) {
    byte[] page = new byte[PAGE_SIZE];
    Arrays.fill(page, (byte) content);
    return page;
  }

  private static Map<Integer, byte[]> pages(int number, char content) {
    return Map.of(number, filled(content));
  }

  /** First byte of each page. */
  private static String show(PageConnection connection) {
    byte[] image = connection.image();
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < image.length; at += PAGE_SIZE) {
      text.append((char) image[at]);
    }
    return text.toString();
  }

  private static String showNew(PageConnection connection) {
    connection.log().beginRead();
    try {
      return show(connection);
    } finally {
      connection.log().endRead();
    }
  }

  private Path wal() {
    return Path.of(database + "-wal");
  }

  @Test
  void commitIsSeenByTheNextSnapshotOnly() {
    second.log().beginRead();
    first.commit(pages(2, 'A'), 3);
    assertThat(show(second)).isEqualTo("ooo");
    second.log().endRead();
    assertThat(second.log().beginRead()).as("changed").isTrue();
    assertThat(show(second)).isEqualTo("oAo");
    second.log().endRead();
    assertThat(second.log().beginRead()).as("changed").isFalse();
    second.log().endRead();
  }

  @Test
  void ownCommitDoesNotLookLikeAChange() {
    first.log().beginRead();
    first.log().endRead();
    first.commit(pages(2, 'A'), 3);
    assertThat(first.log().beginRead()).isFalse();
    first.log().endRead();
  }

  @Test
  void secondWriterIsRefused() {
    first.log().beginRead();
    second.log().beginRead();
    assertThat(first.log().beginWrite()).isTrue();
    assertThat(second.log().beginWrite()).isFalse();
    first.log().endWrite();
    assertThat(second.log().beginWrite()).isTrue();
    second.log().endRead();
    assertThat(first.log().beginWrite()).isTrue();
    first.log().endRead();
  }

  @Test
  void writerWithAnOldSnapshotGetsBusySnapshot() {
    second.log().beginRead();
    first.commit(pages(2, 'A'), 3);
    assertThatThrownBy(() -> second.log().beginWrite())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.BUSY_SNAPSHOT));
    assertThat(show(second)).isEqualTo("ooo");
    second.log().endRead();
    second.commit(pages(3, 'B'), 3);
    assertThat(showNew(first)).isEqualTo("oAB");
  }

  @Test
  void uncommittedFramesAreSeenByTheirWriterOnlyAndUndoRemovesThem() {
    first.log().beginRead();
    first.log().beginWrite();
    first.append(Map.of(1, filled('x'), 3, filled('y')), 0);
    assertThat(show(first)).isEqualTo("xoy");
    assertThat(showNew(second)).isEqualTo("ooo");
    List<Integer> undone = new ArrayList<>();
    first.log().undo(undone::add);
    assertThat(undone).containsExactly(1, 3);
    assertThat(show(first)).isEqualTo("ooo");
    first.log().endRead();
    first.commit(pages(2, 'A'), 3);
    assertThat(showNew(second)).isEqualTo("oAo");
  }

  @Test
  void rollbackToAPositionForgetsWhatCameBehind() {
    first.log().beginRead();
    first.log().beginWrite();
    first.append(pages(1, 'a'), 0);
    WalPosition position = first.log().position();
    first.append(Map.of(2, filled('b'), 3, filled('c')), 0);
    first.log().rollbackTo(position);
    assertThat(show(first)).isEqualTo("aoo");
    first.append(pages(3, 'd'), 3);
    first.log().endRead();
    assertThat(showNew(second)).isEqualTo("aod");
    crashAndReopen();
    assertThat(showNew(first)).as("after recovery").isEqualTo("aod");
  }

  @Test
  void rollbackToThePositionBeforeTheFirstFrameWorks() {
    first.log().beginRead();
    first.log().beginWrite();
    WalPosition position = first.log().position();
    first.append(Map.of(2, filled('b'), 3, filled('c')), 0);
    first.log().rollbackTo(position);
    assertThat(show(first)).isEqualTo("ooo");
    first.append(pages(1, 'd'), 3);
    first.log().endRead();
    crashAndReopen();
    assertThat(showNew(first)).isEqualTo("doo");
  }

  @Test
  void pageWrittenTwiceIsOverwrittenInPlaceAndSurvivesRecovery() throws Exception {
    first.log().beginRead();
    first.log().beginWrite();
    first.append(Map.of(1, filled('a'), 2, filled('b')), 0);
    first.append(pages(2, 'c'), 0);
    assertThat(Files.size(wal())).isEqualTo(32 + 2 * (PAGE_SIZE + 24));
    first.append(Map.of(1, filled('d'), 3, filled('e')), 3);
    assertThat(Files.size(wal())).isEqualTo(32 + 3 * (PAGE_SIZE + 24));
    first.log().endRead();
    assertThat(showNew(second)).isEqualTo("dce");
    crashAndReopen();
    assertThat(showNew(first)).as("checksums were made again").isEqualTo("dce");
  }

  @Test
  void databaseGrowsAndShrinksWithCommits() {
    first.commit(Map.of(4, filled('4'), 5, filled('5')), 5);
    assertThat(showNew(second)).isEqualTo("ooo45");
    first.commit(pages(1, '1'), 2);
    assertThat(showNew(second)).isEqualTo("1o");
    assertThat(second.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 3, 3));
    assertThat(second.file().size()).isEqualTo(2 * PAGE_SIZE);
    assertThat(showNew(first)).isEqualTo("1o");
  }

  @Test
  void passiveCheckpointStopsAtAReader() {
    first.commit(pages(1, '1'), 3);
    second.log().beginRead();
    first.commit(Map.of(2, filled('2'), 1, filled('9')), 3);
    assertThat(first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 3, 1));
    assertThat(show(second)).isEqualTo("1oo");
    assertThat(showNew(first)).isEqualTo("92o");
    second.log().endRead();
    assertThat(first.log().checkpoint(CheckpointMode.FULL, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 3, 3));
    assertThat(DatabaseHistory.readAll(database)[0]).isEqualTo((byte) '9');
  }

  @Test
  void logRestartsWhenEverythingIsCheckpointedAndNobodyReads() throws Exception {
    first.commit(Map.of(1, filled('1'), 2, filled('2')), 3);
    first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    first.commit(pages(3, '3'), 3);
    assertThat(first.log().takeCommittedFrames()).isEqualTo(1);
    assertThat(first.log().takeCommittedFrames()).isZero();
    assertThat(Files.size(wal())).isEqualTo(32 + 2 * (PAGE_SIZE + 24));
    assertThat(showNew(second)).isEqualTo("123");
    crashAndReopen();
    assertThat(showNew(first)).as("the old second frame is void").isEqualTo("123");
  }

  @Test
  void readerOfTheLogKeepsItFromRestarting() {
    first.commit(pages(1, '1'), 3);
    second.log().beginRead();
    first.commit(pages(1, '2'), 3);
    first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    first.commit(pages(1, '3'), 3);
    assertThat(first.log().takeCommittedFrames()).isEqualTo(3);
    assertThat(show(second)).isEqualTo("1oo");
    second.log().endRead();
  }

  @Test
  void readerOfTheDatabaseAloneKeepsItsSnapshotWhileTheLogGrows() {
    first.commit(pages(1, '1'), 3);
    first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    second.log().beginRead();
    first.commit(pages(1, '2'), 3);
    assertThat(first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 1, 0));
    assertThat(show(second)).isEqualTo("1oo");
    second.log().endRead();
    assertThat(first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 1, 1));
  }

  @Test
  void busyHandlerIsAskedUntilItGivesUp() {
    first.commit(pages(1, '1'), 3);
    second.log().beginRead();
    first.commit(pages(1, '2'), 3);
    List<Integer> calls = new ArrayList<>();
    CheckpointResult result =
        first
            .log()
            .checkpoint(
                CheckpointMode.FULL,
                attempts -> {
                  calls.add(attempts);
                  return attempts < 3;
                });
    assertThat(result).isEqualTo(new CheckpointResult(true, 2, 1));
    assertThat(calls).containsExactly(0, 1, 2, 3);
    result =
        first
            .log()
            .checkpoint(
                CheckpointMode.FULL,
                attempts -> {
                  second.log().endRead();
                  return true;
                });
    assertThat(result).isEqualTo(new CheckpointResult(false, 2, 2));
  }

  @Test
  void checkpointBesideAWriterDoesWhatItCanAndSaysBusy() {
    first.commit(pages(1, '1'), 3);
    second.log().beginRead();
    second.log().beginWrite();
    assertThat(first.log().checkpoint(CheckpointMode.FULL, BusyHandler.NEVER).busy()).isTrue();
    assertThat(first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER).busy()).isFalse();
    second.log().endRead();
  }

  @Test
  void truncatingCheckpointEmptiesTheLog() throws Exception {
    first.commit(pages(1, '1'), 3);
    assertThat(second.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 0, 0));
    assertThat(Files.size(wal())).isZero();
    assertThat(showNew(first)).isEqualTo("1oo");
    first.commit(pages(2, '2'), 3);
    assertThat(showNew(second)).isEqualTo("12o");
    crashAndReopen();
    assertThat(showNew(first)).isEqualTo("12o");
  }

  @Test
  void truncatingCheckpointWaitsForReadersOfTheLog() {
    first.commit(pages(1, '1'), 3);
    second.log().beginRead();
    assertThat(first.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(true, 1, 1));
    assertThat(first.log().checkpoint(CheckpointMode.RESTART, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(true, 1, 1));
    second.log().endRead();
    assertThat(first.log().checkpoint(CheckpointMode.RESTART, BusyHandler.NEVER))
        .isEqualTo(new CheckpointResult(false, 1, 1));
  }

  @Test
  void checkpointInATransactionIsRefused() {
    first.log().beginRead();
    assertThatThrownBy(() -> first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.LOCKED));
    first.log().endRead();
  }

  @Test
  void sizeLimitCutsTheLogAfterARestart() throws Exception {
    first.log().setJournalSizeLimit(0);
    first.commit(Map.of(1, filled('1'), 2, filled('2'), 3, filled('3')), 3);
    first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    assertThat(Files.size(wal())).isEqualTo(32 + 3 * (PAGE_SIZE + 24));
    first.commit(pages(1, '4'), 3);
    assertThat(Files.size(wal())).isEqualTo(32 + PAGE_SIZE + 24);
    assertThat(showNew(second)).isEqualTo("423");
  }

  @Test
  void lastCloseCheckpointsAndDeletesLogAndIndex() {
    first.commit(pages(1, '1'), 3);
    first.close();
    assertThat(wal()).exists();
    assertThat(showNew(second)).isEqualTo("1oo");
    second.close();
    assertThat(wal()).doesNotExist();
    assertThat(Path.of(database + "-shm")).doesNotExist();
    assertThat(DatabaseHistory.readAll(database)[0]).isEqualTo((byte) '1');
  }

  @Test
  void closeAndDeleteCopiesEverything() {
    first.commit(pages(1, '1'), 3);
    first.close();
    second.file().lock(LockLevel.EXCLUSIVE);
    second.log().closeAndDelete();
    assertThat(wal()).doesNotExist();
    assertThat(DatabaseHistory.readAll(database)[0]).isEqualTo((byte) '1');
  }

  @Test
  void closeAndDeleteThatFailsLeavesTheLogOpen() throws Exception {
    first.close();
    second.close();
    FaultyVfs vfs = new FaultyVfs(1);
    vfs.put("/test.db", Files.readAllBytes(database));
    PageConnection connection = new PageConnection(vfs, "/test.db", PAGE_SIZE, false);
    connection.commit(pages(1, '1'), 3);
    connection.file().lock(LockLevel.EXCLUSIVE);
    vfs.failAt(2, 1, ResultCode.FULL);
    assertThatThrownBy(() -> connection.log().closeAndDelete())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.FULL));
    assertThat(connection.log().isExclusive()).isFalse();
    connection.file().unlock(LockLevel.SHARED);
    assertThat(showNew(connection)).isEqualTo("1oo");
    connection.commit(pages(2, '2'), 3);
    assertThat(showNew(connection)).isEqualTo("12o");
    connection.close();
    assertThat(vfs.names()).containsExactly("/test.db");
  }

  @Test
  @Tag("slow")
  void headerThatIsNeverFinishedEndsInProtocolAndNoHang() {
    first.commit(pages(1, '1'), 3);
    SharedMemory memory = second.file().sharedMemory();
    assertThat(memory.lock(SharedMemory.WRITE_LOCK, 1, true)).isTrue();
    memory.region(0, false).putInt(16, -1);
    assertThatThrownBy(() -> first.log().beginRead())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.PROTOCOL));
    memory.unlock(SharedMemory.WRITE_LOCK, 1, true);
    assertThat(showNew(first)).isEqualTo("1oo");
  }

  @Test
  void recoveryByAnotherConnectionIsBusyRecovery() {
    first.commit(pages(1, '1'), 3);
    SharedMemory memory = second.file().sharedMemory();
    assertThat(memory.lock(SharedMemory.WRITE_LOCK, 3, true)).isTrue();
    memory.region(0, false).putInt(16, -1);
    assertThatThrownBy(() -> first.log().beginRead())
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.BUSY_RECOVERY));
    memory.unlock(SharedMemory.WRITE_LOCK, 3, true);
    assertThat(showNew(first)).isEqualTo("1oo");
  }

  @Test
  void closingInTheMiddleOfATransactionRollsItBack() {
    first.log().beginRead();
    first.log().beginWrite();
    first.append(pages(1, 'x'), 0);
    first.close();
    assertThat(showNew(second)).isEqualTo("ooo");
    second.commit(pages(2, '2'), 3);
    assertThat(showNew(second)).isEqualTo("o2o");
  }

  @Test
  void fiveReadersOfFiveSnapshotsEachKeepTheirs() {
    List<PageConnection> readers = new ArrayList<>();
    for (char version = '0'; version < '8'; version++) {
      first.commit(pages(1, version), 3);
      PageConnection reader = new PageConnection(database, PAGE_SIZE);
      reader.log().beginRead();
      readers.add(reader);
      first.log().checkpoint(CheckpointMode.PASSIVE, BusyHandler.NEVER);
    }
    for (int i = 0; i < readers.size(); i++) {
      assertThat(show(readers.get(i))).isEqualTo((char) ('0' + i) + "oo");
      readers.get(i).log().endRead();
      readers.get(i).close();
    }
  }

  @Test
  void heapIndexNeedsNoSharedMemoryFile() {
    first.close();
    second.close();
    first = new PageConnection(new LocalVfs(), database.toString(), PAGE_SIZE, true);
    first.commit(pages(1, '1'), 3);
    assertThat(showNew(first)).isEqualTo("1oo");
    assertThat(Path.of(database + "-shm")).doesNotExist();
    assertThat(first.log().leaveExclusive()).isFalse();
    first.abandon();
    second = new PageConnection(database, PAGE_SIZE);
    assertThat(showNew(second)).isEqualTo("1oo");
    second.commit(pages(2, '2'), 3);
    second.close();
    first = new PageConnection(new LocalVfs(), database.toString(), PAGE_SIZE, true);
    assertThat(showNew(first)).isEqualTo("12o");
  }

  @Test
  void exclusiveModeComesAndGoes() {
    first.close();
    second.log().beginRead();
    assertThat(second.file().lock(LockLevel.EXCLUSIVE)).isTrue();
    second.log().enterExclusive();
    assertThat(second.log().beginWrite()).isTrue();
    second.append(pages(1, '1'), 3);
    second.log().endWrite();
    assertThat(second.log().leaveExclusive()).isTrue();
    second.file().unlock(LockLevel.SHARED);
    first = new PageConnection(database, PAGE_SIZE);
    assertThat(showNew(first)).isEqualTo("1oo");
    assertThat(first.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER).busy()).as("second reads").isTrue();
    second.log().endRead();
  }

  @Test
  void interruptsChangeNothing() {
    Thread.currentThread().interrupt();
    try {
      first.commit(pages(1, '1'), 3);
      assertThat(showNew(second)).isEqualTo("1oo");
      second.log().checkpoint(CheckpointMode.TRUNCATE, BusyHandler.NEVER);
      second.log().setSynchronous(Synchronous.EXTRA);
      second.commit(pages(2, '2'), 3);
      assertThat(showNew(first)).isEqualTo("12o");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** Drops both connections without clean-up, and the shared memory with them, so that the next one recovers. */
  private void crashAndReopen() {
    first.abandon();
    second.abandon();
    first = new PageConnection(database, PAGE_SIZE);
    second = new PageConnection(database, PAGE_SIZE);
  }
}

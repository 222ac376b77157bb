// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.OpenOptions.Access;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Locks, busy handlers, cache validation, journal modes and headers, with two connections on one file. */
class FilePagerTest {
  private static final String PATH = "/db";
  private static final String JOURNAL = "/db-journal";

  private final FaultyVfs vfs = new FaultyVfs(7);
  private FilePager one;
  private FilePager two;

  @BeforeEach
  void openTwoConnections() {
    one = open(Access.CREATE, Map.of());
    TestPages.commit(
        one,
        () -> {
          TestPages.write(one, 1, 1);
          for (int number = 2; number <= 20; number++) {
            TestPages.add(one, number, 1);
          }
        });
    two = open(Access.READ_WRITE, Map.of());
  }

  private FilePager open(Access access, Map<String, String> parameters) {
    return FilePager.open(vfs, new OpenOptions(PATH, OpenOptions.Kind.FILE, access, parameters), PageCodec.PLAIN);
  }

  private static void assertCode(ResultCode code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(StoreException.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  // ---- locks ------------------------------------------------------------------------------------

  @Test
  void secondWriterIsBusyAndAsksItsHandlerFirst() {
    one.beginWrite(false);
    List<Integer> calls = new ArrayList<>();
    two.setBusyHandler(
        attempts -> {
          calls.add(attempts);
          return attempts < 3;
        });
    assertCode(ResultCode.BUSY, () -> two.beginWrite(false));
    assertThat(calls).containsExactly(0, 1, 2, 3);
    assertThat(two.transactionState()).isEqualTo(TransactionState.NONE);
    one.rollback(false);
    two.beginWrite(false);
  }

  @Test
  void readerThatWantsToWriteIsBusyAtOnce() {
    one.beginWrite(false);
    two.beginRead();
    two.setBusyHandler(
        attempts -> {
          throw new AssertionError("waiting could deadlock");
        });
    assertCode(ResultCode.BUSY, () -> two.beginWrite(false));
    assertThat(two.transactionState()).isEqualTo(TransactionState.READ);
  }

  @Test
  void commitWaitsForReaders() {
    two.beginRead();
    one.beginWrite(false);
    TestPages.write(one, 5, 2);
    one.setBusyHandler(
        attempts -> {
          two.endRead();
          return true;
        });
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    two.beginRead();
    assertThat(TestPages.stamp(two, 5)).isEqualTo(2);
  }

  @Test
  void commitThatCannotGetTheLockMayBeTriedAgainAndContinued() {
    two.beginRead();
    one.beginWrite(false);
    TestPages.write(one, 5, 2);
    assertCode(ResultCode.BUSY, () -> one.commitPhaseOne(null));
    assertThat(one.transactionState()).isEqualTo(TransactionState.WRITE);
    TestPages.write(one, 6, 2);
    assertThat(TestPages.stamp(two, 5)).isEqualTo(1);
    two.endRead();
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    two.beginRead();
    assertThat(TestPages.stamp(two, 5)).isEqualTo(2);
    assertThat(TestPages.stamp(two, 6)).isEqualTo(2);
  }

  @Test
  void fullCacheDoesNotWaitForReaders() {
    two.beginRead();
    one.control().setCacheSize(10);
    one.beginWrite(false);
    for (int number = 1; number <= 20; number++) {
      TestPages.write(one, number, 2);
    }
    assertThat(TestPages.stamp(two, 7)).isEqualTo(1);
    two.endRead();
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    two.beginRead();
    assertThat(TestPages.stamp(two, 7)).isEqualTo(2);
  }

  @Test
  void exclusiveWriterKeepsReadersOut() {
    one.beginWrite(true);
    assertCode(ResultCode.BUSY, () -> two.beginRead());
    one.rollback(false);
    two.beginRead();
  }

  @Test
  void exclusiveLockingKeepsTheLockUntilItIsSwitchedOff() {
    one.control().setExclusiveLocking(true);
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    assertCode(ResultCode.BUSY, () -> two.beginRead());
    assertThat(vfs.get(JOURNAL)).as("kept with an empty header").isNotNull().startsWith(0, 0, 0, 0);
    one.control().setExclusiveLocking(false);
    one.beginRead();
    one.endRead();
    two.beginRead();
    assertThat(TestPages.stamp(two, 3)).isEqualTo(2);
    assertThat(vfs.exists(JOURNAL)).isFalse();
  }

  // ---- cache validation -------------------------------------------------------------------------

  @Test
  void cacheIsKeptUntilAnotherConnectionCommits() {
    two.beginRead();
    TestPages.stamp(two, 4);
    two.endRead();
    assertThat(two.beginRead()).isFalse();
    assertThat(two.cachedPage(4)).isNotNull();
    two.release(two.cachedPage(4));
    two.release(two.cachedPage(4));
    two.endRead();
  }

  @Test
  void commitOfAnotherConnectionChangesTheDataVersionAndOnesOwnDoesNot() {
    two.beginRead();
    two.endRead();
    int version = two.dataVersion();
    TestPages.commit(two, () -> TestPages.write(two, 4, 2));
    two.beginRead();
    two.endRead();
    assertThat(two.dataVersion()).isEqualTo(version);
    TestPages.commit(one, () -> TestPages.write(one, 4, 3));
    assertThat(two.beginRead()).isTrue();
    assertThat(TestPages.stamp(two, 4)).isEqualTo(3);
    assertThat(two.dataVersion()).isNotEqualTo(version);
  }

  @Test
  void transactionWithoutChangesWritesNothing() {
    long before = vfs.operations();
    one.beginWrite(false);
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    assertThat(vfs.operations()).isEqualTo(before);
  }

  // ---- journal modes ----------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(JournalMode.class)
  void journalFileIsAsTheModeSaysBetweenTransactions(JournalMode mode) {
    two.close();
    assertThat(one.control().setJournalMode(mode, () -> {})).isEqualTo(mode);
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    byte[] journal = vfs.get(JOURNAL);
    switch (mode) {
      case DELETE, OFF, MEMORY, WAL -> assertThat(journal).isNull();
      case TRUNCATE -> assertThat(journal).isEmpty();
      case PERSIST -> assertThat(journal).hasSizeGreaterThan(512).startsWith(new byte[28]);
    }
    assertThat(one.control().setJournalMode(JournalMode.DELETE, () -> {})).isEqualTo(JournalMode.DELETE);
    assertThat(vfs.get(JOURNAL)).isNull();
    assertThat(vfs.get("/db-wal")).isNull();
    one.beginRead();
    assertThat(TestPages.stamp(one, 3)).isEqualTo(2);
  }

  @Test
  void persistentJournalIsCutToItsLimit() {
    one.control().setJournalMode(JournalMode.PERSIST, () -> {});
    one.control().setJournalSizeLimit(1000);
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    assertThat(vfs.get(JOURNAL)).hasSize(1000);
    one.control().setJournalSizeLimit(0);
    TestPages.commit(one, () -> TestPages.write(one, 3, 3));
    assertThat(vfs.get(JOURNAL)).isEmpty();
  }

  @Test
  void rollbackWithoutSpillLeavesTheFileAlone() {
    byte[] before = vfs.get(PATH);
    one.beginWrite(false);
    TestPages.write(one, 3, 2);
    one.rollback(false);
    assertThat(vfs.get(PATH)).isEqualTo(before);
    assertThat(vfs.exists(JOURNAL)).isFalse();
  }

  @Test
  void journalModeOffRollsBackWhatIsOnlyInTheCache() {
    one.control().setJournalMode(JournalMode.OFF, () -> {});
    one.beginWrite(false);
    TestPages.write(one, 3, 2);
    one.rollback(false);
    one.beginRead();
    assertThat(TestPages.stamp(one, 3)).isEqualTo(1);
  }

  @Test
  void walIsNotEnteredInsideATransaction() {
    one.beginRead();
    assertThatThrownBy(() -> one.control().setJournalMode(JournalMode.WAL, () -> {}))
        .hasMessage("cannot change into wal mode from within a transaction");
  }

  @Test
  void walIsNotLeftWhileOthersUseIt() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    two.beginRead();
    two.endRead();
    assertThat(two.control().journalMode()).isEqualTo(JournalMode.WAL);
    assertCode(ResultCode.BUSY, () -> one.control().setJournalMode(JournalMode.DELETE, () -> {}));
    assertThat(one.control().journalMode()).isEqualTo(JournalMode.WAL);
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    two.close();
    assertThat(one.control().setJournalMode(JournalMode.DELETE, () -> {})).isEqualTo(JournalMode.DELETE);
    one.beginRead();
    assertThat(TestPages.stamp(one, 3)).isEqualTo(2);
  }

  @Test
  void walReaderKeepsItsSnapshotWhileAnotherCommits() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    two.beginRead();
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    assertThat(TestPages.stamp(two, 3)).isEqualTo(1);
    assertCode(ResultCode.BUSY_SNAPSHOT, () -> two.beginWrite(false));
    two.endRead();
    two.beginRead();
    assertThat(TestPages.stamp(two, 3)).isEqualTo(2);
  }

  @Test
  void walIsCheckpointedAutomatically() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    one.control().setWalAutocheckpoint(10);
    for (int stamp = 2; stamp < 20; stamp++) {
      int value = stamp;
      TestPages.commit(one, () -> TestPages.write(one, 3, value));
    }
    int page = one.pageSize();
    assertThat(Bytes.int32(vfs.get(PATH), 2 * page) - 3 * 31).as("page 3 in the file").isGreaterThan(2);
    assertThat(one.control().checkpoint(CheckpointMode.TRUNCATE).busy()).isFalse();
    assertThat(vfs.get("/db-wal")).isEmpty();
  }

  @Test
  void commitOfSeveralDatabasesInWalCanBeTakenBackAfterItsFirstStep() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    one.beginWrite(false);
    TestPages.write(one, 3, 2);
    TestPages.write(one, 4, 2);
    one.commitPhaseOne("/db-mj0000009");
    one.rollback(false);
    one.beginRead();
    assertThat(TestPages.stamp(one, 3)).isEqualTo(1);
    assertThat(TestPages.stamp(one, 4)).isEqualTo(1);
  }

  @Test
  void changeAfterTheFirstStepOfACommitIsPartOfTheTransaction() {
    one.beginWrite(false);
    TestPages.write(one, 3, 2);
    one.commitPhaseOne(null);
    TestPages.write(one, 4, 2);
    assertCode(ResultCode.MISUSE, () -> one.commitPhaseTwo(false));
    one.rollback(false);
    one.beginRead();
    assertThat(TestPages.stamp(one, 3)).isEqualTo(1);
  }

  // ---- sizes and headers ------------------------------------------------------------------------

  @Test
  void fileIsCutAfterACommitThatTruncates() {
    one.beginWrite(false);
    one.truncate(10);
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    assertThat(vfs.get(PATH)).hasSize(10 * one.pageSize());
    two.beginRead();
    assertThat(two.pageCount()).isEqualTo(10);
    assertCode(ResultCode.CORRUPT, () -> two.page(11));
  }

  @Test
  void pagesBeyondTheMaximumAreFull() {
    one.setMaximumPageCount(22);
    one.beginWrite(false);
    TestPages.add(one, 21, 1);
    TestPages.add(one, 22, 1);
    assertCode(ResultCode.FULL, () -> one.newPage(23));
    assertThat(one.setMaximumPageCount(5)).isEqualTo(22);
  }

  @Test
  void pageNumbersOutOfRangeAreCorrupt() {
    one.beginRead();
    for (int number : new int[] {0, -1, 21, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertCode(ResultCode.CORRUPT, () -> one.page(number));
    }
  }

  @Test
  void pageOutsideOfATransactionIsMisuse() {
    assertCode(ResultCode.MISUSE, () -> one.page(1));
    assertCode(ResultCode.MISUSE, () -> one.newPage(1));
  }

  @Test
  void pageSizeOfANonEmptyFileStays() {
    assertThat(one.setPageSize(1024, 0)).isFalse();
    assertThat(one.pageSize()).isEqualTo(4096);
  }

  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "WAL"})
  void everyPageSizeWorks(JournalMode mode) {
    for (int size = 512; size <= 65_536; size *= 2) {
      FaultyVfs disk = new FaultyVfs(size);
      try (FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN)) {
        assertThat(pager.setPageSize(size, 8)).isTrue();
        pager.control().setJournalMode(mode, () -> TestPages.makeFirstPage(pager));
        TestPages.commit(
            pager,
            () -> {
              TestPages.write(pager, 1, 5);
              TestPages.add(pager, 2, 6);
            });
      }
      try (FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN)) {
        pager.beginRead();
        assertThat(pager.pageSize()).isEqualTo(size);
        assertThat(pager.usableSize()).isEqualTo(size - 8);
        assertThat(TestPages.stamp(pager, 2)).isEqualTo(6);
      }
    }
  }

  @Test
  void commitMayChangeThePageSize() {
    one.beginWrite(false);
    Page first = one.page(1);
    one.makeWritable(first);
    first.data[16] = 2;
    first.data[17] = 0;
    Bytes.setInt32(first.data, 28, 41);
    one.release(first);
    one.truncate(6);
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    assertThat(vfs.get(PATH)).hasSize(41 * 512);
    for (FilePager pager : List.of(one, two)) {
      pager.beginRead();
      assertThat(pager.pageSize()).isEqualTo(512);
      assertThat(pager.pageCount()).isEqualTo(41);
      pager.endRead();
    }
  }

  @Test
  void whatIsNoDatabaseIsTold() {
    byte[] good = vfs.get(PATH);
    int[][] changes = {{0, 'X'}, {19, 3}, {21, 63}, {22, 0}, {16, 3}, {20, 255, 16, 2}};
    for (int[] change : changes) {
      byte[] bad = good.clone();
      for (int i = 0; i < change.length; i += 2) {
        bad[change[i]] = (byte) change[i + 1];
      }
      FaultyVfs disk = new FaultyVfs(1);
      disk.put(PATH, bad);
      FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN);
      assertCode(ResultCode.NOTADB, () -> pager.beginRead());
      assertThat(pager.transactionState()).isEqualTo(TransactionState.NONE);
      assertCode(ResultCode.NOTADB, () -> pager.beginWrite(false));
      pager.close();
    }
  }

  @Test
  void laterWriteVersionIsReadOnly() {
    byte[] later = vfs.get(PATH);
    later[18] = 3;
    FaultyVfs disk = new FaultyVfs(1);
    disk.put(PATH, later);
    FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN);
    pager.beginRead();
    assertThat(pager.isReadOnly()).isTrue();
    assertCode(ResultCode.READONLY, () -> pager.beginWrite(false));
  }

  @Test
  void headerThatPromisesMoreThanTheFileHoldsIsCorrupt() {
    byte[] cut = java.util.Arrays.copyOf(vfs.get(PATH), 4096 * 19);
    FaultyVfs disk = new FaultyVfs(1);
    disk.put(PATH, cut);
    FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN);
    assertCode(ResultCode.CORRUPT, () -> pager.beginRead());
  }

  @Test
  void headerCountWinsOverALongerFileUnlessAnOldWriterHasChangedIt() {
    byte[] longer = java.util.Arrays.copyOf(vfs.get(PATH), 4096 * 23);
    FaultyVfs disk = new FaultyVfs(1);
    disk.put(PATH, longer);
    FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN);
    pager.beginRead();
    assertThat(pager.pageCount()).isEqualTo(20);
    pager.close();
    longer[27]++;
    disk.put(PATH, longer);
    FilePager again = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN);
    again.beginRead();
    assertThat(again.pageCount()).isEqualTo(23);
  }

  @Test
  void emptyFileIsAnEmptyDatabase() {
    FaultyVfs disk = new FaultyVfs(1);
    disk.put(PATH, new byte[0]);
    disk.put(JOURNAL, new byte[] {1, 2, 3});
    FilePager pager = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN);
    pager.beginRead();
    assertThat(pager.pageCount()).isZero();
    assertThat(disk.exists(JOURNAL)).as("a journal beside nothing").isFalse();
  }

  @Test
  void immutableFileIsReadWithoutLocksAndNeverWritten() {
    one.beginWrite(true);
    FilePager pager = open(Access.READ_WRITE, Map.of("immutable", "1"));
    pager.beginRead();
    assertThat(TestPages.stamp(pager, 2)).isEqualTo(1);
    assertCode(ResultCode.READONLY, () -> pager.beginWrite(false));
  }

  @Test
  void nolockIgnoresLocks() {
    one.beginWrite(true);
    FilePager pager = open(Access.READ_WRITE, Map.of("nolock", "1"));
    pager.beginRead();
    assertThat(TestPages.stamp(pager, 2)).isEqualTo(1);
  }

  @Test
  void readOnlyConnectionDoesNotPlayBackAHotJournal() {
    one.control().setCacheSize(10);
    one.control().setSynchronous(Synchronous.FULL);
    one.beginWrite(false);
    for (int number = 1; number <= 20; number++) {
      TestPages.write(one, number, 2);
    }
    vfs.crash();
    FaultyVfs disk = vfs.restart(FaultyVfs.Loss.NOTHING, 1);
    FilePager reader =
        FilePager.open(
            disk, new OpenOptions(PATH, OpenOptions.Kind.FILE, Access.READ_ONLY, Map.of()), PageCodec.PLAIN);
    assertCode(ResultCode.READONLY_ROLLBACK, () -> reader.beginRead());
    try (FilePager writer = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN)) {
      writer.beginRead();
    }
    reader.beginRead();
    assertThat(TestPages.stamp(reader, 20)).isEqualTo(1);
  }

  /** A page whose original is safe may be written as often as the cache wants, and a crash still undoes all of it. */
  @Test
  void pagesThatWereWrittenBeforeAreSpilledWithoutASync() {
    one.control().setCacheSize(10);
    one.control().setSynchronous(Synchronous.FULL);
    one.beginWrite(false);
    visitAllPages(2, 12);
    long syncs = syncs();
    long writes = operations("write");
    visitAllPages(12, 22);
    assertThat(syncs).isPositive();
    assertThat(syncs()).isEqualTo(syncs);
    assertThat(operations("write")).isGreaterThan(writes + 20);
    vfs.crash();
    FaultyVfs disk = vfs.restart(FaultyVfs.Loss.NOTHING, 1);
    try (FilePager next = FilePager.open(disk, OpenOptions.file(PATH), PageCodec.PLAIN)) {
      next.beginRead();
      for (int number = 1; number <= 20; number++) {
        assertThat(TestPages.stamp(next, number)).isEqualTo(1);
      }
    }
  }

  private void visitAllPages(int firstStamp, int lastStamp) {
    for (int stamp = firstStamp; stamp < lastStamp; stamp++) {
      for (int number = 1; number <= 20; number++) {
        TestPages.write(one, number, stamp);
      }
    }
  }

  private long syncs() {
    return operations("sync");
  }

  private long operations(String kind) {
    return vfs.history().lines().filter(line -> line.contains(" " + kind)).count();
  }

  @Test
  void databaseThatWasReplacedIsNotWritten() {
    one.beginRead();
    one.endRead();
    vfs.put(PATH, vfs.get(PATH));
    one.beginWrite(false);
    assertCode(ResultCode.READONLY_DBMOVED, () -> TestPages.write(one, 3, 2));
  }

  // ---- pages ------------------------------------------------------------------------------------

  @Test
  void pinnedPageKeepsItsArrayThroughRollback() {
    one.beginWrite(false);
    Page page = one.page(3);
    byte[] data = page.data;
    page.attachment = "decoded";
    one.makeWritable(page);
    TestPages.fill(page, 9);
    one.rollback(true);
    assertThat(page.data).isSameAs(data);
    assertThat(page.attachment).isNull();
    assertThat(TestPages.stamp(one, 3)).isEqualTo(1);
    one.release(page);
    one.endRead();
  }

  @Test
  void discardedPageIsNotWritten() {
    one.beginWrite(false);
    Page page = one.page(3);
    one.makeWritable(page);
    TestPages.fill(page, 9);
    one.discardContents(page);
    one.release(page);
    one.commitPhaseOne(null);
    one.commitPhaseTwo(false);
    two.beginRead();
    assertThat(TestPages.stamp(two, 3)).isEqualTo(1);
  }

  @Test
  void pageDiscardedAfterASavepointComesBackWithIt() {
    one.beginWrite(false);
    TestPages.write(one, 3, 2);
    one.openSavepoints(1);
    Page page = one.page(3);
    one.discardContents(page);
    one.release(page);
    TestPages.add(one, 3, 5);
    one.rollbackToSavepoint(0);
    assertThat(TestPages.stamp(one, 3)).isEqualTo(2);
  }

  @Test
  void renumberedPageIsFoundUnderItsNewNumberAndComesBack() {
    one.beginWrite(false);
    TestPages.write(one, 20, 2);
    one.openSavepoints(1);
    Page free = one.page(4);
    one.discardContents(free);
    one.release(free);
    Page page = one.page(20);
    one.renumber(page, 4, false);
    assertThat(page.number).isEqualTo(4);
    assertThat(one.cachedPage(20)).isNull();
    one.release(page);
    one.truncate(19);
    one.rollbackToSavepoint(0);
    assertThat(one.pageCount()).isEqualTo(20);
    assertThat(TestPages.stamp(one, 20)).isEqualTo(2);
    assertThat(TestPages.stamp(one, 4)).isEqualTo(1);
  }

  @Test
  void closeRollsBackAndIsRepeatable() {
    one.beginWrite(false);
    TestPages.write(one, 3, 2);
    one.close();
    one.close();
    assertCode(ResultCode.MISUSE, () -> one.beginRead());
    two.beginRead();
    assertThat(TestPages.stamp(two, 3)).isEqualTo(1);
  }

  // ---- what a reader keeps in its cache when others commit --------------------------------------

  private static CachedPage cached(FilePager pager, int number) {
    return pager.cache().find(number);
  }

  private void readAll(FilePager pager, int expected, int... others) {
    pager.beginRead();
    for (int number = 2; number <= 20; number++) {
      int stamp = expected;
      for (int i = 0; i < others.length; i += 2) {
        stamp = others[i] == number ? others[i + 1] : stamp;
      }
      assertThat(TestPages.stamp(pager, number)).as("page " + number).isEqualTo(stamp);
    }
    pager.endRead();
  }

  @Test
  void inWalModeOnlyPagesOfForeignCommitsAreReadAgain() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    readAll(two, 1);
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    readAll(two, 1, 3, 2);
    CachedPage changed = cached(two, 5);
    CachedPage kept = cached(two, 7);
    int version = two.dataVersion();
    TestPages.commit(one, () -> TestPages.write(one, 5, 3));
    TestPages.commit(one, () -> TestPages.write(one, 9, 4));
    two.beginRead();
    assertThat(two.dataVersion()).isGreaterThan(version);
    assertThat(cached(two, 7)).isSameAs(kept);
    assertThat(cached(two, 5)).isNull();
    assertThat(cached(two, 9)).isNull();
    assertThat(changed.number).isNotEqualTo(5);
    two.endRead();
    readAll(two, 1, 3, 2, 5, 3, 9, 4);
  }

  @Test
  void whenTheLogHasBeenStartedAnewEverythingIsReadAgain() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    readAll(two, 1, 3, 2);
    one.control().checkpoint(CheckpointMode.RESTART);
    TestPages.commit(one, () -> TestPages.write(one, 4, 3));
    two.beginRead();
    assertThat(cached(two, 7)).isNull();
    two.endRead();
    readAll(two, 1, 3, 2, 4, 3);
  }

  @Test
  void aPageThatWasCutOffAndCameBackIsReadAgain() {
    one.control().setJournalMode(JournalMode.WAL, () -> {});
    TestPages.commit(one, () -> TestPages.write(one, 3, 2));
    readAll(two, 1, 3, 2);
    TestPages.commit(one, () -> one.truncate(19));
    TestPages.commit(one, () -> TestPages.add(one, 20, 5));
    readAll(two, 1, 3, 2, 20, 5);
  }

  @Test
  void withARollbackJournalEverythingIsReadAgain() {
    readAll(two, 1);
    TestPages.commit(one, () -> TestPages.write(one, 5, 3));
    two.beginRead();
    assertThat(cached(two, 7)).isNull();
    two.endRead();
    readAll(two, 1, 5, 3);
  }
}

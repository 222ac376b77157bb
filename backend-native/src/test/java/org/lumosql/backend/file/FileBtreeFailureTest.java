// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Transactions that balance, free, spill and move pages, with a failure or a loss of power at every step in turn. */
class FileBtreeFailureTest {
  private static final long SEED = Long.getLong("test.seed", 20260107L);
  private static final String PATH = "/test.db";

  private static Btree open(FaultyVfs vfs, JournalMode mode, AutoVacuum autoVacuum) {
    Btree btree = new FileBackend(vfs).open(OpenOptions.file(PATH));
    Databases.control(btree).setPageSize(1024, 0);
    Databases.control(btree).setAutoVacuum(autoVacuum);
    Databases.control(btree).setCacheSize(12);
    Databases.control(btree).setJournalMode(mode);
    Databases.control(btree).setSynchronous(Synchronous.EXTRA, false, false); // else a commit may be lost with the power
    return btree;
  }

  private static FaultyVfs create(JournalMode mode, AutoVacuum autoVacuum) {
    FaultyVfs vfs = new FaultyVfs(SEED);
    try (Btree btree = open(vfs, mode, autoVacuum)) {
      assertThat(Databases.control(btree).journalMode()).isEqualTo(mode);
      btree.beginWrite(false);
      for (int root = btree.createTree(TreeKind.TABLE); root < 4; ) {
        root = btree.createTree(TreeKind.TABLE);
      }
      change(btree, new Random(SEED), 60);
      Databases.commit(btree);
    }
    return vfs;
  }

  private static void change(Btree btree, Random random, int rows) {
    for (int tree = 3; tree <= 4; tree++) {
      try (BtreeCursor cursor = btree.openTable(tree, true)) {
        for (int i = 0; i < rows; i++) {
          long rowid = random.nextInt(100);
          if (random.nextInt(3) == 0) {
            if (cursor.seekRowid(rowid) == 0) {
              cursor.delete(0);
            }
          } else {
            byte[] record = new byte[2 + random.nextInt(60)];
            record[0] = 2;
            int zeros = random.nextInt(6) == 0 ? random.nextInt(4000) : 0;
            cursor.insertRow(rowid, record, 0, record.length, zeros, 0);
          }
        }
      }
    }
  }

  /** The transaction under test. */
  private static void transaction(Btree btree) {
    Random random = new Random(SEED + 1);
    btree.beginWrite(false);
    change(btree, random, 40);
    btree.openSavepoints(1);
    change(btree, random, 20);
    btree.rollbackToSavepoint(0);
    change(btree, random, 30);
    Databases.commit(btree);
  }

  /** Hashes of the trees' contents. */
  private static List<Integer> contents(Btree btree) {
    btree.beginRead();
    boolean hasMap = Databases.control(btree).autoVacuum() != AutoVacuum.NONE; // then page 2 is a map page
    assertThat(btree.integrityCheck(hasMap ? new int[] {1, 3, 4} : new int[] {1, 2, 3, 4}, 10)).isEmpty();
    List<Integer> contents = List.of(Databases.records(btree, 3).hashCode(), Databases.records(btree, 4).hashCode());
    btree.commitPhaseTwo();
    return contents;
  }

  private static List<Integer> contentsAfter(JournalMode mode, AutoVacuum autoVacuum) {
    FaultyVfs vfs = create(mode, autoVacuum);
    try (Btree btree = open(vfs, mode, autoVacuum)) {
      transaction(btree);
      return contents(btree);
    }
  }

  @ParameterizedTest
  @CsvSource({"DELETE,NONE", "PERSIST,FULL", "WAL,NONE", "WAL,INCREMENTAL", "MEMORY,FULL"})
  void failedTransactionIsUndone(JournalMode mode, AutoVacuum autoVacuum) {
    System.out.println("-Dtest.seed=" + SEED);
    List<Integer> after = contentsAfter(mode, autoVacuum);
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      FaultyVfs vfs = create(mode, autoVacuum);
      try (Btree btree = open(vfs, mode, autoVacuum)) {
        List<Integer> before = contents(btree);
        ResultCode code = operation % 2 == 0 ? ResultCode.FULL : ResultCode.IOERR_WRITE;
        vfs.failAt(operation, 1, code);
        failed = false;
        try {
          transaction(btree);
        } catch (StoreException e) {
          failed = true;
        }
        vfs.failNoMore();
        undo(btree);
        List<Integer> now = contents(btree);
        assertThat(now).as("failure at operation " + operation).isIn(List.of(before, after));
        if (!failed) {
          assertThat(now).isEqualTo(after);
        }
        Databases.control(btree).setCacheSize(1000);
        btree.beginWrite(false);
        change(btree, new Random(operation), 20);
        Databases.commit(btree);
        contents(btree);
      }
    }
  }

  /** A rollback may fail as well; then the next transaction recovers. */
  private static void undo(Btree btree) {
    try {
      btree.rollback(ResultCode.ABORT_ROLLBACK);
    } catch (StoreException e) {
      // of a commit that failed past undoing, the rollback gives the error again: one of the two injected
      assertThat(e.code().primary()).isIn(ResultCode.IOERR, ResultCode.FULL);
    }
    assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
  }

  @ParameterizedTest
  @CsvSource({"DELETE,NONE", "TRUNCATE,FULL", "PERSIST,INCREMENTAL", "WAL,FULL", "WAL,NONE"})
  void lostPowerLosesNoCommittedTransaction(JournalMode mode, AutoVacuum autoVacuum) {
    System.out.println("-Dtest.seed=" + SEED);
    List<Integer> after = contentsAfter(mode, autoVacuum);
    boolean crashed = true;
    for (int operation = 1; crashed; operation++) {
      FaultyVfs vfs = create(mode, autoVacuum);
      Btree btree = open(vfs, mode, autoVacuum);
      List<Integer> before = contents(btree);
      vfs.crashAt(operation);
      boolean committed = false;
      crashed = false;
      try {
        transaction(btree);
        committed = true;
        btree.close();
      } catch (FaultyVfs.PowerLoss e) {
        crashed = true;
      }
      FaultyVfs.Loss[] losses = FaultyVfs.Loss.values();
      FaultyVfs restarted = vfs.restart(losses[operation % losses.length], SEED + operation);
      try (Btree again = open(restarted, mode, autoVacuum)) {
        List<Integer> now = contents(again);
        if (committed) {
          assertThat(now).as("loss after operation " + operation).isEqualTo(after);
        } else {
          assertThat(now).as("loss at operation " + operation).isIn(List.of(before, after));
        }
      }
    }
  }
}

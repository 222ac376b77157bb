// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;

/** T1 to T9 of {@link Btree}. */
public abstract class TransactionContract extends BtreeSuite {
  private Btree openWithRow(String text) {
    Btree btree = open();
    btree.beginWrite(false);
    put(btree, 1, text);
    commit(btree);
    return btree;
  }

  private static void put(Btree btree, long rowid, String text) {
    try (BtreeCursor cursor = btree.openTable(1, true)) {
      Records.insert(cursor, rowid, Records.text(text));
    }
  }

  private static void remove(Btree btree, long rowid) {
    try (BtreeCursor cursor = btree.openTable(1, true)) {
      assertThat(cursor.seekRowid(rowid)).isZero();
      cursor.delete(0);
    }
  }

  /** The rows of tree 1 in the transaction that is open. */
  private static String rows(Btree btree) {
    List<String> rows = new ArrayList<>();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      for (boolean more = cursor.first(); more; more = cursor.next()) {
        rows.add(cursor.rowid() + Records.text(Records.payload(cursor)));
      }
    }
    return String.join(" ", rows);
  }

  /** The rows of tree 1 as a transaction of its own sees them. */
  private static String rowsNow(Btree btree) {
    btree.beginRead();
    String rows = rows(btree);
    btree.commitPhaseTwo();
    return rows;
  }

  // ---- T1 ---------------------------------------------------------------------------------------------------------

  @Test
  void t1StatesFollowTheTransaction() {
    Btree btree = open();
    assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
    btree.beginRead();
    assertThat(btree.transactionState()).isEqualTo(TransactionState.READ);
    btree.beginWrite(false);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.WRITE);
    btree.beginRead();
    btree.beginWrite(true);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.WRITE);
    commit(btree);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
  }

  @Test
  void t1AWriterSeesItsOwnChanges() {
    Btree btree = open();
    btree.beginWrite(false);
    put(btree, 1, "a");
    put(btree, 2, "b");
    remove(btree, 1);
    put(btree, 2, "c");
    assertThat(rows(btree)).isEqualTo("2c");
    commit(btree);
    assertThat(rowsNow(btree)).isEqualTo("2c");
  }

  @Test
  void t1OthersSeeChangesOnlyAfterTheCommit() {
    assumeAble(Ability.SHARED);
    Btree writer = openWithRow("a");
    Btree reader = open();
    writer.beginWrite(false);
    put(writer, 1, "b");
    assertThat(rowsNow(reader)).isEqualTo("1a");
    commit(writer);
    assertThat(rowsNow(reader)).isEqualTo("1b");
  }

  @Test
  void t1AReaderKeepsItsSnapshotOverACommit() {
    assumeAble(Ability.SNAPSHOTS);
    Btree writer = openWithRow("a");
    Btree reader = open();
    reader.beginRead();
    assertThat(rows(reader)).isEqualTo("1a");
    try (BtreeCursor cursor = reader.openTable(1, false)) {
      assertThat(cursor.first()).isTrue();
      writer.beginWrite(false);
      put(writer, 1, "b");
      put(writer, 2, "b");
      commit(writer);
      assertThat(Records.text(Records.payload(cursor))).isEqualTo("a");
      assertThat(cursor.next()).isFalse();
    }
    assertThat(rows(reader)).isEqualTo("1a");
    reader.commitPhaseTwo();
    assertThat(rowsNow(reader)).isEqualTo("1b 2b");
  }

  @Test
  void t1WithoutSnapshotsACommitUnderAReaderIsBusyAndCanBeTriedAgain() {
    assumeAble(Ability.SHARED);
    assumeFalse(can(Ability.SNAPSHOTS));
    Btree writer = openWithRow("a");
    Btree reader = open();
    reader.beginRead();
    assertThat(rows(reader)).isEqualTo("1a");
    writer.beginWrite(false);
    put(writer, 1, "b");
    assertThat(failure(() -> commit(writer)).primary()).isEqualTo(ResultCode.BUSY);
    assertThat(writer.transactionState()).isEqualTo(TransactionState.WRITE);
    assertThat(rows(reader)).isEqualTo("1a");
    reader.commitPhaseTwo();
    commit(writer);
    assertThat(rowsNow(reader)).isEqualTo("1b");
  }

  @Test
  void t1ThereIsOneWriterAtATime() {
    assumeAble(Ability.SHARED);
    Btree one = openWithRow("a");
    Btree two = open();
    one.beginWrite(false);
    assertThat(failure(() -> two.beginWrite(false)).primary()).isEqualTo(ResultCode.BUSY);
    assertThat(two.transactionState()).isEqualTo(TransactionState.NONE);
    one.rollback(ResultCode.ABORT);
    two.beginWrite(false);
    put(two, 2, "b");
    commit(two);
    assertThat(rowsNow(one)).isEqualTo("1a 2b");
  }

  @Test
  void t1WithoutSharingEachConnectionHasItsOwnDatabase() {
    assumeFalse(can(Ability.SHARED));
    Btree one = openWithRow("a");
    Btree two = open();
    assertThat(rowsNow(two)).isEmpty();
    assertThat(rowsNow(one)).isEqualTo("1a");
  }

  // ---- T2 ---------------------------------------------------------------------------------------------------------

  @Test
  void t2TheBusyHandlerIsAskedFromNoneUntilItGivesUp() {
    assumeAble(Ability.SHARED);
    Btree one = openWithRow("a");
    Btree two = open();
    List<Integer> attempts = new ArrayList<>();
    two.setBusyHandler(
        attempt -> {
          attempts.add(attempt);
          return attempt < 2;
        });
    one.beginWrite(false);
    assertThat(failure(() -> two.beginWrite(false)).primary()).isEqualTo(ResultCode.BUSY);
    assertThat(attempts).containsExactly(0, 1, 2);
  }

  @Test
  void t2TheBusyHandlerMayMakeTheWaitSucceed() {
    assumeAble(Ability.SHARED);
    Btree one = openWithRow("a");
    Btree two = open();
    one.beginWrite(false);
    put(one, 2, "b");
    two.setBusyHandler(
        attempt -> {
          commit(one);
          return true;
        });
    two.beginWrite(false);
    assertThat(rows(two)).isEqualTo("1a 2b");
  }

  @Test
  void t2TheUpgradeOfAnOldSnapshotIsBusyWithoutAskingTheHandler() {
    assumeAble(Ability.SNAPSHOTS);
    Btree one = openWithRow("a");
    Btree two = open();
    two.setBusyHandler(
        attempt -> {
          throw new AssertionError("waiting cannot help");
        });
    two.beginRead();
    assertThat(rows(two)).isEqualTo("1a");
    one.beginWrite(false);
    put(one, 1, "b");
    commit(one);
    assertThat(failure(() -> two.beginWrite(false))).isEqualTo(ResultCode.BUSY_SNAPSHOT);
    assertThat(rows(two)).isEqualTo("1a");
    two.commitPhaseTwo();
    two.beginWrite(false);
    put(two, 2, "c");
    commit(two);
    assertThat(rowsNow(one)).isEqualTo("1b 2c");
  }

  @Test
  void t2TheUpgradeWhileAnotherWritesIsBusyWithoutAskingTheHandler() {
    assumeAble(Ability.SHARED);
    Btree one = openWithRow("a");
    Btree two = open();
    two.setBusyHandler(
        attempt -> {
          throw new AssertionError("both would wait for each other");
        });
    two.beginRead();
    assertThat(rows(two)).isEqualTo("1a");
    one.beginWrite(false);
    assertThat(failure(() -> two.beginWrite(false)).primary()).isEqualTo(ResultCode.BUSY);
    assertThat(rows(two)).isEqualTo("1a");
    one.rollback(null);
    two.beginWrite(false);
    put(two, 2, "c");
    commit(two);
    assertThat(rowsNow(one)).isEqualTo("1a 2c");
  }

  @Test
  void t2CursorsLiveThroughTheUpgrade() {
    Btree btree = openWithRow("a");
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      assertThat(cursor.first()).isTrue();
      btree.beginWrite(false);
      assertThat(cursor.restore()).isTrue();
      assertThat(Records.text(Records.payload(cursor))).isEqualTo("a");
      put(btree, 2, "b");
      assertThat(cursor.next()).isTrue();
      assertThat(Records.text(Records.payload(cursor))).isEqualTo("b");
      assertThat(cursor.next()).isFalse();
    }
    commit(btree);
  }

  // ---- T3, T4 -----------------------------------------------------------------------------------------------------

  @Test
  void t3ARollbackAfterTheFirstStepUndoesEverything() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    put(btree, 1, "b");
    int tree = btree.createTree(TreeKind.TABLE);
    assertThat(tree).isGreaterThan(1);
    btree.commitPhaseOne(null);
    btree.rollback(ResultCode.ABORT);
    assertThat(rowsNow(btree)).isEqualTo("1a");
  }

  @Test
  void t3OthersSeeNothingBetweenTheSteps() {
    assumeAble(Ability.SNAPSHOTS);
    Btree writer = openWithRow("a");
    Btree reader = open();
    writer.beginWrite(false);
    put(writer, 1, "b");
    writer.commitPhaseOne(null);
    assertThat(rowsNow(reader)).isIn("1a", "1b");
    writer.commitPhaseTwo();
    assertThat(rowsNow(reader)).isEqualTo("1b");
  }

  @Test
  void t3ACommitWithoutChangesIsHarmless() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    commit(btree);
    btree.beginRead();
    commit(btree);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
    assertThat(rowsNow(btree)).isEqualTo("1a");
  }

  @Test
  void t3ReadersOfTheSameConnectionGoOnAfterTheCommit() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    BtreeCursor cursor = btree.openTable(1, false);
    assertThat(cursor.first()).isTrue();
    put(btree, 2, "b");
    commit(btree);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.READ);
    assertThat(cursor.restore()).isTrue();
    assertThat(Records.text(Records.payload(cursor))).isEqualTo("a");
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.rowid()).isEqualTo(2);
    cursor.close();
    btree.commitPhaseTwo();
    assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
  }

  @Test
  void t3WhatIsCommittedIsThereAfterReopening() {
    assumeAble(Ability.PERSISTENT);
    openWithRow("a");
    closeAll();
    assertThat(rowsNow(open())).isEqualTo("1a");
  }

  // ---- T5 ---------------------------------------------------------------------------------------------------------

  @Test
  void t5ARollbackInReadEndsTheTransaction() {
    Btree btree = openWithRow("a");
    btree.beginRead();
    btree.rollback(ResultCode.ABORT);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
    btree.rollback(null);
    assertThat(rowsNow(btree)).isEqualTo("1a");
  }

  @Test
  void t5ARollbackUndoesChangesOfEveryKind() {
    Btree btree = open();
    btree.beginWrite(false);
    put(btree, 1, "a");
    put(btree, 2, "b");
    btree.setMeta(MetaValue.USER_VERSION, 7);
    int kept = btree.createTree(TreeKind.TABLE);
    trees.add(kept);
    try (BtreeCursor cursor = btree.openTable(kept, true)) {
      Records.insert(cursor, 5, Records.text("five"));
    }
    commit(btree);

    btree.beginWrite(false);
    put(btree, 1, "changed");
    remove(btree, 2);
    put(btree, 3, "new");
    btree.setMeta(MetaValue.USER_VERSION, 8);
    assertThat(btree.clearTree(kept)).isEqualTo(1);
    int made = btree.createTree(TreeKind.INDEX);
    assertThat(made).isNotEqualTo(kept);
    btree.rollback(ResultCode.ABORT);

    assertThat(rowsNow(btree)).isEqualTo("1a 2b");
    btree.beginRead();
    assertThat(btree.meta(MetaValue.USER_VERSION)).isEqualTo(7);
    try (BtreeCursor cursor = btree.openTable(kept, false)) {
      assertThat(cursor.seekRowid(5)).isZero();
      assertThat(Records.text(Records.payload(cursor))).isEqualTo("five");
    }
  }

  @Test
  void t5ARollbackBringsADroppedTreeBack() {
    Btree btree = open();
    btree.beginWrite(false);
    int tree = btree.createTree(TreeKind.TABLE);
    trees.add(tree);
    try (BtreeCursor cursor = btree.openTable(tree, true)) {
      Records.insert(cursor, 5, Records.blob(20_000, 1));
    }
    commit(btree);
    btree.beginWrite(false);
    btree.dropTree(tree);
    btree.rollback(ResultCode.ABORT);
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(tree, false)) {
      assertThat(cursor.first()).isTrue();
      assertThat(Records.payload(cursor)).isEqualTo(Records.blob(20_000, 1));
    }
  }

  @Test
  void t5ARollbackWithACodeTripsAllCursors() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    BtreeCursor reader = btree.openTable(1, false);
    BtreeCursor writer = btree.openTable(1, true);
    assertThat(reader.first()).isTrue();
    assertThat(writer.first()).isTrue();
    btree.rollback(ResultCode.ABORT_ROLLBACK);
    assertThat(failure(reader::next)).isEqualTo(ResultCode.ABORT_ROLLBACK);
    assertThat(failure(reader::first)).isEqualTo(ResultCode.ABORT_ROLLBACK);
    assertThat(failure(() -> reader.seekRowid(1))).isEqualTo(ResultCode.ABORT_ROLLBACK);
    assertThat(failure(writer::previous)).isEqualTo(ResultCode.ABORT_ROLLBACK);
    assertThat(failure(() -> Records.insert(writer, 9, Records.text("x")))).isEqualTo(ResultCode.ABORT_ROLLBACK);
    reader.close();
    writer.close();
  }

  @Test
  void t5ARollbackWithoutACodeTripsWritersOnly() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    BtreeCursor reader = btree.openTable(1, false);
    BtreeCursor writer = btree.openTable(1, true);
    assertThat(reader.first()).isTrue();
    Records.insert(writer, 2, Records.text("b"));
    btree.rollback(null);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.READ);
    assertThat(failure(writer::first)).isEqualTo(ResultCode.ABORT_ROLLBACK);
    assertThat(reader.restore()).isTrue();
    assertThat(Records.text(Records.payload(reader))).isEqualTo("a");
    assertThat(reader.next()).isFalse();
    reader.close();
    writer.close();
    btree.commitPhaseTwo();
  }

  // ---- T6 ---------------------------------------------------------------------------------------------------------

  @Test
  void t6OpeningSavepointsMakesSureOfTheirNumber() {
    Btree btree = open();
    btree.beginWrite(false);
    btree.openSavepoints(3);
    assertThat(btree.savepointCount()).isEqualTo(3);
    btree.openSavepoints(2);
    assertThat(btree.savepointCount()).isEqualTo(3);
    commit(btree);
    assertThat(btree.savepointCount()).isZero();
  }

  @Test
  void t6RollingBackToASavepointUndoesWhatCameAfterItAndKeepsIt() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    put(btree, 1, "b");
    btree.openSavepoints(1);
    put(btree, 1, "c");
    put(btree, 2, "d");
    btree.openSavepoints(2);
    remove(btree, 1);
    btree.rollbackToSavepoint(0);
    assertThat(rows(btree)).isEqualTo("1b");
    assertThat(btree.savepointCount()).isEqualTo(1);
    put(btree, 3, "e");
    btree.rollbackToSavepoint(0);
    assertThat(rows(btree)).isEqualTo("1b");
    commit(btree);
    assertThat(rowsNow(btree)).isEqualTo("1b");
  }

  @Test
  void t6AnInnerSavepointUndoesOnlyItsOwnPart() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    btree.openSavepoints(1);
    put(btree, 2, "b");
    btree.openSavepoints(2);
    put(btree, 2, "c");
    put(btree, 3, "d");
    btree.rollbackToSavepoint(1);
    assertThat(rows(btree)).isEqualTo("1a 2b");
    btree.rollbackToSavepoint(0);
    assertThat(rows(btree)).isEqualTo("1a");
  }

  @Test
  void t6ReleasingKeepsTheChangesForTheOuterSavepoint() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    btree.openSavepoints(1);
    put(btree, 2, "b");
    btree.openSavepoints(2);
    put(btree, 3, "c");
    btree.releaseSavepoint(1);
    assertThat(btree.savepointCount()).isEqualTo(1);
    assertThat(rows(btree)).isEqualTo("1a 2b 3c");
    btree.openSavepoints(2);
    put(btree, 4, "d");
    btree.rollbackToSavepoint(1);
    assertThat(rows(btree)).isEqualTo("1a 2b 3c");
    btree.rollbackToSavepoint(0);
    assertThat(rows(btree)).isEqualTo("1a");
  }

  @Test
  void t6TheIndexMinusOneUndoesTheTransactionAndStaysInIt() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    put(btree, 1, "b");
    btree.openSavepoints(1);
    put(btree, 2, "c");
    btree.rollbackToSavepoint(-1);
    assertThat(btree.transactionState()).isEqualTo(TransactionState.WRITE);
    assertThat(btree.savepointCount()).isZero();
    assertThat(rows(btree)).isEqualTo("1a");
    put(btree, 3, "d");
    commit(btree);
    assertThat(rowsNow(btree)).isEqualTo("1a 3d");
  }

  @Test
  void t6TheIndexMinusOneWorksInANewDatabase() {
    Btree btree = open();
    btree.beginWrite(false);
    put(btree, 1, "b");
    btree.rollbackToSavepoint(-1);
    assertThat(rows(btree)).isEmpty();
    put(btree, 3, "d");
    commit(btree);
    assertThat(rowsNow(btree)).isEqualTo("3d");
  }

  @Test
  void t6SavepointsCoverTreesAndMetaValues() {
    Btree btree = open();
    btree.beginWrite(false);
    int old = btree.createTree(TreeKind.TABLE);
    trees.add(old);
    try (BtreeCursor cursor = btree.openTable(old, true)) {
      for (int i = 0; i < 500; i++) {
        Records.insert(cursor, i, Records.blob(100, i));
      }
    }
    btree.openSavepoints(1);
    btree.setMeta(MetaValue.USER_VERSION, 8);
    assertThat(btree.clearTree(old)).isEqualTo(500);
    btree.createTree(TreeKind.INDEX);
    btree.rollbackToSavepoint(0);
    assertThat(btree.meta(MetaValue.USER_VERSION)).isZero();
    try (BtreeCursor cursor = btree.openTable(old, true)) {
      assertThat(cursor.count()).isEqualTo(500);
    }
    int again = btree.createTree(TreeKind.TABLE);
    try (BtreeCursor cursor = btree.openTable(again, true)) {
      assertThat(cursor.first()).isFalse();
    }
    btree.dropTree(again);
    btree.openSavepoints(2);
    btree.dropTree(old);
    btree.rollbackToSavepoint(1);
    commit(btree);
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(old, false)) {
      assertThat(cursor.count()).isEqualTo(500);
    }
  }

  @Test
  void t6CursorsComeBackAfterASavepointWasRolledBack() {
    Btree btree = openWithRow("a");
    btree.beginWrite(false);
    put(btree, 3, "c");
    btree.openSavepoints(1);
    put(btree, 2, "b");
    try (BtreeCursor onOld = btree.openTable(1, false);
        BtreeCursor onNew = btree.openTable(1, false);
        BtreeCursor onDeleted = btree.openTable(1, true)) {
      assertThat(onOld.seekRowid(1)).isZero();
      assertThat(onNew.seekRowid(2)).isZero();
      assertThat(onDeleted.seekRowid(3)).isZero();
      onDeleted.delete(BtreeCursor.KEEP_POSITION);
      btree.rollbackToSavepoint(0);
      assertThat(onOld.restore()).isTrue();
      assertThat(Records.text(Records.payload(onOld))).isEqualTo("a");
      assertThat(onNew.restore()).isFalse();
      assertThat(onNew.next()).isTrue();
      assertThat(onNew.rowid()).isEqualTo(3);
      assertThat(onDeleted.restore()).isTrue();
      assertThat(Records.text(Records.payload(onDeleted))).isEqualTo("c");
    }
    commit(btree);
  }

  // ---- T7 ---------------------------------------------------------------------------------------------------------

  @Test
  void t7TheSchemaTableExistsInAnEmptyDatabase() {
    Btree btree = open();
    btree.beginRead();
    try (BtreeCursor cursor = btree.openTable(1, false)) {
      assertThat(cursor.first()).isFalse();
      assertThat(cursor.last()).isFalse();
      assertThat(cursor.seekRowid(1)).isNegative();
      assertThat(cursor.isValid()).isFalse();
    }
    for (MetaValue value : MetaValue.values()) {
      assertThat(btree.meta(value)).as(value.name()).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void t7TreeNumbersAreDistinct() {
    Btree btree = open();
    btree.beginWrite(false);
    for (int i = 0; i < 20; i++) {
      assertThat(trees.add(btree.createTree(i % 2 == 0 ? TreeKind.TABLE : TreeKind.INDEX))).isTrue();
    }
    commit(btree);
  }

  @Test
  void t7ANumberWithoutATreeIsCorrupt() {
    Btree btree = openWithRow("a");
    btree.beginRead();
    assertThat(failure(
            () -> {
              try (BtreeCursor cursor = btree.openTable(4711, false)) {
                cursor.first();
              }
            }))
        .isEqualTo(ResultCode.CORRUPT);
  }

  // ---- T9 ---------------------------------------------------------------------------------------------------------

  @Test
  void t9UseAfterCloseIsMisuse() {
    Btree btree = openWithRow("a");
    btree.close();
    assertThat(failure(btree::beginRead)).isEqualTo(ResultCode.MISUSE);
    assertThat(failure(() -> btree.beginWrite(false))).isEqualTo(ResultCode.MISUSE);
    assertThat(failure(() -> btree.openTable(1, false))).isEqualTo(ResultCode.MISUSE);
    assertThatCode(btree::close).doesNotThrowAnyException();
  }

  @Test
  void t9ClosingRollsBack() {
    assumeAble(Ability.SHARED);
    Btree one = openWithRow("a");
    Btree two = open();
    one.beginWrite(false);
    put(one, 1, "b");
    one.close();
    two.beginWrite(false);
    assertThat(rows(two)).isEqualTo("1a");
  }

  // ---- data version -----------------------------------------------------------------------------------------------

  @Test
  void theDataVersionChangesWithCommitsOfOthersOnly() {
    assumeAble(Ability.SHARED);
    Btree one = openWithRow("a");
    Btree two = open();
    assertThat(rowsNow(two)).isEqualTo("1a");
    int before = two.dataVersion();
    two.beginWrite(false);
    put(two, 2, "b");
    commit(two);
    assertThat(rowsNow(two)).isEqualTo("1a 2b");
    assertThat(two.dataVersion()).isEqualTo(before);
    one.beginWrite(false);
    put(one, 3, "c");
    one.rollback(ResultCode.ABORT);
    assertThat(rowsNow(two)).isEqualTo("1a 2b");
    assertThat(two.dataVersion()).isEqualTo(before);
    one.beginWrite(false);
    put(one, 3, "c");
    commit(one);
    assertThat(rowsNow(two)).isEqualTo("1a 2b 3c");
    assertThat(two.dataVersion()).isNotEqualTo(before);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.SortedMapStore;
import org.lumosql.record.Collation;
import org.lumosql.record.Collations;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.TextEncoding;

/**
 * Each operation of the engine fails in turn, until none does: the transaction can be rolled back, to a savepoint or
 * all, and nothing of it is left.
 */
class KvFaultTest {
  private static final KeyOrder ORDER =
      new KeyOrder(TextEncoding.UTF8, new Collation[] {TreeContract.BY_LENGTH, Collations.binary()}, null, null);

  private final Faults faults = new Faults();
  private final SortedMapBackend backend = new SortedMapBackend(new FaultyKvStore(new SortedMapStore(64), faults));
  private int table;
  private int index;

  private void prepare() {
    try (Btree btree = backend.openDatabase()) {
      btree.beginWrite(false);
      table = btree.createTree(TreeKind.TABLE);
      index = btree.createTree(TreeKind.INDEX);
      fill(btree, 0, 20);
      BtreeSuite.commit(btree);
    }
  }

  private void fill(Btree btree, int from, int to) {
    try (BtreeCursor rows = btree.openTable(table, true);
        BtreeCursor keys = btree.openIndex(index, true, ORDER)) {
      for (int i = from; i < to; i++) {
        Records.insert(rows, i, Records.blob(20, i));
        Records.insert(keys, Records.of("k".repeat(i % 7), i));
      }
    }
  }

  private void change(Btree btree) {
    fill(btree, 15, 25);
    try (BtreeCursor rows = btree.openTable(table, true)) {
      for (boolean more = rows.first(); more; more = rows.next()) {
        if (rows.rowid() % 3 == 0) {
          rows.delete(BtreeCursor.KEEP_POSITION);
        }
      }
    }
    int made = btree.createTree(TreeKind.TABLE);
    btree.dropTree(made);
    btree.clearTree(index);
    fill(btree, 100, 103);
  }

  private List<String> contents(Btree btree) {
    List<String> found = new ArrayList<>();
    btree.beginRead();
    assertThat(btree.integrityCheck(new int[] {1, table, index}, 100)).isEmpty();
    try (BtreeCursor rows = btree.openTable(table, false);
        BtreeCursor keys = btree.openIndex(index, false, ORDER)) {
      for (boolean more = rows.first(); more; more = rows.next()) {
        found.add(rows.rowid() + java.util.Arrays.toString(Records.payload(rows)));
      }
      for (boolean more = keys.first(); more; more = keys.next()) {
        found.add(java.util.Arrays.toString(Records.payload(keys)));
      }
    }
    return found;
  }

  private List<String> contentsNow(Btree btree) {
    List<String> found = contents(btree);
    btree.commitPhaseTwo();
    return found;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFailureAnywhereLeavesTheDatabaseAsItWas(boolean lasting) {
    prepare();
    try (Btree btree = backend.openDatabase();
        Btree other = backend.openDatabase()) {
      List<String> before = contentsNow(btree);
      for (int n = 1; ; n++) {
        faults.failAt(n, lasting);
        ResultCode code = null;
        try {
          btree.beginWrite(false);
          change(btree);
          BtreeSuite.commit(btree);
        } catch (StoreException e) {
          code = e.code();
          btree.rollback(ResultCode.ABORT_ROLLBACK);
        }
        faults.stop();
        if (code == null) {
          assertThat(n).isGreaterThan(100);
          assertThat(faults.hasFailed()).isFalse();
          assertThat(contentsNow(other)).isEqualTo(contentsNow(btree)).isNotEqualTo(before);
          return;
        }
        assertThat(code).isEqualTo(ResultCode.IOERR);
        assertThat(contentsNow(btree)).as("after failure %d", n).isEqualTo(before);
        assertThat(contentsNow(other)).as("after failure %d", n).isEqualTo(before);
      }
    }
  }

  @Test
  void aFailureAnywhereIsUndoneByASavepoint() {
    prepare();
    try (Btree btree = backend.openDatabase()) {
      btree.beginWrite(false);
      fill(btree, 10, 22);
      List<String> before = contents(btree);
      btree.openSavepoints(1);
      for (int n = 1; ; n++) {
        faults.failAt(n, false);
        boolean failed = false;
        try {
          change(btree);
        } catch (StoreException e) {
          failed = true;
        }
        faults.stop();
        btree.rollbackToSavepoint(0);
        assertThat(contents(btree)).as("after failure %d", n).isEqualTo(before);
        if (!failed) {
          assertThat(n).isGreaterThan(100);
          break;
        }
      }
      BtreeSuite.commit(btree);
      assertThat(contentsNow(btree)).isEqualTo(before);
    }
  }
}

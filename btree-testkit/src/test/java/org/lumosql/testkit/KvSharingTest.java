// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.kv.SortedMapStore;

/** Connections of several threads over one store. */
class KvSharingTest {
  private static final int WRITERS = 3;
  private static final int TRANSFERS = 300;
  private static final int ACCOUNTS = 10;

  private final SortedMapBackend backend = new SortedMapBackend(new SortedMapStore());
  private int table;

  private static byte[] balance(int amount) {
    return new byte[] {(byte) (amount >> 8), (byte) amount};
  }

  private static int amount(BtreeCursor cursor) {
    byte[] record = Records.payload(cursor);
    return record[0] << 8 | record[1] & 0xff;
  }

  @Test
  void writersTakeTurnsAndReadersSeeWholeTransactions() throws ExecutionException, InterruptedException {
    try (Btree btree = backend.openDatabase()) {
      btree.beginWrite(false);
      table = btree.createTree(TreeKind.TABLE);
      try (BtreeCursor cursor = btree.openTable(table, true)) {
        for (int i = 0; i < ACCOUNTS; i++) {
          Records.insert(cursor, i, balance(1000));
        }
      }
      BtreeSuite.commit(btree);
    }
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        tasks.add(threads.submit(() -> transfer(writer)));
      }
      tasks.add(threads.submit(this::watch));
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void transfer(int writer) {
    try (Btree btree = backend.openDatabase()) {
      btree.setBusyHandler(
          attempts -> {
            Thread.onSpinWait();
            return true;
          });
      for (int i = 0; i < TRANSFERS; i++) {
        btree.beginWrite(false);
        try (BtreeCursor cursor = btree.openTable(table, true)) {
          add(cursor, (i * 7 + writer) % ACCOUNTS, -1);
          add(cursor, (i * 3 + writer + 1) % ACCOUNTS, 1);
        }
        BtreeSuite.commit(btree);
      }
    }
  }

  private static void add(BtreeCursor cursor, long account, int difference) {
    assertThat(cursor.seekRowid(account)).isZero();
    Records.insert(cursor, account, balance(amount(cursor) + difference));
  }

  private void watch() {
    try (Btree btree = backend.openDatabase()) {
      for (int i = 0; i < TRANSFERS; i++) {
        btree.beginRead();
        int sum = 0;
        try (BtreeCursor cursor = btree.openTable(table, false)) {
          for (boolean more = cursor.first(); more; more = cursor.next()) {
            sum += amount(cursor);
          }
        }
        btree.commitPhaseTwo();
        assertThat(sum).isEqualTo(ACCOUNTS * 1000);
      }
    }
  }

  @Test
  void aConnectionForReadingDoesNotWrite() {
    OpenOptions options =
        new OpenOptions("test", OpenOptions.Kind.FILE, OpenOptions.Access.READ_ONLY, java.util.Map.of());
    try (Btree btree = backend.open(options)) {
      assertThat(btree.isReadOnly()).isTrue();
      assertThat(BtreeSuite.failure(() -> btree.beginWrite(false))).isEqualTo(ResultCode.READONLY);
    }
  }

  @Test
  void databasesWithoutAFileAreOfTheirConnection() {
    try (Btree one = backend.open(OpenOptions.memory());
        Btree two = backend.open(OpenOptions.memory())) {
      assertThat(one.isMemory()).isTrue();
      assertThat(one.path()).isEmpty();
      one.beginWrite(false);
      two.beginWrite(false);
      one.createTree(TreeKind.TABLE);
      BtreeSuite.commit(one);
      BtreeSuite.commit(two);
    }
  }
}

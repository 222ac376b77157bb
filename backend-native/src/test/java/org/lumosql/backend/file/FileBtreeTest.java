// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.btree.AutoVacuum;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Promises of {@link Btree} one at a time. */
class FileBtreeTest {
  @TempDir Path directory;

  private static Btree memory() {
    return new FileBackend().open(OpenOptions.memory());
  }

  private static void assertCode(ResultCode code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void backendIsFoundByName() {
    assertThat(ServiceLoader.load(Backend.class)).anyMatch(backend -> backend.name().equals("file"));
  }

  @Test
  void recognisesItsOwnFilesOnly() throws Exception {
    Path database = directory.resolve("a.db");
    Databases.library(database, "CREATE TABLE t(a)");
    Path empty = Files.createFile(directory.resolve("empty.db"));
    Path text = Files.writeString(directory.resolve("text.db"), "this is no database, but long enough");
    Backend backend = new FileBackend();
    assertThat(backend.recognises(database)).isTrue();
    assertThat(backend.recognises(empty)).isTrue();
    assertThat(backend.recognises(text)).isFalse();
    assertThat(backend.recognises(directory)).isFalse();
    assertThat(backend.recognises(directory.resolve("absent.db"))).isFalse();
  }

  @Test
  void emptyDatabaseHasAnEmptySchemaTable() {
    try (Btree btree = memory()) {
      btree.beginRead();
      try (BtreeCursor cursor = btree.openTable(1, false)) {
        assertThat(cursor.first()).isFalse();
        assertThat(cursor.last()).isFalse();
        assertThat(cursor.seekRowid(1)).isNegative();
        assertThat(cursor.count()).isZero();
        assertThat(cursor.estimatedCount()).isZero();
        assertThat(cursor.isValid()).isFalse();
      }
      for (MetaValue value : MetaValue.values()) {
        assertThat(btree.meta(value)).isZero();
      }
      assertThat(btree.integrityCheck(new int[] {1}, 10)).isEmpty();
    }
  }

  @Test
  void useOutsideOfTransactionsIsMisuse() {
    try (Btree btree = memory()) {
      assertCode(ResultCode.MISUSE, () -> btree.openTable(1, false));
      assertCode(ResultCode.MISUSE, () -> btree.meta(MetaValue.USER_VERSION));
      assertCode(ResultCode.MISUSE, () -> btree.createTree(TreeKind.TABLE));
      btree.beginRead();
      assertCode(ResultCode.MISUSE, () -> btree.openTable(1, true));
      assertCode(ResultCode.MISUSE, () -> btree.setMeta(MetaValue.USER_VERSION, 1));
      btree.close();
      btree.close();
      assertCode(ResultCode.MISUSE, btree::beginRead);
    }
  }

  @Test
  void readersGoOnAfterACommit() {
    try (Btree btree = memory()) {
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      Databases.insert(btree, root, 0, 1000, 20);
      Databases.commit(btree);
      assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
      btree.beginRead();
      try (BtreeCursor reader = btree.openTable(root, false)) {
        assertThat(reader.seekRowid(500)).isZero();
        btree.beginWrite(false);
        Databases.insert(btree, root, 1000, 1010, 20);
        Databases.commit(btree);
        assertThat(btree.transactionState()).isEqualTo(TransactionState.READ);
        assertThat(reader.next()).isTrue();
        assertThat(reader.rowid()).isEqualTo(501);
        assertThat(reader.last()).isTrue();
        assertThat(reader.rowid()).isEqualTo(1009);
      }
      btree.commitPhaseTwo();
      assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
    }
  }

  @Test
  void rollbackTripsCursorsOrLetsReadersLive() {
    try (Btree btree = memory()) {
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      Databases.insert(btree, root, 0, 100, 20);
      Databases.commit(btree);

      btree.beginWrite(false);
      try (BtreeCursor reader = btree.openTable(root, false);
          BtreeCursor writer = btree.openTable(root, true)) {
        reader.seekRowid(50);
        writer.seekRowid(51);
        writer.delete(BtreeCursor.KEEP_POSITION);
        btree.rollback(null);
        assertThat(btree.transactionState()).isEqualTo(TransactionState.READ);
        assertThat(reader.next()).isTrue();
        assertThat(reader.rowid()).isEqualTo(51);
        assertCode(ResultCode.ABORT_ROLLBACK, writer::next);
        btree.rollback(ResultCode.CORRUPT);
        assertThat(btree.transactionState()).isEqualTo(TransactionState.NONE);
        assertCode(ResultCode.CORRUPT, reader::next);
      }
    }
  }

  @Test
  void firstTransactionCanBeUndoneAsAWhole() {
    try (Btree btree = memory()) {
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      Databases.insert(btree, root, 0, 100, 20);
      btree.rollbackToSavepoint(-1);
      assertThat(btree.transactionState()).isEqualTo(TransactionState.WRITE);
      assertThat(Databases.control(btree).pageCount()).isEqualTo(1);
      assertThat(btree.createTree(TreeKind.INDEX)).isEqualTo(root);
      btree.rollback(null);
      btree.beginRead();
      assertThat(Databases.control(btree).pageCount()).isZero();
    }
  }

  @Test
  void droppedTreeMustNotBeInUse() {
    try (Btree btree = memory()) {
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      try (BtreeCursor cursor = btree.openTable(root, true)) {
        assertThat(cursor.first()).isFalse();
        assertCode(ResultCode.LOCKED, () -> btree.dropTree(root));
      }
      assertThat(btree.dropTree(root)).isZero();
      assertCode(ResultCode.MISUSE, () -> btree.dropTree(1));
    }
  }

  @Test
  void metaValuesAreInTheHeader() throws Exception {
    Path file = directory.resolve("meta.db");
    try (Btree btree = Databases.open(file)) {
      btree.beginWrite(false);
      btree.setMeta(MetaValue.USER_VERSION, -5);
      btree.setMeta(MetaValue.APPLICATION_ID, 0x12345678);
      btree.setMeta(MetaValue.SCHEMA_FORMAT, 4);
      btree.setMeta(MetaValue.TEXT_ENCODING, 2);
      Databases.commit(btree);
    }
    assertThat(Databases.libraryQuery(file, "PRAGMA user_version")).containsExactly("-5");
    assertThat(Databases.libraryQuery(file, "PRAGMA application_id")).containsExactly("305419896");
    assertThat(Databases.libraryQuery(file, "PRAGMA encoding")).containsExactly("UTF-16le");
  }

  @Test
  void pageSizeAndAutoVacuumOfAFileAreKnownAtOnce() throws Exception {
    Path file = directory.resolve("size.db");
    Databases.library(file, "PRAGMA page_size=1024", "PRAGMA auto_vacuum=2", "CREATE TABLE t(a)");
    try (Btree btree = Databases.open(file)) {
      PageControl control = Databases.control(btree);
      assertThat(control.pageSize()).isEqualTo(1024);
      assertThat(control.autoVacuum()).isEqualTo(AutoVacuum.INCREMENTAL);
      control.setAutoVacuum(AutoVacuum.FULL);
      assertThat(control.autoVacuum()).isEqualTo(AutoVacuum.FULL);
      control.setAutoVacuum(AutoVacuum.NONE);
      assertThat(control.autoVacuum()).isEqualTo(AutoVacuum.FULL);
      control.setPageSize(4096, 0);
      assertThat(control.pageSize()).isEqualTo(1024);
    }
    assertThat(Databases.libraryQuery(file, "PRAGMA auto_vacuum")).containsExactly("1");
  }

  @Test
  void incrementalVacuumGivesFreePagesBack() {
    try (Btree btree = memory()) {
      PageControl control = Databases.control(btree);
      control.setAutoVacuum(AutoVacuum.INCREMENTAL);
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      int other = btree.createTree(TreeKind.TABLE);
      Databases.insert(btree, root, 0, 5000, 40);
      Databases.insert(btree, other, 0, 5000, 40);
      btree.clearTree(root);
      long free = btree.meta(MetaValue.FREE_PAGE_COUNT);
      long pages = control.pageCount();
      assertThat(free).isPositive();
      int steps = 0;
      while (control.incrementalVacuumStep()) {
        steps++;
      }
      assertThat(steps).isEqualTo((int) free);
      assertThat(control.pageCount()).isEqualTo(pages - free);
      assertThat(btree.meta(MetaValue.FREE_PAGE_COUNT)).isZero();
      assertThat(btree.integrityCheck(new int[] {1, root, other}, 10)).isEmpty();
      assertThat(Databases.records(btree, other)).hasSize(5000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void secureDeleteLeavesNoTraceOnChangedPages(int level) throws Exception {
    Path file = directory.resolve("secure.db");
    byte[] secret = "top secret words".getBytes(StandardCharsets.UTF_8);
    try (Btree btree = Databases.open(file)) {
      Databases.control(btree).setSecureDelete(level);
      assertThat(Databases.control(btree).secureDelete()).isEqualTo(level);
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      Databases.insert(btree, root, 0, 1000, 40);
      try (BtreeCursor cursor = btree.openTable(root, true)) {
        for (int i = 5; i < 50; i++) {
          cursor.insertRow(i, secret, 0, secret.length, i == 20 && level == 1 ? 20_000 : 0, 0);
        }
        Databases.commit(btree);
        btree.beginWrite(false);
      }
      assertThat(count(Files.readAllBytes(file), secret)).isEqualTo(45);
      try (BtreeCursor cursor = btree.openTable(root, true)) {
        for (int i = 5; i < 50; i++) {
          assertThat(cursor.seekRowid(i)).isZero();
          cursor.delete(0);
        }
      }
      Databases.commit(btree);
    }
    assertThat(count(Files.readAllBytes(file), secret)).isZero();
  }

  private static int count(byte[] bytes, byte[] wanted) {
    String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    int count = 0;
    for (int at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
      count++;
    }
    return count;
  }

  @Test
  void fullDiskLimitIsFull() {
    try (Btree btree = memory()) {
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      assertThat(Databases.control(btree).setMaximumPageCount(10)).isEqualTo(10);
      assertCode(ResultCode.FULL, () -> Databases.insert(btree, root, 0, 5000, 40));
      btree.rollback(ResultCode.FULL);
      btree.beginRead();
      assertThat(Databases.control(btree).pageCount()).isZero();
    }
  }

  @Test
  void temporaryDatabaseOutgrowsItsCache() {
    try (Btree btree = new FileBackend().open(OpenOptions.temporary())) {
      Databases.control(btree).setCacheSize(10);
      btree.beginWrite(false);
      int root = btree.createTree(TreeKind.TABLE);
      Databases.insert(btree, root, 0, 20_000, 40);
      btree.openSavepoints(1);
      Databases.insert(btree, root, 20_000, 30_000, 40);
      btree.rollbackToSavepoint(0);
      Databases.commit(btree);
      btree.beginRead();
      assertThat(Databases.records(btree, root)).hasSize(20_000);
      assertThat(btree.integrityCheck(new int[] {1, root}, 10)).isEmpty();
    }
  }
}

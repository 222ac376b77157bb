// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.btree.Btree;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.MetaValue;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageBackup;
import org.lumosql.btree.TransactionState;
import org.lumosql.btree.TreeKind;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Replacing whole databases: the end of VACUUM, and online backups. */
class PageCopyTest {
  private static final String SERIES = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";

  @TempDir Path directory;

  private Path make(String name, int pageSize, int rows) throws Exception {
    Path file = directory.resolve(name);
    Databases.library(
        file,
        "PRAGMA page_size=" + pageSize,
        "CREATE TABLE t(a, b)",
        "INSERT INTO t " + String.format(SERIES, rows) + "SELECT i, hex(zeroblob(i % 300)) FROM n");
    return file;
  }

  @ParameterizedTest
  @CsvSource({"4096,4096,300,100", "4096,512,50,700", "1024,8192,900,100", "65536,1024,100,100", "512,65536,10,10"})
  void replacedDatabaseIsTheSource(int from, int to, int sourceRows, int targetRows) throws Exception {
    Path source = make("source.db", from, sourceRows);
    Path target = make("target.db", to, targetRows);
    List<String> expected;
    try (Btree sourceTree = Databases.open(source);
        Btree targetTree = Databases.open(target)) {
      sourceTree.beginRead();
      expected = Databases.records(sourceTree, 2);
      targetTree.beginWrite(true);
      Databases.control(targetTree).replaceWith(sourceTree);
      targetTree.rollback(null);
      targetTree.beginRead();
      assertThat(Databases.records(targetTree, 2)).hasSize(targetRows);
      targetTree.commitPhaseTwo();
      targetTree.beginWrite(true);
      Databases.control(targetTree).replaceWith(sourceTree);
      Databases.commit(targetTree);
      targetTree.beginRead();
      assertThat(Databases.control(targetTree).pageSize()).isEqualTo(from);
      assertThat(Databases.records(targetTree, 2)).isEqualTo(expected);
      assertThat(targetTree.integrityCheck(new int[] {1, 2}, 10)).isEmpty();
      targetTree.commitPhaseTwo();
      targetTree.beginWrite(false);
      Databases.insert(targetTree, 2, 10_000, 10_100, 40);
      Databases.commit(targetTree);
      sourceTree.commitPhaseTwo();
    }
    Path copy = Files.copy(target, directory.resolve("copy.db"));
    assertThat(Databases.libraryQuery(copy, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Databases.libraryQuery(copy, "SELECT count(*) FROM t")).containsExactly("" + (sourceRows + 100));
  }

  @ParameterizedTest
  @CsvSource({"4096,DELETE", "1024,WAL", "512,MEMORY"})
  void backupCopiesWhileTheSourceIsWritten(int pageSize, JournalMode mode) throws Exception {
    Path source = make("source.db", pageSize, 500);
    Path target = directory.resolve("target.db");
    try (Btree sourceTree = Databases.open(source);
        Btree other = Databases.open(source);
        Btree targetTree = Databases.open(target)) {
      assertThat(Databases.control(sourceTree).setJournalMode(mode)).isEqualTo(mode);
      PageBackup backup = sourceTree.capability(PageBackup.class).orElseThrow();
      try (PageBackup.Session session = backup.start(targetTree)) {
        assertThat(session.step(5)).isFalse();
        assertThat(session.totalPages()).isPositive();
        assertThat(session.remainingPages()).isEqualTo(session.totalPages() - 5);
        assertThat(sourceTree.transactionState()).isEqualTo(TransactionState.NONE);
        write(sourceTree, 1000);
        assertThat(session.step(3)).isFalse();
        assertThat(session.remainingPages()).isEqualTo(session.totalPages() - 8);
        write(other, 2000);
        assertThat(session.step(2)).isFalse();
        assertThat(session.remainingPages()).isEqualTo(session.totalPages() - 2);
        assertThat(session.step(-1)).isTrue();
        assertThat(session.remainingPages()).isZero();
      }
      assertThat(targetTree.transactionState()).isEqualTo(TransactionState.NONE);
      sourceTree.beginRead();
      targetTree.beginRead();
      assertThat(Databases.records(targetTree, 2)).isEqualTo(Databases.records(sourceTree, 2)).hasSize(520);
      assertThat(targetTree.meta(MetaValue.SCHEMA_VERSION)).isEqualTo(1);
    }
    Path copy = Files.copy(target, directory.resolve("copy.db"));
    assertThat(Databases.libraryQuery(copy, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(Databases.libraryQuery(copy, "SELECT count(*) FROM t")).containsExactly("520");
  }

  private static void write(Btree btree, long from) {
    btree.beginWrite(false);
    Databases.insert(btree, 2, from, from + 10, 30);
    Databases.commit(btree);
  }

  @Test
  void backupGivenUpLeavesTheDestinationAsItWas() throws Exception {
    Path source = make("source.db", 4096, 500);
    Path target = make("target.db", 4096, 20);
    try (Btree sourceTree = Databases.open(source);
        Btree targetTree = Databases.open(target)) {
      PageBackup backup = sourceTree.capability(PageBackup.class).orElseThrow();
      try (PageBackup.Session session = backup.start(targetTree)) {
        assertThat(session.step(5)).isFalse();
      }
      targetTree.beginRead();
      assertThat(Databases.records(targetTree, 2)).hasSize(20);
      targetTree.commitPhaseTwo();
      assertThatThrownBy(() -> backup.start(sourceTree)).hasMessage("source and destination must be distinct");
      sourceTree.beginWrite(false);
      try (PageBackup.Session session = backup.start(targetTree)) {
        assertThatThrownBy(() -> session.step(1))
            .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.BUSY));
      }
    }
  }

  @Test
  void memoryDatabaseIsBackedUpToAFileAndBack() throws Exception {
    Path file = directory.resolve("file.db");
    try (Btree memory = new FileBackend().open(OpenOptions.memory());
        Btree onDisk = Databases.open(file);
        Btree again = new FileBackend().open(OpenOptions.memory())) {
      memory.beginWrite(false);
      int root = memory.createTree(TreeKind.TABLE);
      Databases.insert(memory, root, 0, 5000, 20);
      Databases.commit(memory);
      try (PageBackup.Session session = memory.capability(PageBackup.class).orElseThrow().start(onDisk)) {
        assertThat(session.step(-1)).isTrue();
      }
      try (PageBackup.Session session = onDisk.capability(PageBackup.class).orElseThrow().start(again)) {
        assertThat(session.step(-1)).isTrue();
      }
      memory.beginRead();
      again.beginRead();
      assertThat(Databases.records(again, root)).isEqualTo(Databases.records(memory, root));
      assertThat(again.integrityCheck(new int[] {1, root}, 10)).isEmpty();
    }
    assertThat(Databases.libraryQuery(Files.copy(file, directory.resolve("copy.db")), "PRAGMA quick_check"))
        .isNotEmpty();
  }

  @Test
  void pageSizeOfAMemoryDatabaseStays() throws Exception {
    Path source = make("source.db", 1024, 50);
    try (Btree sourceTree = Databases.open(source);
        Btree memory = new FileBackend().open(OpenOptions.memory())) {
      memory.beginWrite(false);
      Databases.commit(memory);
      sourceTree.beginRead();
      memory.beginWrite(false);
      assertThatThrownBy(() -> Databases.control(memory).replaceWith(sourceTree))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.READONLY));
      memory.rollback(null);
    }
  }
}

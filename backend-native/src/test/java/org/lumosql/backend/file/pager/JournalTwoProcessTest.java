// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.backend.file.vfs.LocalVfs;
import org.lumosql.backend.file.vfs.SqliteProcess;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * This pager and the C library in another process on one file at the same time. A counter kept as digits lets both
 * change it.
 */
class JournalTwoProcessTest {
  private static final byte[] MARK = "COUNTER!".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGITS = 8;
  private static final String BUSY = "error: 5";
  private static final String INCREMENT =
      "UPDATE t SET b = 'COUNTER!' || printf('%08d', substr(b, 9) + 1) WHERE id = 1";

  @TempDir Path directory;
  private Path file;
  private SqliteProcess other;
  private FilePager pager;

  @BeforeEach
  void open() {
    file = directory.resolve("shared.db");
    other = new SqliteProcess(file);
    other.run("CREATE TABLE t(id INTEGER PRIMARY KEY, b TEXT)");
    other.run("INSERT INTO t VALUES (1, 'COUNTER!00000000')");
    pager = FilePager.open(new LocalVfs(), OpenOptions.file(file.toString()), PageCodec.PLAIN);
    pager.control().setSynchronous(Synchronous.OFF);
  }

  @AfterEach
  void close() {
    pager.close();
    other.close();
  }

  private String theirCounter() {
    return other.run("SELECT b + substr(b, 9) FROM t WHERE id = 1");
  }

  private int ourCounter() {
    pager.beginRead();
    Page page = counterPage();
    int value = digits(page.data, offsetOf(page.data));
    pager.release(page);
    pager.endRead();
    return value;
  }

  private Page counterPage() {
    for (int number = 2; number <= pager.pageCount(); number++) {
      Page page = pager.page(number);
      if (offsetOf(page.data) >= 0) {
        return page;
      }
      pager.release(page);
    }
    throw new AssertionError("no page has the counter");
  }

  private static int offsetOf(byte[] page) {
    for (int i = 0; i <= page.length - MARK.length - DIGITS; i++) {
      if (java.util.Arrays.equals(page, i, i + MARK.length, MARK, 0, MARK.length)) {
        return i + MARK.length;
      }
    }
    return -1;
  }

  private static int digits(byte[] page, int offset) {
    return Integer.parseInt(new String(page, offset, DIGITS, StandardCharsets.US_ASCII));
  }

  private void increment() {
    Page page = counterPage();
    try {
      int offset = offsetOf(page.data);
      byte[] next = String.format("%08d", digits(page.data, offset) + 1).getBytes(StandardCharsets.US_ASCII);
      pager.makeWritable(page);
      System.arraycopy(next, 0, page.data, offset, DIGITS);
    } finally {
      pager.release(page);
    }
  }

  private void commitIncrement() {
    pager.beginWrite(false);
    increment();
    pager.commitPhaseOne(null);
    pager.commitPhaseTwo(false);
  }

  private static void assertBusy(Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            StoreException.class, error -> assertThat(error.code()).isEqualTo(ResultCode.BUSY));
  }

  @Test
  void eachSeesWhatTheOtherCommits() {
    assertThat(ourCounter()).isZero();
    other.run(INCREMENT);
    assertThat(ourCounter()).isEqualTo(1);
    commitIncrement();
    assertThat(theirCounter()).isEqualTo("2");
    other.run(INCREMENT);
    assertThat(ourCounter()).isEqualTo(3);
  }

  @Test
  void theirWriterKeepsOursOutButNotOurReader() {
    other.run("BEGIN IMMEDIATE");
    assertThat(ourCounter()).isZero();
    assertBusy(() -> pager.beginWrite(false));
    other.run("COMMIT");
    other.run("BEGIN EXCLUSIVE");
    assertBusy(() -> pager.beginRead());
    other.run("COMMIT");
    commitIncrement();
  }

  @Test
  void ourWriterKeepsTheirsOutButNotTheirReader() {
    pager.beginWrite(false);
    increment();
    assertThat(theirCounter()).isEqualTo("0");
    assertThat(other.run(INCREMENT)).isEqualTo(BUSY);
    pager.rollback(false);
    pager.beginWrite(true);
    assertThat(other.run("SELECT * FROM t")).isEqualTo(BUSY);
    pager.rollback(false);
    assertThat(other.run(INCREMENT)).isEmpty();
  }

  @Test
  void ourCommitWaitsForTheirReader() {
    other.run("BEGIN");
    other.run("SELECT * FROM t");
    pager.beginWrite(false);
    increment();
    assertBusy(() -> pager.commitPhaseOne(null));
    assertThat(other.run("COMMIT")).isEmpty();
    pager.commitPhaseOne(null);
    pager.commitPhaseTwo(false);
    assertThat(theirCounter()).isEqualTo("1");
  }

  @Test
  void theirDeathInTheMiddleOfATransactionIsRolledBackHere() throws Exception {
    other.run("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 300) "
        + "INSERT INTO t SELECT i, hex(zeroblob(500)) FROM n");
    byte[] before = Files.size(file) > 0 ? snapshot() : new byte[0];
    other.run("PRAGMA cache_size = 5");
    other.run("BEGIN");
    other.run("UPDATE t SET b = upper(b) || 'x' WHERE id > 1");
    assertThat(Files.exists(Path.of(file + "-journal"))).isTrue();
    other.kill();
    assertThat(ourCounter()).isZero();
    assertThat(Files.exists(Path.of(file + "-journal"))).isFalse();
    assertThat(snapshot()).isEqualTo(before);
    commitIncrement();
    other = new SqliteProcess(file);
    assertThat(theirCounter()).isEqualTo("1");
    assertThat(other.run("PRAGMA integrity_check")).isEqualTo("ok");
  }

  /** The file's bytes by way of the pager: reading them with another descriptor would drop its locks. */
  private byte[] snapshot() {
    pager.beginRead();
    byte[] bytes = new byte[pager.pageCount() * pager.pageSize()];
    for (int number = 1; number <= pager.pageCount(); number++) {
      Page page = pager.page(number);
      System.arraycopy(page.data, 0, bytes, (number - 1) * page.data.length, page.data.length);
      pager.release(page);
    }
    pager.endRead();
    return bytes;
  }

  @Test
  void bothNoticeWhenTheOtherEntersOrLeavesWal() {
    assertThat(ourCounter()).isZero();
    assertThat(other.run("PRAGMA journal_mode = wal")).isEqualTo("wal");
    other.run(INCREMENT);
    assertThat(ourCounter()).isEqualTo(1);
    assertThat(pager.control().journalMode()).isEqualTo(JournalMode.WAL);
    commitIncrement();
    assertThat(theirCounter()).isEqualTo("2");
    assertBusy(() -> pager.control().setJournalMode(JournalMode.DELETE, () -> {}));
    other.close();
    assertThat(pager.control().setJournalMode(JournalMode.DELETE, () -> {})).isEqualTo(JournalMode.DELETE);
    other = new SqliteProcess(file);
    assertThat(other.run("PRAGMA journal_mode")).isEqualTo("delete");
    assertThat(theirCounter()).isEqualTo("2");
    assertThat(pager.control().setJournalMode(JournalMode.WAL, () -> {})).isEqualTo(JournalMode.WAL);
    commitIncrement();
    assertThat(theirCounter()).isEqualTo("3");
  }

  @ParameterizedTest
  @EnumSource(value = JournalMode.class, names = {"DELETE", "PERSIST", "TRUNCATE", "WAL"})
  void concurrentIncrementsAreAllCounted(JournalMode mode) throws Exception {
    int rounds = 150;
    other.run("PRAGMA journal_mode = " + mode.sqlName());
    other.run("PRAGMA synchronous = off");
    other.run("PRAGMA busy_timeout = 60000");
    pager.control().setJournalMode(mode, () -> {});
    pager.setBusyHandler(
        attempts -> {
          Thread.onSpinWait();
          return attempts < 5_000_000;
        });
    Thread neighbour =
        new Thread(
            () -> {
              for (int i = 0; i < rounds; i++) {
                String answer = other.run(INCREMENT);
                if (!answer.isEmpty()) {
                  throw new AssertionError(answer);
                }
              }
            },
            "neighbour");
    neighbour.start();
    for (int i = 0; i < rounds; i++) {
      commitIncrement();
    }
    neighbour.join();
    assertThat(ourCounter()).isEqualTo(2 * rounds);
    assertThat(theirCounter()).isEqualTo(Integer.toString(2 * rounds));
    assertThat(other.run("PRAGMA integrity_check")).isEqualTo("ok");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.engine.Connection;
import org.lumosql.error.ResultCode;

/** Transactions over two files, which a super-journal makes one. */
class SuperJournalTest {
  private static final String PATH = "/tied.db";

  private final FaultyVfs vfs = new FaultyVfs(1);

  private Connection open(String journalMode) {
    Connection connection = Life.open(vfs, PATH);
    connection.execute("ATTACH '" + PATH + "2' AS other; PRAGMA journal_mode = " + journalMode
        + "; PRAGMA other.journal_mode = " + journalMode
        + "; CREATE TABLE IF NOT EXISTS main.m(a); CREATE TABLE IF NOT EXISTS other.o(a)");
    return connection;
  }

  /** Else a later transaction that fills the journal only in part would seem to belong to the old super-journal. */
  @Test
  void aPersistentJournalKeepsNoPointerToASuperJournal() {
    try (Connection connection = open("persist")) {
      connection.execute("BEGIN; INSERT INTO m VALUES(1); INSERT INTO o VALUES(1); COMMIT");
      assertThat(vfs.get(PATH + "-journal")).isEmpty();
      assertThat(vfs.get(PATH + "2-journal")).isEmpty();
      connection.execute("INSERT INTO m VALUES(2)");
      assertThat(vfs.get(PATH + "-journal")).isNotEmpty();
    }
  }

  /** With the super-journal gone the transaction is committed, whatever becomes of the journals. */
  @Test
  void aFailureAfterTheSuperJournalHasGoneDoesNotUndoHalfOfTheTransaction() {
    try (Connection connection = open("truncate")) {
      long before = vfs.operations();
      connection.execute("BEGIN; INSERT INTO m VALUES(1); INSERT INTO o VALUES(1); COMMIT");
      long perTransaction = vfs.operations() - before;
      for (long point = 1; point <= perTransaction; point++) {
        connection.execute("DELETE FROM m; DELETE FROM o");
        vfs.failAt(point, 1, ResultCode.IOERR_TRUNCATE);
        try {
          connection.execute("BEGIN; INSERT INTO m VALUES(1); INSERT INTO o VALUES(1); COMMIT");
        } catch (org.lumosql.engine.EngineException e) {
          assertThat(e.code()).isEqualTo(ResultCode.IOERR_TRUNCATE);
        }
        vfs.failNoMore();
        assertThat(Workload.rows(connection, "SELECT (SELECT count(*) FROM m) - (SELECT count(*) FROM o)"))
            .as("failure at %d of %d", point, perTransaction)
            .containsExactly("0");
        if (!connection.isAutocommit()) {
          connection.execute("ROLLBACK");
        }
      }
    }
  }

  /** Until both are rolled back the super-journal stays, or one whose first step was done would be committed. */
  @Test
  void aCrashAfterAFailedFirstStepUndoesBoth() {
    for (long point = 1; point <= 40; point++) {
      for (long later = 1; later <= 6; later++) {
        FaultyVfs disk = new FaultyVfs(point);
        failAndCrash(disk, point, later);
        try (Connection reopened = Life.open(disk.restart(FaultyVfs.Loss.NOTHING, point), PATH)) {
          reopened.execute("ATTACH '" + PATH + "2' AS other");
          assertThat(Workload.rows(reopened, "SELECT (SELECT count(*) FROM m) - (SELECT count(*) FROM o)"))
              .as("failure at %d, crash %d later", point, later)
              .containsExactly("0");
        }
      }
    }
  }

  private static void failAndCrash(FaultyVfs disk, long point, long later) {
    Connection connection = Life.open(disk, PATH);
    connection.execute("ATTACH '" + PATH + "2' AS other; CREATE TABLE main.m(a); CREATE TABLE other.o(a)"
        + "; BEGIN; INSERT INTO m VALUES(1); INSERT INTO o VALUES(1)");
    disk.failAt(point, 1, ResultCode.IOERR_WRITE);
    disk.crashAt(point + later);
    try {
      connection.execute("COMMIT");
    } catch (org.lumosql.engine.EngineException | FaultyVfs.PowerLoss e) {
      // what happened to the files counts
    }
    disk.crash();
  }
}

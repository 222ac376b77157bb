// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.backend.file.vfs.SqliteProcess;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.PageControl;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Threads of this JVM and C SQLite in another process write to one table at the same time. Each transaction adds the
 * rowid that follows the last; if one did not see the other's commit, or lost it, rowids repeat or are missing.
 */
final class LiveSharingTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);
  private static final int ROUNDS = Integer.getInteger("test.rounds", 150);
  private static final int ROOT = 2;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(
      value = JournalMode.class,
      names = {"DELETE", "TRUNCATE", "PERSIST", "WAL"})
  void everyCommitCountsOnce(JournalMode mode) throws Exception {
    Path database = directory.resolve("shared.db");
    try (SqliteProcess c = new SqliteProcess(database)) {
      c.run("PRAGMA page_size=1024");
      c.run("PRAGMA journal_mode=" + mode);
      c.run("PRAGMA synchronous=OFF");
      c.run("PRAGMA wal_autocheckpoint=20");
      c.run("CREATE TABLE t(id INTEGER PRIMARY KEY, b)");
      assertThat(c.run("SELECT rootpage FROM sqlite_schema")).isEqualTo(String.valueOf(ROOT));
      List<Callable<Integer>> works = new ArrayList<>();
      works.add(() -> insertByC(c));
      works.add(() -> insertHere(database, mode, 1));
      works.add(() -> insertHere(database, mode, 2));
      works.add(() -> readHere(database));
      int rows = runAll(works);
      assertThat(rows).isPositive();
      assertThat(c.run("SELECT count(*), min(id), max(id) FROM t")).as("seed %d", SEED).isEqualTo(rows + "|1|" + rows);
      assertThat(c.run("PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  private static int runAll(List<Callable<Integer>> works) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<Integer>> results = new ArrayList<>();
      works.forEach(work -> results.add(pool.submit(work)));
      int sum = 0;
      for (Future<Integer> result : results) {
        sum += result.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  private static int insertByC(SqliteProcess c) {
    Random random = new Random(SEED);
    c.run("PRAGMA busy_timeout=20");
    int commits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (!c.run("BEGIN IMMEDIATE").isEmpty()) {
        continue;
      }
      String inserted =
          c.run("INSERT INTO t SELECT coalesce(max(id), 0) + 1, zeroblob(" + random.nextInt(3000) + ") FROM t");
      if (inserted.isEmpty() && c.run("COMMIT").isEmpty()) {
        commits++;
      } else {
        c.run("ROLLBACK");
      }
      if (random.nextInt(20) == 0) {
        c.run("PRAGMA wal_checkpoint(" + CheckpointMode.values()[random.nextInt(4)] + ")");
      }
    }
    return commits;
  }

  private static Btree open(Path database) {
    Btree btree = new FileBackend().open(OpenOptions.file(database.toString()));
    btree.capability(PageControl.class).orElseThrow().setSynchronous(Synchronous.OFF, false, false);
    btree.setBusyHandler(
        attempts -> {
          Thread.yield();
          return attempts < 200;
        });
    return btree;
  }

  private static int insertHere(Path database, JournalMode mode, int worker) {
    Random random = new Random(SEED + worker);
    int commits = 0;
    Btree btree = open(database);
    for (int round = 0; round < ROUNDS; round++) {
      try {
        if (mode != JournalMode.WAL) {
          btree.capability(PageControl.class).orElseThrow().setJournalMode(mode);
        }
        btree.beginWrite(false);
        insert(btree, random.nextInt(3000));
        btree.commitPhaseOne(null);
        btree.commitPhaseTwo();
        commits++;
        if (random.nextInt(20) == 0) {
          btree.capability(PageControl.class).orElseThrow().checkpoint(CheckpointMode.values()[random.nextInt(4)]);
        }
        if (random.nextInt(30) == 0) {
          btree.close();
          btree = open(database);
        }
      } catch (StoreException e) {
        if (e.code().primary() != ResultCode.BUSY) {
          throw e;
        }
        btree.rollback(null);
      }
    }
    btree.close();
    return commits;
  }

  private static void insert(Btree btree, int length) {
    BtreeCursor cursor = btree.openTable(ROOT, true);
    long rowid = cursor.last() ? cursor.rowid() + 1 : 1;
    int serialType = 2 * length + 12;
    byte[] record = {4, 0, (byte) (serialType >>> 7 | 0x80), (byte) (serialType & 0x7f)};
    cursor.seekRowid(rowid);
    cursor.insertRow(rowid, record, 0, record.length, length, 0);
    cursor.close();
  }

  private static int readHere(Path database) {
    try (Btree btree = open(database)) {
      for (int round = 0; round < ROUNDS; round++) {
        try {
          btree.beginRead();
        } catch (StoreException e) {
          assertThat(e.code().primary()).isEqualTo(ResultCode.BUSY);
          continue;
        }
        BtreeCursor cursor = btree.openTable(ROOT, false);
        long expected = 1;
        for (boolean there = cursor.first(); there; there = cursor.next()) {
          assertThat(cursor.rowid()).as("seed %d", SEED).isEqualTo(expected++);
        }
        cursor.close();
        assertThat(btree.integrityCheck(new int[] {0, ROOT}, 5)).as("seed %d", SEED).isEmpty();
        btree.commitPhaseTwo();
      }
    }
    return 0;
  }
}

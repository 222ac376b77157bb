// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.wal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.backend.file.vfs.SqliteProcess;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.CheckpointMode;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Everybody at once. Each transaction adds one to a number that it has read; if any snapshot was wrong or any commit
 * lost, the number is wrong in the end.
 */
final class WalStressTest {
  private static final long SEED = Long.getLong("test.seed", 0x5eedL);
  private static final int ROUNDS = Integer.getInteger("test.rounds", 1000);
  private static final int PAGE_SIZE = 512;
  private static final int PAGES = 20;
  private static final int USER_VERSION = 60;

  @TempDir private Path directory;

  @Test
  void threadsNeverSeeHalfATransaction() throws Exception {
    Path database = directory.resolve("pages.db");
    Files.write(database, new byte[PAGES * PAGE_SIZE]);
    int commits = runAll(() -> pageWork(database, 1), () -> pageWork(database, 2), () -> pageWork(database, 3));
    try (PageConnection connection = new PageConnection(database, PAGE_SIZE)) {
      connection.log().beginRead();
      assertThat(counter(connection)).isEqualTo(commits);
      connection.log().endRead();
    }
  }

  @SafeVarargs
  private static int runAll(Callable<Integer>... works) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(works.length);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (Callable<Integer> work : works) {
        results.add(pool.submit(work));
      }
      int sum = 0;
      for (Future<Integer> result : results) {
        sum += result.get();
      }
      return sum;
    } finally {
      pool.shutdown();
    }
  }

  /** The number in all pages of a snapshot: the same in each. */
  private static int counter(PageConnection connection) {
    int value = BigEndian.getInt(connection.page(1), 0);
    for (int pageNumber = 2; pageNumber <= PAGES; pageNumber++) {
      assertThat(BigEndian.getInt(connection.page(pageNumber), 0))
          .as("seed %d page %d", SEED, pageNumber)
          .isEqualTo(value);
    }
    return value;
  }

  private static int pageWork(Path database, int worker) {
    Random random = new Random(SEED + worker);
    int commits = 0;
    PageConnection connection = open(database);
    for (int round = 0; round < ROUNDS; round++) {
      connection.log().setSynchronous(Synchronous.OFF);
      beginRead(connection);
      int value = counter(connection);
      if (random.nextBoolean() && tryBeginWrite(connection)) {
        Map<Integer, byte[]> early = new TreeMap<>();
        Map<Integer, byte[]> late = new TreeMap<>();
        for (int pageNumber = 1; pageNumber <= PAGES; pageNumber++) {
          byte[] page = new byte[PAGE_SIZE];
          BigEndian.putInt(page, 0, value + 1);
          (random.nextBoolean() ? early : late).put(pageNumber, page);
        }
        connection.append(early, 0);
        if (late.isEmpty() || random.nextInt(5) == 0) {
          connection.log().undo(pageNumber -> {});
        } else {
          connection.append(late, PAGES);
          commits++;
        }
      }
      connection.log().endRead();
      if (random.nextInt(10) == 0) {
        connection.log().checkpoint(CheckpointMode.values()[random.nextInt(4)], BusyHandler.NEVER);
      }
      if (random.nextInt(50) == 0) {
        connection.close();
        connection = open(database);
      }
    }
    connection.close();
    return commits;
  }

  /** Somebody who is closing or recovering may be in the way for a moment. */
  private static PageConnection open(Path database) {
    while (true) {
      try {
        return new PageConnection(database, PAGE_SIZE);
      } catch (StoreException e) {
        assertThat(e.code().primary()).isEqualTo(ResultCode.BUSY);
        Thread.yield();
      }
    }
  }

  private static void beginRead(PageConnection connection) {
    while (true) {
      try {
        connection.log().beginRead();
        return;
      } catch (StoreException e) {
        assertThat(e.code()).isEqualTo(ResultCode.BUSY_RECOVERY);
        Thread.yield();
      }
    }
  }

  private static boolean tryBeginWrite(PageConnection connection) {
    try {
      return connection.log().beginWrite();
    } catch (StoreException e) {
      assertThat(e.code()).isEqualTo(ResultCode.BUSY_SNAPSHOT);
      return false;
    }
  }

  @Test
  void noCommitIsLostBetweenProcesses() throws Exception {
    Path database = directory.resolve("shared.db");
    try (SqliteProcess c = new SqliteProcess(database)) {
      c.run("PRAGMA page_size=" + PAGE_SIZE);
      c.run("PRAGMA journal_mode=WAL");
      c.run("PRAGMA synchronous=OFF");
      c.run("CREATE TABLE t(a)");
      c.run("PRAGMA user_version=0");
      int commits = runAll(() -> processWork(c), () -> versionWork(database, 1), () -> versionWork(database, 2));
      assertThat(commits).isPositive();
      assertThat(c.run("PRAGMA user_version")).as("seed %d", SEED).isEqualTo(String.valueOf(commits));
      assertThat(c.run("PRAGMA integrity_check")).isEqualTo("ok");
    }
  }

  private static int processWork(SqliteProcess c) {
    Random random = new Random(SEED);
    int commits = 0;
    for (int round = 0; round < ROUNDS; round++) {
      if (c.run("BEGIN IMMEDIATE").isEmpty()) {
        int value = Integer.parseInt(c.run("PRAGMA user_version"));
        c.run("PRAGMA user_version=" + (value + 1));
        if (c.run("COMMIT").isEmpty()) {
          commits++;
        } else {
          c.run("ROLLBACK");
        }
      }
      if (random.nextInt(20) == 0) {
        c.run("PRAGMA wal_checkpoint(" + CheckpointMode.values()[random.nextInt(4)] + ")");
      }
    }
    return commits;
  }

  private static int versionWork(Path database, int worker) {
    Random random = new Random(SEED + worker);
    int commits = 0;
    PageConnection connection = open(database);
    connection.log().setSynchronous(Synchronous.OFF);
    for (int round = 0; round < 2 * ROUNDS; round++) {
      beginRead(connection);
      if (tryBeginWrite(connection)) {
        byte[] page = connection.page(1);
        BigEndian.putInt(page, USER_VERSION, BigEndian.getInt(page, USER_VERSION) + 1);
        connection.append(Map.of(1, page), connection.pageCount());
        commits++;
      }
      connection.log().endRead();
      if (random.nextInt(20) == 0) {
        connection.log().checkpoint(CheckpointMode.values()[random.nextInt(4)], BusyHandler.NEVER);
      }
    }
    connection.close();
    return commits;
  }
}

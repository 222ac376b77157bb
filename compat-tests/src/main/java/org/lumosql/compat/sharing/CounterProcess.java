// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.lumosql.compat.support.Side;

/**
 * Threads that increment a counter, each over a connection of its own. Every increment also notes the number that it
 * gave: if two gave the same one, the table's key says so. No error is accepted but BUSY, after which the transaction
 * is tried again. Arguments: engine, path or URI, threads, increments of each, seed. Prints the number of increments.
 */
final class CounterProcess {
  private static final int BUSY = 5;
  private static final long PAUSE_NANOS = 300_000;

  private final Side side;
  private final int worker;
  private final Random random;
  private int refusals;

  private CounterProcess(Side side, int worker, long seed) {
    this.side = side;
    this.worker = worker;
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) throws Exception {
    Side.Engine engine = Side.Engine.valueOf(arguments[0]);
    String name = arguments[1];
    int threads = Integer.parseInt(arguments[2]);
    int increments = Integer.parseInt(arguments[3]);
    long seed = Long.parseLong(arguments[4]);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int worker = i;
      Callable<Integer> work =
          () -> {
            try (Side side = engine.open(name)) {
              return new CounterProcess(side, worker, seed + worker).work(increments);
            }
          };
      results.add(pool.submit(work));
    }
    int done = 0;
    try {
      for (Future<Integer> result : results) {
        done += result.get();
      }
    } finally {
      pool.shutdown();
    }
    System.out.println(done);
  }

  private int work(int increments) throws SQLException {
    patiently("PRAGMA busy_timeout = " + (worker == 0 ? 20 : 0));
    patiently("PRAGMA synchronous = off");
    for (int done = 0; done < increments; ) {
      if (increment()) {
        done++;
      }
      if (random.nextInt(30) == 0) {
        look();
      }
    }
    return increments;
  }

  private void patiently(String sql) throws SQLException {
    while (!attempt(sql)) {
      pause();
    }
  }

  private boolean increment() throws SQLException {
    if (!attempt(random.nextBoolean() ? "BEGIN" : "BEGIN IMMEDIATE")) {
      pause();
      return false;
    }
    // in a deferred transaction the number that was read is the one that is written: no update may come between
    boolean done = attemptIncrement() && attempt("COMMIT");
    if (!done) {
      attemptRollback();
      pause();
    }
    return done;
  }

  private boolean attemptIncrement() throws SQLException {
    try {
      long number = Long.parseLong(side.query("SELECT n FROM counter").get(0).substring(1)) + 1;
      side.execute("UPDATE counter SET n = ?", number);
      side.execute("INSERT INTO given VALUES(?, zeroblob(?))", number, random.nextInt(400));
      return true;
    } catch (SQLException e) {
      return refused(e);
    }
  }

  /** What it reads fits together, at any moment. */
  private void look() throws SQLException {
    try {
      List<String> rows =
          side.query("SELECT (SELECT n FROM counter) = count(*) AND count(*) = coalesce(max(n), 0) FROM given");
      if (!rows.equals(List.of("i1"))) {
        throw new IllegalStateException("the counter is not the number of rows: " + rows);
      }
    } catch (SQLException e) {
      refused(e);
    }
  }

  private boolean attempt(String sql) throws SQLException {
    try {
      side.execute(sql);
      return true;
    } catch (SQLException e) {
      return refused(e);
    }
  }

  private void attemptRollback() {
    try {
      side.execute("ROLLBACK");
    } catch (SQLException notBegun) {
      refusals++;
    }
  }

  private boolean refused(SQLException e) throws SQLException {
    if ((e.getErrorCode() & 0xff) != BUSY) {
      throw e;
    }
    refusals++;
    return false;
  }

  private void pause() {
    LockSupport.parkNanos(random.nextInt(10) == 0 ? 10 * PAUSE_NANOS : random.nextLong(PAUSE_NANOS));
  }
}

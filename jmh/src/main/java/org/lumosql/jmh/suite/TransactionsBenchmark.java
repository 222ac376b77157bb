// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.lumosql.jmh.SmallTransactions;
import org.lumosql.jmh.Workload;
import org.lumosql.jmh.Workloads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Transactions of one inserted row each, with each {@code synchronous}; files of SQLite with a rollback journal and a write-ahead log. H2, HSQLDB and Derby have
 * their defaults, by which H2 and HSQLDB write some time after the commit; {@code +durable} has each of their commits on the disk before the next.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 10)
@Fork(value = 2, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class TransactionsBenchmark {
  @Param({
    "3.54.1++sqlite3_journal-delete+sync-off", "3.54.1++sqlite3_journal-delete+sync-normal", "3.54.1++sqlite3_journal-delete+sync-full",
    "3.54.1++sqlite3_journal-delete+sync-extra", "3.54.1++sqlite3_journal-wal+sync-off", "3.54.1++sqlite3_journal-wal+sync-normal",
    "3.54.1++sqlite3_journal-wal+sync-full", "3.54.1++sqlite3_journal-wal+sync-extra", "native+sqlite3_journal-delete+sync-off",
    "native+sqlite3_journal-delete+sync-normal", "native+sqlite3_journal-delete+sync-full", "native+sqlite3_journal-delete+sync-extra",
    "native+sqlite3_journal-wal+sync-off", "native+sqlite3_journal-wal+sync-normal", "native+sqlite3_journal-wal+sync-full",
    "native+sqlite3_journal-wal+sync-extra", "native+encrypt+sqlite3_journal-delete+sync-full", "native+encrypt+sqlite3_journal-wal+sync-full",
    "lmdb+sync-off", "lmdb+sync-normal", "lmdb+sync-full", "lmdb+sync-extra", "bdb+sync-off", "bdb+sync-normal", "bdb+sync-full", "bdb+sync-extra",
    "rocksdb+sync-off", "rocksdb+sync-normal", "rocksdb+sync-full", "rocksdb+sync-extra", "lmdb+layout-pages+sync-full", "bdb+layout-pages+sync-full",
    "rocksdb+layout-pages+sync-full", "lmdb+encrypt+sync-full", "bdb+encrypt+sync-full", "rocksdb+encrypt+sync-full", "h2", "h2+durable", "hsqldb",
    "hsqldb+durable", "derby"
  })
  public String target;

  @Param("200")
  public int transactions;

  private TargetDatabase database;
  private Workload work;
  private long result;

  @Setup(Level.Trial)
  public void open() throws Exception {
    database = TargetDatabase.create(target, Workloads.directory());
    Checks.run(
        database,
        "transactions",
        () -> {
          work = new SmallTransactions(database.connectToSync(), transactions, database.sync());
          work.verify();
        });
  }

  @Setup(Level.Iteration)
  public void reset() throws SQLException {
    work.reset();
  }

  @Benchmark
  public void run() throws SQLException {
    result = work.run();
  }

  @TearDown(Level.Iteration)
  public void check() throws Exception {
    Checks.run(database, "transactions", () -> work.check(result));
  }

  @TearDown(Level.Trial)
  public void close() throws SQLException, IOException {
    work.close();
    database.close();
  }
}

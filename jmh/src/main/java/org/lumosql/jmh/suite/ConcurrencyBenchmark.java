// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lumosql.jmh.Workloads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
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
 * Readers and a writer, each with a connection of its own to one database. The writer moves amounts within blocks of 100 rows, one statement and transaction a
 * move; readers add up blocks, whose sums never change. {@code readers} has no writer: with {@code -t 1}, {@code -t 2}, … it shows how reading scales.
 * {@code -tg READERS,1} sets the threads of {@code mixed}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgs = {"-Xms1g", "-Xmx1g"})
public class ConcurrencyBenchmark {
  @Param({
    "3.54.1", "3.54.1++sqlite3_journal-wal", "native", "native+sqlite3_journal-wal", "native+encrypt", "native+encrypt+sqlite3_journal-wal", "lmdb", "lmdb+layout-pages",
    "lmdb+encrypt", "lmdb+encrypt+layout-pages", "bdb", "bdb+layout-pages", "bdb+encrypt", "bdb+encrypt+layout-pages", "rocksdb", "rocksdb+layout-pages",
    "rocksdb+encrypt", "rocksdb+encrypt+layout-pages", "h2", "hsqldb", "derby"
  })
  public String target;

  @Param("1000")
  public int blocks;

  private final List<Blocks> clients = Collections.synchronizedList(new ArrayList<>());
  private TargetDatabase database;

  @Setup(Level.Trial)
  public void open() throws Exception {
    database = TargetDatabase.create(target, Workloads.directory());
    Checks.run(
        database,
        "blocks",
        () -> {
          try (Connection connection = database.connect()) {
            Blocks.fill(connection, blocks);
          }
        });
  }

  /** All threads have done their work; those of JMH do not wait for each other when they end their own states. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    for (Blocks client : clients) {
      client.close();
    }
    clients.clear();
    Checks.run(
        database,
        "all blocks",
        () -> {
          try (Connection connection = database.connect();
              Blocks all = new Blocks(connection, blocks)) {
            all.requireAll();
          }
        });
    database.close();
  }

  /** A thread's connection and statements. */
  @State(Scope.Thread)
  public static class Client {
    private Blocks own;

    @Setup(Level.Trial)
    public void open(ConcurrencyBenchmark shared) throws SQLException {
      own = new Blocks(shared.database.connect(), shared.blocks);
      own.read(); // keys are derived and schemas read now
      shared.clients.add(own);
    }
  }

  @Benchmark
  @Group("mixed")
  @GroupThreads(3)
  public long read(Client client) throws SQLException {
    return client.own.read();
  }

  @Benchmark
  @Group("mixed")
  @GroupThreads(1)
  public int write(Client client) throws SQLException {
    return client.own.write();
  }

  @Benchmark
  public long readers(Client client) throws SQLException {
    return client.own.read();
  }
}

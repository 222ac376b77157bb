// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.memory;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;

/** Counts the bytes that statements allocate on the Java heap. The counts are exact: they do not depend on the machine or its load. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  /** Enough for caches to fill and arrays to grow. */
  private static final int WARM_UP = 3;

  private static final int TRIES = 5;

  static final int FEW = 1_000;
  static final int MANY = 5_000;

  private final Connection connection;

  Allocation(Connection connection) {
    this.connection = connection;
  }

  private static long bytes() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** The fewest bytes that a piece of work allocates in several tries: others have something to do with what is done once. */
  private static long fewest(Runnable work) {
    for (int i = 0; i < WARM_UP; i++) {
      work.run();
    }
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long before = bytes();
      work.run();
      fewest = Math.min(fewest, bytes() - before);
    }
    return fewest;
  }

  /** Bytes for each row more that a statement works on. @param sql with one parameter, the number of rows */
  double ofRow(String sql) {
    try (Statement statement = connection.prepare(sql)) {
      long few = fewest(() -> run(statement, FEW));
      long many = fewest(() -> run(statement, MANY));
      return (many - few) / (double) (MANY - FEW);
    }
  }

  /** The same for a statement that changes rows; the changes are taken back. */
  double ofChangedRow(String sql) {
    try (Statement statement = connection.prepare(sql)) {
      long few = fewestChanging(statement, FEW);
      long many = fewestChanging(statement, MANY);
      return (many - few) / (double) (MANY - FEW);
    }
  }

  private long fewestChanging(Statement statement, int rows) {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP + TRIES; i++) {
      connection.execute("BEGIN IMMEDIATE");
      long before = bytes();
      run(statement, rows);
      fewest = Math.min(fewest, bytes() - before);
      connection.execute("ROLLBACK");
    }
    return fewest;
  }

  /** Bytes for each execution of a prepared statement in a transaction, which is taken back. @param binding binds the parameters of the n-th execution */
  double ofExecution(String sql, BiConsumer<Statement, Integer> binding) {
    try (Statement statement = connection.prepare(sql)) {
      IntConsumer execution = number -> {
        binding.accept(statement, number);
        while (statement.step()) {
          statement.columnLong(0);
        }
        statement.reset();
      };
      long few = Long.MAX_VALUE;
      long many = Long.MAX_VALUE;
      for (int i = 0; i < WARM_UP + TRIES; i++) {
        connection.execute("BEGIN IMMEDIATE");
        long begin = bytes();
        for (int n = 0; n < FEW; n++) {
          execution.accept(n);
        }
        few = Math.min(few, bytes() - begin);
        begin = bytes();
        for (int n = FEW; n < 2 * MANY; n++) {
          execution.accept(n);
        }
        many = Math.min(many, bytes() - begin);
        connection.execute("ROLLBACK");
      }
      return many / (double) (2 * MANY - FEW);
    }
  }

  private static void run(Statement statement, long rows) {
    statement.bindLong(1, rows);
    while (statement.step()) {
      statement.columnLong(0);
    }
    statement.reset();
  }
}

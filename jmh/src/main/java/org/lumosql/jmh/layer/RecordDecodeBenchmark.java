// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.concurrent.TimeUnit;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.RecordBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decoding records of ten columns, integers and texts in turn: up to a column as keys of indexes are loaded, and as a statement reads one column of a table,
 * where the cursor's step and two instructions are in the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class RecordDecodeBenchmark {
  private static final int COLUMNS = 10;
  private static final int COUNT = 256;

  /** The last column that is decoded. */
  @Param({"1", "5", "10"})
  private int column;

  private byte[][] records;
  private KeyProbe probe;
  private Connection connection;
  private Statement statement;

  @Setup(Level.Trial)
  public void fill() {
    records = new byte[COUNT][];
    connection = Connection.open(":memory:");
    connection.execute("CREATE TABLE t(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10); BEGIN");
    try (Statement insert = connection.prepare("INSERT INTO t VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < COUNT; i++) {
        RecordBuilder record = new RecordBuilder(TextEncoding.UTF8);
        for (int c = 1; c <= COLUMNS; c++) {
          if (c % 2 == 1 || c == COLUMNS) {
            record.addInteger(number(i, c));
            insert.bindLong(c, number(i, c));
          } else {
            record.addText("text " + i);
            insert.bindText(c, "text " + i);
          }
        }
        records[i] = record.toBytes();
        insert.step();
        insert.reset();
      }
    }
    connection.execute("COMMIT");
    probe = new KeyProbe(KeyOrder.binary(TextEncoding.UTF8, COLUMNS));
    statement = connection.prepare("SELECT c" + column + " FROM t");
    if (load() != column(statement) || load() != expected()) {
      throw new IllegalStateException("column " + column + " sums up to " + load() + " in keys, to " + column(statement) + " in rows");
    }
  }

  private static long number(int row, int column) {
    return row * 37L * column % 70_000;
  }

  private long expected() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += number(i, column);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long load() {
    long sum = 0;
    for (byte[] record : records) {
      probe.load(record, 0, record.length, column);
      sum += probe.integer(column - 1);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long column() {
    return column(statement);
  }

  private static long column(Statement statement) {
    long sum = 0;
    while (statement.step()) {
      sum += statement.columnLong(0);
    }
    statement.reset();
    return sum;
  }

  @TearDown(Level.Trial)
  public void close() {
    statement.close();
    connection.close();
  }
}

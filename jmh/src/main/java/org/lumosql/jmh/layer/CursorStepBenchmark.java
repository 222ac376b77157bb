// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.concurrent.TimeUnit;
import org.lumosql.btree.Backend;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TreeKind;
import org.lumosql.jmh.raw.IdleHandlers;
import org.lumosql.kv.SortedMapStore;
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

/** A cursor's step to the next row: of the native backend, and over sorted maps under handlers that do nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class CursorStepBenchmark {
  private static final int ROWS = 10_000;
  private static final int PAYLOAD = 100;

  @Param
  private Storage storage;

  private Btree btree;
  private BtreeCursor cursor;

  /** Where the rows are. */
  public enum Storage {
    NATIVE(-1),
    MAPS(0),
    MAPS_1_HANDLER(1),
    MAPS_3_HANDLERS(3);

    private final int handlers;

    Storage(int handlers) {
      this.handlers = handlers;
    }

    Btree open() {
      if (this == NATIVE) {
        return Backends.named("file").open(OpenOptions.memory());
      }
      Backend backend = new IdleHandlers(new SortedMapStore(Integer.MAX_VALUE), handlers);
      return backend.open(OpenOptions.file(name()));
    }
  }

  @Setup(Level.Trial)
  public void fill() {
    btree = storage.open();
    btree.beginWrite(false);
    int tree = btree.createTree(TreeKind.TABLE);
    try (BtreeCursor writer = btree.openTable(tree, true)) {
      for (int i = 0; i < ROWS; i++) {
        writer.insertRow(i, new byte[PAYLOAD], 0, PAYLOAD, 0, 0);
      }
    }
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
    btree.beginRead();
    cursor = btree.openTable(tree, false);
    if (step() != (long) ROWS * (ROWS - 1) / 2) {
      throw new IllegalStateException("rowids sum up to " + step());
    }
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long step() {
    long sum = 0;
    for (boolean more = cursor.first(); more; more = cursor.next()) {
      sum += cursor.rowid() + (cursor.payloadLength() - PAYLOAD);
    }
    return sum;
  }

  @TearDown(Level.Trial)
  public void close() {
    cursor.close();
    btree.close();
  }
}

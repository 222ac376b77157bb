// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.concurrent.TimeUnit;
import org.lumosql.btree.Btree;
import org.lumosql.btree.BtreeCursor;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.TreeKind;
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

/** Looking for rowids and keys in trees of the native backend: on one page, and down from the root of a larger tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class PageSearchBenchmark {
  private static final int SEEKS = 512;
  private static final int PAYLOAD = 16;

  /** Of each tree; the first fit on one page. */
  @Param({"100", "100000"})
  private int entries;

  private Btree btree;
  private BtreeCursor rows;
  private BtreeCursor index;
  private KeyProbe[] keys;
  private long[] rowids;

  @Setup(Level.Trial)
  public void fill() {
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, 2);
    btree = Backends.named("file").open(OpenOptions.memory());
    btree.beginWrite(false);
    int table = btree.createTree(TreeKind.TABLE);
    int second = btree.createTree(TreeKind.INDEX);
    rows = btree.openTable(table, true);
    index = btree.openIndex(second, true, order);
    for (int i = 0; i < entries; i++) {
      rows.insertRow(i, new byte[PAYLOAD], 0, PAYLOAD, 0, 0);
      byte[] record = record(i);
      index.insertKey(record, 0, record.length, 0);
    }
    rows.close();
    index.close();
    btree.commitPhaseOne(null);
    btree.commitPhaseTwo();
    btree.beginRead();
    rows = btree.openTable(table, false);
    index = btree.openIndex(second, false, order);
    sought(order);
    if (rowid() != 0 || key() != 0) {
      throw new IllegalStateException("not every entry is found");
    }
  }

  private void sought(KeyOrder order) {
    keys = new KeyProbe[SEEKS];
    rowids = new long[SEEKS];
    long number = 1;
    for (int i = 0; i < SEEKS; i++) {
      number = (number * 48_271 + 11) % 2_147_483_647L;
      rowids[i] = number % entries;
      byte[] record = record(rowids[i]);
      keys[i] = new KeyProbe(order);
      keys[i].load(record, 0, record.length, 2);
    }
  }

  private static byte[] record(long number) {
    RecordBuilder record = new RecordBuilder(TextEncoding.UTF8);
    record.addInteger(1_000_000 + number * 3);
    record.addInteger(number);
    return record.toBytes();
  }

  @Benchmark
  @OperationsPerInvocation(SEEKS)
  public int rowid() {
    int missed = 0;
    for (long rowid : rowids) {
      missed += rows.seekRowid(rowid) == 0 ? 0 : 1;
    }
    return missed;
  }

  @Benchmark
  @OperationsPerInvocation(SEEKS)
  public int key() {
    int missed = 0;
    for (KeyProbe key : keys) {
      missed += index.seekKey(key) == 0 ? 0 : 1;
    }
    return missed;
  }

  @TearDown(Level.Trial)
  public void close() {
    rows.close();
    index.close();
    btree.close();
  }
}

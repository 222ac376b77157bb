// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
import org.lumosql.record.SortKey;
import org.lumosql.record.TextEncoding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Making keys of key-value engines, whose bytes are in the order of the index: of a record, and of values that are there. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class SortKeyBenchmark {
  @Param
  private KeyKind kind;

  private byte[][] entries;
  private KeyProbe[] loaded;
  private KeyProbe probe;
  private SortKey key;

  @Setup
  public void fill() {
    KeyOrder order = KeyOrder.binary(TextEncoding.UTF8, kind.columns());
    entries = kind.records();
    loaded = new KeyProbe[entries.length];
    probe = new KeyProbe(order);
    key = new SortKey(order);
    byte[] before = {};
    for (int i = 0; i < entries.length; i++) {
      loaded[i] = new KeyProbe(order);
      loaded[i].load(entries[i], 0, entries[i].length, kind.columns());
      key.encode(loaded[i]);
      byte[] next = key.toBytes();
      if (Arrays.compareUnsigned(before, next) >= 0) {
        throw new IllegalStateException("key " + i + " is not above the one before");
      }
      before = next;
    }
    if (ofRecord() != ofValues()) {
      throw new IllegalStateException("keys of records are not those of values");
    }
  }

  @Benchmark
  @OperationsPerInvocation(KeyKind.COUNT)
  public int ofRecord() {
    int length = 0;
    for (byte[] entry : entries) {
      probe.load(entry, 0, entry.length, kind.columns());
      key.encode(probe);
      length += key.length();
    }
    return length;
  }

  @Benchmark
  @OperationsPerInvocation(KeyKind.COUNT)
  public int ofValues() {
    int length = 0;
    for (KeyProbe values : loaded) {
      key.encode(values);
      length += key.length();
    }
    return length;
  }
}

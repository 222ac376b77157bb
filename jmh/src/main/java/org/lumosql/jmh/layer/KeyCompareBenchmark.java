// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.concurrent.TimeUnit;
import org.lumosql.record.KeyOrder;
import org.lumosql.record.KeyProbe;
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

/** Comparing a key that is looked for with entries of an index. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class KeyCompareBenchmark {
  @Param
  private KeyKind kind;

  private byte[][] entries;
  private KeyProbe probe;

  @Setup
  public void fill() {
    entries = kind.records();
    probe = new KeyProbe(KeyOrder.binary(TextEncoding.UTF8, kind.columns()));
    probe.load(entries[KeyKind.MIDDLE], 0, entries[KeyKind.MIDDLE].length, kind.columns());
    int greater = 0;
    for (int i = 0; i < entries.length; i++) {
      greater += Integer.signum(probe.compareEntry(entries[i], 0, entries[i].length)) == Integer.compare(i, KeyKind.MIDDLE) ? 1 : 0;
    }
    if (greater != entries.length) {
      throw new IllegalStateException(greater + " of " + entries.length + " comparisons are right");
    }
  }

  @Benchmark
  @OperationsPerInvocation(KeyKind.COUNT)
  public int compare() {
    int sum = 0;
    for (byte[] entry : entries) {
      sum += probe.compareEntry(entry, 0, entry.length);
    }
    return sum;
  }
}

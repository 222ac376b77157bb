// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.concurrent.TimeUnit;
import org.lumosql.record.Varint;
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

/** Reading and writing integers of one to nine bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class VarintBenchmark {
  private static final int COUNT = 1024;

  /** Bytes of each; {@code mixed} has as many as headers of records have: mostly one, seldom two or three. */
  @Param({"1", "2", "4", "9", "mixed"})
  private String bytes;

  private long[] values;
  private byte[] encoded;
  private byte[] target;
  private long sum;

  @Setup
  public void fill() {
    values = new long[COUNT];
    encoded = new byte[COUNT * Varint.MAX_LENGTH];
    target = new byte[encoded.length];
    sum = 0;
    int at = 0;
    for (int i = 0; i < COUNT; i++) {
      int width = bytes.equals("mixed") ? i % 29 == 0 ? 3 : i % 7 == 0 ? 2 : 1 : Integer.parseInt(bytes);
      long low = width == 1 ? 0 : 1L << 7 * (width - 1);
      values[i] = width == Varint.MAX_LENGTH ? -1L - i : low + i * 31L % 100;
      at += Varint.write(encoded, at, values[i]);
      sum += values[i];
      if (bytes.equals("mixed") ? Varint.length(values[i]) != width : at != width * (i + 1)) {
        throw new IllegalStateException(values[i] + " has " + Varint.length(values[i]) + " bytes, not " + width);
      }
    }
    if (read() != sum || write() != at) {
      throw new IllegalStateException("what was read is not what was written");
    }
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public long read() {
    long result = 0;
    int at = 0;
    for (int i = 0; i < COUNT; i++) {
      result += Varint.read(encoded, at);
      at += Varint.lengthAt(encoded, at);
    }
    return result;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public int write() {
    int at = 0;
    for (long value : values) {
      at += Varint.write(target, at, value);
    }
    return at;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.layer;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;
import org.lumosql.vdbe.exec.Machine;
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

/** One instruction of the virtual machine: loops without storage, whose instructions do nothing, add integers or copy texts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = {"-Xms512m", "-Xmx512m"})
public class DispatchBenchmark {
  private static final int ROUNDS = 1_000;
  private static final int BODY = 8;
  /** Eight instructions and the two that go back. */
  private static final int INSTRUCTIONS = ROUNDS * (BODY + 2);

  private static final int COUNTER = 1;
  private static final int SUM = 2;
  private static final int ONE = 3;
  private static final int TEXT = 4;
  private static final int COPY = 5;

  @Param
  private Body body;

  private Machine machine;

  /** What is in the loop. */
  public enum Body {
    NOOP,
    ADD,
    COPY
  }

  @Setup(Level.Trial)
  public void build() {
    ProgramBuilder builder = new ProgramBuilder();
    builder.newRegisters(COPY);
    builder.emit(Opcode.Integer, ROUNDS, COUNTER);
    builder.emit(Opcode.Integer, 0, SUM);
    builder.emit(Opcode.Integer, 1, ONE);
    builder.emit(Opcode.String8, 0, TEXT, 0, "a text");
    int end = builder.newLabel();
    int loop = builder.address();
    for (int i = 0; i < BODY; i++) {
      switch (body) {
        case NOOP -> builder.emit(Opcode.Noop);
        case ADD -> builder.emit(Opcode.Add, ONE, SUM, SUM);
        case COPY -> builder.emit(Opcode.SCopy, TEXT, COPY);
      }
    }
    builder.emit(Opcode.DecrJumpZero, COUNTER, end);
    builder.emit(Opcode.Goto, 0, loop);
    builder.place(end);
    builder.emit(Opcode.ResultRow, SUM, 1);
    builder.emit(Opcode.Halt);
    Program program = builder.build(List.of(), List.of(), 0, 0, Program.READ_ONLY, "");
    machine = new Machine(program, IdleHost.create());
    long expected = body == Body.ADD ? (long) ROUNDS * BODY : 0;
    if (run() != expected) {
      throw new IllegalStateException("the loop gives " + run() + ", not " + expected);
    }
  }

  @Benchmark
  @OperationsPerInvocation(INSTRUCTIONS)
  public long run() {
    if (!machine.step()) {
      throw new IllegalStateException("no row");
    }
    long result = machine.column(0).integer();
    machine.reset();
    return result;
  }

  @TearDown(Level.Trial)
  public void close() {
    machine.close();
  }
}

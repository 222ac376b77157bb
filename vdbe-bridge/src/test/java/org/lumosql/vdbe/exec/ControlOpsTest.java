// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.vdbe.Explain;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;
import org.lumosql.vdbe.ProgramBuilder;

/** Subroutines, co-routines, subprograms, the life of a machine. */
class ControlOpsTest {
  private final TestHost host = new TestHost();
  private final ProgramBuilder b = new ProgramBuilder();

  private void row(int first, int count) {
    b.emit(Opcode.ResultRow, first, count);
  }

  @Test
  void coroutineGivesRowsOneByOneAndEndsItsCaller() {
    int body = b.newLabel();
    int end = b.newLabel();
    b.emit(Opcode.InitCoroutine, 1, body, 1);
    b.emit(Opcode.Integer, 10, 2);
    b.emit(Opcode.Yield, 1);
    b.emit(Opcode.Integer, 20, 2);
    b.emit(Opcode.Yield, 1);
    b.emit(Opcode.EndCoroutine, 1);
    b.place(body);
    int loop = b.address();
    b.emit(Opcode.Yield, 1, end);
    row(2, 1);
    b.emit(Opcode.Goto, 0, loop);
    b.place(end);
    b.emit(Opcode.Integer, 99, 2);
    row(2, 1);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("10 20 99");
  }

  @Test
  void subroutineReturnsBehindItsCallAndOnceRunsOnce() {
    int subroutine = b.newLabel();
    int start = b.newLabel();
    b.emit(Opcode.Integer, 0, 2);
    b.emit(Opcode.Goto, 0, start);
    b.place(subroutine);
    int after = b.newLabel();
    b.emit(Opcode.Once, 0, after);
    b.emit(Opcode.AddImm, 2, 100);
    b.place(after);
    b.emit(Opcode.AddImm, 2, 1);
    b.emit(Opcode.Return, 1);
    b.place(start);
    b.emit(Opcode.Gosub, 1, subroutine);
    b.emit(Opcode.Gosub, 1, subroutine);
    row(2, 1);
    b.emit(Opcode.Halt);
    Program program = Programs.build(b);
    try (Machine machine = new Machine(program, host)) {
      assertThat(Programs.run(machine)).isEqualTo("102");
      assertThat(Programs.run(machine)).as("a new execution runs Once again").isEqualTo("102");
    }
  }

  @Test
  void parametersKeepTheirValuesUntilCleared() {
    b.emit(Opcode.Variable, 1, 1);
    b.emit(Opcode.Variable, 2, 2);
    row(1, 2);
    b.emit(Opcode.Halt);
    try (Machine machine = new Machine(Programs.build(b, Program.READ_ONLY, "?1", ":name"), host)) {
      machine.parameter(1).setInteger(5);
      machine.parameter(2).setText("text", host.encoding);
      assertThat(Programs.run(machine)).isEqualTo("5|text");
      assertThat(Programs.run(machine)).isEqualTo("5|text");
      machine.clearBindings();
      assertThat(Programs.run(machine)).isEqualTo("NULL|NULL");
      assertThatThrownBy(() -> machine.parameter(3)).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void interruptStopsALoop() {
    b.emit(Opcode.Goto, 0, 0);
    host.interrupted = true;
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("error INTERRUPT interrupted");
  }

  @Test
  void progressHandlerStopsALoop() {
    b.emit(Opcode.Noop);
    b.emit(Opcode.Goto, 0, 0);
    host.progressLimit = 50;
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("error INTERRUPT interrupted");
    assertThat(host.progressCalls).isEqualTo(51);
  }

  @Test
  void explainShowsTheInstructions() {
    b.emit(Opcode.Explain, 2, 0, 0, "SCAN t");
    b.emit(Opcode.Integer, 5, 1);
    b.comment("r[1]=5");
    row(1, 1);
    Program program = Programs.build(b, Program.EXPLAIN);
    assertThat(Programs.run(program, host))
        .isEqualTo("0|Explain|2|0|0|SCAN t|0|NULL 1|Integer|5|1|0|NULL|0|r[1]=5 2|ResultRow|1|1|0|NULL|0|NULL");
    Program plan = new Program(program.opcodes(), program.p1(), program.p2(), program.p3(), program.p4(), program.p5(),
        1, 0, List.of(), List.of(), 0, 0, Program.EXPLAIN_QUERY_PLAN, "", program.comments(), List.of());
    List<Object[]> rows = new ArrayList<>(Explain.rows(plan));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).containsExactly(2, 0, 0, "SCAN t");
  }

  @Test
  void closedMachineRefusesToRun() {
    b.emit(Opcode.Halt);
    Machine machine = new Machine(Programs.build(b), host);
    machine.close();
    machine.close();
    assertThatThrownBy(machine::step)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.MISUSE));
  }

  // ---- subprograms -----------------------------------------------------------------------------------------------------------

  private static Program body(java.util.function.Consumer<ProgramBuilder> code) {
    ProgramBuilder builder = new ProgramBuilder();
    code.accept(builder);
    return Programs.build(builder);
  }

  @Test
  void subprogramReadsTheCallersRegistersAndHasItsOwn() {
    Program body = body(p -> {
      p.emit(Opcode.Param, 1, 1);
      p.emit(Opcode.Integer, 1000, 2);
      p.emit(Opcode.Add, 1, 2, 3);
      p.emit(Opcode.ResultRow, 3, 1);
      p.emit(Opcode.Halt);
    });
    b.emit(Opcode.Integer, 7, 3);
    b.emit(Opcode.Integer, 8, 4);
    b.emit(Opcode.Program, 3, 0, 9, body);
    b.emit(Opcode.Program, 2, 0, 9, body);
    row(3, 2);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("1008 1007 7|8");
  }

  @Test
  void raiseIgnoreLeavesTheRowAlone() {
    Program body = body(p -> p.emit(Opcode.Halt, 0, StatementTransaction.IGNORE));
    int ignored = b.newLabel();
    b.emit(Opcode.Integer, 1, 1);
    b.emit(Opcode.Program, 1, ignored, 9, body);
    b.emit(Opcode.Integer, 2, 1);
    b.place(ignored);
    row(1, 1);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("1");
  }

  @Test
  void triggerThatFiresItselfEndsAtTheDepthLimit() {
    P4.SubProgram self = new P4.SubProgram("trigger");
    self.define(body(p -> {
      p.emit(Opcode.Program, 1, 0, 9, self);
      p.emit(Opcode.Halt);
    }));
    b.emit(Opcode.Program, 1, 0, 9, self);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("error ERROR triggers nested too deep");
  }

  @Test
  void triggerIsNotEnteredTwiceWithoutRecursiveTriggers() {
    P4.SubProgram self = new P4.SubProgram("trigger");
    self.define(body(p -> {
      p.emit(Opcode.Program, 1, 0, 9, self, 1);
      p.emit(Opcode.Integer, 5, 2);
      p.emit(Opcode.ResultRow, 2, 1);
      p.emit(Opcode.Halt);
    }));
    b.emit(Opcode.Program, 1, 0, 9, self, 1);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("5");
  }

  @Test
  void errorInASubprogramEndsTheStatement() {
    Program body = body(p -> p.emit(Opcode.Halt, ResultCode.CONSTRAINT_TRIGGER.code(), StatementTransaction.ABORT, 0, "no"));
    b.emit(Opcode.Program, 1, 0, 9, body);
    b.emit(Opcode.Halt);
    assertThat(Programs.run(Programs.build(b), host)).isEqualTo("error CONSTRAINT_TRIGGER no");
  }

  @Test
  void constraintFailuresHaveSqlitesMessages() {
    String[] expected = {
      "error CONSTRAINT_NOTNULL NOT NULL constraint failed: t.a",
      "error CONSTRAINT_UNIQUE UNIQUE constraint failed: t.a",
      "error CONSTRAINT_CHECK CHECK constraint failed: t.a",
      "error CONSTRAINT_FOREIGNKEY FOREIGN KEY constraint failed: t.a"
    };
    ResultCode[] codes = {
      ResultCode.CONSTRAINT_NOTNULL, ResultCode.CONSTRAINT_UNIQUE, ResultCode.CONSTRAINT_CHECK, ResultCode.CONSTRAINT_FOREIGNKEY
    };
    for (int kind = 1; kind <= 4; kind++) {
      int number = kind;
      Program program = body(p -> p.emit(Opcode.Halt, codes[number - 1].code(), 2, 0, "t.a", number));
      assertThat(Programs.run(program, host)).isEqualTo(expected[kind - 1]);
    }
  }
}

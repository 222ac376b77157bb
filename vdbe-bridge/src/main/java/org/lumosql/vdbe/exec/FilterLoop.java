// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;

/**
 * The head of a loop over a cursor, as one piece: the tests that turn most rows away. In a program it reads
 *
 * <pre>
 *   head: Column  c, k, r        a comparison …
 *         Lt      x, next, r
 *         String8 'p', r         … or a pattern, any number of both
 *         Column  c, k, r+1
 *         Function like, r, s
 *         IfNot   s, next
 *         …                      what is done with a row that passes
 *   next: Next    c, head
 * </pre>
 *
 * The dispatch loop looks for one when it has been running for a while, so that statements that look at a few rows pay nothing. Here the row is tested and
 * the cursor moved on without going through dispatch, until a row passes. What the instructions do is done by the same bodies, and registers are set as they
 * would be.
 */
final class FilterLoop {
  private static final int ROWS_BETWEEN_POLLS = 1000;

  /** Address of the Next. */
  final int next;

  private final Program program;
  private final int cursor;
  private final Test[] tests;
  /** Where a row goes that passes. */
  private final int passed;

  private FilterLoop(Program program, int next, Test[] tests, int passed) {
    this.program = program;
    this.next = next;
    this.cursor = program.p1()[next];
    this.tests = tests;
    this.passed = passed;
  }

  /** A Column and what looks at its value: a comparison, or a function whose result says whether the row passes. */
  private static final class Test {
    final int address;
    /** Whether the test before this one has read the same column into the same register: {@code a >= 1 AND a < 5}. */
    final boolean isRead;
    final int column;
    final int flags;
    final int target;
    /** The comparison, or the instruction that looks at the function's result. */
    final int jump;
    final int left;
    final int right;
    /** Bits 0, 1 and 2: whether the comparison jumps, that is, the row is turned away, if left is less, equal, greater. */
    final int jumps;
    /** Null for a comparison. */
    final P4.Call call;

    Test(Program program, int address, P4.Call call, Test before) {
      this.address = address;
      this.column = program.p2()[address];
      this.target = program.p3()[address];
      this.flags = program.p5()[address];
      this.call = call;
      this.jump = call == null ? address + 1 : address + 2;
      this.isRead = before != null && before.call == null && before.column == column && before.target == target && before.flags == flags;
      this.left = program.p3()[jump];
      this.right = program.p1()[jump];
      int opcode = program.opcodes()[jump];
      this.jumps =
          (ComparisonOps.answer(opcode, -1) ? 1 : 0) | (ComparisonOps.answer(opcode, 0) ? 2 : 0) | (ComparisonOps.answer(opcode, 1) ? 4 : 0);
    }
  }

  /**
   * The loop whose Next has just jumped to its head, if it begins with tests.
   *
   * @param known an answer for another loop or the same, or null
   * @return null if the loop is of another kind
   */
  static FilterLoop at(Program program, int next, FilterLoop known) {
    if (known != null && known.program == program && known.next == next) {
      return known;
    }
    if (program.opcodes()[next] != Opcode.Next) {
      return null;
    }
    Test test = testAt(program, program.p2()[next], next, null);
    if (test == null) {
      return null; // asked again and again while other loops run: nothing has been allocated
    }
    List<Test> tests = new ArrayList<>();
    int address;
    do {
      tests.add(test);
      address = test.jump + 1;
      test = testAt(program, address, next, test);
    } while (test != null);
    return new FilterLoop(program, next, tests.toArray(new Test[0]), address);
  }

  private static Test testAt(Program program, int address, int next, Test before) {
    int[] opcodes = program.opcodes();
    int jump = address + 1;
    if (isColumn(program, address, next) && jump < next && ComparisonOps.isComparison(opcodes[jump]) && program.p2()[jump] == next) {
      return new Test(program, address, null, before);
    }
    jump = address + 3;
    if (jump < next
        && opcodes[address] == Opcode.String8
        && isColumn(program, address + 1, next)
        && (opcodes[address + 2] == Opcode.Function || opcodes[address + 2] == Opcode.PureFunc)
        && opcodes[jump] == Opcode.IfNot
        && program.p1()[jump] == program.p3()[address + 2]
        && program.p2()[jump] == next) {
      return new Test(program, address + 1, (P4.Call) program.p4()[address + 2], before);
    }
    return null;
  }

  private static boolean isColumn(Program program, int address, int next) {
    return program.opcodes()[address] == Opcode.Column && program.p1()[address] == program.p1()[next];
  }

  boolean isOf(Program other) {
    return program == other;
  }

  /** Tests the row that the cursor is on, and those behind it until one passes. Returns the address to go on from. */
  int run(Machine machine) {
    Cursor rows = machine.cursors[cursor];
    int budget = ROWS_BETWEEN_POLLS;
    while (!passes(machine, rows)) {
      if (!CursorOps.next(rows)) {
        return next + 1;
      }
      if (--budget < 0) {
        machine.pc = next;
        machine.poll();
        budget = ROWS_BETWEEN_POLLS;
      }
    }
    return passed;
  }

  private boolean passes(Machine machine, Cursor rows) {
    Register[] registers = machine.registers;
    for (Test test : tests) {
      if (test.call != null) {
        if (!accepts(machine, rows, test)) {
          return false;
        }
        continue;
      }
      if (!test.isRead) {
        ColumnOps.column(machine, rows, test.column, registers[test.target], test.flags, test.address);
      }
      Register left = registers[test.left];
      Register right = registers[test.right];
      if (left.type() == Register.INTEGER && right.type() == Register.INTEGER) {
        int difference = Long.compare(left.integer(), right.integer());
        machine.compared = difference;
        if ((test.jumps >> difference + 1 & 1) != 0) {
          return false;
        }
      } else if (ComparisonOps.holds(machine, program.opcodes()[test.jump], right, left, program.p4()[test.jump], program.p5()[test.jump])) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(Machine machine, Cursor rows, Test test) {
    Register[] registers = machine.registers;
    int constant = test.address - 1;
    int function = test.address + 1;
    ValueOps.text(machine, registers[program.p2()[constant]], program.p4()[constant]);
    ColumnOps.column(machine, rows, test.column, registers[test.target], test.flags, test.address);
    FunctionOps.call(machine, program.p1()[function], program.p2()[function], program.p3()[function], test.call, function);
    return LogicOps.isTrue(machine, registers[test.right], program.p3()[test.jump] == 0 ? 1 : 0);
  }
}

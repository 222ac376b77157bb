// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.OpcodeTable;
import org.lumosql.vdbe.P4;

/**
 * The dispatch loop: fetches an instruction and calls its body. Nothing else happens here, so that the loop stays far below the size
 * that the JVM's compiler takes (8,000 bytes of bytecode). Opcodes that seldom run once per row go through {@link OtherJumps} and {@link OtherOps},
 * which switch again: the compiler leaves out arms of a switch that never ran and has to start again when one does, so the
 * loop has few of them.
 *
 * <p>Interrupts and the progress handler are looked at when jumping backwards, after so many instructions.
 */
final class Interpreter {
  private Interpreter() {}

  /** Runs until a row (true) or the end of the program (false). */
  static boolean run(Machine machine) {
    for (;;) {
      int outcome = loop(machine);
      if (outcome != SWITCH) {
        return outcome == ROW;
      }
    }
  }

  private static final int DONE = 0;
  private static final int ROW = 1;
  /** Another program is to run: a subprogram, or its caller again. */
  private static final int SWITCH = 2;

  // hot path
  private static int loop(Machine machine) {
    final int[] opcodes = machine.current.opcodes();
    final int[] p1 = machine.current.p1();
    final int[] p2 = machine.current.p2();
    final int[] p3 = machine.current.p3();
    final int[] p5 = machine.current.p5();
    final Object[] p4 = machine.current.p4();
    final Register[] r = machine.registers;
    final Cursor[] cursors = machine.cursors;
    int pc = machine.pc;
    int from = pc;
    int budget = machine.poll();
    int filterLoop = machine.filterLoopAddress();
    for (;;) {
      if (pc < from) {
        budget -= from - pc;
        if (budget < 0) {
          machine.pc = pc;
          budget = machine.poll();
          filterLoop = machine.findFilterLoop(from);
        }
        if (from == filterLoop) {
          pc = machine.runFilterLoop();
        }
      }
      from = pc;
      int opcode = opcodes[pc];
      switch (opcode) {
        case Opcode.Init:
        case Opcode.Goto:
          pc = p2[pc] != 0 || opcode == Opcode.Goto ? p2[pc] : pc + 1;
          continue;
        case Opcode.Gosub:
          r[p1[pc]].setInteger(pc);
          pc = p2[pc];
          continue;
        case Opcode.Return:
          pc = ControlOps.comeBack(r[p1[pc]], p3[pc], pc);
          continue;
        case Opcode.InitCoroutine:
          r[p1[pc]].setInteger(p3[pc] - 1);
          pc = p2[pc] != 0 ? p2[pc] : pc + 1;
          continue;
        case Opcode.Yield:
          pc = ControlOps.yield(r[p1[pc]], pc);
          continue;
        case Opcode.Jump:
          pc = ControlOps.jump(machine, pc);
          continue;
        case Opcode.Once:
          pc = machine.runsOnce(pc) ? pc + 1 : p2[pc];
          continue;
        case Opcode.If:
          pc = LogicOps.isTrue(machine, r[p1[pc]], p3[pc]) ? p2[pc] : pc + 1;
          continue;
        case Opcode.IfNot:
          pc = LogicOps.isTrue(machine, r[p1[pc]], p3[pc] == 0 ? 1 : 0) ? pc + 1 : p2[pc];
          continue;
        case Opcode.IsNull:
          pc = r[p1[pc]].isNull() ? p2[pc] : pc + 1;
          continue;
        case Opcode.NotNull:
          pc = r[p1[pc]].isNull() ? pc + 1 : p2[pc];
          continue;
        case Opcode.Eq:
        case Opcode.Ne:
        case Opcode.Lt:
        case Opcode.Le:
        case Opcode.Gt:
        case Opcode.Ge:
          pc = ComparisonOps.holds(machine, opcode, r[p1[pc]], r[p3[pc]], p4[pc], p5[pc]) ? p2[pc] : pc + 1;
          continue;
        case Opcode.Next:
          pc = CursorOps.next(cursors[p1[pc]]) ? p2[pc] : pc + 1;
          continue;
        case Opcode.SeekRowid:
          pc = SeekOps.seekRowid(machine, cursors[p1[pc]], r[p3[pc]]) ? pc + 1 : p2[pc];
          continue;
        case Opcode.SeekGE:
          pc = SeekOps.seek(machine, opcode, cursors[p1[pc]], p3[pc], p4[pc]) ? pc + 1 : p2[pc];
          continue;
        case Opcode.IdxGT:
          pc = IndexOps.entryIs(machine, opcode, cursors[p1[pc]], p3[pc], p4[pc]) ? p2[pc] : pc + 1;
          continue;
        case Opcode.Prev:
          pc = CursorOps.previous(cursors[p1[pc]]) ? p2[pc] : pc + 1;
          continue;
        case Opcode.Halt:
          machine.pc = pc;
          return ControlOps.halt(machine, pc) ? DONE : SWITCH;
        case Opcode.HaltIfNull:
          if (r[p3[pc]].isNull()) {
            machine.pc = pc;
            return ControlOps.halt(machine, pc) ? DONE : SWITCH;
          }
          break;
        case Opcode.Program:
          if (ControlOps.enter(machine, pc)) {
            return SWITCH;
          }
          break;
        case Opcode.ResultRow:
          machine.setResult(p1[pc], p2[pc]);
          machine.pc = pc + 1;
          return ROW;
        case Opcode.Column:
          ColumnOps.column(machine, cursors[p1[pc]], p2[pc], r[p3[pc]], p5[pc], pc);
          break;
        case Opcode.DeferredSeek:
          SeekOps.defer(machine, cursors[p1[pc]], cursors[p3[pc]], (int[]) p4[pc]);
          break;
        case Opcode.AggStep:
          FunctionOps.step(machine, (P4.Call) p4[pc], r, p2[pc], r[p3[pc]], pc);
          break;
        case Opcode.MakeRecord:
          RecordOps.makeRecord(machine, p1[pc], p2[pc], p3[pc], (String) p4[pc]);
          break;
        case Opcode.Rowid:
          ColumnOps.rowid(cursors[p1[pc]], r[p2[pc]]);
          break;
        case Opcode.Integer:
          r[p2[pc]].setInteger(p1[pc]);
          break;
        case Opcode.Add:
          ArithmeticOps.add(machine, r[p1[pc]], r[p2[pc]], r[p3[pc]]);
          break;
        case Opcode.Subtract:
          ArithmeticOps.subtract(machine, r[p1[pc]], r[p2[pc]], r[p3[pc]]);
          break;
        case Opcode.Multiply:
          ArithmeticOps.multiply(machine, r[p1[pc]], r[p2[pc]], r[p3[pc]]);
          break;
        case Opcode.Copy:
          ValueOps.copy(r, p1[pc], p2[pc], p3[pc], p5[pc]);
          break;
        case Opcode.SCopy:
          r[p2[pc]].viewOf(r[p1[pc]]);
          break;
        case Opcode.AddImm:
          ValueOps.addImmediate(machine, r[p1[pc]], p2[pc]);
          break;
        case Opcode.RealAffinity:
          ValueOps.realAffinity(r[p1[pc]]);
          break;
        default:
          pc =
              opcode < FIRST_STRAIGHT || OpcodeTable.isJump(opcode)
                  ? OtherJumps.execute(machine, opcode, pc)
                  : OtherOps.execute(machine, opcode, pc);
          continue;
      }
      pc++;
    }
  }

  /** Opcodes below this one jump, or are with those that do. */
  private static final int FIRST_STRAIGHT = Opcode.PureFunc;
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;

/** The opcodes that jump and are rare: one more switch away from the dispatch loop. */
final class OtherJumps {
  private OtherJumps() {}

  /** Returns the address of the next instruction. */
  static int execute(Machine machine, int opcode, int pc) {
    boolean jumps =
        opcode >= Opcode.SeekLT && opcode <= Opcode.NotExists
            || opcode >= Opcode.IdxLE && opcode <= Opcode.IdxGE
            || opcode == Opcode.SorterCompare
            || opcode == Opcode.Filter
        ? Searches.holds(machine, opcode, pc)
        : holds(machine, opcode, pc);
    return jumps ? machine.operand2(pc) : pc + 1;
  }

  private static boolean holds(Machine machine, int opcode, int pc) {
    Register[] registers = machine.registers;
    switch (opcode) {
      case Opcode.Transaction:
        machine.transaction.begin(
            machine.operand1(pc),
            machine.operand2(pc),
            machine.operand3(pc),
            machine.operand4(pc),
            machine.operand5(pc) != 0);
        return false;
      case Opcode.AutoCommit:
        TransactionOps.autoCommit(machine, machine.operand1(pc) != 0, machine.operand2(pc) != 0);
        return false;
      case Opcode.Savepoint:
        TransactionOps.savepoint(machine, machine.operand1(pc), (String) machine.operand4(pc));
        return false;
      case Opcode.Not:
        LogicOps.not(machine, registers[machine.operand1(pc)], registers[machine.operand2(pc)]);
        return false;
      case Opcode.Or:
      case Opcode.And:
        logic(machine, opcode, pc);
        return false;
      case Opcode.IfSizeBetween:
        return CursorOps.isSizeBetween(
            machine.cursors[machine.operand1(pc)], machine.operand3(pc), ((Number) machine.operand4(pc)).intValue());
      case Opcode.RowSetRead:
        return !RowSetOps.read(machine, registers[machine.operand1(pc)], registers[machine.operand3(pc)]);
      case Opcode.RowSetTest:
        return RowSetOps.test(
            machine, registers[machine.operand1(pc)], registers[machine.operand3(pc)], machine.operand4(pc));
      case Opcode.FkIfZero:
        return ForeignKeyOps.isZero(machine, machine.operand1(pc) != 0);
      case Opcode.IncrVacuum:
        return !FileOps.incrementalVacuum(machine, machine.operand1(pc));
      case Opcode.VFilter:
        return !VirtualOps.filter(machine, pc);
      case Opcode.VUpdate:
        VirtualOps.update(machine, pc);
        return false;
      case Opcode.Checkpoint:
        FileOps.checkpoint(machine, machine.operand1(pc), machine.operand2(pc), machine.operand3(pc));
        return false;
      case Opcode.JournalMode:
        FileOps.journalMode(machine, machine.operand1(pc), registers[machine.operand2(pc)], machine.operand3(pc));
        return false;
      case Opcode.Vacuum:
        FileOps.vacuum(machine, machine.operand1(pc), machine.operand2(pc));
        return false;
      case Opcode.Rewind:
        return !CursorOps.rewind(machine.cursors[machine.operand1(pc)]) && machine.operand2(pc) != 0;
      case Opcode.Last:
        return !CursorOps.last(machine.cursors[machine.operand1(pc)]) && machine.operand2(pc) != 0;
      case Opcode.SorterSort:
      case Opcode.Sort:
        return !SorterOps.sort(machine.cursors[machine.operand1(pc)]);
      case Opcode.IfEmpty:
        return CursorOps.isEmpty(machine.cursors[machine.operand1(pc)]);
      case Opcode.IfPos:
        return CounterOps.ifPositive(registers[machine.operand1(pc)], machine.operand3(pc));
      case Opcode.IfNotZero:
        return CounterOps.ifNotZero(registers[machine.operand1(pc)]);
      case Opcode.DecrJumpZero:
        return CounterOps.decrementIsZero(registers[machine.operand1(pc)]);
      case Opcode.MustBeInt:
        return !CounterOps.isInteger(machine, registers[machine.operand1(pc)], machine.operand2(pc));
      case Opcode.ElseEq:
        return machine.compared == 0;
      case Opcode.IfNullRow:
        return ColumnOps.ifNullRow(machine.cursors[machine.operand1(pc)], registers[machine.operand3(pc)]);
      case Opcode.IsType:
        return ColumnOps.isType(machine, pc);
      case Opcode.SorterNext:
        return SorterOps.next(machine.cursors[machine.operand1(pc)]);
      case Opcode.SequenceTest:
        return CursorOps.sequence(machine.cursors[machine.operand1(pc)]) == 0;
      case Opcode.VNext:
        return VirtualOps.next(machine.cursors[machine.operand1(pc)]);
      case Opcode.SeekScan:
        return false; // a hint: the seek that follows finds the entry in any case
      default:
        throw new AssertionError("no body for opcode " + opcode);
    }
  }

  private static void logic(Machine machine, int opcode, int pc) {
    Register left = machine.registers[machine.operand1(pc)];
    Register right = machine.registers[machine.operand2(pc)];
    Register out = machine.registers[machine.operand3(pc)];
    if (opcode == Opcode.And) {
      LogicOps.and(machine, left, right, out);
    } else {
      LogicOps.or(machine, left, right, out);
    }
  }
}

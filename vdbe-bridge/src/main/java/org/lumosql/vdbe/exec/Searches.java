// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.vdbe.Opcode;

/** The opcodes that look for an entry by a key in registers, and jump. */
final class Searches {
  private Searches() {}

  /** Whether the instruction jumps. */
  static boolean holds(Machine machine, int opcode, int pc) {
    Cursor cursor = opcode == Opcode.Filter ? null : machine.cursors[machine.operand1(pc)];
    int p3 = machine.operand3(pc);
    Object p4 = machine.operand4(pc);
    switch (opcode) {
      case Opcode.SeekLT:
      case Opcode.SeekLE:
      case Opcode.SeekGT:
        return !SeekOps.seek(machine, opcode, cursor, p3, p4);
      case Opcode.IdxLE:
      case Opcode.IdxLT:
      case Opcode.IdxGE:
        return IndexOps.entryIs(machine, opcode, cursor, p3, p4);
      case Opcode.NotExists:
        return !SeekOps.rowExists(cursor, machine.registers[p3].integer());
      case Opcode.Found:
        return SeekOps.keyExists(machine, cursor, p3, p4);
      case Opcode.NotFound:
        return !SeekOps.keyExists(machine, cursor, p3, p4);
      case Opcode.NoConflict:
        return !SeekOps.conflicts(machine, cursor, p3, p4);
      case Opcode.IfNoHope:
        return !SeekOps.hasHope(machine, cursor, p3, p4);
      case Opcode.IfNotOpen:
        return !CounterOps.isOpen(cursor);
      case Opcode.SorterCompare:
        return SorterOps.differs(machine, cursor, p3, p4);
      case Opcode.Filter:
        return !BloomFilter.mayContain(machine, machine.registers[machine.operand1(pc)], p3, p4);
      default:
        throw new AssertionError("no body for opcode " + opcode);
    }
  }
}

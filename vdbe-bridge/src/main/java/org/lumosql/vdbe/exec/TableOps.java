// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.record.KeyOrder;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;

/** The opcodes on cursors that are not common enough for the dispatch loop. */
final class TableOps {
  private TableOps() {}

  static void execute(Machine machine, int opcode, int pc) {
    int p1 = machine.operand1(pc);
    int p2 = machine.operand2(pc);
    int p3 = machine.operand3(pc);
    Register[] r = machine.registers;
    Cursor[] cursors = machine.cursors;
    switch (opcode) {
      case Opcode.Insert:
        RowOps.insert(machine, cursors[p1], r[p2], r[p3], machine.operand4(pc), machine.operand5(pc));
        break;
      case Opcode.IdxInsert:
        IndexOps.insert(machine, cursors[p1], r[p2], machine.operand5(pc));
        break;
      case Opcode.SorterInsert:
        SorterOps.insert(cursors[p1], r[p2]);
        break;
      case Opcode.SorterData:
        SorterOps.data(machine, cursors[p1], p2, p3);
        break;
      case Opcode.OpenRead:
        CursorOps.open(machine, p1, pc, false);
        break;
      case Opcode.OpenWrite:
        CursorOps.open(machine, p1, pc, true);
        break;
      case Opcode.ReopenIdx:
        CursorOps.reopen(machine, p1, pc);
        break;
      case Opcode.OpenEphemeral:
      case Opcode.OpenAutoindex:
        CursorOps.openEphemeral(machine, p1, machine.operand4(pc));
        break;
      case Opcode.OpenDup:
        CursorOps.openDuplicate(machine, p1, p2);
        break;
      case Opcode.OpenPseudo:
        CursorOps.openPseudo(machine, p1, p2);
        break;
      case Opcode.Close:
        machine.closeCursor(p1);
        break;
      case Opcode.SeekEnd:
        CursorOps.seekEnd(cursors[p1]);
        break;
      case Opcode.SeekHit:
        SeekOps.seekHit(cursors[p1], p2, p3);
        break;
      case Opcode.FinishSeek:
        cursors[p1].settle();
        break;
      case Opcode.Sequence:
        r[p2].setInteger(CursorOps.sequence(cursors[p1]));
        break;
      case Opcode.NewRowid:
        RowOps.newRowid(machine, cursors[p1], r[p2], p3);
        break;
      case Opcode.RowCell:
        RowOps.copyRow(machine, cursors[p1], cursors[p2], p3, pc);
        break;
      case Opcode.Delete:
        RowOps.delete(machine, cursors[p1], p2, machine.operand4(pc), machine.operand5(pc));
        break;
      case Opcode.RowData:
        ColumnOps.rowData(machine, cursors[p1], r[p2]);
        break;
      case Opcode.NullRow:
        ColumnOps.nullRow(machine, p1);
        break;
      case Opcode.IdxDelete:
        IndexOps.delete(machine, cursors[p1], p2, pc);
        break;
      case Opcode.IdxRowid:
        IndexOps.rowid(machine, cursors[p1], r[p2]);
        break;
      case Opcode.Count:
        CursorOps.count(cursors[p1], r[p2], p3);
        break;
      case Opcode.SorterOpen:
        SorterOps.open(machine, p1, (KeyOrder) machine.operand4(pc));
        break;
      case Opcode.ResetSorter:
        SorterOps.reset(machine, cursors[p1]);
        break;
      case Opcode.FilterAdd:
        BloomFilter.add(machine, r[p1], p3, machine.operand4(pc));
        break;
      case Opcode.RowSetAdd:
        RowSetOps.add(machine, r[p1], r[p2]);
        break;
      case Opcode.FkCounter:
        ForeignKeyOps.count(machine, p1 != 0, p2);
        break;
      case Opcode.FkCheck:
        ForeignKeyOps.check(machine);
        break;
      default:
        SchemaOps.execute(machine, opcode, pc);
        break;
    }
  }
}

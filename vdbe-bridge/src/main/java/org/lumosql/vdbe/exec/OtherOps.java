// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.value.Register;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/** The opcodes that go on with the next instruction and are not common enough for the dispatch loop. */
final class OtherOps {
  private OtherOps() {}

  /** Returns the address of the next instruction. */
  static int execute(Machine machine, int opcode, int pc) {
    int p1 = machine.operand1(pc);
    int p2 = machine.operand2(pc);
    int p3 = machine.operand3(pc);
    Object p4 = machine.operand4(pc);
    Register[] r = machine.registers;
    switch (opcode) {
      case Opcode.EndCoroutine:
        return ControlOps.endCoroutine(machine, r[p1], pc);
      case Opcode.Function:
      case Opcode.PureFunc:
        FunctionOps.call(machine, p1, p2, p3, (P4.Call) p4, pc);
        break;
      case Opcode.Int64:
        r[p2].setInteger(p4 == null ? wide(p1, p3) : ((Number) p4).longValue());
        break;
      case Opcode.Real:
        r[p2].setReal(p4 == null ? Double.longBitsToDouble(wide(p1, p3)) : ((Number) p4).doubleValue());
        break;
      case Opcode.String8:
        ValueOps.text(machine, r[p2], p4);
        break;
      case Opcode.Blob:
        ValueOps.blob(r[p2], p1, (byte[]) p4);
        break;
      case Opcode.BeginSubrtn:
      case Opcode.Null:
        ValueOps.nulls(r, p1, p2, p3);
        break;
      case Opcode.SoftNull:
        r[p1].setNull();
        break;
      case Opcode.Variable:
        ValueOps.variable(machine, p1, r[p2]);
        break;
      case Opcode.Move:
        ValueOps.move(r, p1, p2, p3);
        break;
      case Opcode.IntCopy:
        ValueOps.intCopy(machine, r[p1], r[p2]);
        break;
      case Opcode.Cast:
        ValueOps.cast(machine, r[p1], p2);
        break;
      case Opcode.OffsetLimit:
        ValueOps.offsetLimit(r[p1], r[p2], r[p3]);
        break;
      case Opcode.MemMax:
        CounterOps.maximum(machine, p1, r[p2]);
        break;
      case Opcode.Param:
        ControlOps.parameter(machine, p1, r[p2]);
        break;
      case Opcode.Divide:
        ArithmeticOps.divide(machine, r[p1], r[p2], r[p3]);
        break;
      case Opcode.Remainder:
        ArithmeticOps.remainder(machine, r[p1], r[p2], r[p3]);
        break;
      case Opcode.Concat:
        ArithmeticOps.concat(machine, r[p1], r[p2], r[p3]);
        break;
      case Opcode.BitAnd:
      case Opcode.BitOr:
      case Opcode.ShiftLeft:
      case Opcode.ShiftRight:
        ArithmeticOps.bits(machine, opcode, r[p1], r[p2], r[p3]);
        break;
      case Opcode.BitNot:
        ArithmeticOps.bitNot(machine, r[p1], r[p2]);
        break;
      case Opcode.IsTrue:
        LogicOps.isTrue(machine, r[p1], r[p2], p3, p4);
        break;
      case Opcode.ZeroOrNull:
        LogicOps.zeroOrNull(r[p1], r[p3], r[p2]);
        break;
      case Opcode.Compare:
        ComparisonOps.compare(machine, pc);
        break;
      case Opcode.Affinity:
        RecordOps.affinity(machine, p1, p2, (String) p4);
        break;
      case Opcode.TypeCheck:
        RecordOps.typeCheck(machine, p1, p3, (P4.TableInfo) p4);
        break;
      case Opcode.AggInverse:
        FunctionOps.inverse(machine, pc);
        break;
      case Opcode.AggValue:
        FunctionOps.value(machine, pc);
        break;
      case Opcode.AggFinal:
        FunctionOps.finish(machine, pc);
        break;
      case Opcode.CollSeq:
        if (p1 != 0) {
          r[p1].setInteger(0);
        }
        break;
      case Opcode.ResetCount:
        machine.publishChanges();
        break;
      case Opcode.CursorLock:
        machine.locked = machine.cursors[p1].lock(machine.locked);
        break;
      case Opcode.CursorUnlock:
        machine.locked = machine.cursors[p1].unlock();
        break;
      case Opcode.Offset:
        r[p3].setNull();
        break;
      case Opcode.ClrSubtype:
        r[p1].setSubtype(0);
        break;
      case Opcode.GetSubtype:
        ValueOps.getSubtype(r[p1], r[p2]);
        break;
      case Opcode.SetSubtype:
        ValueOps.setSubtype(machine, r[p1], r[p2]);
        break;
      case Opcode.Permutation:
      case Opcode.ColumnsUsed:
      case Opcode.CursorHint:
      case Opcode.TableLock:
      case Opcode.ReleaseReg:
      case Opcode.Noop:
      case Opcode.Explain:
      case Opcode.Abortable:
      case Opcode.Trace:
        break;
      default:
        TableOps.execute(machine, opcode, pc);
        break;
    }
    return pc + 1;
  }

  /** Without P4, P1 and P3 are the halves of 64 bits. */
  private static long wide(int low, int high) {
    return (long) high << 32 | low & 0xffffffffL;
  }
}

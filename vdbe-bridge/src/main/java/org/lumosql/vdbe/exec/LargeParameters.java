// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.Program;

/**
 * Whether a parameter goes into one stored row and nowhere else, so that its bytes can be written piece by piece while they are read from a stream: as in
 * {@code INSERT INTO t VALUES (?, ?)} and {@code UPDATE t SET a = ? WHERE id = ?}. Judged by the program's instructions: one that is not known here, such as any that makes a
 * loop, calls a function or fires a trigger, is a no. Then the value is read into memory as others are.
 */
final class LargeParameters {
  /** What an instruction does with a register. */
  private enum Use {
    NONE,
    /** Looks at its type alone. */
    TYPE,
    /** Puts it into a record. */
    RECORD,
    /** Stores it as a record. */
    STORE,
    OTHER
  }

  /** The last affinity that leaves texts as they are. */
  private static final char TEXT_AFFINITY = 'B';

  private final Program program;
  private final boolean isText;

  private LargeParameters(Program program, boolean isText) {
    this.program = program;
    this.isText = isText;
  }

  /** @param isText whether the parameter is a text, which affinities may change; else it is a blob */
  static boolean isStoredOnly(Program program, int parameter, boolean isText) {
    LargeParameters judge = new LargeParameters(program, isText);
    int uses = 0;
    for (int address = 0; address < program.size(); address++) {
      if (program.opcodes()[address] == Opcode.Variable && program.p1()[address] == parameter) {
        uses++;
        if (!judge.isStoredOnly(program.p2()[address], address)) {
          return false;
        }
      }
    }
    return uses == 1; // a stream is read once
  }

  private boolean isStoredOnly(int register, int variable) {
    int records = 0;
    for (int address = 0; address < program.size(); address++) {
      Use use = address == variable ? Use.NONE : use(address, register);
      if (use == Use.RECORD) {
        records++;
        if (!isRecordStoredOnly(program.p3()[address], address)) {
          return false;
        }
      } else if (use == Use.OTHER || use == Use.STORE) {
        return false;
      }
    }
    return records == 1;
  }

  private boolean isRecordStoredOnly(int record, int maker) {
    int stores = 0;
    for (int address = 0; address < program.size(); address++) {
      Use use = address == maker ? Use.NONE : use(address, record);
      if (use == Use.STORE) {
        stores++;
      } else if (use != Use.NONE) {
        return false;
      }
    }
    return stores == 1;
  }

  private Use use(int address, int register) {
    int p1 = program.p1()[address];
    int p2 = program.p2()[address];
    int p3 = program.p3()[address];
    Object p4 = program.p4()[address];
    switch (program.opcodes()[address]) {
      case Opcode.Init:
      case Opcode.Noop:
      case Opcode.Goto:
      case Opcode.Halt:
      case Opcode.Transaction:
      case Opcode.TableLock:
      case Opcode.OpenRead:
      case Opcode.OpenWrite:
      case Opcode.Close:
      case Opcode.Explain:
      case Opcode.ResetCount:
        return Use.NONE;
      case Opcode.Integer:
      case Opcode.Int64:
      case Opcode.Real:
      case Opcode.String8:
      case Opcode.Blob:
      case Opcode.Rowid:
      case Opcode.Variable:
        return other(p2 == register);
      case Opcode.Column:
      case Opcode.SeekRowid:
      case Opcode.NotExists:
        return other(p3 == register);
      case Opcode.SoftNull:
      case Opcode.MustBeInt:
      case Opcode.RealAffinity:
        return other(p1 == register);
      case Opcode.NewRowid:
        return other(p2 == register || p3 == register);
      case Opcode.Null:
        return other(register >= p2 && register <= Math.max(p2, p3));
      case Opcode.SCopy:
        return other(p1 == register || p2 == register);
      case Opcode.Copy:
        return other(isIn(register, p1, p3 + 1) || isIn(register, p2, p3 + 1));
      case Opcode.NoConflict:
        return other(isIn(register, p3, ((Number) p4).intValue()));
      case Opcode.IdxInsert:
        return other(p2 == register || p4 instanceof Number count && isIn(register, p3, count.intValue()));
      case Opcode.IdxDelete:
        return other(isIn(register, p2, program.p5()[address]));
      case Opcode.IsNull:
      case Opcode.NotNull:
        return p1 == register ? Use.TYPE : Use.NONE;
      case Opcode.HaltIfNull:
        return p3 == register ? Use.TYPE : Use.NONE;
      case Opcode.Affinity:
        return isIn(register, p1, ((String) p4).length()) ? converted((String) p4, register - p1, Use.TYPE) : Use.NONE;
      case Opcode.TypeCheck:
        // how many registers it looks at stands in the table: a text may be made a number by it
        return register < p1 ? Use.NONE : isText ? Use.OTHER : Use.TYPE;
      case Opcode.MakeRecord:
        return p3 == register
            ? Use.OTHER
            : isIn(register, p1, p2) ? converted((String) p4, register - p1, Use.RECORD) : Use.NONE;
      case Opcode.Insert:
        return p3 == register ? Use.OTHER : p2 == register ? Use.STORE : Use.NONE;
      default:
        return Use.OTHER;
    }
  }

  private static Use other(boolean is) {
    return is ? Use.OTHER : Use.NONE;
  }

  private static boolean isIn(int register, int first, int count) {
    return register >= first && register < first + count;
  }

  private Use converted(String affinities, int number, Use otherwise) {
    boolean stays = !isText || affinities == null || number >= affinities.length() || affinities.charAt(number) <= TEXT_AFFINITY;
    return stays ? otherwise : Use.OTHER;
  }
}

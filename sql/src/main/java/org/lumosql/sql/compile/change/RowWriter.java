// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Index;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Code that stores a row that has passed its checks: index entries first, then the record. */
final class RowWriter {
  private static final int COUNT_CHANGE = 0x01;

  /** The data cursor stays on the row. */
  static final int SAVE_POSITION = 0x02;

  /** The row was there already. */
  static final int IS_UPDATE = 0x04;

  /** The rowid was made by NewRowid: it is the largest. */
  static final int APPEND = 0x08;

  /** Nothing was written since the checks looked for conflicts. */
  static final int USE_SEEK_RESULT = 0x10;

  private static final int SET_LAST_ROWID = 0x20;

  private RowWriter() {}

  /** Emits the code. @param options a sum of the constants */
  static void write(Target target, RowRegisters row, UniqueChecks checks, int options) {
    ProgramBuilder program = target.environment().program();
    if ((options & IS_UPDATE) == 0) {
      PreUpdateCode.insert(target, row);
    }
    int countFlag = target.environment().isCounting() ? COUNT_CHANGE : 0;
    for (int i = 0; i < target.indexes().size(); i++) {
      Index index = target.indexes().get(i);
      if (checks.record(i) != 0) {
        int skip = program.newLabel();
        if (index.isPartial()) {
          program.emit(Opcode.IsNull, checks.record(i), skip);
        }
        int flags = index.isUnique() || index.isTable() ? options & USE_SEEK_RESULT : 0;
        if (index.isTable()) {
          flags |= countFlag | options & (IS_UPDATE | SAVE_POSITION);
        }
        long count = index.isTable() ? index.keyCount() : index.parts().size();
        program.emit(Opcode.IdxInsert, target.indexCursor(i), checks.record(i), checks.fields(i), count, flags);
        program.place(skip);
      }
    }
    if (target.table().hasRowid()) {
      int record = program.newRegister();
      program.emit(Opcode.MakeRecord, row.firstColumn(), row.storedCount(), record);
      int flags = countFlag | options | ((options & IS_UPDATE) != 0 ? 0 : SET_LAST_ROWID);
      program.emit(Opcode.Insert, target.dataCursor(), record, row.rowid(), target.info(), flags);
    }
  }
}

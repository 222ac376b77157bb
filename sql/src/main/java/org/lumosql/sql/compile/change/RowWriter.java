// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Index;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Code that stores a row that has passed its checks: index entries first, then the record. */
final class RowWriter {
  private static final int COUNT_CHANGE = 0x01;
  private static final int IS_UPDATE = 0x04;
  private static final int APPEND = 0x08;
  private static final int USE_SEEK_RESULT = 0x10;
  private static final int SET_LAST_ROWID = 0x20;

  private RowWriter() {}

  /**
   * Emits the code.
   *
   * @param isUpdate of a row that was there
   * @param append the rowid was made by NewRowid: it is the largest
   * @param seekDone nothing was written since the checks looked for conflicts
   */
  static void write(
      Target target, RowRegisters row, UniqueChecks checks, boolean isUpdate, boolean append, boolean seekDone) {
    ProgramBuilder program = target.environment().program();
    int countFlag = target.environment().isCounting() ? COUNT_CHANGE : 0;
    int seekFlag = seekDone ? USE_SEEK_RESULT : 0;
    for (int i = 0; i < target.indexes().size(); i++) {
      Index index = target.indexes().get(i);
      if (checks.record(i) != 0) {
        int skip = program.newLabel();
        if (index.isPartial()) {
          program.emit(Opcode.IsNull, checks.record(i), skip);
        }
        int flags = index.isUnique() || index.isTable() ? seekFlag : 0;
        if (index.isTable()) {
          flags |= countFlag | (isUpdate ? IS_UPDATE : 0);
        }
        long count = index.isTable() ? index.keyCount() : index.parts().size();
        program.emit(Opcode.IdxInsert, target.indexCursor(i), checks.record(i), checks.fields(i), count, flags);
        program.place(skip);
      }
    }
    if (target.table().hasRowid()) {
      int record = program.newRegister();
      program.emit(Opcode.MakeRecord, row.firstColumn(), row.storedCount(), record);
      int flags = countFlag | (isUpdate ? IS_UPDATE : SET_LAST_ROWID) | seekFlag | (append ? APPEND : 0);
      program.emit(Opcode.Insert, target.dataCursor(), record, row.rowid(), target.info(), flags);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.error.ResultCode;
import org.lumosql.record.KeyOrder;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.compile.change.IndexKeys;
import org.lumosql.sql.compile.change.Target;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Code that fills an empty index from its table: all entries through a sorter, then into the tree in order. */
final class IndexFiller {
  private static final int BULK = 0x01;
  private static final int ROOT_IN_REGISTER = 0x10;
  private static final int USE_SEEK_RESULT = 0x10;
  private static final int UNIQUE_KIND = 2;

  private final Environment environment;
  private final ProgramBuilder program;

  IndexFiller(Environment environment) {
    this.environment = environment;
    this.program = environment.program();
  }

  /**
   * Emits the code.
   *
   * @param root register of the index's root page; 0 for an index that exists, whose tree is emptied first
   */
  void fill(Index index, int root) {
    Table table = index.table();
    KeyOrder order = index.keyOrder(environment.databases());
    Target target = new Target(environment, table, null);
    IndexKeys keys = new IndexKeys(target);
    int sorter = program.newCursor();
    int count = index.parts().size();
    int record = program.newRegister();
    int first = program.newRegisters(count);
    int read = program.newLabel();
    program.emit(Opcode.SorterOpen, sorter, 0, index.keyCount(), order);
    environment.context().openTable(table, target.dataCursor(), Opcode.OpenRead);
    program.emit(Opcode.Rewind, target.dataCursor(), read);
    int loop = program.address();
    int skip = program.newLabel();
    if (index.isPartial()) {
      keys.jumpIfNotIn(index, target.cursorAccess(), skip);
    }
    keys.fields(index, count, target.cursorAccess(), first);
    program.emit(Opcode.MakeRecord, first, count, record);
    program.emit(Opcode.SorterInsert, sorter, record);
    program.place(skip);
    program.emit(Opcode.Next, target.dataCursor(), loop);
    program.place(read);
    store(index, root, order, sorter, record);
    program.emit(Opcode.Close, target.dataCursor());
  }

  private void store(Index index, int root, KeyOrder order, int sorter, int record) {
    int cursor = program.newCursor();
    int database = index.table().database();
    int done = program.newLabel();
    environment.context().writeDatabase(database);
    if (root == 0) {
      program.emit(Opcode.Clear, index.rootPage(), database);
      program.emit(Opcode.OpenWrite, cursor, index.rootPage(), database, order, BULK);
    } else {
      program.emit(Opcode.OpenWrite, cursor, root, database, order, BULK | ROOT_IN_REGISTER);
    }
    program.emit(Opcode.SorterSort, sorter, done);
    int loop = program.address();
    if (index.isUnique()) {
      int distinct = program.newLabel();
      program.emit(Opcode.Goto, 0, distinct);
      loop = program.address();
      program.emit(Opcode.SorterCompare, sorter, distinct, record, (long) index.keyCount());
      program.emit(
          Opcode.Halt,
          ResultCode.CONSTRAINT_UNIQUE.code(),
          ConflictAction.ABORT.ordinal(),
          0,
          index.keyDescription(),
          UNIQUE_KIND);
      program.place(distinct);
    }
    program.emit(Opcode.SorterData, sorter, record, cursor);
    program.emit(Opcode.SeekEnd, cursor);
    program.emit(Opcode.IdxInsert, cursor, record, 0, null, USE_SEEK_RESULT);
    program.emit(Opcode.SorterNext, sorter, loop);
    program.place(done);
    program.emit(Opcode.Close, cursor);
    program.emit(Opcode.Close, sorter);
  }
}

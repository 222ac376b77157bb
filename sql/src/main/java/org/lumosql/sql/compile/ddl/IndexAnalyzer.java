// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.ddl;

import org.lumosql.function.FunctionDefinition;
import org.lumosql.function.StatisticsFunctions;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.compile.change.Environment;
import org.lumosql.sql.compile.change.IndexKeys;
import org.lumosql.sql.compile.change.Target;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Code that reads an index from end to end, tells {@link StatisticsFunctions} for each entry which field is the first that differs from the entry before,
 * and writes what they found: a row of averages, and a row per sample.
 */
final class IndexAnalyzer {
  private static final int APPEND = 8;
  private static final int NULLS_ARE_EQUAL = 0x80;

  private final ProgramBuilder program;
  private final Databases databases;
  private final Target target;
  private final Table table;
  private final Index index;
  private final Environment environment;
  private final int averagesCursor;
  private final int samplesCursor;
  private final int fieldCount;
  private final int state;
  private final int changed;
  private final int value;

  /** @param samplesCursor −1 if samples are not wanted; the target's data cursor is open */
  IndexAnalyzer(Environment environment, Target target, Index index, int averagesCursor, int samplesCursor) {
    this.environment = environment;
    this.program = environment.program();
    this.databases = environment.databases();
    this.target = target;
    this.table = index.table();
    this.index = index;
    this.averagesCursor = averagesCursor;
    this.samplesCursor = samplesCursor;
    this.fieldCount = index.isTable() ? index.keyCount() : index.parts().size();
    // as the functions want them: the state, then one or two arguments, then the limit
    this.state = program.newRegister();
    this.changed = program.newRegister();
    this.value = program.newRegisters(2);
  }

  /** @param row registers of the table's name, the index's name and the averages */
  void emit(int row) {
    SchemaWriter schema = new SchemaWriter(environment, table.database());
    schema.text(index.isTable() ? table.name() : index.name(), row + 1);
    int scan = program.newCursor();
    int empty = program.newLabel();
    int done = program.newLabel();
    int limit = databases.analysisLimit();
    environment.context().useDatabase(table.database());
    program.emit(Opcode.OpenRead, scan, index.rootPage(), table.database(), index.keyOrder(databases));
    program.emit(Opcode.Integer, limit, value + 1);
    program.emit(Opcode.Integer, fieldCount, state);
    program.emit(Opcode.Integer, index.keyCount(), changed);
    program.emit(Opcode.Count, scan, value);
    call(StatisticsFunctions.INIT, state, state);
    program.emit(Opcode.Rewind, scan, empty);
    loop(scan, limit);
    if (index.isPartial()) {
      program.place(empty);
    }
    get(StatisticsFunctions.AVERAGES, row + 2);
    insertAverages(program, averagesCursor, row);
    if (samplesCursor >= 0 && limit == 0) {
      if (index.isPartial()) {
        program.emit(Opcode.Cast, row + 2, 'D');
        program.emit(Opcode.IfNot, row + 2, done);
      }
      samples(row, done);
    }
    if (!index.isPartial()) {
      program.place(empty);
    }
    program.place(done);
    program.emit(Opcode.Close, scan);
  }

  /** Emits a row of {@code sqlite_stat1}. */
  static void insertAverages(ProgramBuilder program, int cursor, int row) {
    int record = program.newRegisters(2);
    program.emit(Opcode.MakeRecord, row, 3, record, "BBB");
    program.emit(Opcode.NewRowid, cursor, record + 1);
    program.emit(Opcode.Insert, cursor, record, record + 1, null, APPEND);
  }

  private void call(FunctionDefinition function, int first, int result) {
    program.emit(Opcode.Function, 0, first, result, new P4.Call(function, function.argumentCount()));
  }

  private void get(int what, int result) {
    program.emit(Opcode.Integer, what, changed);
    call(StatisticsFunctions.GET, state, result);
  }

  // ---- the entries ------------------------------------------------------------------------------------------------

  private void loop(int scan, int limit) {
    boolean keyIsIdentity = index.isTable() || index.isUnique() && isNotNull();
    int tested = (keyIsIdentity ? index.keyCount() : fieldCount) - 1;
    int previous = program.newRegisters(Math.max(1, tested));
    int[] differs = new int[tested + 1];
    for (int i = 0; i <= tested; i++) {
      differs[i] = program.newLabel();
    }
    program.emit(Opcode.Integer, 0, changed);
    program.emit(Opcode.Goto, 0, differs[0]);
    int loop = program.address();
    if (tested == 1 && index.keyCount() == 1 && index.isUnique()) {
      // behind an entry that is not NULL all are different; SQLite forgets that NULLs are the last if the order is descending
      program.emit(Opcode.NotNull, previous, differs[tested]);
    }
    for (int i = 0; i < tested; i++) {
      P4.Comparison comparison = new P4.Comparison(databases.requireCollation(index.parts().get(i).collation()));
      program.emit(Opcode.Integer, i, changed);
      program.emit(Opcode.Column, scan, i, value);
      program.emit(Opcode.Ne, value, differs[i], previous + i, comparison, NULLS_ARE_EQUAL);
    }
    program.emit(Opcode.Integer, tested, changed);
    program.emit(Opcode.Goto, 0, differs[tested]);
    for (int i = 0; i < tested; i++) {
      program.place(differs[i]);
      program.emit(Opcode.Column, scan, i, previous + i);
    }
    program.place(differs[tested]);
    identity(scan);
    int skip = value + 1;
    call(StatisticsFunctions.PUSH, state, skip);
    if (limit == 0) {
      program.emit(Opcode.Next, scan, loop);
      return;
    }
    int next = program.newLabel();
    int end = program.newLabel();
    program.emit(Opcode.IsNull, skip, next);
    program.emit(Opcode.If, skip, end);
    program.emit(Opcode.SeekGT, scan, end, previous, 1L);
    program.place(next);
    program.emit(Opcode.Next, scan, loop);
    program.place(end);
  }

  private boolean isNotNull() {
    return index.parts().subList(0, index.keyCount()).stream()
        .allMatch(part -> part.column() >= 0 && table.column(part.column()).notNull() != null);
  }

  /** Emits what tells the row of an entry: its rowid, or a record of its primary key. */
  private void identity(int scan) {
    if (table.hasRowid()) {
      program.emit(Opcode.IdxRowid, scan, value);
      return;
    }
    int count = target.keySize();
    int first = program.newRegisters(count);
    for (int i = 0; i < count; i++) {
      program.emit(Opcode.Column, scan, index.fieldOf(table.definition().primaryKey().get(i)), first + i);
    }
    program.emit(Opcode.MakeRecord, first, count, value);
  }

  // ---- the samples ------------------------------------------------------------------------------------------------

  private void samples(int row, int done) {
    int first = program.newRegisters(6);
    int key = program.newRegister();
    int fields = program.newRegisters(fieldCount);
    int record = program.newRegisters(2);
    program.emit(Opcode.SCopy, row, first);
    program.emit(Opcode.SCopy, row + 1, first + 1);
    int next = program.address();
    get(StatisticsFunctions.NEXT_SAMPLE, key);
    program.emit(Opcode.IsNull, key, done);
    get(StatisticsFunctions.EQUAL, first + 2);
    get(StatisticsFunctions.LESS, first + 3);
    get(StatisticsFunctions.DISTINCT_LESS, first + 4);
    if (table.hasRowid()) {
      program.emit(Opcode.NotExists, target.dataCursor(), next, key);
    } else {
      program.emit(Opcode.NotFound, target.dataCursor(), next, key, 0L);
    }
    SourceAccess access = target.cursorAccess();
    new IndexKeys(target).fields(index, fieldCount, access, fields);
    program.emit(Opcode.MakeRecord, fields, fieldCount, first + 5);
    program.emit(Opcode.MakeRecord, first, 6, record);
    program.emit(Opcode.NewRowid, samplesCursor, record + 1);
    program.emit(Opcode.Insert, samplesCursor, record, record + 1);
    program.emit(Opcode.Goto, 1, next);
  }
}

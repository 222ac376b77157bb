// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lumosql.error.ResultCode;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Uniqueness of the rowid and of the keys of indexes; makes the index entries of the row on the way. */
final class UniqueChecks {
  private static final int UNIQUE_KIND = 2;
  private static final int EQ_NOT_NULL = 0x90;

  private final Target target;
  private final RowRegisters row;
  private final Changed changed;
  private final int oldKey;
  private final ConflictAction policy;
  private final int ignore;
  private final IndexKeys keys;
  private final int[] records;
  private final int[] fields;
  private UpsertCompiler upsert;
  private boolean replaces;
  private boolean convertsLast;

  /** Register with the number of rows replaced while triggers or actions may have run; 0 if none do. */
  private int disturbances;

  UniqueChecks(
      Target target, RowRegisters row, Changed changed, int oldKey, ConflictAction policy, int ignore) {
    this.target = target;
    this.row = row;
    this.changed = changed;
    this.oldKey = oldKey;
    this.policy = policy;
    this.ignore = ignore;
    this.keys = new IndexKeys(target);
    this.records = new int[target.indexes().size()];
    this.fields = new int[records.length];
  }

  /** What ON CONFLICT clauses of an INSERT do. */
  void setUpsert(UpsertCompiler clauses) {
    upsert = clauses;
  }

  /** The register of an index's entry, NULL if the row is not in a partial index; 0 if the index does not change. */
  int record(int index) {
    return records[index];
  }

  /** The first register of the entry's fields. */
  int fields(int index) {
    return fields[index];
  }

  /** Whether other rows may have been deleted, so that cursors stand elsewhere. */
  boolean mayReplace() {
    return replaces;
  }

  private record Check(int index, ConflictAction action, int clause) {
    boolean isReplacing() {
      return action == ConflictAction.REPLACE;
    }
  }

  private static final int ROWID = -1;

  /**
   * Emits the checks, and the conversion of the row before the first index, where SQLite has it.
   *
   * @param rowidIsGiven whether the new rowid may be in use
   * @param isConverted whether the row has been converted before
   */
  void check(boolean rowidIsGiven, boolean isConverted) {
    boolean converted = isConverted;
    List<Check> order = order(rowidIsGiven);
    countDisturbances(order);
    for (Check check : order) {
      if (check.index == ROWID) {
        checkRowid(check.action);
      } else {
        convert(converted);
        converted = true;
        checkIndex(check.index, check.action);
      }
    }
    convertsLast = !converted;
    convert(converted);
    checkAgain(order);
  }

  // ---- again, after triggers ------------------------------------------------------------------------------------

  private void countDisturbances(List<Check> order) {
    boolean mayReplace = order.stream().anyMatch(check -> check.isReplacing() && isUnique(check));
    if (mayReplace && (new ForeignKeys(target).isParentOrChild() || deleteTriggers() != null)) {
      disturbances = target.environment().program().newRegister();
      target.environment().program().emit(Opcode.Integer, 0, disturbances);
    }
  }

  private boolean isUnique(Check check) {
    return check.index == ROWID || target.indexes().get(check.index).isUnique();
  }

  private void countDisturbance() {
    if (disturbances != 0) {
      target.environment().program().emit(Opcode.AddImm, disturbances, 1);
    }
  }

  /** Triggers and actions of replaced rows may have put others into their place, or kept them: then the change fails. */
  private void checkAgain(List<Check> order) {
    if (disturbances == 0) {
      return;
    }
    ProgramBuilder program = target.environment().program();
    int done = program.newLabel();
    program.emit(Opcode.IfNot, disturbances, done);
    if (target.table().hasRowid()) {
      int passed = program.newLabel();
      jumpUnlessRowidExists(passed);
      rowidFailure(program, target.table(), ConflictAction.ABORT);
      program.place(passed);
    }
    for (Check check : order) {
      if (check.index != ROWID && check.isReplacing() && records[check.index] != 0) {
        checkAgain(check.index);
      }
    }
    program.place(done);
  }

  private void checkAgain(int number) {
    Index index = target.indexes().get(number);
    if (!keyMayClash(index)) {
      return;
    }
    ProgramBuilder program = target.environment().program();
    int passed = program.newLabel();
    if (index.isPartial()) {
      program.emit(Opcode.IsNull, records[number], passed);
    }
    int cursor = target.indexCursor(number);
    program.emit(Opcode.NoConflict, cursor, passed, fields[number], (long) index.keyCount());
    if (oldKey != 0) {
      skipItself(identityOf(index, cursor), passed);
    }
    indexFailure(index, ConflictAction.ABORT);
    program.place(passed);
  }

  /** Whether nothing but the making of the record needed the row's columns converted. */
  boolean convertsLast() {
    return convertsLast;
  }

  private void convert(boolean isConverted) {
    if (!isConverted) {
      row.convert(target.environment().program());
    }
  }

  /**
   * The checks in SQLite's order; indexes that are declared to replace are the last of the table's. Clauses of ON CONFLICT with a target come first, one after
   * the other. The rowid comes before the indexes, or else where its clause is, or behind those clauses; if it alone is to replace, it is the very last.
   */
  private List<Check> order(boolean rowidIsGiven) {
    List<Check> order = new ArrayList<>();
    for (int i = 0; i < target.indexes().size(); i++) {
      Index index = target.indexes().get(i);
      if (changed.concerns(index)) {
        ConflictAction action = ConstraintChecks.effective(policy, index.definition().onConflict());
        order.add(new Check(i, action, index.isUnique() && upsert != null ? upsert.targetedClause(index) : Integer.MAX_VALUE));
      }
    }
    order.sort(Comparator.comparingInt(Check::clause));
    Table table = target.table();
    if (table.hasRowid() && rowidIsGiven) {
      ConflictAction action = ConstraintChecks.effective(policy, table.definition().rowidConflict());
      int clause = upsert == null ? 0 : Math.min(upsert.targetedClause(null), upsert.targetedClauses());
      Check check = new Check(ROWID, action, clause);
      boolean isLast = upsert == null && check.isReplacing() && policy != ConflictAction.REPLACE;
      order.add(isLast ? order.size() : (int) order.stream().filter(other -> other.clause() < clause).count(), check);
    }
    return order;
  }

  // ---- the rowid --------------------------------------------------------------------------------------------------

  private void checkRowid(ConflictAction action) {
    ProgramBuilder program = target.environment().program();
    int passed = program.newLabel();
    jumpUnlessRowidExists(passed);
    if (upsert == null || !upsert.handle(null, target.dataCursor(), ignore)) {
      switch (action) {
        case IGNORE:
          program.emit(Opcode.Goto, 0, ignore);
          break;
        case REPLACE:
          replaceRow(row.rowid());
          break;
        default:
          rowidFailure(program, target.table(), action);
          break;
      }
    }
    program.place(passed);
  }

  private void jumpUnlessRowidExists(int label) {
    ProgramBuilder program = target.environment().program();
    if (oldKey != 0) {
      program.emit(Opcode.Eq, row.rowid(), label, oldKey, null, EQ_NOT_NULL);
    }
    program.emit(Opcode.NotExists, target.dataCursor(), label, row.rowid());
  }

  /** Emits the failure of a row whose rowid another one has. */
  static void rowidFailure(ProgramBuilder program, Table table, ConflictAction action) {
    boolean hasAlias = table.rowidAlias() >= 0;
    ResultCode code = hasAlias ? ResultCode.CONSTRAINT_PRIMARYKEY : ResultCode.CONSTRAINT_ROWID;
    String column = hasAlias ? table.columnName(table.rowidAlias()) : "rowid";
    String text = table.name() + "." + column;
    program.emit(Opcode.Halt, code.code(), action.ordinal(), 0, text, UNIQUE_KIND);
  }

  /** Emits code that makes room for the new row: deletes the one in its way, or at least its index entries. */
  private void replaceRow(int key) {
    ForeignKeys foreignKeys = new ForeignKeys(target);
    RowTriggers triggers = deleteTriggers();
    target.environment().context().needStatementSavepoint();
    replaces = true;
    if (triggers != null || foreignKeys.isParentOrChild() || oldKey != 0) {
      new RowDeleter(target, triggers, foreignKeys, ConflictAction.REPLACE).delete(key, RowDeleter.Mode.REPLACED, null);
      countDisturbance();
    } else {
      PreUpdateCode.delete(target);
      if (RowDeleter.hasIndexes(target)) {
        RowDeleter.deleteEntries(target);
      }
    }
  }

  /** The triggers that a replaced row fires; null if it fires none. */
  private RowTriggers deleteTriggers() {
    if (!target.environment().isOn(Setting.RECURSIVE_TRIGGERS)) {
      return null;
    }
    RowTriggers triggers = RowTriggers.of(target, TriggerEvent.DELETE, null);
    return triggers.any() ? triggers : null;
  }

  // ---- indexes ----------------------------------------------------------------------------------------------------

  private void checkIndex(int number, ConflictAction action) {
    ProgramBuilder program = target.environment().program();
    Index index = target.indexes().get(number);
    int count = index.parts().size();
    int first = program.newRegisters(count);
    int record = program.newRegister();
    int passed = program.newLabel();
    records[number] = record;
    fields[number] = first;
    if (index.isPartial()) {
      program.emit(Opcode.Null, 0, record);
      keys.jumpIfNotIn(index, row, passed);
    }
    keys.fields(index, count, row, first);
    program.emit(Opcode.MakeRecord, first, count, record);
    if (keyMayClash(index)) {
      conflict(number, index, first, action, passed);
    }
    program.place(passed);
  }

  private boolean keyMayClash(Index index) {
    return index.isUnique() && !(index.isTable() && oldKey != 0 && !changed.identity());
  }

  private void conflict(int number, Index index, int first, ConflictAction action, int passed) {
    ProgramBuilder program = target.environment().program();
    int cursor = target.indexCursor(number);
    program.emit(Opcode.NoConflict, cursor, passed, first, (long) index.keyCount());
    int other = 0;
    if (oldKey != 0 || action == ConflictAction.REPLACE) {
      other = identityOf(index, cursor);
      skipItself(other, passed);
    }
    if (upsert != null && upsert.handle(index, cursor, ignore)) {
      return;
    }
    switch (action) {
      case IGNORE:
        program.emit(Opcode.Goto, 0, ignore);
        break;
      case REPLACE:
        target.environment().context().needStatementSavepoint();
        replaces = true;
        replace(other);
        countDisturbance();
        break;
      default:
        indexFailure(index, action);
        break;
    }
  }

  /** Emits the deletion of a row that has the key. Its triggers must not write to the table while an UPDATE is on its way through it. */
  private void replace(int other) {
    ProgramBuilder program = target.environment().program();
    RowTriggers triggers = deleteTriggers();
    boolean locks = triggers != null && oldKey != 0;
    if (locks) {
      program.emit(Opcode.CursorLock, target.dataCursor());
    }
    new RowDeleter(target, triggers, new ForeignKeys(target), ConflictAction.REPLACE).delete(other, RowDeleter.Mode.REPLACED, null);
    if (locks) {
      program.emit(Opcode.CursorUnlock, target.dataCursor());
    }
  }

  private void indexFailure(Index index, ConflictAction action) {
    boolean isPrimaryKey = index.definition().origin() == Index.Origin.PRIMARY_KEY;
    ResultCode code = isPrimaryKey ? ResultCode.CONSTRAINT_PRIMARYKEY : ResultCode.CONSTRAINT_UNIQUE;
    target.environment().program().emit(Opcode.Halt, code.code(), action.ordinal(), 0, index.keyDescription(), UNIQUE_KIND);
  }

  /** Emits code that reads which row an index entry belongs to. Returns the first register. */
  private int identityOf(Index index, int cursor) {
    ProgramBuilder program = target.environment().program();
    int first = program.newRegisters(target.keySize());
    if (target.table().hasRowid()) {
      program.emit(Opcode.IdxRowid, cursor, first);
    } else {
      for (int i = 0; i < target.keySize(); i++) {
        program.emit(Opcode.Column, cursor, index.fieldOf(target.keyColumns().get(i)), first + i);
      }
    }
    return first;
  }

  /** Emits a jump for an UPDATE whose row is in its own way only. */
  private void skipItself(int other, int passed) {
    if (oldKey == 0) {
      return;
    }
    ProgramBuilder program = target.environment().program();
    if (target.table().hasRowid()) {
      program.emit(Opcode.Eq, other, passed, oldKey, null, EQ_NOT_NULL);
      return;
    }
    int differs = program.newLabel();
    Index primaryKey = target.table().primaryKeyIndex();
    for (int i = 0; i < target.keySize(); i++) {
      Object collation = target.environment().databases().requireCollation(primaryKey.parts().get(i).collation());
      boolean last = i == target.keySize() - 1;
      program.emit(
          last ? Opcode.Eq : Opcode.Ne, other + i, last ? passed : differs, oldKey + i, collation, EQ_NOT_NULL);
    }
    program.place(differs);
  }
}

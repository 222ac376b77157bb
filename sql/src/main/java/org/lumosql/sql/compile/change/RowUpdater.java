// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.ast.Statement.TriggerTime;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Code that changes the row under the data cursor: for UPDATE and for the UPDATE of an UPSERT. */
final class RowUpdater {
  private final Target target;
  private final Environment environment;
  private final ProgramBuilder program;
  private final Table table;
  private final Changed changed;
  private final RowTriggers triggers;
  private final ForeignKeys foreignKeys;
  private final ConflictAction policy;
  private final Returning returning;
  private final ChangeCount count;
  private final boolean[] indexes;
  private boolean keepsPosition;

  /** The values of assigned columns. */
  interface NewValues {
    boolean isAssigned(int column);

    /** Emits code that puts a column's new value into a register. */
    void code(int column, int register);

    /** Emits code for the new rowid; false if none is assigned. */
    boolean codeRowid(int register);
  }

  /** @param names of assigned columns; @param returning or null; @param count or null */
  RowUpdater(
      Target target,
      Changed changed,
      List<String> names,
      ConflictAction policy,
      Returning returning,
      ChangeCount count) {
    this.target = target;
    this.environment = target.environment();
    this.program = environment.program();
    this.table = target.table();
    this.changed = changed;
    this.triggers = RowTriggers.of(target, TriggerEvent.UPDATE, names);
    this.foreignKeys = new ForeignKeys(target);
    this.policy = policy;
    this.returning = returning;
    this.count = count;
    this.indexes = new boolean[target.indexes().size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = changed.concerns(target.indexes().get(i));
    }
  }

  boolean hasTriggers() {
    return triggers.any();
  }

  /** Whether a changed row may be not all that is written. */
  boolean writesMore() {
    return triggers.any() || concernsKeys();
  }

  private boolean concernsKeys() {
    return environment.isOn(Setting.FOREIGN_KEYS) && foreignKeys.areConcerned(changed);
  }

  /** The indexes that must be open: those that change, or all if other rows may be replaced. */
  boolean[] openIndexes() {
    boolean replaces = changed.identity() && (policy == ConflictAction.REPLACE || policy == ConflictAction.DEFAULT && table.definition().rowidConflict() == ConflictAction.REPLACE);
    for (int i = 0; i < indexes.length; i++) {
      ConflictAction declared = target.indexes().get(i).definition().onConflict();
      replaces |= indexes[i] && (policy == ConflictAction.REPLACE || policy == ConflictAction.DEFAULT && declared == ConflictAction.REPLACE);
    }
    return replaces ? null : indexes;
  }

  /** Whether a row that is in the way of a changed one may be deleted. */
  private boolean mayReplace() {
    boolean isKeyChanged = changed.rowid();
    for (int i = 0; i < indexes.length; i++) {
      isKeyChanged |= indexes[i] && target.indexes().get(i).isUnique();
    }
    return isKeyChanged && openIndexes() == null;
  }

  /** Whether a changed row stays where it was and nothing else happens, so that a cursor may go on from it. */
  boolean keepsRowsInPlace() {
    return isHarmless() && !changed.identity() && openIndexes() != null;
  }

  /** The data cursor is to stay on the row. */
  void keepPosition() {
    keepsPosition = true;
  }

  /** Whether what follows the first change may fail. */
  boolean isHarmless() {
    return !triggers.any() && !concernsKeys() && !(foreignKeys.isParentOrChild() && openIndexes() == null);
  }

  /**
   * Emits the code. Requires: the data cursor is on the row.
   *
   * @param oldKey first register of the row's identity
   * @param next where to go on without changing the row
   */
  void update(int oldKey, NewValues values, int next) {
    RowPair rows = null;
    boolean concernsKeys = concernsKeys();
    if (concernsKeys) {
      foreignKeys.requireKeys(changed);
    }
    compileTriggers();
    if (triggers.any() || concernsKeys) {
      rows = triggers.any() ? triggers.rows() : RowPair.allocate(target);
      rows.loadOld(target, neededOfOld());
    }
    RowRegisters row = rows == null ? RowRegisters.allocate(table, program) : rows.fresh();
    newRow(row, oldKey, values, true);
    if (triggers.has(TriggerTime.BEFORE)) {
      row.convert(program);
      triggers.fire(TriggerTime.BEFORE, policy, next);
      // the triggers may have deleted the row or changed columns that this statement does not assign
      target.seek(oldKey, next);
      newRow(row, oldKey, values, false);
    }
    ConstraintChecks checks = new ConstraintChecks(target, row, changed, oldKey, policy, next);
    try {
      checks.check(changed.rowid());
    } catch (SqlException e) { // of a row that is replaced
      throw concernsKeys ? foreignKeys.insteadOf(e, changed) : e;
    }
    if (checks.uniques().mayReplace() || changed.identity()) {
      // looking for conflicts moved the cursor
      target.seek(oldKey, next);
    }
    if (concernsKeys) {
      foreignKeys.check(rows.old(), null, changed);
    }
    PreUpdateCode.update(target, row);
    new IndexKeys(target).delete(target.cursorAccess(), indexes, -1);
    if (changed.identity() || concernsKeys && foreignKeys.needDeletion(changed)) {
      program.emit(Opcode.Delete, target.dataCursor(), 0, 0, target.info());
    }
    if (concernsKeys) {
      foreignKeys.check(null, row, changed);
    }
    int flags = RowWriter.IS_UPDATE | (keepsPosition ? RowWriter.SAVE_POSITION : 0);
    RowWriter.write(target, row, checks.uniques(), flags);
    if (concernsKeys) {
      foreignKeys.act(rows.old(), row, changed);
    }
    finish(checks.returned(), next);
  }

  /** The columns of the old row that triggers and foreign keys read; null for all. */
  private boolean[] neededOfOld() {
    boolean[] needed = new boolean[table.columnCount()];
    foreignKeys.markColumns(needed);
    return returning == null && triggers.markOld(policy, needed) ? needed : null;
  }

  private void compileTriggers() {
    try {
      triggers.compile(policy);
    } catch (SqlException e) {
      throw insteadOf(e);
    }
  }

  /** Something before or beside the change of a row could not be compiled: SQLite goes on, and tells rather what is wrong with the keys that the change concerns. */
  SqlException insteadOf(SqlException part) {
    SqlException failure = mayReplace() ? foreignKeys.insteadOf(part, null) : part;
    return concernsKeys() ? foreignKeys.insteadOf(failure, changed) : failure;
  }

  private void finish(SourceAccess row, int next) {
    if (count != null) {
      count.add();
    }
    triggers.fireAfter(
        policy,
        next,
        () -> {
          if (returning != null) {
            returning.row(row);
          }
        });
  }

  /** Emits code that fills in the new row. @param first false to take only what is not assigned from the row again */
  private void newRow(RowRegisters row, int oldKey, NewValues values, boolean first) {
    SourceAccess cursor = target.cursorAccess();
    if (first) {
      newRowid(row, oldKey, values);
    }
    for (int i = 0; i < table.columnCount(); i++) {
      Column column = table.column(i);
      if (row.columnRegister(i) == row.rowid()) {
        program.emit(Opcode.Null, 0, row.register(i));
      } else if (values.isAssigned(i)) {
        if (first) {
          values.code(i, row.register(i));
        }
      } else if (!column.isGenerated()) {
        cursor.column(environment.context(), i, row.register(i));
      } else if (first && !column.isVirtual()) {
        program.emit(Opcode.Null, 0, row.register(i));
      }
    }
    GeneratedColumns.compute(target, row);
  }

  private void newRowid(RowRegisters row, int oldKey, NewValues values) {
    if (!table.hasRowid()) {
      program.emit(Opcode.Null, 0, row.rowid());
    } else if (values.codeRowid(row.rowid())) {
      program.emit(Opcode.MustBeInt, row.rowid());
    } else {
      program.emit(Opcode.Copy, oldKey, row.rowid());
    }
  }
}

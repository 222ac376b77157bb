// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Index;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement.TriggerTime;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** Code that deletes one row with all that belongs to it: triggers, foreign keys, index entries, the row itself. */
final class RowDeleter {
  private static final int COUNT_CHANGE = 1;
  private static final int SAVE_POSITION = 2;

  private final Target target;
  private final RowTriggers triggers;
  private final ForeignKeys foreignKeys;
  private final ConflictAction policy;
  private int findingIndex = -1;

  /** @param triggers those that fire, null for none */
  RowDeleter(Target target, RowTriggers triggers, ForeignKeys foreignKeys, ConflictAction policy) {
    this.target = target;
    this.triggers = triggers;
    this.foreignKeys = foreignKeys;
    this.policy = policy;
  }

  /** The cursor of an index stands on the row's entry, and is to go on from there. @param number of the index, −1 for none */
  void setFindingIndex(int number) {
    findingIndex = number;
  }

  /** How a row is deleted. */
  record Mode(boolean counted, boolean isPositioned, boolean keepsPosition) {
    /** The cursor must be moved to the row first. */
    static final Mode SEEK = new Mode(true, false, false);
    /** As SEEK, but it is part of an INSERT or UPDATE, and no change of its own. */
    static final Mode REPLACED = new Mode(false, false, false);
  }

  /**
   * Emits the code.
   *
   * @param key first register of the row's identity
   * @param returning or null
   */
  void delete(int key, Mode mode, Returning returning) {
    ProgramBuilder program = target.environment().program();
    int gone = program.newLabel();
    if (!mode.isPositioned()) {
      target.seek(key, gone);
    }
    boolean needsOld = triggers != null && triggers.any() || foreignKeys.isParentOrChild() || returning != null;
    RowPair rows = null;
    if (mode.counted()) {
      foreignKeys.requireKeys(null);
    }
    if (needsOld) {
      rows = triggers != null && triggers.any() ? triggers.rows() : RowPair.allocate(target);
      compileTriggers();
      rows.loadOld(target, returning == null ? neededOfOld() : null);
      if (triggers != null && triggers.has(TriggerTime.BEFORE)) {
        triggers.fire(TriggerTime.BEFORE, policy, gone);
        // the triggers may have deleted the row or moved the cursor
        target.seek(key, gone);
      }
      foreignKeys.check(rows.old(), null, null);
    }
    PreUpdateCode.delete(target);
    new IndexKeys(target).delete(target.cursorAccess(), null, findingIndex);
    if (findingIndex >= 0) {
      program.emit(Opcode.Delete, target.indexCursor(findingIndex), 0, 0, null, SAVE_POSITION);
    }
    program.emit(
        Opcode.Delete,
        target.dataCursor(),
        mode.counted() && target.environment().isCounting() ? COUNT_CHANGE : 0,
        0,
        target.info(),
        mode.keepsPosition() ? SAVE_POSITION : 0);
    if (needsOld) {
      foreignKeys.act(rows.old(), null, null);
      after(rows.old(), returning, gone);
    }
    program.place(gone);
  }

  /** The columns of the row that triggers and foreign keys read; null for all. */
  private boolean[] neededOfOld() {
    boolean[] needed = new boolean[target.table().columnCount()];
    foreignKeys.markColumns(needed);
    return triggers == null || triggers.markOld(policy, needed) ? needed : null;
  }

  private void compileTriggers() {
    try {
      if (triggers != null) {
        triggers.compile(policy);
      }
    } catch (SqlException e) {
      throw foreignKeys.insteadOf(e, null);
    }
  }

  private void after(RowRegisters old, Returning returning, int gone) {
    Runnable row =
        () -> {
          if (returning != null) {
            returning.row(old);
          }
        };
    if (triggers == null) {
      row.run();
    } else {
      triggers.fireAfter(policy, gone, row);
    }
  }

  /**
   * Emits code that removes the index entries of the row that the data cursor stands on: its record will be
   * overwritten.
   */
  static void deleteEntries(Target target) {
    new IndexKeys(target).delete(target.cursorAccess(), null, -1);
  }

  /** Whether a table has indexes besides its own tree. */
  static boolean hasIndexes(Target target) {
    for (Index index : target.indexes()) {
      if (!isTree(index)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTree(Index index) {
    return index.isTable();
  }
}

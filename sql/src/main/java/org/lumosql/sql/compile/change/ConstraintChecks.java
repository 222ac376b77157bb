// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.error.ResultCode;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Column;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The checks that a row must pass before it is stored, in SQLite's order: NOT NULL, types, CHECK, the rowid, unique indexes
 * (https://sqlite.org/lang_conflict.html). Uniqueness that replaces other rows is looked at last, so that nothing is
 * replaced for a row that fails. On the way the entries of the indexes are made: {@link UniqueChecks#record}.
 */
final class ConstraintChecks {
  private static final int NOT_NULL_KIND = 1;
  private static final int CHECK_KIND = 3;

  private final Target target;
  private final RowRegisters row;
  private final ConflictAction policy;
  private final int ignore;
  private final Changed changed;
  private final int oldKey;
  private final UniqueChecks uniques;

  /**
   * @param changed all columns for an INSERT
   * @param oldKey first register of the row's identity before an UPDATE, 0 for an INSERT
   * @param policy the statement's own, DEFAULT if it has none
   * @param ignore where to go on without the row
   */
  ConstraintChecks(
      Target target, RowRegisters row, Changed changed, int oldKey, ConflictAction policy, int ignore) {
    this.target = target;
    this.row = row;
    this.changed = changed;
    this.oldKey = oldKey;
    this.policy = policy;
    this.ignore = ignore;
    this.uniques = new UniqueChecks(target, row, changed, oldKey, policy, ignore);
  }

  UniqueChecks uniques() {
    return uniques;
  }

  /** The row for RETURNING. Requires: the checks were emitted. */
  SourceAccess returned() {
    return target.table().isStrict() || uniques.convertsLast() ? row.asStored() : row;
  }

  /** Emits all checks. @param rowidIsGiven whether the new rowid may be in use */
  void check(boolean rowidIsGiven) {
    notNull();
    boolean isConverted = !target.environment().isOn(Setting.IGNORE_CHECK_CONSTRAINTS) && checks();
    uniques.check(rowidIsGiven, isConverted);
  }

  // ---- NOT NULL ---------------------------------------------------------------------------------------------------

  /** Defaults in the place of NULL come with the first look at the columns; whether they, and generated columns, are NULL is looked at after all others. */
  private void notNull() {
    Table table = target.table();
    boolean anyReplaced = false;
    for (int i = 0; i < table.columnCount(); i++) {
      if (isRequired(i) && !table.column(i).isGenerated()) {
        ConflictAction action = notNullAction(table.column(i));
        notNull(i, table.column(i), action);
        anyReplaced |= action == ConflictAction.REPLACE;
      }
    }
    boolean anyGenerated = GeneratedColumns.exist(table);
    if (anyReplaced && anyGenerated) { // they may be computed from what was NULL until now
      GeneratedColumns.compute(target, row);
    }
    for (int i = 0; (anyReplaced || anyGenerated) && i < table.columnCount(); i++) {
      if (isRequired(i)) {
        Column column = table.column(i);
        ConflictAction action = notNullAction(column);
        if (action == ConflictAction.REPLACE) {
          failIfNull(column, row.register(i), ConflictAction.ABORT);
        } else if (column.isGenerated()) {
          notNull(i, column, action);
        }
      }
    }
  }

  private boolean isRequired(int number) {
    Table table = target.table();
    boolean isAlias = table.hasRowid() && number == table.rowidAlias();
    return table.column(number).notNull() != null && !isAlias && changed.column(number);
  }

  private ConflictAction notNullAction(Column column) {
    ConflictAction action = effective(column.notNull());
    return action == ConflictAction.REPLACE && !hasDefault(column) ? ConflictAction.ABORT : action;
  }

  private void notNull(int number, Column column, ConflictAction action) {
    ProgramBuilder program = target.environment().program();
    int register = row.register(number);
    switch (action) {
      case IGNORE:
        program.emit(Opcode.IsNull, register, ignore);
        break;
      case REPLACE:
        int present = program.newLabel();
        program.emit(Opcode.NotNull, register, present);
        Defaults.code(target.environment(), column, register);
        program.place(present);
        break;
      default:
        failIfNull(column, register, action);
        break;
    }
  }

  private void failIfNull(Column column, int register, ConflictAction action) {
    String name = target.table().name() + "." + column.name();
    int code = ResultCode.CONSTRAINT_NOTNULL.code();
    target.environment().program().emit(Opcode.HaltIfNull, code, action.ordinal(), register, name, NOT_NULL_KIND);
  }

  private static boolean hasDefault(Column column) {
    return column.defaultValue() != null && !column.isGenerated();
  }

  /** The statement's policy, or else the constraint's own. */
  private ConflictAction effective(ConflictAction own) {
    return effective(policy, own);
  }

  static ConflictAction effective(ConflictAction policy, ConflictAction own) {
    ConflictAction action = policy == ConflictAction.DEFAULT ? own : policy;
    return action == null || action == ConflictAction.DEFAULT ? ConflictAction.ABORT : action;
  }

  // ---- CHECK ------------------------------------------------------------------------------------------------------

  /** Whether there were any that the change concerns, and so the row was converted. */
  private boolean checks() {
    boolean isConverted = false;
    for (Table.CheckConstraint check : target.table().definition().checks()) {
      BoundExpression condition = target.bind(check.expression(), Scope.Use.CHECK);
      if (oldKey == 0 || changed.usedBy(condition)) {
        if (!isConverted) {
          row.convert(target.environment().program());
          isConverted = true;
        }
        check(check, condition);
      }
    }
    return isConverted;
  }

  private void check(Table.CheckConstraint check, BoundExpression condition) {
    ProgramBuilder program = target.environment().program();
    int passed = program.newLabel();
    target.jumpUnlessFalse(condition, row, passed);
    ConflictAction action = effective(ConflictAction.DEFAULT);
    if (action == ConflictAction.IGNORE) {
      program.emit(Opcode.Goto, 0, ignore);
    } else {
      int policyNumber = (action == ConflictAction.REPLACE ? ConflictAction.ABORT : action).ordinal();
      String text = check.name() == null ? check.text() : check.name();
      program.emit(Opcode.Halt, ResultCode.CONSTRAINT_CHECK.code(), policyNumber, 0, text, CHECK_KIND);
    }
    program.place(passed);
  }

  // ---- names ------------------------------------------------------------------------------------------------------

  static boolean isRowidName(String name) {
    String lower = Ascii.lower(name);
    return lower.equals("rowid") || lower.equals("oid") || lower.equals("_rowid_");
  }
}

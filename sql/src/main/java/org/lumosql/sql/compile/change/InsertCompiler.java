// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.ast.Statement.TriggerTime;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Compiles INSERT and REPLACE (https://sqlite.org/lang_insert.html). For each row of the source: BEFORE triggers, the
 * rowid, generated columns, constraints,
 * foreign keys, storing, RETURNING, AFTER triggers.
 */
final class InsertCompiler {
  private static final int NOT_GIVEN = -1;

  private final Environment environment;
  private final ProgramBuilder program;
  private final Statement.Insert statement;
  private final ConflictAction policy;
  private Table table;
  private InsertSource source;
  private InsertColumns columns;

  InsertCompiler(Environment environment, Statement.Insert statement) {
    this.environment = environment;
    this.program = environment.program();
    this.statement = statement;
    this.policy = environment.policy(statement.onConflict());
  }

  void compile() {
    environment.resolver().addCommonTables(statement.with());
    table = environment.table(statement.table().schema(), statement.table().name(), statement.table().position());
    if (!environment.permits(Authorizer.Action.INSERT, table)) {
      return;
    }
    if (table.isView()) {
      new ViewInsert(environment, statement, table, policy).compile();
      return;
    }
    if (table.isVirtual()) {
      new VirtualChange(environment, table).insert(statement, policy);
      return;
    }
    Writable.require(environment, table);
    Target target = new Target(environment, table, statement.alias());
    RowTriggers triggers = RowTriggers.of(target, TriggerEvent.INSERT, null);
    int end = program.newLabel();
    Transfer transfer = Transfer.of(environment, statement, target, triggers, policy);
    if (transfer != null) {
      int otherwise = program.newLabel();
      transfer.emit(otherwise, end);
      program.place(otherwise);
    }
    if (transfer == null || transfer.needsEmptyTarget()) {
      oneByOne(target, triggers);
    }
    program.place(end);
  }

  private void oneByOne(Target target, RowTriggers triggers) {
    columns = InsertColumns.of(statement, table);
    source = InsertSource.of(environment, statement.source());
    source.prepare(triggers.any() || !statement.returning().isEmpty(), table); // what is wrong with the query is told before a wrong number of columns
    columns.requireWidth(source.width(), statement.source() == null);
    Returning returning = Returning.of(target, statement.returning());
    ChangeCount count = ChangeCount.of(environment, returning != null, "rows inserted");
    if (source.hasManyRows() || returning != null) {
      environment.context().needStatementSavepoint();
    }
    target.open(null);
    if (returning != null) {
      returning.open();
    }
    int done = program.newLabel();
    int next = program.newLabel();
    source.begin(done);
    row(target, triggers, returning, count, next);
    program.place(next);
    source.end();
    program.place(done);
    if (returning != null) {
      returning.emit();
    }
    if (count != null) {
      count.emit();
    }
  }

  private void row(Target target, RowTriggers triggers, Returning returning, ChangeCount count, int next) {
    RowRegisters row = triggers.any() ? triggers.rows().fresh() : RowRegisters.allocate(table, program);
    UpsertCompiler upsert = null;
    if (!statement.upserts().isEmpty()) { // what is wrong with its targets is told before what is wrong with triggers
      upsert = new UpsertCompiler(environment, target, row, statement.upserts(), returning);
    }
    int[] computed = triggers.has(TriggerTime.BEFORE) ? computed() : null;
    int given = givenRowid();
    if (computed != null) {
      beforeTriggers(target, triggers, row, given, computed, next);
    }
    rowid(target, row, given);
    values(row, computed);
    GeneratedColumns.compute(target, row);
    ConstraintChecks checks =
        new ConstraintChecks(target, row, Changed.all(target), 0, policy, next);
    if (upsert != null) {
      checks.uniques().setUpsert(upsert);
    }
    ForeignKeys foreignKeys = new ForeignKeys(target);
    boolean isAlone = !environment.isInTrigger() && !source.hasManyRows() && !triggers.any() && returning == null;
    try {
      checks.check(given != NOT_GIVEN);
    } catch (SqlException e) { // what is wrong with foreign keys is told rather than what is wrong with an UPDATE of ON CONFLICT
      if (isAlone && !checks.uniques().mayReplace() && policy != ConflictAction.REPLACE && (upsert == null || !upsert.writesMore())) {
        foreignKeys.setFailsAtOnce();
      }
      throw upsert == null ? e : foreignKeys.insteadOf(e, null);
    }
    if (isAlone && !checks.uniques().mayReplace() && (upsert == null || !upsert.writesMore())) {
      foreignKeys.setFailsAtOnce();
    }
    foreignKeys.check(null, row, null);
    boolean undisturbed =
        !triggers.any() && !foreignKeys.isParentOrChild() && !checks.uniques().mayReplace() && upsert == null;
    boolean append = given == NOT_GIVEN && table.hasRowid() && !table.isAutoincrement() && !triggers.any();
    int flags = (append ? RowWriter.APPEND : 0) | (undisturbed ? RowWriter.USE_SEEK_RESULT : 0);
    RowWriter.write(target, row, checks.uniques(), flags);
    if (count != null) {
      count.add();
    }
    triggers.fireAfter(
        policy,
        next,
        () -> {
          if (returning != null) {
            returning.row(checks.returned());
          }
        });
  }

  // ---- values -----------------------------------------------------------------------------------------------------

  /** Emits code that puts the rowid that the statement gives into a register; returns that, or NOT_GIVEN. */
  private int givenRowid() {
    if (!table.hasRowid() || columns.rowidSource() < 0) {
      return NOT_GIVEN;
    }
    int given = program.newRegister();
    source.value(columns.rowidSource(), given);
    return given;
  }

  private void rowid(Target target, RowRegisters row, int given) {
    if (!table.hasRowid()) {
      program.emit(Opcode.Null, 0, row.rowid());
      return;
    }
    int sequence = table.isAutoincrement() ? environment.subprograms().sequence(table).largest() : 0;
    if (given == NOT_GIVEN) {
      program.emit(Opcode.NewRowid, target.dataCursor(), row.rowid(), sequence);
    } else {
      int present = program.newLabel();
      int done = program.newLabel();
      program.emit(Opcode.Copy, given, row.rowid());
      program.emit(Opcode.NotNull, row.rowid(), present);
      program.emit(Opcode.NewRowid, target.dataCursor(), row.rowid(), sequence);
      program.emit(Opcode.Goto, 0, done);
      program.place(present);
      program.emit(Opcode.MustBeInt, row.rowid());
      program.place(done);
    }
    if (sequence != 0) {
      program.emit(Opcode.MemMax, sequence, row.rowid());
    }
  }

  /** Emits computing the values of ordinary columns, before triggers may change what they are computed from; returns their registers by column, 0 for the others. */
  private int[] computed() {
    int[] registers = new int[table.columnCount()];
    for (int i = 0; i < registers.length; i++) {
      boolean isAlias = table.hasRowid() && i == table.rowidAlias();
      if (!isAlias && !table.column(i).isGenerated()) {
        registers[i] = program.newRegister();
        value(i, registers[i]);
      }
    }
    return registers;
  }

  private void value(int column, int register) {
    int number = columns.sourceOf(column);
    if (number >= 0) {
      source.value(number, register);
    } else {
      Defaults.code(environment, table.column(column), register);
    }
  }

  /** @param computed registers of the values, null if they are to be computed now */
  private void values(RowRegisters row, int[] computed) {
    for (int i = 0; i < table.columnCount(); i++) {
      Column column = table.column(i);
      if (row.columnRegister(i) == row.rowid()) {
        program.emit(Opcode.SoftNull, row.register(i));
      } else if (!column.isGenerated()) {
        if (computed == null) {
          value(i, row.register(i));
        } else {
          program.emit(Opcode.Copy, computed[i], row.register(i));
        }
      } else if (!column.isVirtual()) {
        program.emit(Opcode.SoftNull, row.register(i));
      }
    }
  }

  /** NEW has the values as they will be stored; a rowid that is not known yet is −1. */
  private void beforeTriggers(
      Target target, RowTriggers triggers, RowRegisters row, int given, int[] computed, int next) {
    if (given == NOT_GIVEN) {
      program.emit(Opcode.Integer, -1, row.rowid());
    } else {
      int present = program.newLabel();
      int done = program.newLabel();
      program.emit(Opcode.Copy, given, row.rowid());
      program.emit(Opcode.NotNull, row.rowid(), present);
      program.emit(Opcode.Integer, -1, row.rowid());
      program.emit(Opcode.Goto, 0, done);
      program.place(present);
      program.emit(Opcode.MustBeInt, row.rowid());
      program.place(done);
    }
    values(row, computed);
    GeneratedColumns.compute(target, row);
    row.convert(program);
    try {
      triggers.fire(TriggerTime.BEFORE, policy, next);
    } catch (SqlException e) {
      throw new ForeignKeys(target).insteadOf(e, null);
    }
  }

  /** The columns that a statement names, for messages. */
  static String qualified(Statement.Insert statement) {
    if (statement.alias() != null) {
      return statement.alias();
    }
    String schema = statement.table().schema();
    return (schema == null ? "" : schema + ".") + statement.table().name();
  }
}

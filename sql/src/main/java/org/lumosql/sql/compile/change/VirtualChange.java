// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.CompileContext;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.ChangedRows;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;
import org.lumosql.vdbe.VirtualTable;

/**
 * Compiles INSERT, UPDATE and DELETE on a virtual table (https://sqlite.org/vtab.html#xupdate). Rows to be changed are found first and kept aside; then the
 * table's code is called for each.
 */
final class VirtualChange {
  /** The old and the new rowid stand before the columns. */
  private static final int IDENTITIES = 2;

  private final Environment environment;
  private final ProgramBuilder program;
  private final Table table;
  private final VirtualTable virtual;

  /** @throws SqlException if the table cannot be changed */
  VirtualChange(Environment environment, Table table) {
    this.environment = environment;
    this.program = environment.program();
    this.table = table;
    this.virtual = environment.databases().virtualTable(table);
    if (virtual.writer().isEmpty()) {
      throw new SqlException("table " + table.name() + " may not be modified");
    }
  }

  // ---- INSERT -----------------------------------------------------------------------------------------------------

  void insert(Statement.Insert statement, ConflictAction policy) {
    if (!statement.upserts().isEmpty()) {
      throw new SqlException("UPSERT not implemented for virtual table \"" + table.name() + "\"");
    }
    InsertColumns columns = InsertColumns.of(statement, table);
    InsertSource source = InsertSource.of(environment, statement.source());
    columns.requireWidth(source.width(), statement.source() == null);
    Source row = Resolver.virtualSource(environment.databases(), table, null);
    Returning returning = Returning.of(environment, row, table.name(), statement.returning());
    ChangeCount count = ChangeCount.of(environment, returning != null, "rows inserted");
    if (source.hasManyRows()) {
      environment.context().needStatementSavepoint();
    }
    begin();
    source.prepare(true, table);
    if (returning != null) {
      returning.open();
    }
    int done = program.newLabel();
    source.begin(done);
    int base = program.newRegisters(IDENTITIES + table.columnCount());
    program.emit(Opcode.Null, 0, base);
    if (columns.rowidSource() >= 0) {
      source.value(columns.rowidSource(), base + 1);
    } else {
      program.emit(Opcode.Null, 0, base + 1);
    }
    for (int i = 0; i < table.columnCount(); i++) {
      if (columns.sourceOf(i) >= 0) {
        source.value(columns.sourceOf(i), base + IDENTITIES + i);
      } else {
        program.emit(Opcode.Null, 0, base + IDENTITIES + i);
      }
    }
    change(true, IDENTITIES + table.columnCount(), base, policy);
    if (count != null) {
      count.add();
    }
    if (returning != null) {
      returning.row(new InsertedRow(base));
    }
    source.end();
    program.place(done);
    if (returning != null) {
      returning.emit();
    }
    if (count != null) {
      count.emit();
    }
  }

  /** What RETURNING sees: the values given; the rowid that the table chose is not known. */
  private record InsertedRow(int base) implements SourceAccess {
    @Override
    public void column(CompileContext context, int column, int target) {
      if (column < 0) {
        context.program().emit(Opcode.Integer, -1, target);
      } else {
        context.program().emit(Opcode.Copy, base + IDENTITIES + column, target);
      }
    }
  }

  // ---- DELETE and UPDATE ------------------------------------------------------------------------------------------

  void delete(Statement.Delete statement) {
    if (!statement.returning().isEmpty()) {
      throw new SqlException("DELETE RETURNING is not available on virtual tables");
    }
    Scope scope = new Scope(environment.outer());
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    Source target = target(statement.table(), scope, conditions);
    ChangedRows rows = environment.resolver().changedRows(scope, false);
    conditions.addAll(rows.where(statement.where()));
    RowCollector.Choice choice = Choices.of(environment, rows, List.of(target), conditions, List.of(identity(target)), statement);
    ChangeCount count = ChangeCount.of(environment, false, "rows deleted");
    forEach(choice, List.of(identity(target)), ConflictAction.DEFAULT, count);
  }

  void update(Statement.Update statement, ConflictAction policy) {
    if (!statement.returning().isEmpty()) {
      throw new SqlException("UPDATE RETURNING is not available on virtual tables");
    }
    Scope scope = new Scope(environment.outer());
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    if (statement.from() != null) {
      sources.addAll(environment.resolver().bindFrom(statement.from(), scope, conditions));
    }
    Source target = target(statement.table(), scope, conditions);
    sources.add(target);
    ChangedRows rows = statement.from() == null ? null : environment.resolver().changedRows(scope, statement.limit() != null);
    Assignments assignments =
        Assignments.bind(environment, statement.assignments(), Assignments.of(table), -1, scope);
    if (rows == null) {
      rows = environment.resolver().changedRows(scope, false);
    }
    conditions.addAll(rows.where(statement.where()));
    assignments.requireSizes();
    RowCollector.Choice choice = Choices.of(environment, rows, sources, conditions, List.of(identity(target)), statement);
    List<BoundExpression> values = new ArrayList<>();
    values.add(identity(target));
    values.add(newIdentity(assignments, target));
    for (int i = 0; i < table.columnCount(); i++) {
      BoundExpression value = assignments.value(i);
      values.add(value == null ? new BoundExpression.ColumnValue(target, i) : value);
    }
    ChangeCount count = ChangeCount.of(environment, false, "rows updated");
    forEach(choice, values, policy, count);
  }

  private Source target(FromItem.Table named, Scope scope, List<QueryBlock.JoinCondition> conditions) {
    String schema = environment.databases().name(table.database());
    FromItem.Table qualified =
        new FromItem.Table(
            named.position(), schema, named.name(), named.alias(), named.indexedBy(), named.notIndexed());
    return environment.resolver().bindFrom(qualified, scope, conditions).get(0);
  }

  /** The rowid, or the one column of the primary key of a table without. */
  private BoundExpression identity(Source target) {
    return new BoundExpression.ColumnValue(target, table.hasRowid() ? -1 : primaryKey());
  }

  private BoundExpression newIdentity(Assignments assignments, Source target) {
    BoundExpression assigned = table.hasRowid() ? assignments.rowid() : assignments.value(primaryKey());
    return assigned == null ? identity(target) : assigned;
  }

  private int primaryKey() {
    for (int i = 0; i < table.columnCount(); i++) {
      if (table.column(i).primaryKeyPosition() > 0) {
        return i;
      }
    }
    throw new SqlException("table " + table.name() + " may not be modified");
  }

  /** Emits finding the rows, then a change for each with the values that belong to it. */
  private void forEach(
      RowCollector.Choice choice, List<BoundExpression> values, ConflictAction policy, ChangeCount count) {
    List<QueryBlock.Result> results = new ArrayList<>();
    values.forEach(value -> results.add(new QueryBlock.Result(value, "", null)));
    BoundQuery query = choice.query(results, List.of(values.get(0)));
    environment.context().needStatementSavepoint();
    begin();
    int cursor = program.newCursor();
    program.emit(Opcode.OpenEphemeral, cursor, values.size());
    environment.context().compile(query, Destination.ephemeralTable(cursor));
    int done = program.newLabel();
    int base = program.newRegisters(values.size());
    program.emit(Opcode.Rewind, cursor, done);
    int loop = program.address();
    for (int i = 0; i < values.size(); i++) {
      program.emit(Opcode.Column, cursor, i, base + i);
    }
    change(false, values.size(), base, policy);
    if (count != null) {
      count.add();
    }
    program.emit(Opcode.Next, cursor, loop);
    program.place(done);
    if (count != null) {
      count.emit();
    }
  }

  // ---- code -------------------------------------------------------------------------------------------------------

  private void begin() {
    environment.context().writeDatabase(table.database());
    program.emit(Opcode.VBegin, 0, 0, 0, virtual);
  }

  private void change(boolean setsLastRowid, int count, int base, ConflictAction policy) {
    int action = policy == ConflictAction.DEFAULT ? ConflictAction.ABORT.ordinal() : policy.ordinal();
    program.emit(Opcode.VUpdate, setsLastRowid ? 1 : 0, count, base, virtual, action);
  }
}

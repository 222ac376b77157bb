// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.ast.Statement.TriggerTime;
import org.lumosql.sql.compile.Destination;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.ChangedRows;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * UPDATE and DELETE of a view: the rows of the view that match are kept aside, then its INSTEAD OF triggers run for
 * each.
 */
final class ViewChange {
  private final Environment environment;
  private final ProgramBuilder program;
  private final Table view;

  ViewChange(Environment environment, Table view) {
    this.environment = environment;
    this.program = environment.program();
    this.view = view;
  }

  private ViewShape shape(FromItem.Table named) {
    Source.QuerySource source = environment.resolver().viewSource(view, named.alias());
    source.setWritten(named.schema(), named.name(), named.alias());
    return new ViewShape(source);
  }

  void delete(Statement.Delete statement, ConflictAction policy) {
    ViewShape shape = shape(statement.table());
    RowTriggers triggers = triggers(shape, TriggerEvent.DELETE, null, !statement.returning().isEmpty());
    ChangedRows rows = environment.resolver().changedRows(unnamed(shape), false);
    List<QueryBlock.JoinCondition> conditions = rows.where(statement.where());
    RowCollector.Choice choice = Choices.of(environment, rows, List.of(shape.source()), conditions, shape.values(), statement);
    requireNames(statement.where(), statement.table(), shape);
    Returning returning = Returning.of(environment, shape.source(), view.name(), statement.returning());
    run(shape, triggers, choice, new ArrayList<>(), null, policy, returning);
  }

  void update(Statement.Update statement, ConflictAction policy) {
    ViewShape shape = shape(statement.table());
    List<String> names = Assignments.names(statement.assignments());
    RowTriggers triggers = triggers(shape, TriggerEvent.UPDATE, names, !statement.returning().isEmpty());
    Scope scope = new Scope(environment.outer());
    scope.add(shape.source());
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    List<Source> sources = new ArrayList<>(List.of(shape.source()));
    Assignments.Columns columns = Assignments.of(view, shape);
    if (statement.from() != null) {
      Assignments.requireColumns(statement.assignments(), columns);
      if (statement.limit() == null && !statement.orderBy().isEmpty()) {
        throw new SqlException("ORDER BY without LIMIT on UPDATE");
      }
      sources.addAll(environment.resolver().bindFromBeside(shape.source(), statement.from(), scope, conditions));
    }
    ChangedRows rows = statement.from() == null ? null : environment.resolver().changedRows(scope, false);
    Assignments assignments =
        Assignments.bind(environment, statement.assignments(), columns, -1, scope);
    List<BoundExpression> results = shape.values();
    if (rows == null) {
      rows = environment.resolver().changedRows(unnamed(shape), false);
    } else {
      results.addAll(assignments.listed());
    }
    conditions.addAll(rows.where(statement.where()));
    assignments.requireSizes();
    RowCollector.Choice choice = Choices.of(environment, rows, sources, conditions, results, statement);
    if (statement.from() == null) {
      requireNames(statement.where(), statement.table(), shape);
    }
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < shape.columnCount(); i++) {
      BoundExpression value = assignments.value(i);
      values.add(value == null ? new BoundExpression.ColumnValue(shape.source(), i) : value);
    }
    if (assignments.rowid() != null) {
      values.add(assignments.rowid());
    }
    Returning returning = Returning.of(environment, shape.source(), view.name(), statement.returning());
    run(shape, triggers, choice, values, assignments, policy, returning);
  }

  /** The names by which rows are found: SQLite finds them by a query of the view alone, which knows nothing of an alias. */
  private Scope unnamed(ViewShape shape) {
    Scope scope = new Scope(environment.outer());
    scope.add(shape.source(), view.name());
    return scope;
  }

  /** The names of WHERE must have a meaning for the statement, too. */
  private void requireNames(Expression where, FromItem.Table named, ViewShape shape) {
    if (named.alias() != null && !Ascii.equal(named.alias(), view.name())) {
      Scope scope = new Scope(environment.outer());
      scope.add(shape.source());
      environment.resolver().bindConditions(where, scope);
    }
  }

  private RowTriggers triggers(ViewShape shape, TriggerEvent event, List<String> names, boolean isReturning) {
    RowTriggers triggers = RowTriggers.of(environment, view, shape.columnCount(), event, names);
    Writable.requireTrigger(environment, view, triggers, isReturning);
    return triggers;
  }

  private void run(
      ViewShape shape,
      RowTriggers triggers,
      RowCollector.Choice choice,
      List<BoundExpression> values,
      Assignments assignments,
      ConflictAction policy,
      Returning returning) {
    List<QueryBlock.Result> results = new ArrayList<>();
    shape.values().forEach(value -> results.add(new QueryBlock.Result(value, "", null)));
    values.forEach(value -> results.add(new QueryBlock.Result(value, "", null)));
    BoundQuery query = choice.query(results, List.of());
    environment.context().writeDatabase(view.database());
    environment.context().needStatementSavepoint();
    boolean isUpdate = assignments != null;
    ChangeCount count = ChangeCount.of(environment, returning != null, isUpdate ? "rows updated" : "rows deleted");
    if (returning != null) {
      returning.open();
    }
    int cursor = program.newCursor();
    program.emit(Opcode.OpenEphemeral, cursor, results.size());
    environment.context().compile(query, Destination.ephemeralTable(cursor));
    environment.context().explainPlan().line("SCAN " + shape.source().shownName());
    loop(shape, triggers, cursor, assignments, policy, new Told(returning, count));
    if (returning != null) {
      returning.emit();
    }
    if (count != null) {
      count.emit();
    }
  }

  /** What is told of each row. @param returning or null; @param count or null */
  private record Told(Returning returning, ChangeCount count) {}

  private void loop(
      ViewShape shape, RowTriggers triggers, int cursor, Assignments assignments, ConflictAction policy, Told told) {
    boolean isUpdate = assignments != null;
    int done = program.newLabel();
    int next = program.newLabel();
    int count = shape.columnCount();
    RowPair rows = triggers.rows();
    triggers.compile(policy);
    program.emit(Opcode.Rewind, cursor, done);
    int loop = program.address();
    program.emit(Opcode.Integer, -1, rows.old().rowid());
    program.emit(Opcode.Integer, -1, rows.fresh().rowid());
    for (int i = 0; i < count; i++) {
      program.emit(Opcode.Column, cursor, i, rows.old().register(i));
      if (isUpdate) {
        program.emit(Opcode.Column, cursor, count + i, rows.fresh().register(i));
      }
    }
    if (isUpdate) {
      requireRowid(assignments, cursor, 2 * count);
      shape.convert(program, rows.fresh());
    }
    if (told.count != null && !isUpdate) {
      told.count.add();
    }
    triggers.fire(TriggerTime.INSTEAD_OF, policy, next);
    if (told.count != null && isUpdate) {
      told.count.add();
    }
    if (told.returning != null) {
      told.returning.row(isUpdate ? rows.fresh() : rows.old());
    }
    program.place(next);
    program.emit(Opcode.Next, cursor, loop);
    program.place(done);
  }

  /** A rowid that is assigned must be one, though a view has none. */
  private void requireRowid(Assignments assignments, int cursor, int field) {
    if (assignments.rowid() != null) {
      int register = program.newRegister();
      program.emit(Opcode.Column, cursor, field, register);
      program.emit(Opcode.MustBeInt, register);
    }
  }
}

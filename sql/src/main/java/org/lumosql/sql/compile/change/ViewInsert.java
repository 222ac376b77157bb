// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.Arrays;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.ast.Statement.TriggerTime;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/** INSERT into a view: its INSTEAD OF triggers run for each row, nothing else happens. */
final class ViewInsert {
  private final Environment environment;
  private final Statement.Insert statement;
  private final Table view;
  private final ConflictAction policy;

  ViewInsert(Environment environment, Statement.Insert statement, Table view, ConflictAction policy) {
    this.environment = environment;
    this.statement = statement;
    this.view = view;
    this.policy = policy;
  }

  void compile() {
    ProgramBuilder program = environment.program();
    ViewShape shape = environment.unreadShape(environment.resolver(), view, statement.alias());
    RowTriggers triggers =
        RowTriggers.of(environment, view, shape.columnCount(), TriggerEvent.INSERT, null);
    Writable.requireTrigger(environment, view, triggers, !statement.returning().isEmpty());
    if (!statement.upserts().isEmpty()) {
      throw new SqlException("cannot UPSERT a view");
    }
    int[] sources = sources(shape);
    InsertSource source = InsertSource.of(environment, statement.source());
    environment.context().writeDatabase(view.database());
    environment.context().needStatementSavepoint();
    source.prepare(true, view);
    requireWidth(source.width(), shape);
    Returning returning = Returning.of(environment, shape.source(), view.name(), statement.returning());
    ChangeCount count = ChangeCount.of(environment, returning != null, "rows inserted");
    if (returning != null) {
      returning.open();
    }
    int done = program.newLabel();
    int next = program.newLabel();
    RowRegisters row = triggers.rows().fresh();
    source.begin(done);
    program.emit(Opcode.Integer, -1, row.rowid());
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] >= 0) {
        source.value(sources[i], row.register(i));
      } else {
        program.emit(Opcode.Null, 0, row.register(i));
      }
    }
    triggers.fire(TriggerTime.INSTEAD_OF, policy, next);
    if (count != null) {
      count.add();
    }
    if (returning != null) {
      returning.row(row);
    }
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

  /** For each column of the view the number of its value; −1 if it has none. */
  private int[] sources(ViewShape shape) {
    int[] sources = new int[shape.columnCount()];
    if (statement.columns() == null) {
      Arrays.setAll(sources, i -> statement.source() == null ? -1 : i);
      return sources;
    }
    Arrays.fill(sources, -1);
    for (int i = 0; i < statement.columns().size(); i++) {
      String name = statement.columns().get(i);
      int column = shape.columnNumber(name);
      if (column < 0 && !ConstraintChecks.isRowidName(name)) {
        throw new SqlException("table " + InsertCompiler.qualified(statement) + " has no column named " + name);
      }
      if (column >= 0 && sources[column] < 0) {
        sources[column] = i;
      }
    }
    return sources;
  }

  private void requireWidth(int width, ViewShape shape) {
    if (statement.columns() != null && width != statement.columns().size()) {
      throw new SqlException(width + " values for " + statement.columns().size() + " columns");
    }
    if (statement.columns() == null && statement.source() != null && width != shape.columnCount()) {
      throw new SqlException(
          "table " + InsertCompiler.qualified(statement) + " has " + shape.columnCount() + " columns but " + width + " values were supplied");
    }
  }
}

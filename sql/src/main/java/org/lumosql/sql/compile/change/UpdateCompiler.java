// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Assignment;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.ChangedRows;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Compiles UPDATE (https://sqlite.org/lang_update.html): finds the rows, then changes one after the other. With a
 * FROM clause the new values are computed
 * while the rows are being found.
 */
final class UpdateCompiler {
  private static final int COLUMN_LIMIT = 2;

  private final Environment environment;
  private final ProgramBuilder program;
  private final Statement.Update statement;
  private final ConflictAction policy;
  private Target target;
  private Assignments assignments;

  UpdateCompiler(Environment environment, Statement.Update statement) {
    this.environment = environment;
    this.program = environment.program();
    this.statement = statement;
    this.policy = environment.policy(statement.onConflict());
  }

  void compile() {
    environment.resolver().addCommonTables(statement.with());
    int columns = 0;
    for (Assignment assignment : statement.assignments()) {
      columns += assignment.columns().size();
    }
    if (columns > environment.databases().limit(COLUMN_LIMIT)) {
      throw new SqlException("too many columns in set list");
    }
    Table table =
        environment.table(statement.table().schema(), statement.table().name(), statement.table().position());
    Target.requireIndex(table, statement.table());
    if (table.isView()) {
      new ViewChange(environment, table).update(statement, policy);
      return;
    }
    if (table.isVirtual()) {
      requireLimit();
      new VirtualChange(environment, table).update(statement, policy);
      return;
    }
    Writable.require(environment, table);
    target = Target.of(environment, table, statement.table());
    if (statement.from() == null) {
      requireLimit();
      change(table);
      return;
    }
    try {
      requireLimit();
      change(table);
    } catch (SqlException e) { // what the query with the new values lacks is told after what is wrong with the change itself
      Changed changed = Assignments.named(statement.assignments(), target);
      Returning.requireOwnColumns(statement.returning());
      throw mistake(e, changed);
    }
  }

  private void requireLimit() {
    if (statement.limit() == null && !statement.orderBy().isEmpty()) {
      throw new SqlException("ORDER BY without LIMIT on UPDATE");
    }
  }

  private void change(Table table) {
    Scope scope = new Scope(environment.outer());
    List<QueryBlock.JoinCondition> conditions = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    if (statement.from() != null) {
      sources.addAll(environment.resolver().bindFromBeside(target.source(), statement.from(), scope, conditions));
      requireDistinctNames(sources);
    }
    // conditions of joins in FROM do not see the target
    scope.add(target.source());
    if (statement.from() != null) {
      target.source().setJoinedTarget();
    }
    sources.add(hasKept(sources) ? sources.size() : 0, target.source());
    ChangedRows rows = statement.from() == null ? null : environment.resolver().changedRows(scope, statement.limit() != null);
    int alias = table.hasRowid() ? table.rowidAlias() : -1;
    assignments =
        Assignments.bind(environment, statement.assignments(), Assignments.of(table), alias, scope);
    List<BoundExpression> results = target.identity();
    if (rows != null) {
      results.addAll(assignments.listed());
    } else if (statement.limit() != null) {
      rows = found();
    }
    conditions.addAll(rows == null ? environment.resolver().bindConditions(statement.where(), scope) : rows.where(statement.where()));
    assignments.requireSizes();
    requireNotTarget(sources, table);
    update(rows == null ? Choices.of(sources, conditions) : Choices.of(environment, rows, sources, conditions, results, statement));
  }

  /** With LIMIT alone: new values are no part of the query. */
  private ChangedRows found() {
    Scope scope = new Scope(environment.outer());
    scope.add(target.source());
    return environment.resolver().changedRows(scope, false);
  }

  /** Whether FROM keeps rows without a match: then what it is joined to must not stand before it. */
  private static boolean hasKept(List<Source> sources) {
    for (Source source : sources) {
      if (source.joinType() == JoinType.RIGHT || source.joinType() == JoinType.FULL) {
        return true;
      }
    }
    return false;
  }

  private void requireNotTarget(List<Source> sources, Table table) {
    String name = target.source().name();
    for (Source source : sources) {
      boolean isTable = source != target.source() && source instanceof Source.TableSource tableSource && tableSource.table() == table;
      if (isTable && Ascii.equal(source.name(), name)) {
        throw new SqlException("target object/alias may not appear in FROM clause: " + name);
      }
    }
  }

  /** The tables of FROM are one joined table, whose parts must be told apart by their names. */
  private void requireDistinctNames(List<Source> sources) {
    Set<String> names = new HashSet<>();
    for (Source source : sources) {
      if (source instanceof Source.TableSource tableSource
          && tableSource.table().hasRowid()
          && !names.add(Ascii.lower(source.name()))) {
        String schema = environment.databases().name(tableSource.table().database());
        throw new SqlException("ambiguous column name: " + schema + "." + source.name() + "._ROWID_");
      }
    }
  }

  private void update(RowCollector.Choice choice) {
    Changed changed = assignments.changed(target);
    Returning returning = Returning.of(target, statement.returning());
    ChangeCount count = ChangeCount.of(environment, returning != null, "rows updated");
    RowUpdater updater =
        new RowUpdater(target, changed, assignments.names(), policy, returning, count);
    if (returning != null) {
      returning.open();
    }
    SingleRow single =
        statement.from() == null && statement.limit() == null ? SingleRow.of(target, choice.conditions()) : null;
    if (single != null) {
      updateOne(updater, single);
    } else {
      updateMany(updater, choice);
    }
    if (returning != null) {
      returning.emit();
    }
    if (count != null) {
      count.emit();
    }
  }

  private SqlException mistake(SqlException found, Changed changed) {
    return new RowUpdater(target, changed, Assignments.names(statement.assignments()), policy, null, null).insteadOf(found);
  }

  private void updateOne(RowUpdater updater, SingleRow single) {
    if (!updater.isHarmless() || statement.returning() != null && !statement.returning().isEmpty()) {
      environment.context().needStatementSavepoint();
    }
    int key = program.newRegister();
    int done = program.newLabel();
    target.open(updater.openIndexes());
    single.seek(key, done);
    updater.update(key, new FromRow(), done);
    program.place(done);
  }

  private void updateMany(RowUpdater updater, RowCollector.Choice choice) {
    environment.context().needStatementSavepoint();
    boolean early = statement.from() != null;
    boolean mayScan = !early && statement.limit() == null && updater.keepsRowsInPlace();
    if (mayScan && statement.returning().isEmpty() && !RowSearch.hasQuery(choice.conditions())) {
      target.source().setFoundWhole();
    }
    boolean isReturning = !statement.returning().isEmpty();
    boolean mayFind = mayScan && environment.databases().isOptimisationOn(Optimisation.ONE_PASS);
    RowSearch search = mayFind ? RowSearch.of(target, choice.conditions(), isReturning) : null;
    boolean isInOrder = search != null && (!isReturning || search.isScan() || search.isOneRow());
    if (isInOrder && search.mayChangeFound(assignments.changed(target))) {
      updateFound(updater, search);
      return;
    }
    boolean keepsOrder = search != null && !isReturning && search.mayKeepOrder(assignments.changed(target));
    RowCollector rows = new RowCollector(target, early ? assignedValues() : List.of(), keepsOrder);
    int key = program.newRegisters(target.keySize());
    int done = program.newLabel();
    int next = program.newLabel();
    rows.collect(choice);
    target.open(updater.openIndexes());
    rows.begin(key, done);
    target.seek(key, next);
    updater.update(key, early ? new FromCollector(rows) : new FromRow(), next);
    program.place(next);
    rows.end();
    program.place(done);
  }

  /** Changes rows as they are found. */
  private void updateFound(RowUpdater updater, RowSearch search) {
    int key = program.newRegisters(target.keySize());
    int done = program.newLabel();
    int next = program.newLabel();
    if (search.findsByTable()) {
      updater.keepPosition();
    }
    target.open(updater.openIndexes());
    search.begin(key, done, next, false);
    updater.update(key, new FromRow(), next);
    program.place(next);
    search.end();
    program.place(done);
  }

  /** The values of assigned columns in order, that of the rowid last. */
  private List<BoundExpression> assignedValues() {
    List<BoundExpression> values = new ArrayList<>();
    for (int i = 0; i < assignments.columnCount(); i++) {
      if (assignments.value(i) != null) {
        values.add(assignments.value(i));
      }
    }
    if (assignments.rowid() != null) {
      values.add(assignments.rowid());
    }
    return values;
  }

  /** New values computed from the row under the data cursor. */
  private final class FromRow implements RowUpdater.NewValues {
    @Override
    public boolean isAssigned(int column) {
      return assignments.value(column) != null;
    }

    @Override
    public void code(int column, int register) {
      code(assignments.value(column), register);
    }

    @Override
    public boolean codeRowid(int register) {
      if (assignments.rowid() == null) {
        return false;
      }
      code(assignments.rowid(), register);
      return true;
    }

    private void code(BoundExpression expression, int register) {
      SourceAccess before = environment.context().setAccess(target.source(), target.cursorAccess());
      environment.context().expressions().codeTo(expression, register);
      environment.context().setAccess(target.source(), before);
    }
  }

  /** New values that were computed when the rows were found. */
  private final class FromCollector implements RowUpdater.NewValues {
    private final RowCollector rows;

    FromCollector(RowCollector rows) {
      this.rows = rows;
    }

    @Override
    public boolean isAssigned(int column) {
      return assignments.value(column) != null;
    }

    @Override
    public void code(int column, int register) {
      int number = 0;
      for (int i = 0; i < column; i++) {
        number += isAssigned(i) ? 1 : 0;
      }
      rows.value(number, register);
    }

    @Override
    public boolean codeRowid(int register) {
      if (assignments.rowid() == null) {
        return false;
      }
      rows.value(assignedValues().size() - 1, register);
      return true;
    }
  }
}

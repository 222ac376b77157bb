// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.Statement;
import org.lumosql.sql.ast.Statement.TriggerEvent;
import org.lumosql.sql.resolve.ChangedRows;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Compiles DELETE (https://sqlite.org/lang_delete.html). Without conditions, and if nobody watches, whole trees are
 * cleared.
 */
final class DeleteCompiler {
  private final Environment environment;
  private final ProgramBuilder program;
  private final Statement.Delete statement;
  private final ConflictAction policy;
  private Target target;

  DeleteCompiler(Environment environment, Statement.Delete statement) {
    this.environment = environment;
    this.program = environment.program();
    this.statement = statement;
    // whatever fired this statement: triggers on DELETE run with the default policy
    this.policy = ConflictAction.DEFAULT;
  }

  void compile() {
    environment.resolver().addCommonTables(statement.with());
    Table table =
        environment.table(statement.table().schema(), statement.table().name(), statement.table().position());
    Target.requireIndex(table, statement.table());
    boolean isPermitted = environment.permits(Authorizer.Action.DELETE, table);
    if (table.isView()) {
      new ViewChange(environment, table).delete(statement, policy);
      return;
    }
    if (table.isVirtual()) {
      requireLimit();
      new VirtualChange(environment, table).delete(statement);
      return;
    }
    Writable.require(environment, table);
    requireLimit();
    target = Target.of(environment, table, statement.table());
    Scope scope = new Scope(environment.outer());
    scope.add(target.source());
    RowCollector.Choice choice = choice(scope);
    Returning returning = Returning.of(target, statement.returning());
    ChangeCount count = ChangeCount.of(environment, returning != null, "rows deleted");
    RowTriggers triggers = RowTriggers.of(target, TriggerEvent.DELETE, null);
    ForeignKeys foreignKeys = new ForeignKeys(target);
    if (returning != null) {
      returning.open();
    }
    boolean everything = isPermitted && statement.where() == null && statement.limit() == null;
    everything &= !PreUpdateCode.isWanted(environment);
    if (everything && returning == null && count == null && !triggers.any() && !foreignKeys.isParentOrChild()) {
      clear();
      return;
    }
    RowDeleter deleter = new RowDeleter(target, triggers.any() ? triggers : null, foreignKeys, policy);
    if (triggers.any() || foreignKeys.isParentOrChild() || returning != null) {
      environment.context().needStatementSavepoint();
    }
    SingleRow single = statement.limit() == null ? SingleRow.of(target, choice.conditions()) : null;
    Each each = new Each(deleter, returning, count);
    if (single != null) {
      deleteOne(each, single);
    } else {
      boolean isQuiet = !triggers.any() && !foreignKeys.isParentOrChild() && returning == null && statement.limit() == null;
      if (isQuiet && !RowSearch.hasQuery(choice.conditions())) {
        target.source().setFoundWhole();
      }
      deleteMany(each, choice, isQuiet);
    }
    if (returning != null) {
      returning.emit();
    }
    if (count != null) {
      count.emit();
    }
  }

  private RowCollector.Choice choice(Scope scope) {
    List<Source> sources = List.of(target.source());
    if (statement.limit() == null) {
      return Choices.of(sources, environment.resolver().bindConditions(statement.where(), scope));
    }
    ChangedRows rows = environment.resolver().changedRows(scope, false);
    return Choices.of(environment, rows, sources, rows.where(statement.where()), target.identity(), statement);
  }

  private void requireLimit() {
    if (statement.limit() == null && !statement.orderBy().isEmpty()) {
      throw new SqlException("ORDER BY without LIMIT on DELETE");
    }
  }

  /** What happens to a row that was found. @param returning or null; @param count or null */
  private record Each(RowDeleter deleter, Returning returning, ChangeCount count) {
    void row(int key, RowDeleter.Mode mode) {
      if (count != null) {
        count.add();
      }
      deleter.delete(key, mode, returning);
    }
  }

  private void clear() {
    Table table = target.table();
    environment.context().writeDatabase(table.database());
    for (Index index : target.indexes()) {
      if (!index.isTable()) {
        program.emit(Opcode.Clear, index.rootPage(), table.database());
      }
    }
    program.emit(Opcode.Clear, table.rootPage(), table.database(), -1, table.name());
  }

  private void deleteOne(Each each, SingleRow single) {
    int key = program.newRegister();
    int done = program.newLabel();
    target.open(null);
    single.seek(key, done);
    each.row(key, new RowDeleter.Mode(true, true, false));
    program.place(done);
  }

  /** Deletes rows as they are found. */
  private void deleteFound(Each each, RowSearch search) {
    int key = program.newRegisters(target.keySize());
    int done = program.newLabel();
    int next = program.newLabel();
    environment.context().needStatementSavepoint(); // the condition may fail on a later row
    target.open(null);
    search.begin(key, done, next, true);
    each.deleter().setFindingIndex(search.findingIndex());
    each.row(key, new RowDeleter.Mode(true, true, search.findsByTable()));
    program.place(next);
    search.end();
    program.place(done);
  }

  private void deleteMany(Each each, RowCollector.Choice choice, boolean mayScan) {
    boolean mayFind = mayScan && environment.databases().isOptimisationOn(Optimisation.ONE_PASS);
    RowSearch search = mayFind ? RowSearch.of(target, choice.conditions(), false) : null;
    if (search != null && search.mayChangeFound(null)) {
      deleteFound(each, search);
      return;
    }
    RowCollector rows = new RowCollector(target, List.of(), false);
    int key = program.newRegisters(target.keySize());
    int done = program.newLabel();
    rows.collect(choice);
    target.open(null);
    rows.begin(key, done);
    each.row(key, RowDeleter.Mode.SEEK);
    rows.end();
    program.place(done);
  }
}

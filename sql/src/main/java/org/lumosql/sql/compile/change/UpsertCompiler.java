// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.IndexedColumn;
import org.lumosql.sql.ast.Upsert;
import org.lumosql.sql.compile.SourceAccess;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Syntax;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * ON CONFLICT clauses of an INSERT (https://sqlite.org/lang_upsert.html): which one a conflict meets, and the UPDATE
 * that it asks for.
 */
final class UpsertCompiler {
  private final Environment environment;
  private final ProgramBuilder program;
  private final Target target;
  private final RowRegisters row;
  private final Returning returning;
  private final List<Clause> clauses = new ArrayList<>();
  private boolean writesMore;

  /** @param index that the target means, null for the rowid; ignored if the clause has no target */
  private record Clause(Upsert upsert, boolean hasTarget, Index index) {
    boolean catches(Index conflicting) {
      return !hasTarget || index == conflicting;
    }
  }

  UpsertCompiler(
      Environment environment,
      Target target,
      RowRegisters row,
      List<Upsert> upserts,
      Returning returning) {
    this.environment = environment;
    this.program = environment.program();
    this.target = target;
    this.row = row;
    this.returning = returning;
    for (Upsert upsert : upserts) {
      boolean hasTarget = !upsert.target().isEmpty();
      String which = upserts.size() == 1 ? "" : Syntax.ordinal(clauses.size() + 1) + " ";
      clauses.add(new Clause(upsert, hasTarget, hasTarget ? indexOf(upsert, which) : null));
    }
  }

  // ---- targets ----------------------------------------------------------------------------------------------------

  /** The unique index that a conflict target describes, null for the rowid. @param which names the clause in a message */
  private Index indexOf(Upsert upsert, String which) {
    List<BoundTarget> wanted = new ArrayList<>();
    Scope scope = new Scope(null);
    scope.add(target.source());
    for (IndexedColumn term : upsert.target()) {
      BoundExpression bound = environment.resolver().bindExpression(term.expression(), scope);
      Collation collation = null;
      if (bound instanceof BoundExpression.Collated collated) {
        collation = collated.collation();
        bound = collated.operand();
        while (bound instanceof BoundExpression.Collated inner && !(inner.operand() instanceof BoundExpression.ColumnValue)) {
          bound = inner.operand(); // in an index on an expression the outermost collation counts
        }
      }
      wanted.add(new BoundTarget(bound, collation, Syntax.isUnsigned(term.expression())));
    }
    BoundExpression condition = upsert.targetWhere() == null ? null : environment.resolver().bindExpression(upsert.targetWhere(), scope);
    Table table = target.table();
    if (table.hasRowid() && wanted.size() == 1 && isRowid(wanted.get(0))) {
      return null;
    }
    for (Index index : target.indexes()) {
      if (index.isUnique() && index.keyCount() == wanted.size() && matches(index, condition, wanted)) {
        return index;
      }
    }
    throw new SqlException(which + "ON CONFLICT clause does not match any PRIMARY KEY or UNIQUE constraint");
  }

  /** @param collation null if none was given; @param isNumber whether it is one that SQLite takes for no other */
  private record BoundTarget(BoundExpression expression, Collation collation, boolean isNumber) {}

  private boolean isRowid(BoundTarget term) {
    return term.collation() == null
        && term.expression() instanceof BoundExpression.ColumnValue value
        && (value.column() < 0 || value.column() == target.table().rowidAlias());
  }

  /** @param condition of the target, null if it has none */
  private boolean matches(Index index, BoundExpression condition, List<BoundTarget> wanted) {
    if (index.isPartial() && (condition == null || !condition.equals(target.bind(index.definition().where(), Scope.Use.PARTIAL_INDEX)))) {
      return false;
    }
    for (Index.Part part : index.parts().subList(0, index.keyCount())) {
      if (wanted.stream().noneMatch(term -> isPart(term, part))) {
        return false;
      }
    }
    return true;
  }

  private boolean isPart(BoundTarget term, Index.Part part) {
    if (term.collation() != null && !Ascii.equal(term.collation().name(), part.collation())) {
      return false;
    }
    if (part.column() == Index.EXPRESSION) {
      return !term.isNumber() && term.expression().equals(target.bind(part.expression(), Scope.Use.INDEX));
    }
    // a target without a collation describes the column of an index with any
    return term.expression() instanceof BoundExpression.ColumnValue value && value.column() == part.column();
  }

  /**
   * The place of the first clause that catches conflicts of an index (null: the rowid); those that none catches come
   * last.
   */
  int clauseNumber(Index index) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).catches(index)) {
        return i;
      }
    }
    return clauses.size();
  }

  /** The place of the clause whose target is an index (null: the rowid); large if there is none. */
  int targetedClause(Index index) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).hasTarget() && clauses.get(i).index() == index) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** How many clauses have a target: the one that has none is the last. */
  int targetedClauses() {
    return (int) clauses.stream().filter(Clause::hasTarget).count();
  }

  // ---- what they do -----------------------------------------------------------------------------------------------

  /**
   * Emits what is done with a conflict; the code does not come back but goes to {@code next}.
   *
   * @param conflicting the index, null for the rowid
   * @param cursor of that index, on the row in the way
   * @return false if no clause catches it
   */
  boolean handle(Index conflicting, int cursor, int next) {
    int number = clauseNumber(conflicting);
    if (number == clauses.size()) {
      return false;
    }
    Upsert upsert = clauses.get(number).upsert();
    if (upsert.assignments() == null) {
      program.emit(Opcode.Goto, 0, next);
    } else {
      update(upsert, conflicting, cursor, next);
    }
    return true;
  }

  /** Whether one of the updates for which there is code by now fires triggers or concerns foreign keys. */
  boolean writesMore() {
    return writesMore;
  }

  private void update(Upsert upsert, Index conflicting, int cursor, int next) {
    environment.context().needStatementSavepoint();
    int key = program.newRegisters(target.keySize());
    seek(conflicting, cursor, key, next);
    for (int i = 0; i < target.table().columnCount(); i++) {
      if (target.table().column(i).affinity() == Affinity.REAL) {
        program.emit(Opcode.RealAffinity, row.register(i)); // for excluded: the row may not be converted yet
      }
    }
    // names without qualifier mean the table's columns: excluded is a scope further out
    Scope excluded = new Scope(environment.outer());
    excluded.add(new Excluded());
    Scope scope = new Scope(excluded);
    scope.add(target.source());
    Table table = target.table();
    int alias = table.hasRowid() ? table.rowidAlias() : -1;
    Assignments assignments =
        Assignments.bind(environment, upsert.assignments(), Assignments.of(table), alias, scope);
    if (upsert.where() != null) {
      BoundExpression where = environment.resolver().bindExpression(upsert.where(), scope);
      assignments.requireSizes();
      target.jumpIfNot(where, target.cursorAccess(), next);
    }
    assignments.requireSizes();
    RowUpdater updater =
        new RowUpdater(
            target, assignments.changed(target), assignments.names(), ConflictAction.ABORT, returning, null);
    writesMore |= updater.writesMore();
    updater.update(key, new Values(assignments), next);
    program.emit(Opcode.Goto, 0, next);
  }

  /** Emits code that moves the data cursor to the row in the way. */
  private void seek(Index conflicting, int cursor, int key, int missing) {
    if (target.table().hasRowid()) {
      if (conflicting == null) {
        program.emit(Opcode.Rowid, cursor, key);
      } else {
        program.emit(Opcode.IdxRowid, cursor, key);
        target.seek(key, missing);
      }
      return;
    }
    for (int i = 0; i < target.keySize(); i++) {
      program.emit(Opcode.Column, cursor, conflicting.fieldOf(target.keyColumns().get(i)), key + i);
    }
    if (!conflicting.isTable()) {
      target.seek(key, missing);
    }
  }

  /** The row that could not be inserted. */
  private final class Excluded implements Scope.Visible {
    @Override
    public String name() {
      return "excluded";
    }

    @Override
    public String schemaName() {
      return null;
    }

    @Override
    public int columnCount() {
      return target.table().columnCount();
    }

    @Override
    public String columnName(int column) {
      return target.table().columnName(column);
    }

    @Override
    public int columnNumber(String name) {
      return target.table().columnNumber(name);
    }

    @Override
    public boolean hasRowid() {
      return target.table().hasRowid();
    }

    @Override
    public boolean isHidden(int column) {
      return false;
    }

    @Override
    public BoundExpression value(int column) {
      int register = row.columnRegister(column);
      return new BoundExpression.RegisterValue(register, Affinity.NONE, null); // as in SQLite, no column in comparisons
    }
  }

  private final class Values implements RowUpdater.NewValues {
    private final Assignments assignments;

    Values(Assignments assignments) {
      this.assignments = assignments;
    }

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
}

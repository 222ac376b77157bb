// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.ConflictAction;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Statement;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * {@code INSERT INTO t SELECT * FROM u} between tables of the same form: the records of the table and of each index are copied as they are, tree by tree in the order of
 * their keys, instead of being taken apart, checked and put together again.
 *
 * <p>If keys of the target might be in the way, or the policy is one that goes on after a conflict, this is done only while the target is empty, which the program
 * finds out when it runs. As in SQLite, rowids go with the rows where the target has an INTEGER PRIMARY KEY or an index; else they are numbered anew.
 */
final class Transfer {
  private static final int COUNT_CHANGE = 0x01;
  private static final int APPEND = 0x08;
  private static final int SET_LAST_ROWID = 0x20;

  private final Environment environment;
  private final ProgramBuilder program;
  private final TransferRules rules;
  private final Table from;
  private final Table to;
  private final ConflictAction policy;

  private Transfer(Environment environment, TransferRules rules, Table from, Table to, ConflictAction policy) {
    this.environment = environment;
    this.program = environment.program();
    this.rules = rules;
    this.from = from;
    this.to = to;
    this.policy = policy;
  }

  /** Null if the rows must be inserted one by one. Requires: the target is a table in which the statement may write. */
  static Transfer of(Environment environment, Statement.Insert statement, Target target, RowTriggers triggers, ConflictAction policy) {
    Table to = target.table();
    FromItem.Table named = source(statement);
    boolean isPossible =
        named != null
            && statement.returning().isEmpty()
            && !triggers.any()
            && !PreUpdateCode.isWanted(environment)
            && environment.databases().authority() == null // which is asked about what is read
            && !environment.isOn(Setting.COUNT_CHANGES)
            && environment.databases().isOptimisationOn(Optimisation.TRANSFER);
    Table from = isPossible ? environment.findTable(named.schema(), named.name()) : null;
    if (from == null) {
      return null;
    }
    TransferRules rules = new TransferRules(environment, from, to);
    if (!rules.hold() || new ForeignKeys(target).isParentOrChild()) {
      return null;
    }
    ConflictAction chosen = policy;
    if (chosen == ConflictAction.DEFAULT && to.rowidAlias() >= 0 && to.definition().rowidConflict() != null) {
      chosen = to.definition().rowidConflict();
    }
    return new Transfer(environment, rules, from, to, chosen == ConflictAction.DEFAULT ? ConflictAction.ABORT : chosen);
  }

  /** The table of {@code SELECT * FROM table}, or null if the statement's source is anything else. */
  private static FromItem.Table source(Statement.Insert statement) {
    Select select = statement.source();
    if (select == null
        || statement.columns() != null
        || statement.with() != null
        || !statement.upserts().isEmpty()
        || select.with() != null
        || select.arms().size() != 1
        || !select.orderBy().isEmpty()
        || select.limit() != null
        || !(select.arms().get(0).core() instanceof Select.Simple simple)) {
      return null;
    }
    boolean isAll = simple.results().size() == 1 && simple.results().get(0) instanceof Select.AllColumns;
    boolean isPlain =
        isAll && !simple.distinct() && simple.where() == null && simple.groupBy().isEmpty() && simple.having() == null && simple.windows().isEmpty();
    FromItem from = isPlain ? simple.from() : null;
    while (from instanceof FromItem.Parenthesised parenthesised && parenthesised.alias() == null) {
      from = parenthesised.inner();
    }
    return from instanceof FromItem.Table table ? table : null; // no index is searched: which one it names does not matter
  }

  /** Whether rows may have to be inserted one by one all the same: the code for that comes behind {@link #emit}. */
  boolean needsEmptyTarget() {
    return to.rowidAlias() < 0 && !to.indexes().isEmpty()
        || to.indexes().stream().anyMatch(Index::isUnique)
        || policy != ConflictAction.ABORT && policy != ConflictAction.ROLLBACK;
  }

  /**
   * Emits the code.
   *
   * @param otherwise where to go if the target is not empty, and that matters
   * @param done where to go when all is copied
   */
  void emit(int otherwise, int done) {
    environment.context().needStatementSavepoint();
    environment.context().writeDatabase(to.database());
    int target = program.newCursor();
    environment.context().openTable(to, target, Opcode.OpenWrite);
    if (needsEmptyTarget()) {
      int empty = program.newLabel();
      program.emit(Opcode.Rewind, target, empty);
      program.emit(Opcode.Close, target);
      program.emit(Opcode.Goto, 0, otherwise);
      program.place(empty);
    }
    int source = environment.context().openTable(from);
    if (to.hasRowid()) {
      rows(source, target);
    } else {
      copyAll(source, target, environment.isCounting() ? COUNT_CHANGE : 0);
    }
    for (Index index : to.indexes()) {
      if (!index.isTable()) {
        entries(index);
      }
    }
    program.emit(Opcode.Goto, 0, done);
  }

  private void rows(int source, int target) {
    int rowid = program.newRegister();
    int end = program.newLabel();
    int flags = SET_LAST_ROWID | APPEND | (environment.isCounting() ? COUNT_CHANGE : 0);
    program.emit(Opcode.Rewind, source, end);
    int loop = program.address();
    if (to.rowidAlias() < 0 && to.indexes().isEmpty()) {
      program.emit(Opcode.NewRowid, target, rowid);
    } else {
      program.emit(Opcode.Rowid, source, rowid);
    }
    if (to.rowidAlias() >= 0) {
      int isNew = program.newLabel();
      program.emit(Opcode.NotExists, target, isNew, rowid);
      UniqueChecks.rowidFailure(program, to, policy);
      program.place(isNew);
    }
    if (to.isAutoincrement()) {
      program.emit(Opcode.MemMax, environment.subprograms().sequence(to).largest(), rowid);
    }
    program.emit(Opcode.RowCell, target, source, rowid, to, flags);
    program.emit(Opcode.Next, source, loop);
    close(end, source, target);
  }

  private void entries(Index index) {
    Index counterpart = rules.counterpart(index);
    int source = program.newCursor();
    int target = program.newCursor();
    program.emit(Opcode.OpenRead, source, counterpart.rootPage(), from.database(), counterpart.keyOrder(environment.databases()));
    program.emit(Opcode.OpenWrite, target, index.rootPage(), to.database(), index.keyOrder(environment.databases()));
    copyAll(source, target, 0);
  }

  private void copyAll(int source, int target, int flags) {
    int end = program.newLabel();
    program.emit(Opcode.Rewind, source, end);
    int loop = program.address();
    program.emit(Opcode.RowCell, target, source, 0, null, flags | APPEND);
    program.emit(Opcode.Next, source, loop);
    close(end, source, target);
  }

  private void close(int end, int source, int target) {
    program.place(end);
    program.emit(Opcode.Close, source);
    program.emit(Opcode.Close, target);
  }
}

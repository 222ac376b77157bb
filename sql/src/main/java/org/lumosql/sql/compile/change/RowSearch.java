// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.List;
import org.lumosql.schema.Databases.Setting;
import org.lumosql.schema.Index;
import org.lumosql.sql.compile.ExplainPlan;
import org.lumosql.sql.compile.loop.NestedLoops;
import org.lumosql.sql.plan.AccessPath;
import org.lumosql.sql.plan.ColumnUsage;
import org.lumosql.sql.plan.IndexBinder;
import org.lumosql.sql.plan.JoinPlan;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.plan.Planner;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * Rows that an UPDATE or DELETE may change as soon as it finds them, because nothing that it does brings a row before the cursor again: it reads the whole table in
 * order, a range of it, or an index that does not change, or whose entries go away. The target's cursors find the rows and change them.
 */
final class RowSearch {
  private final Target target;
  private final ProgramBuilder program;
  private final List<QueryBlock.JoinCondition> conditions;
  /** How the planner would find the rows, and which way; null if there was nothing to plan. */
  private final JoinPlan plan;
  private final AccessPath path;
  private final LoopRequest request;
  private final boolean isReversed;
  private NestedLoops loops;
  private int loop;

  private RowSearch(
      Target target, List<QueryBlock.JoinCondition> conditions, LoopRequest request, JoinPlan plan, boolean isReversed) {
    this.request = request;
    this.plan = plan;
    this.path = plan == null ? null : plan.loops().get(0).path();
    this.isReversed = isReversed;
    this.target = target;
    this.program = target.environment().program();
    this.conditions = conditions;
  }

  /**
   * Null if a condition looks into tables.
   *
   * @param isReturning whether rows are returned: those always come in their order
   */
  static RowSearch of(Target target, List<QueryBlock.JoinCondition> conditions, boolean isReturning) {
    if (hasQuery(conditions)) {
      return null;
    }
    boolean isReversed = !isReturning && target.environment().isOn(Setting.REVERSE_UNORDERED_SELECTS);
    boolean isScan = target.source().indexedBy() == null && cannotSearch(target, conditions);
    if (isScan) {
      return new RowSearch(target, conditions, null, null, isReversed);
    }
    ColumnUsage usage = new ColumnUsage();
    for (QueryBlock.JoinCondition condition : conditions) {
      usage.add(condition.expression());
    }
    LoopRequest request = LoopRequest.of(usage);
    return new RowSearch(target, conditions, request, plan(target, conditions, request), isReversed);
  }

  /** Whether the whole table is read in its order; if not, an index or the rowid serves better. */
  boolean isScan() {
    return path == null
        || target.source().indexedBy() == null && path.kind() == AccessPath.Kind.TABLE && !path.isConstrained();
  }

  /**
   * Whether rows may be changed in the order in which they are found, since nothing that changes has to do with that order. As in SQLite they are then, which is
   * noticed where a change may fail or be ignored.
   */
  boolean mayKeepOrder(Changed changed) {
    if (path.kind() == AccessPath.Kind.INDEX) {
      return path.index().index().isTable() || !changed.concerns(path.index().index());
    }
    return path.kind() == AccessPath.Kind.TABLE;
  }

  /** Whether rows may be changed while they are being found by what the planner chose. @param changed null if they are deleted */
  boolean mayChangeFound(Changed changed) {
    return isScan()
        || path.kind() == AccessPath.Kind.TABLE
        || path.kind() == AccessPath.Kind.INDEX && path.skipCount() == 0 && (changed == null || mayKeepOrder(changed));
  }

  /** Whether the cursor that finds rows is the one on the table, which must stay where it is then. */
  boolean findsByTable() {
    return isScan() || path.kind() == AccessPath.Kind.TABLE || path.index().index().isTable();
  }

  /** The number of the target's index whose cursor finds the rows, −1 if it is the table's. */
  int findingIndex() {
    return findsByTable() ? -1 : target.indexes().indexOf(path.index().index());
  }

  boolean isOneRow() {
    return path != null && path.isOneRow();
  }

  /** Whether it needs no planning: the conditions are about columns that neither the rowid nor an index holds. */
  private static boolean cannotSearch(Target target, List<QueryBlock.JoinCondition> conditions) {
    if (!target.table().hasRowid()) {
      return false;
    }
    for (Index index : target.indexes()) {
      if (index.isPartial()) {
        return false;
      }
    }
    for (QueryBlock.JoinCondition condition : conditions) {
      if (readsKey(target, condition.expression())) {
        return false;
      }
    }
    return true;
  }

  private static boolean readsKey(Target target, BoundExpression expression) {
    if (expression instanceof BoundExpression.ColumnValue value && value.source() == target.source()) {
      return isKey(target, value.column());
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (readsKey(target, expression.operand(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKey(Target target, int column) {
    if (column < 0 || column == target.table().rowidAlias()) {
      return true;
    }
    for (Index index : target.indexes()) {
      for (Index.Part part : index.parts()) {
        if (part.column() == column || part.column() == Index.EXPRESSION) {
          return true;
        }
      }
    }
    return false;
  }

  private static JoinPlan plan(Target target, List<QueryBlock.JoinCondition> conditions, LoopRequest request) {
    IndexBinder binder =
        new IndexBinder(
            (source, expression) -> {
              Scope scope = new Scope(null, Scope.Use.PARTIAL_INDEX);
              scope.add(source);
              return new Resolver(target.environment().databases()).bindExpression(expression, scope);
            });
    return new Planner(target.environment().databases(), binder, source -> 0)
        .plan(List.of(target.source()), conditions, request, false);
  }

  /** Whether a condition looks into tables. */
  static boolean hasQuery(List<QueryBlock.JoinCondition> conditions) {
    for (QueryBlock.JoinCondition condition : conditions) {
      if (hasQuery(condition.expression())) {
        return true;
      }
    }
    return false;
  }

  static boolean hasQuery(BoundExpression expression) {
    if (expression instanceof BoundExpression.ScalarQuery
        || expression instanceof BoundExpression.Exists
        || expression instanceof BoundExpression.InQuery) {
      return true;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (hasQuery(expression.operand(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Emits the beginning of the loop. Requires: the target is open.
   *
   * @param key first register of the rows' identities
   * @param deletes whether the target's indexes are all open, and rows go away: then their cursor finds the rows
   */
  void begin(int key, int done, int next, boolean deletes) {
    if (isScan()) {
      scan(done, next);
    } else {
      int index = deletes ? findingIndex() : -1;
      target.source().setCursors(target.dataCursor(), index < 0 ? -1 : target.indexCursor(index));
      loops = NestedLoops.begin(target.environment().context(), plan, request);
      if (target.table().hasRowid() && !findsByTable()) {
        program.emit(Opcode.FinishSeek, target.dataCursor());
      }
    }
    if (target.table().hasRowid()) {
      program.emit(Opcode.Rowid, target.dataCursor(), key);
    } else {
      for (int i = 0; i < target.keySize(); i++) {
        target.cursorAccess().column(target.environment().context(), target.keyColumns().get(i), key + i);
      }
    }
  }

  private void scan(int done, int next) {
    ExplainPlan explained = target.environment().context().explainPlan();
    if (explained.isOn()) {
      explained.line("SCAN " + target.source().shownName());
    }
    program.emit(isReversed ? Opcode.Last : Opcode.Rewind, target.dataCursor(), done);
    loop = program.address();
    for (QueryBlock.JoinCondition condition : conditions) {
      target.jumpIfNot(condition.expression(), target.cursorAccess(), next);
    }
  }

  /** Emits the end of the loop. */
  void end() {
    if (loops != null) {
      loops.end();
    } else {
      program.emit(isReversed ? Opcode.Prev : Opcode.Next, target.dataCursor(), loop);
    }
  }
}

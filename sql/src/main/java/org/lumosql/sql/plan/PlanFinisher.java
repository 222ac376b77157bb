// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;

/** What is decided once the sequence of loops is known: order, direction, DISTINCT, joins that can be left out. */
final class PlanFinisher {
  private static final int DISTINCT_REDUCTION = 30;

  private final PlanningContext context;
  private final LoopRequest request;

  PlanFinisher(PlanningContext context) {
    this.context = context;
    this.request = context.request();
  }

  JoinPlan finish(JoinOrder.Partial best) {
    List<BoundOrderingTerm> order = request.orderBy();
    int ordered = Math.max(0, best.ordered());
    long reverse = best.reverse();
    long nullsApart = best.nullsApart();
    boolean innerOrdered = false;
    if (order.isEmpty()) {
      ordered = 0;
      reverse = context.databases().isOn(Databases.Setting.REVERSE_UNORDERED_SELECTS) ? -1 : reverse;
    } else if (best.ordered() <= 0 && !best.loops().isEmpty()) {
      AccessPath last = best.loops().get(best.loops().size() - 1);
      if (!last.oneRow && !(last.in && last.isRowid())) {
        OrderSatisfaction.Result inner =
            new OrderSatisfaction(context, order, OrderSatisfaction.Mode.INNER_LOOP).of(best.loops());
        if (inner.count() == order.size() && request.purpose() == LoopRequest.Purpose.ORDER_BY) {
          innerOrdered = true;
          reverse = inner.reverse();
          nullsApart = inner.nullsApart();
        }
      }
    } else if (request.isExtreme() && ordered == 1) {
      innerOrdered = true;
    }
    List<LoopPlan> loops = new ArrayList<>();
    long notReady = 0;
    for (AccessPath path : best.loops()) {
      notReady |= 1L << path.source;
    }
    for (int i = 0; i < best.loops().size(); i++) {
      AccessPath path = best.loops().get(i);
      if (path.kind == AccessPath.Kind.AUTOMATIC_INDEX) {
        path = AutomaticIndex.complete(context, path, notReady);
      }
      if (path.covering && !context.isPart() && context.source(path.source) instanceof Source.TableSource source && source.isFoundWhole()) {
        path = new AccessPath(path);
        path.covering = false;
      }
      notReady &= ~(1L << path.source);
      loops.add(
          new LoopPlan(
              path.source,
              context.source(path.source),
              path,
              (reverse >> i & 1) != 0,
              (nullsApart >> i & 1) != 0));
    }
    JoinPlan.Distinctness distinctness = distinctness(best, ordered);
    omitUseless(loops);
    if (loops.size() > 1 && context.isOn(Optimisation.BLOOM_FILTER)) {
      SearchFilters.choose(context, loops);
    }
    int rows = request.distinct().isEmpty() ? best.rows() : best.rows() - DISTINCT_REDUCTION;
    return new JoinPlan(loops, context, rows, ordered, innerOrdered, distinctness);
  }

  // ---- DISTINCT ---------------------------------------------------------------------------------------------------

  /** Whether no two rows can have the same results. */
  static boolean isDistinctAnyway(PlanningContext context) {
    return context.isOn(Optimisation.DISTINCT_OPT) && new PlanFinisher(context).isRedundant();
  }

  private JoinPlan.Distinctness distinctness(JoinOrder.Partial best, int ordered) {
    if (request.distinct().isEmpty() || !context.isOn(Optimisation.DISTINCT_OPT)) {
      return JoinPlan.Distinctness.UNKNOWN;
    }
    if (isRedundant()) {
      return JoinPlan.Distinctness.UNIQUE;
    }
    List<BoundOrderingTerm> terms =
        request.purpose() == LoopRequest.Purpose.DISTINCT ? request.orderBy() : Planner.ordering(request.distinct());
    OrderSatisfaction.Result result =
        new OrderSatisfaction(context, terms, OrderSatisfaction.Mode.DISTINCT).of(best.loops());
    return result.count() == terms.size() ? JoinPlan.Distinctness.ORDERED : JoinPlan.Distinctness.UNKNOWN;
  }

  /** Whether the results hold something unique of the only table. */
  private boolean isRedundant() {
    if (context.sources().size() != 1 || context.table(0) == null) {
      return false;
    }
    for (BoundExpression expression : request.distinct()) {
      if (Expressions.withoutCollation(expression) instanceof BoundExpression.ColumnValue column
          && column.source() == context.source(0)
          && Expressions.columnNumber(column) < 0) {
        return true;
      }
    }
    for (BoundIndex index : context.indexes().indexes(context.source(0))) {
      if (index.isUnique() && index.where() == null && hasAllKeys(index)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAllKeys(BoundIndex index) {
    Table table = context.table(0);
    for (int field = 0; field < index.keyCount(); field++) {
      int column = index.column(field);
      boolean fixed =
          column != Term.EXPRESSION
              && !TermScan.ofField(context.terms(), context.masks(), 0, index, field, Operators.EQUAL).stream()
                  .allMatch(term -> term.neededRight != 0);
      if (!fixed && !(column != Term.EXPRESSION && isResult(index, field) && isNotNull(table, column))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNotNull(Table table, int column) {
    return column == Index.ROWID || table.isNotNull(column);
  }

  private boolean isResult(BoundIndex index, int field) {
    for (BoundExpression expression : request.distinct()) {
      if (Expressions.withoutCollation(expression) instanceof BoundExpression.ColumnValue column
          && column.source() == context.source(0)
          && Expressions.columnNumber(column) == index.column(field)
          && Ascii.equal(Typing.collationOrBinary(expression).name(), index.collation(field))) {
        return true;
      }
    }
    return false;
  }

  // ---- joins that change nothing ----------------------------------------------------------------------------------

  /**
   * A LEFT JOIN whose columns nobody reads and that finds at most one row adds nothing
   * (https://sqlite.org/optoverview.html#omitjoin).
   */
  private void omitUseless(List<LoopPlan> loops) {
    if (!request.isSimple() || context.joins().hasRight() || context.isPart() || !context.isOn(Optimisation.OMIT_NOOP_JOIN)) {
      return;
    }
    long omitted = 0;
    for (int i = loops.size() - 1; i > 0; i--) {
      LoopPlan loop = loops.get(i);
      if (context.joins().isLeft(loop.number())
          && (loop.path().oneRow || !request.distinct().isEmpty())
          && !request.usage().isUsedOutsideConditions(loop.source())
          && isOnlyInOwnConditions(loop.number(), omitted)) {
        loops.remove(i);
        omitted |= 1L << loop.number();
      }
    }
  }

  /** @param omitted joins that are left out already, with their conditions */
  private boolean isOnlyInOwnConditions(int number, long omitted) {
    long bit = 1L << number;
    for (Term term : context.terms().all()) {
      if ((term.needed & bit) != 0 && (term.needed & omitted) == 0 && !(term.isOfOuterJoin() && term.joinedSource() == number)) {
        return false;
      }
    }
    return true;
  }
}

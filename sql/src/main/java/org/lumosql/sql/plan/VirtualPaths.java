// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualTable;

/**
 * The paths through a virtual table or table-valued function. The table itself chooses: it is asked once for each set
 * of sources that could be read before it, with the terms that are known then marked as usable
 * (https://sqlite.org/vtab.html#xbestindex).
 */
final class VirtualPaths {
  private static final int SERVED = Operators.ANY_EQUAL | Operators.RANGE | Operators.IS_NULL;
  private static final int IN_VALUES = 46;

  private final PlanningContext context;
  private final PathSink sink;

  VirtualPaths(PlanningContext context, PathSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void add(int number, long prerequisites) {
    VirtualTable table =
        context.databases().virtualTable(((Source.FunctionSource) context.source(number)).table());
    List<Term> terms = new ArrayList<>();
    List<IndexPlan.Operator> operators = new ArrayList<>();
    for (Term term : context.terms().all()) {
      IndexPlan.Operator operator = operator(term);
      if (operator != null && term.source == number && !term.dropped && context.isUsable(term, number)) {
        terms.add(term);
        operators.add(operator);
      }
    }
    for (long known : knownSets(terms, number)) {
      ask(table, number, prerequisites, terms, operators, known);
    }
  }

  /** The sets of sources that make a difference: none, those that each term needs, and all of them together. */
  private static Set<Long> knownSets(List<Term> terms, int number) {
    Set<Long> sets = new LinkedHashSet<>();
    sets.add(0L);
    long all = 0;
    for (Term term : terms) {
      long needed = term.neededRight & ~(1L << number);
      sets.add(needed);
      all |= needed;
    }
    sets.add(all);
    return sets;
  }

  private void ask(
      VirtualTable table,
      int number,
      long prerequisites,
      List<Term> terms,
      List<IndexPlan.Operator> operators,
      long known) {
    List<IndexPlan.Constraint> constraints = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      boolean usable = (terms.get(i).neededRight & ~known) == 0;
      constraints.add(new IndexPlan.Constraint(terms.get(i).column, operators.get(i), usable));
    }
    IndexPlan plan = new IndexPlan(constraints, orders(number), columnMask(number));
    if (!table.plan(plan)) {
      return;
    }
    Term[] arguments = new Term[plan.argumentCount()];
    Boolean[] served = new Boolean[plan.argumentCount()];
    long needed = prerequisites;
    int values = 0;
    for (int i = 0; i < terms.size(); i++) {
      int position = plan.argument(i);
      if (position > 0) {
        arguments[position - 1] = terms.get(i);
        served[position - 1] = plan.isOmitted(i);
        needed |= terms.get(i).neededRight;
        values += terms.get(i).isIn() ? IN_VALUES : 0;
      }
    }
    AccessPath draft = new AccessPath(number);
    draft.kind = AccessPath.Kind.VIRTUAL;
    draft.prerequisites = needed;
    draft.rows = LogEstimate.of(Math.max(1, plan.estimatedRows())) + values;
    draft.run = LogEstimate.ofReal(plan.estimatedCost()) + values;
    draft.oneRow = plan.isUnique() && values == 0;
    draft.virtualChoice =
        new VirtualChoice(
            plan.indexNumber(),
            plan.indexText(),
            plan.isShownHexadecimal(),
            List.of(arguments),
            List.of(served),
            plan.isOrderConsumed() && values == 0,
            columnMask(number));
    sink.insert(draft);
  }

  /** What ORDER BY asks for, if this table alone could give it. */
  private List<IndexPlan.Order> orders(int number) {
    List<IndexPlan.Order> orders = new ArrayList<>();
    if (context.request().purpose() != LoopRequest.Purpose.ORDER_BY) {
      return orders;
    }
    for (BoundOrderingTerm term : context.request().orderBy()) {
      if (!(term.expression() instanceof BoundExpression.ColumnValue column)
          || column.source() != context.source(number)
          || term.hasBigNulls()) {
        return List.of();
      }
      orders.add(new IndexPlan.Order(column.column(), term.descending()));
    }
    return orders;
  }

  /** A bit for each column that is read; bit 63 stands for all from there on. */
  private long columnMask(int number) {
    long mask = 0;
    BitSet used = context.request().usage().columns(context.source(number));
    for (int column = used.nextSetBit(0); column >= 0; column = used.nextSetBit(column + 1)) {
      mask |= 1L << Math.min(column, 63);
    }
    return mask;
  }

  private static IndexPlan.Operator operator(Term term) {
    if (term.virtual != null) {
      return term.virtual;
    }
    if ((term.operators & SERVED) == 0 || term.notNullBound) {
      return null;
    }
    switch (term.operators & SERVED) {
      case Operators.EQUAL:
      case Operators.IN:
        return IndexPlan.Operator.EQ;
      case Operators.IS:
        return IndexPlan.Operator.IS;
      case Operators.LESS:
        return IndexPlan.Operator.LT;
      case Operators.LESS_EQUAL:
        return IndexPlan.Operator.LE;
      case Operators.GREATER:
        return IndexPlan.Operator.GT;
      case Operators.GREATER_EQUAL:
        return IndexPlan.Operator.GE;
      case Operators.IS_NULL:
        return IndexPlan.Operator.IS_NULL;
      default:
        return null;
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualTable;

/**
 * The paths through a virtual table or table-valued function. The table itself chooses: it is asked once for each set of sources that could be read before it,
 * with the terms that are known then marked as usable (https://sqlite.org/vtab.html#xbestindex).
 */
final class VirtualPaths {
  private static final int SERVED = Operators.EQUAL | Operators.IS | Operators.RANGE | Operators.IS_NULL;

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
    IndexPlan plan = new IndexPlan(constraints, List.of(), -1L);
    if (!table.plan(plan)) {
      return;
    }
    Term[] arguments = new Term[plan.argumentCount()];
    Boolean[] served = new Boolean[plan.argumentCount()];
    long needed = prerequisites;
    for (int i = 0; i < terms.size(); i++) {
      int position = plan.argument(i);
      if (position > 0) {
        arguments[position - 1] = terms.get(i);
        served[position - 1] = plan.isOmitted(i);
        needed |= terms.get(i).neededRight;
      }
    }
    AccessPath draft = new AccessPath(number);
    draft.kind = AccessPath.Kind.VIRTUAL;
    draft.prerequisites = needed;
    draft.rows = LogEstimate.of(Math.max(1, plan.estimatedRows()));
    draft.run = LogEstimate.of((long) Math.max(1, plan.estimatedCost()));
    draft.virtualChoice =
        new VirtualChoice(plan.indexNumber(), plan.indexText(), List.of(arguments), List.of(served), false, -1L);
    sink.insert(draft);
  }

  private static IndexPlan.Operator operator(Term term) {
    if ((term.operators & SERVED) == 0) {
      return null;
    }
    switch (term.operators & SERVED) {
      case Operators.EQUAL:
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

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.schema.Optimisation;

/** The union of searches for a disjunction, each of whose parts an index can serve. */
final class OrPaths {
  private final PlanningContext context;
  private final PathSink sink;

  /** What one part of the disjunction costs. */
  private static final class Part extends PathSink {
    private final OrCosts costs = new OrCosts();

    Part(int allowance) {
      super(allowance);
    }

    @Override
    void take(AccessPath draft) {
      if (!draft.terms.isEmpty()) {
        costs.insert(draft.prerequisites, draft.run, draft.rows);
      }
    }
  }

  OrPaths(PlanningContext context, PathSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void add(int number, long prerequisites) {
    if (!context.isOn(Optimisation.MULTI_INDEX_OR)
        || context.joins().isRight(number)
        || context.source(number) instanceof org.lumosql.sql.resolve.Source.TableSource table
            && table.indexedBy() != null) {
      return;
    }
    for (Term term : context.terms().all()) {
      if (term.has(Operators.OR) && (term.alternatives.indexable() & 1L << number) != 0) {
        add(number, prerequisites, term);
      }
    }
  }

  private void add(int number, long prerequisites, Term term) {
    OrCosts sum = null;
    for (Term part : term.alternatives.terms().all()) {
      TermList terms;
      if (part.has(Operators.AND)) {
        terms = part.conjunction;
      } else if (part.source == number) {
        terms = new TermList(term.alternatives.terms(), false);
        terms.addExisting(part);
      } else {
        continue;
      }
      OrCosts costs = costs(number, prerequisites, terms);
      if (costs.entries().isEmpty()) {
        return;
      }
      sum = sum == null ? costs : combined(sum, costs);
    }
    if (sum == null) {
      return;
    }
    for (OrCosts.Entry entry : sum.entries()) {
      AccessPath draft = new AccessPath(number);
      draft.kind = AccessPath.Kind.OR;
      draft.terms.add(term);
      draft.constrained = true;
      draft.run = entry.run() + 1;
      draft.rows = entry.rows();
      draft.prerequisites = entry.prerequisites();
      sink.insert(draft);
    }
  }

  private OrCosts costs(int number, long prerequisites, TermList terms) {
    Part part = new Part(sink.allowance());
    new TablePaths(context, terms, part).add(number, prerequisites);
    return part.isExhausted() ? new OrCosts() : part.costs;
  }

  private static OrCosts combined(OrCosts left, OrCosts right) {
    OrCosts sum = new OrCosts();
    for (OrCosts.Entry one : left.entries()) {
      for (OrCosts.Entry other : right.entries()) {
        sum.insert(
            one.prerequisites() | other.prerequisites(),
            LogEstimate.add(one.run(), other.run()),
            LogEstimate.add(one.rows(), other.rows()));
      }
    }
    return sum;
  }
}

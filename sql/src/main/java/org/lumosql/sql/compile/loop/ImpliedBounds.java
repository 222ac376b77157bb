// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import java.util.List;
import org.lumosql.sql.plan.Expressions;
import org.lumosql.sql.plan.Term;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;

/**
 * Comparisons of a loop's columns that follow from those of columns they equal, in loops that come later: with {@code
 * a.x = b.x AND b.x < 5}, a search of a need not go beyond 5. Searches for disjuncts are planned by themselves, and
 * would not know.
 */
final class ImpliedBounds {
  private final LoopContext context;
  private final OpenLoop loop;

  ImpliedBounds(LoopContext context, OpenLoop loop) {
    this.context = context;
    this.loop = loop;
  }

  void addTo(List<JoinCondition> conditions) {
    for (int i = 0; i < context.plan.termCount(); i++) {
      Term term = context.plan.term(i);
      if (term.isEquivalence()
          && isOfWhere(term)
          && term.source() == loop.plan.number()
          && (term.neededRight() & context.notReady) != 0
          && term.left() instanceof ColumnValue own
          && term.right() instanceof ColumnValue other) {
        addBounds(own, other, conditions);
      }
    }
  }

  private void addBounds(ColumnValue own, ColumnValue other, List<JoinCondition> conditions) {
    for (int i = 0; i < context.plan.termCount(); i++) {
      Term term = context.plan.term(i);
      if (!term.isDerived()
          && isOfWhere(term)
          && term.isIndexable()
          && (term.neededRight() & context.notReady) == 0
          && term.expression() instanceof BoundExpression.Comparison comparison
          && !Expressions.hasQuery(comparison)
          && Expressions.isRepeatable(comparison)) {
        if (comparison.left().equals(other)) {
          add(new BoundExpression.Comparison(comparison.operator(), own, comparison.right()), conditions);
        } else if (comparison.right().equals(other)) {
          add(new BoundExpression.Comparison(comparison.operator(), comparison.left(), own), conditions);
        }
      }
    }
  }

  private void add(BoundExpression bound, List<JoinCondition> conditions) {
    if (context.part == null || !context.part.hidden().test(bound)) {
      conditions.add(new JoinCondition(bound, null));
    }
  }

  private static boolean isOfWhere(Term term) {
    return !term.isOfOuterJoin() && term.joinedSource() < 0;
  }
}

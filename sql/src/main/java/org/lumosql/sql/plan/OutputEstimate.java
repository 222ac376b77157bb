// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.sql.resolve.BoundExpression;

/** Lowers the estimate of rows by terms that no index serves but that will be tested in the loop. */
final class OutputEstimate {
  private static final int EQUALS_SMALL_CONSTANT = 10;
  private static final int EQUALS_SOMETHING = 20;
  private static final int PER_LETTER = 2;

  private OutputEstimate() {}

  static void adjust(PlanningContext context, TermList terms, AccessPath path, int tableRows) {
    long self = 1L << path.source;
    long available = path.prerequisites | self;
    int reduction = 0;
    for (int i = 0; i < terms.originalCount(); i++) {
      Term term = terms.get(i);
      if ((term.needed & ~available) != 0 || (term.needed & self) == 0 || term.derived || isServed(path, term)) {
        continue;
      }
      if (term.needed == self
          && ((term.operators & (Operators.INDEXABLE & ~Operators.IS_NULL)) != 0
              || !context.joins().isLeft(path.source) && !context.joins().isLeftOfRight(path.source))) {
        path.selfCulling = true;
      }
      if (term.truth <= 0) {
        path.rows += term.truth;
      } else {
        path.rows--;
        if (term.has(Operators.EQUAL | Operators.IS) && !term.frequent) {
          int wanted = isSmallConstant(term.right) ? EQUALS_SMALL_CONSTANT : EQUALS_SOMETHING;
          if (reduction < wanted) {
            reduction = wanted;
            term.assumedRare = true;
          }
        } else if (term.expression() instanceof BoundExpression.Call call && call.isOperator()) {
          path.rows -= PatternLength.of(call) * PER_LETTER;
        }
      }
    }
    path.rows = Math.min(path.rows, tableRows - reduction);
  }

  private static boolean isServed(AccessPath path, Term term) {
    for (int i = 0; i < path.terms.size(); i++) {
      Term used = path.terms.get(i);
      if (used != null && (used == term || used.parent == term)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSmallConstant(BoundExpression expression) {
    if (expression instanceof BoundExpression.Negate negate) {
      return negate.operand() instanceof BoundExpression.IntegerConstant constant
          && constant.isSmall()
          && constant.value() == 1;
    }
    return expression instanceof BoundExpression.IntegerConstant constant && constant.isSmall();
  }
}

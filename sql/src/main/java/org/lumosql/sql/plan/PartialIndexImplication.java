// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import org.lumosql.function.FunctionDefinition;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;

/**
 * Whether the conditions of a query imply the WHERE clause of a partial index
 * (https://sqlite.org/partialindex.html#queries_using_partial_indexes).
 */
final class PartialIndexImplication {
  private PartialIndexImplication() {}

  static boolean holds(BoundExpression where, TermList terms, int source, boolean outerJoined) {
    for (BoundExpression conjunct : Expressions.conjuncts(where)) {
      if (!isImplied(conjunct, terms, source, outerJoined)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isImplied(BoundExpression wanted, TermList terms, int source, boolean outerJoined) {
    for (TermList list = terms; list != null; list = list.outer()) {
      if (list.isDisjunction()) {
        continue;
      }
      for (Term term : list.all()) {
        if ((!term.isOfOuterJoin() || term.joinedSource() == source)
            && (!outerJoined || term.isOfOuterJoin())
            && !term.isNotNullBound()
            && implies(Likelihood.withoutHint(term.written()), wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether {@code known} being true makes {@code wanted} true. */
  static boolean implies(BoundExpression known, BoundExpression wanted) {
    if (isSame(known, wanted)) {
      return true;
    }
    if (wanted instanceof BoundExpression.Or or) {
      return implies(known, or.left()) || implies(known, or.right());
    }
    return wanted instanceof BoundExpression.NullTest test
        && test.negated()
        && !(test.operand() instanceof BoundExpression.Null)
        && isNullWith(known, test.operand(), false);
  }

  private static boolean isSame(BoundExpression known, BoundExpression wanted) {
    BoundExpression left = Expressions.withoutCollation(known);
    BoundExpression right = Expressions.withoutCollation(wanted);
    if (left.equals(right)) {
      return true;
    }
    return left instanceof BoundExpression.Comparison one
        && right instanceof BoundExpression.Comparison other
        && (one.operator() == BinaryOperator.EQUAL || one.operator() == BinaryOperator.NOT_EQUAL)
        && one.operator() == other.operator()
        && one.left().equals(other.right())
        && one.right().equals(other.left());
  }

  /**
   * Whether an expression that is true (or, if {@code value}, only not NULL) shows that an operand is not NULL.
   */
  private static boolean isNullWith(BoundExpression expression, BoundExpression operand, boolean value) {
    if (expression.equals(operand)) {
      return true;
    }
    if (expression instanceof BoundExpression.Comparison comparison) {
      boolean strict = comparison.operator() != BinaryOperator.IS && comparison.operator() != BinaryOperator.IS_NOT;
      return strict
          && (isNullWith(comparison.left(), operand, true) || isNullWith(comparison.right(), operand, true));
    }
    if (expression instanceof BoundExpression.Arithmetic arithmetic) {
      return isNullWith(arithmetic.left(), operand, true) || isNullWith(arithmetic.right(), operand, true);
    }
    if (expression instanceof BoundExpression.InList in) {
      return !in.list().isEmpty() && isNullWith(in.operand(), operand, true);
    }
    if (expression instanceof BoundExpression.InQuery in) {
      return !in.negated() && !value && isNullWith(in.operand(), operand, true); // NULL in nothing is false
    }
    if (expression instanceof BoundExpression.Between between) {
      return !between.negated()
          && !value
          && (isNullWith(between.operand(), operand, true)
              || isNullWith(between.low(), operand, true)
              || isNullWith(between.high(), operand, true));
    }
    if (expression instanceof BoundExpression.TruthTest test) {
      return !test.negated() && !value && isNullWith(test.operand(), operand, true);
    }
    if (expression instanceof BoundExpression.Call call && call.function().has(FunctionDefinition.LIKE)) {
      return call.arguments().stream().limit(2).anyMatch(argument -> isNullWith(argument, operand, true));
    }
    if (expression instanceof BoundExpression.Collated collated) {
      return isNullWith(collated.operand(), operand, value);
    }
    return (expression instanceof BoundExpression.Negate
            || expression instanceof BoundExpression.BitNot
            || expression instanceof BoundExpression.Opaque
            || expression instanceof BoundExpression.Not)
        && singleOperand(expression, operand);
  }

  private static boolean singleOperand(BoundExpression expression, BoundExpression operand) {
    boolean[] found = new boolean[1];
    Expressions.forEachChild(expression, child -> found[0] |= isNullWith(child, operand, true));
    return found[0];
  }
}

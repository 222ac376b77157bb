// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;

/** Makes the same expression with other operands. */
final class ExpressionMapping {
  private ExpressionMapping() {}

  static List<BoundExpression> list(List<BoundExpression> list, UnaryOperator<BoundExpression> map) {
    List<BoundExpression> mapped = new ArrayList<>(list.size());
    list.forEach(expression -> mapped.add(map.apply(expression)));
    return List.copyOf(mapped);
  }

  static List<BoundOrderingTerm> terms(List<BoundOrderingTerm> terms, UnaryOperator<BoundExpression> map) {
    List<BoundOrderingTerm> mapped = new ArrayList<>(terms.size());
    terms.forEach(
        term -> mapped.add(new BoundOrderingTerm(map.apply(term.expression()), term.descending(), term.nullsLast())));
    return mapped;
  }

  static BoundExpression orNull(BoundExpression expression, UnaryOperator<BoundExpression> map) {
    return expression == null ? null : map.apply(expression);
  }

  /** The expression with each operand mapped; queries inside stay, leaves are returned as they are. */
  static BoundExpression operands(BoundExpression expression, UnaryOperator<BoundExpression> map) {
    if (expression instanceof BoundExpression.Negate e) {
      return new BoundExpression.Negate(map.apply(e.operand()));
    }
    if (expression instanceof BoundExpression.BitNot e) {
      return new BoundExpression.BitNot(map.apply(e.operand()));
    }
    if (expression instanceof BoundExpression.Not e) {
      return new BoundExpression.Not(map.apply(e.operand()));
    }
    if (expression instanceof BoundExpression.NullTest e) {
      return new BoundExpression.NullTest(map.apply(e.operand()), e.negated());
    }
    if (expression instanceof BoundExpression.TruthTest e) {
      return new BoundExpression.TruthTest(map.apply(e.operand()), e.truth(), e.negated());
    }
    if (expression instanceof BoundExpression.Opaque e) {
      return new BoundExpression.Opaque(map.apply(e.operand()));
    }
    if (expression instanceof BoundExpression.Arithmetic e) {
      return new BoundExpression.Arithmetic(e.operator(), map.apply(e.left()), map.apply(e.right()));
    }
    if (expression instanceof BoundExpression.Comparison e) {
      return new BoundExpression.Comparison(e.operator(), map.apply(e.left()), map.apply(e.right()));
    }
    if (expression instanceof BoundExpression.And e) {
      return new BoundExpression.And(map.apply(e.left()), map.apply(e.right()));
    }
    if (expression instanceof BoundExpression.Or e) {
      return new BoundExpression.Or(map.apply(e.left()), map.apply(e.right()));
    }
    if (expression instanceof BoundExpression.Call e) {
      return e.with(list(e.arguments(), map));
    }
    return typed(expression, map);
  }

  private static BoundExpression typed(BoundExpression expression, UnaryOperator<BoundExpression> map) {
    if (expression instanceof BoundExpression.Collated e) {
      return new BoundExpression.Collated(map.apply(e.operand()), e.collation());
    }
    if (expression instanceof BoundExpression.Projected e) {
      return new BoundExpression.Projected(map.apply(e.operand()), e.affinity(), e.collation());
    }
    if (expression instanceof BoundExpression.Cast e) {
      return new BoundExpression.Cast(map.apply(e.operand()), e.affinity());
    }
    if (expression instanceof BoundExpression.MergedColumn e) {
      return new BoundExpression.MergedColumn(list(e.columns(), map));
    }
    if (expression instanceof BoundExpression.Between e) {
      return new BoundExpression.Between(
          map.apply(e.operand()), map.apply(e.low()), map.apply(e.high()), e.negated());
    }
    if (expression instanceof BoundExpression.InList e) {
      return new BoundExpression.InList(map.apply(e.operand()), list(e.list(), map), e.negated());
    }
    if (expression instanceof BoundExpression.InQuery e) {
      return new BoundExpression.InQuery(map.apply(e.operand()), e.query(), e.negated());
    }
    if (expression instanceof BoundExpression.RowValue e) {
      return new BoundExpression.RowValue(list(e.values(), map));
    }
    if (expression instanceof BoundExpression.RowField e) {
      return new BoundExpression.RowField(map.apply(e.row()), e.index());
    }
    if (expression instanceof BoundExpression.Case e) {
      return new BoundExpression.Case(
          orNull(e.base(), map), list(e.conditions(), map), list(e.results(), map), orNull(e.otherwise(), map));
    }
    if (expression instanceof BoundExpression.Raise e) {
      return new BoundExpression.Raise(e.action(), orNull(e.message(), map));
    }
    return expression;
  }
}

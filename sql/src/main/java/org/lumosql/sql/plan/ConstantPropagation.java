// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundExpression.FixedColumn;
import org.lumosql.sql.resolve.Constants;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Subtypes;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.value.Affinity;

/**
 * {@code a = 5 AND b = a} becomes {@code a = 5 AND b = 5} (https://sqlite.org/optoverview.html#constant_propagation),
 * so that b can be tested without a row of a's table. The replaced column keeps its affinity and collation.
 */
final class ConstantPropagation {
  private final List<ColumnValue> columns = new ArrayList<>();
  private final List<BoundExpression> values = new ArrayList<>();
  private boolean hasBlobAffinity;

  private ConstantPropagation() {}

  static List<JoinCondition> apply(List<JoinCondition> conditions) {
    // there must be a condition that says it and another that can use it
    if (conditions.size() < 2) {
      return conditions;
    }
    ConstantPropagation propagation = new ConstantPropagation();
    for (JoinCondition condition : conditions) {
      if (condition.outerSource() == null) {
        propagation.collect(condition.expression());
      }
    }
    if (propagation.columns.isEmpty()) {
      return conditions;
    }
    List<JoinCondition> changed = new ArrayList<>();
    for (JoinCondition condition : conditions) {
      changed.add(
          condition.outerSource() == null
              ? new JoinCondition(propagation.rewritten(condition.expression()), null)
              : condition);
    }
    return changed;
  }

  // ---- what is known ----------------------------------------------------------------------------------------------

  private void collect(BoundExpression condition) {
    if (condition instanceof BoundExpression.Comparison comparison
        && comparison.operator() == BinaryOperator.EQUAL
        && Ascii.equal(Typing.comparisonCollation(comparison.left(), comparison.right()).name(), "BINARY")) {
      if (comparison.left() instanceof ColumnValue column && Constants.isConstant(comparison.right())) {
        collect(column, comparison.right());
      } else if (comparison.right() instanceof ColumnValue column && Constants.isConstant(comparison.left())) {
        collect(column, comparison.left());
      }
    }
  }

  private void collect(ColumnValue column, BoundExpression value) {
    // a column's value has no subtype: what has one would not be the same to a JSON function
    if (Typing.affinity(value) != Affinity.NONE || columns.contains(column) || Subtypes.mayBeGiven(value)) {
      return;
    }
    columns.add(column);
    values.add(value);
    hasBlobAffinity |= Typing.affinity(column) == Affinity.BLOB;
  }

  // ---- rewriting --------------------------------------------------------------------------------------------------

  private BoundExpression rewritten(BoundExpression expression) {
    if (expression instanceof BoundExpression.Comparison comparison) {
      return rewritten(comparison);
    }
    if (expression instanceof ColumnValue column) {
      return fixed(column, false);
    }
    if (expression instanceof BoundExpression.And and) {
      return new BoundExpression.And(rewritten(and.left()), rewritten(and.right()));
    }
    if (expression instanceof BoundExpression.Or or) {
      return new BoundExpression.Or(rewritten(or.left()), rewritten(or.right()));
    }
    if (expression instanceof BoundExpression.Not not) {
      return new BoundExpression.Not(rewritten(not.operand()));
    }
    if (expression instanceof BoundExpression.NullTest test) {
      return new BoundExpression.NullTest(rewritten(test.operand()), test.negated());
    }
    if (expression instanceof BoundExpression.Arithmetic arithmetic) {
      return new BoundExpression.Arithmetic(
          arithmetic.operator(), rewritten(arithmetic.left()), rewritten(arithmetic.right()));
    }
    if (expression instanceof BoundExpression.Between between) {
      return new BoundExpression.Between(
          rewritten(between.operand()), rewritten(between.low()), rewritten(between.high()), between.negated());
    }
    if (expression instanceof BoundExpression.InList in) {
      return new BoundExpression.InList(rewritten(in.operand()), all(in.list()), in.negated());
    }
    if (expression instanceof BoundExpression.InQuery in) {
      return new BoundExpression.InQuery(rewritten(in.operand()), in.query(), in.negated());
    }
    if (expression instanceof BoundExpression.Call call) {
      return call.with(all(call.arguments()));
    }
    return expression;
  }

  private List<BoundExpression> all(List<BoundExpression> list) {
    return list.stream().map(this::rewritten).toList();
  }

  private BoundExpression rewritten(BoundExpression.Comparison comparison) {
    BoundExpression left = comparison.left();
    BoundExpression right = comparison.right();
    // what says so must go on saying so
    if (comparison.operator() == BinaryOperator.EQUAL && (defines(left, right) || defines(right, left))) {
      return comparison;
    }
    boolean rightKeepsText = Typing.affinity(left) == Affinity.TEXT;
    return new BoundExpression.Comparison(
        comparison.operator(),
        left instanceof ColumnValue column ? fixed(column, true) : rewritten(left),
        right instanceof ColumnValue column ? fixed(column, !rightKeepsText) : rewritten(right));
  }

  private boolean defines(BoundExpression column, BoundExpression value) {
    int known = columns.indexOf(column);
    return known >= 0 && values.get(known).equals(value);
  }

  /**
   * @param compared the column is a side of a comparison, where the stored form of a value without affinity does not
   * matter
   */
  private BoundExpression fixed(ColumnValue column, boolean compared) {
    int known = columns.indexOf(column);
    if (known < 0 || !compared && hasBlobAffinity && Typing.affinity(column) == Affinity.BLOB) {
      return column;
    }
    return new FixedColumn(column, values.get(known));
  }
}

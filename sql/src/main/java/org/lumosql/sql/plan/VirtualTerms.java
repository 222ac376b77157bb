// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.Locale;
import java.util.Map;
import org.lumosql.schema.Databases;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualTable;

/**
 * Derives what only a virtual table may know how to use: LIKE, GLOB, REGEXP and MATCH, {@code <>}, IS NOT and NOT NULL of its columns
 * (https://sqlite.org/vtab.html#like_glob_regexp_and_match_functions). No index serves such terms.
 */
final class VirtualTerms {
  private static final Map<String, IndexPlan.Operator> CALLS =
      Map.of(
          "match", IndexPlan.Operator.MATCH,
          "glob", IndexPlan.Operator.GLOB,
          "like", IndexPlan.Operator.LIKE,
          "regexp", IndexPlan.Operator.REGEXP);

  private final Databases databases;
  private final SourceMasks masks;

  VirtualTerms(Databases databases, SourceMasks masks) {
    this.databases = databases;
    this.masks = masks;
  }

  /** @param extraRight the sources that may not be read through the term */
  void derive(TermList list, Term term, BoundExpression expression, long extraRight) {
    if (expression instanceof BoundExpression.Call call) {
      IndexPlan.Operator operator =
          call.arguments().size() == 2 ? CALLS.get(call.function().name().toLowerCase(Locale.ROOT)) : null;
      if (operator != null) {
        add(list, term, operator, call.arguments().get(1), call.arguments().get(0), extraRight);
      }
      addOwn(list, term, call, extraRight);
    } else if (expression instanceof BoundExpression.Comparison comparison) {
      boolean isUnequal = comparison.operator() == BinaryOperator.NOT_EQUAL;
      if (isUnequal || comparison.operator() == BinaryOperator.IS_NOT) {
        IndexPlan.Operator operator = isUnequal ? IndexPlan.Operator.NE : IndexPlan.Operator.IS_NOT;
        add(list, term, operator, comparison.left(), comparison.right(), extraRight);
        add(list, term, operator, comparison.right(), comparison.left(), extraRight);
      }
    } else if (expression instanceof BoundExpression.NullTest test && test.negated()) {
      add(list, term, IndexPlan.Operator.IS_NOT_NULL, test.operand(), null, extraRight);
    }
  }

  /** Functions that the table itself gives a meaning. */
  private void addOwn(TermList list, Term term, BoundExpression.Call call, long extraRight) {
    if (call.arguments().size() != 2
        || !(call.arguments().get(0) instanceof ColumnValue column)
        || !(column.source() instanceof Source.FunctionSource source)
        || !source.table().isVirtual()) {
      return;
    }
    String name = call.function().name().toLowerCase(Locale.ROOT);
    VirtualTable table = databases.virtualTable(source.table());
    int number = table.function(name, 2) == null ? 0 : table.functionConstraint(name);
    if (number > 0) {
      Term child = add(list, term, IndexPlan.Operator.FUNCTION, column, call.arguments().get(1), extraRight);
      if (child != null) {
        child.virtualFunction = number;
      }
    }
  }

  /** Returns the new term, or null if the left side is no column of a virtual table. */
  private Term add(
      TermList list, Term term, IndexPlan.Operator operator, BoundExpression left, BoundExpression right, long extraRight) {
    if (!(left instanceof ColumnValue column) || !(column.source() instanceof Source.FunctionSource)) {
      return null;
    }
    int source = masks.number(column.source());
    long neededRight = right == null ? 0 : masks.of(right);
    if (source < 0 || (neededRight & 1L << source) != 0) {
      return null;
    }
    Term child = list.add(term.expression(), term.joinedSource(), term.isOfOuterJoin());
    child.derived = true;
    child.source = source;
    child.column = Expressions.columnNumber(column);
    child.left = left;
    child.right = right;
    child.operators = Operators.AUXILIARY;
    child.virtual = operator;
    child.needed = term.needed;
    child.neededRight = neededRight | extraRight;
    child.truth = term.truth;
    child.collation = right == null ? null : ComparisonTyping.collation(left, right);
    TermAnalyzer.adopt(term, child);
    return child;
  }
}

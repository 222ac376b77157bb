// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.OrderingTerm;

/** Binds terms of ORDER BY and GROUP BY, which may be the number or the alias of a result column. */
final class ResultTerms {
  private final ExpressionResolver expressions;
  private final List<QueryBlock.Result> results;

  ResultTerms(ExpressionResolver expressions, List<QueryBlock.Result> results) {
    this.expressions = expressions;
    this.results = results;
  }

  List<BoundOrderingTerm> orderBy(List<OrderingTerm> terms) {
    checkCount(expressions.state(), terms.size(), "ORDER");
    List<BoundOrderingTerm> bound = new ArrayList<>(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      Expression expression = terms.get(i).expression();
      BoundExpression column = numbered(expression, i, "ORDER");
      if (column == null) {
        column = aliased(expression);
      }
      bound.add(
          FunctionResolver.term(column == null ? expressions.whole(expression) : column, terms.get(i)));
    }
    return bound;
  }

  List<BoundExpression> groupBy(List<Expression> terms) {
    checkCount(expressions.state(), terms.size(), "GROUP");
    List<BoundExpression> bound = new ArrayList<>(terms.size());
    for (int i = 0; i < terms.size(); i++) {
      BoundExpression column = numbered(terms.get(i), i, "GROUP");
      if (column == null) {
        column = expressions.whole(terms.get(i));
      }
      if (BoundTree.any(column, e -> e instanceof BoundExpression.AggregateValue)) {
        throw new SqlException(
            "aggregate functions are not allowed in the GROUP BY clause", terms.get(i).position());
      }
      if (BoundTree.hasWindow(column)) {
        throw new SqlException("misuse of window function in GROUP BY", terms.get(i).position());
      }
      bound.add(column);
    }
    return bound;
  }

  static void checkCount(ResolverState state, int count, String clause) {
    if (count > state.databases().limit(2)) {
      throw new SqlException("too many terms in " + clause + " BY clause");
    }
  }

  /** The result column of a number, with the collation that stands behind it; null if the term is no number. */
  private BoundExpression numbered(Expression term, int index, String clause) {
    Integer number = Syntax.integerOf(term);
    if (number == null) {
      return null;
    }
    if (number < 1 || number > results.size()) {
      throw outOfRange(index, clause, results.size(), -1);
    }
    return collated(term, results.get(number - 1).expression());
  }

  static SqlException outOfRange(int index, String clause, int count, int position) {
    return new SqlException(
        Syntax.ordinal(index + 1)
            + " "
            + clause
            + " BY term out of range - should be between 1 and "
            + count,
        position);
  }

  /** In ORDER BY an alias comes before a column of that name. */
  private BoundExpression aliased(Expression term) {
    if (Syntax.unwrapCollate(term) instanceof Expression.ColumnReference name && name.table() == null) {
      for (Scope.Alias alias : expressions.scope().aliases()) {
        if (alias.name() != null && Ascii.equal(alias.name(), name.column())) {
          return collated(term, alias.expression());
        }
      }
    }
    return null;
  }

  private BoundExpression collated(Expression term, BoundExpression value) {
    Expression inner = term.unwrapped();
    if (inner instanceof Expression.Collate collate) {
      return new BoundExpression.Collated(
          collated(collate.operand(), value), expressions.state().databases().collationOrMissing(collate.collation()));
    }
    return value;
  }
}

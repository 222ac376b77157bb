// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.ast.Expression.UnaryOperator;
import org.lumosql.sql.ast.FromItem;
import org.lumosql.sql.ast.OrderingTerm;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.Window;

/**
 * Which of several errors in one expression is told. SQLite stops at a name that it does not find, but not where that is an argument of a function or
 * what IS NULL tests: then it looks at what stands behind it, and a later name that is not found either takes the place of the first, until an operator or a query ends the search.
 *
 * <p>Walks along an expression that could not be bound; so it costs nothing where all is well.
 */
final class ErrorOrder {
  private final ExpressionResolver expressions;
  private SqlException told;

  private ErrorOrder(ExpressionResolver expressions) {
    this.expressions = expressions;
  }

  /** @param found what binding the expression failed with */
  static SqlException of(ExpressionResolver expressions, Expression expression, SqlException found) {
    ErrorOrder order = new ErrorOrder(expressions);
    order.endsAt(expression);
    return order.told == null ? found : order.told;
  }

  /** Whether SQLite looks no further behind the expression. */
  private boolean endsAt(Expression written) {
    Expression expression = written.unwrapped();
    if (ConstantFolding.isFalse(expression)) {
      return false;
    }
    if (expression instanceof Expression.ColumnReference name) {
      return !binds(name);
    }
    if (expression instanceof Expression.FunctionCall call) {
      call(call);
      return false;
    }
    if (isFunction(expression)) {
      list(SyntaxTree.children(expression));
      return false;
    }
    Expression tested = nullTested(expression);
    if (tested != null) {
      endsAt(tested);
      return false;
    }
    SqlException mistake = comparisonMistake(expression);
    if (mistake != null) {
      told = mistake;
      return true;
    }
    if (expression instanceof Expression.Binary binary && ExpressionResolver.isBareName(binary) && endsAt(Syntax.unwrapCollate(binary.right()))) {
      return true;
    }
    Select query = SyntaxTree.query(expression);
    if (query != null) {
      query(query);
    }
    if (told != null) {
      return true;
    }
    for (Expression child : SyntaxTree.children(expression)) {
      if (endsAt(child)) {
        return true;
      }
    }
    return false;
  }

  private static SqlException comparisonMistake(Expression expression) {
    if (expression instanceof Expression.Between between) {
      SqlException mistake = ExpressionResolver.sizeMistake(between.operand(), between.low());
      return mistake == null ? ExpressionResolver.sizeMistake(between.operand(), between.high()) : mistake;
    }
    return expression instanceof Expression.Binary binary && binary.operator().isComparison() ? ExpressionResolver.sizeMistake(binary.left(), binary.right()) : null;
  }

  /** The operand of IS NULL and its like; null for other expressions. */
  private static Expression nullTested(Expression expression) {
    if (expression instanceof Expression.Unary unary) {
      return unary.operator() == UnaryOperator.IS_NULL || unary.operator() == UnaryOperator.NOT_NULL ? unary.operand() : null;
    }
    boolean isTest = expression instanceof Expression.Binary binary
        && (binary.operator() == BinaryOperator.IS || binary.operator() == BinaryOperator.IS_NOT)
        && binary.right().unwrapped() instanceof Expression.NullLiteral;
    return isTest ? ((Expression.Binary) expression).left() : null;
  }

  private static boolean isFunction(Expression expression) {
    return expression instanceof Expression.Like
        || expression instanceof Expression.Binary binary
            && (binary.operator() == BinaryOperator.JSON || binary.operator() == BinaryOperator.JSON_TEXT);
  }

  private boolean binds(Expression.ColumnReference name) {
    try {
      expressions.bind(name);
      return true;
    } catch (SqlException e) {
      told = e;
      return false;
    }
  }

  /** Behind an error SQLite goes no further in a query than to its first result, and to no table that is a query itself. */
  private void query(Select query) {
    if (told != null) {
      first(query);
      return;
    }
    try {
      expressions.requireQueriesAllowed();
      expressions.state().query(query, expressions.scope());
    } catch (SqlException e) {
      told = e;
    }
  }

  private void first(Select query) {
    if (query.limit() != null) {
      return;
    }
    Scope inner = new Scope(expressions.scope());
    inner.setAggregateRule(Scope.Calls.ALLOWED);
    inner.setWindowRule(Scope.Calls.ALLOWED);
    Select.Core core = query.arms().get(query.arms().size() - 1).core();
    Expression result = null;
    if (core instanceof Select.Values values) {
      result = values.rows().get(values.rows().size() - 1).get(0);
    } else if (core instanceof Select.Simple simple) {
      for (FromItem source : SyntaxTree.sources(simple.from())) {
        if (source instanceof FromItem.Subselect subselect) {
          first(subselect.select());
          return;
        }
      }
      if (!bindsTables(simple, inner) || !(simple.results().get(0) instanceof Select.ResultExpression first)) {
        return;
      }
      result = first.expression();
    }
    ErrorOrder order = new ErrorOrder(new ExpressionResolver(expressions.state(), inner));
    order.told = told;
    order.endsAt(result);
    told = order.told;
  }

  /** Whether the names of a query's tables are known, and none of them is a query. */
  private boolean bindsTables(Select.Simple select, Scope inner) {
    FromResolver from = new FromResolver(expressions.state(), inner, null);
    try {
      from.resolveSources(select.from());
    } catch (SqlException tableErrorsComeFirst) {
      return false;
    }
    return from.sources().stream().noneMatch(Source.QuerySource.class::isInstance);
  }

  private void call(Expression.FunctionCall call) {
    FunctionResolver functions = new FunctionResolver(expressions);
    Scope scope = expressions.scope();
    Scope.Calls aggregates = scope.aggregateRule();
    Scope.Calls windows = scope.windowRule();
    try {
      functions.enter(call);
    } catch (SqlException e) {
      told = expressions.state().listener() == null ? e : told; // where only names matter, a call may be wrong
    }
    list(call.arguments());
    terms(call.orderBy());
    scope.setAggregateRule(aggregates);
    if (call.over() != null && told == null) {
      window(call.over());
    }
    if (call.filter() != null && functions.isAggregate(call)) {
      endsAt(call.filter());
    }
    scope.setAggregateRule(aggregates);
    scope.setWindowRule(windows);
  }

  private void window(Window window) {
    list(window.partitionBy());
    terms(window.orderBy());
  }

  private void list(List<Expression> list) {
    for (Expression expression : list) {
      if (endsAt(expression)) {
        return;
      }
    }
  }

  private void terms(List<OrderingTerm> terms) {
    for (OrderingTerm term : terms) {
      if (endsAt(term.expression())) {
        return;
      }
    }
  }
}

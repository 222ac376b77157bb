// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression.BinaryOperator;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.sql.resolve.WindowCall;

/** Questions about bound expressions, and walks over them. */
public final class Expressions {
  private Expressions() {}

  /** Calls the visitor with each column in an expression, and with those that its subqueries read of queries around them. */
  public static void forEachColumn(BoundExpression expression, Consumer<BoundExpression.ColumnValue> visitor) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      visitor.accept(column);
      return;
    }
    if (hasCall(expression)) {
      forEachChild(expression, child -> forEachColumn(child, visitor));
      return;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      forEachColumn(expression.operand(i), visitor);
    }
    BoundQuery query = BoundTree.queryOf(expression);
    if (query != null) {
      forEachColumn(query, visitor);
    }
  }

  /** Calls the visitor with each column that a query reads of queries around it. */
  static void forEachColumn(BoundQuery query, Consumer<BoundExpression.ColumnValue> visitor) {
    List<BoundExpression> references = query.outerReferences();
    for (int i = 0; i < references.size(); i++) {
      forEachColumn(references.get(i), visitor);
    }
  }

  /** Calls the visitor with each outermost expression of a query, and of the correlated queries in its FROM clauses. */
  private static void forEachExpression(BoundQuery query, Consumer<BoundExpression> visitor) {
    for (BoundQuery.Arm arm : query.arms()) {
      forEachExpression(arm.block(), visitor);
    }
    for (BoundOrderingTerm term : query.orderBy()) {
      visitor.accept(term.expression());
    }
    acceptUnlessNull(query.limit(), visitor);
    acceptUnlessNull(query.offset(), visitor);
  }

  /** Calls the visitor with each outermost expression of a block, and of the correlated queries in its FROM clause: others have nothing to do with it. */
  public static void forEachExpression(QueryBlock block, Consumer<BoundExpression> visitor) {
    forEachCondition(block, visitor);
    forEachExpressionBesideConditions(block, visitor);
  }

  /** Calls the visitor with each condition of a block's join. */
  static void forEachCondition(QueryBlock block, Consumer<BoundExpression> visitor) {
    for (QueryBlock.JoinCondition condition : block.conditions()) {
      visitor.accept(condition.expression());
    }
  }

  /** Calls the visitor with each outermost expression of a block that is no condition of its join. */
  static void forEachExpressionBesideConditions(QueryBlock block, Consumer<BoundExpression> visitor) {
    for (QueryBlock.Result result : block.results()) {
      visitor.accept(result.expression());
    }
    block.groupBy().forEach(visitor);
    acceptUnlessNull(block.having(), visitor);
    block.aggregates().forEach(call -> forEachExpression(call, visitor));
    block.windows().forEach(call -> forEachExpression(call, visitor));
    for (Source source : block.sources()) {
      if (source instanceof Source.QuerySource query) {
        if (!query.query().outerReferences().isEmpty()) {
          forEachExpression(query.query(), visitor);
        }
      } else if (source instanceof Source.FunctionSource function) {
        function.arguments().forEach(visitor);
      }
    }
  }

  private static void forEachExpression(AggregateCall call, Consumer<BoundExpression> visitor) {
    call.arguments().forEach(visitor);
    acceptUnlessNull(call.filter(), visitor);
    call.orderBy().forEach(term -> visitor.accept(term.expression()));
  }

  private static void forEachExpression(WindowCall call, Consumer<BoundExpression> visitor) {
    call.arguments().forEach(visitor);
    acceptUnlessNull(call.filter(), visitor);
    WindowCall.BoundWindow window = call.window();
    window.partitionBy().forEach(visitor);
    window.orderBy().forEach(term -> visitor.accept(term.expression()));
    acceptUnlessNull(window.startOffset(), visitor);
    acceptUnlessNull(window.endOffset(), visitor);
  }

  private static void acceptUnlessNull(BoundExpression expression, Consumer<BoundExpression> visitor) {
    if (expression != null) {
      visitor.accept(expression);
    }
  }

  /** Whether anywhere in an expression there is a subquery. */
  public static boolean hasQuery(BoundExpression expression) {
    if (BoundTree.queryOf(expression) != null) {
      return true;
    }
    if (hasCall(expression)) {
      boolean[] found = new boolean[1];
      forEachChild(expression, child -> found[0] |= hasQuery(child));
      return found[0];
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (hasQuery(expression.operand(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Calls the visitor with the operands of an expression, those of an aggregate or window function too; queries are not
   * entered.
   */
  static void forEachChild(BoundExpression expression, Consumer<BoundExpression> visitor) {
    if (expression instanceof BoundExpression.AggregateValue value) {
      forEachExpression(value.call(), visitor);
    } else if (expression instanceof BoundExpression.WindowValue value) {
      forEachExpression(value.call(), visitor);
    } else {
      BoundTree.forEachOperand(expression, visitor);
    }
  }

  /** Whether its children are those of an aggregate's or window function's call, not operands of its own. */
  static boolean hasCall(BoundExpression expression) {
    return expression instanceof BoundExpression.AggregateValue || expression instanceof BoundExpression.WindowValue;
  }

  /** Without COLLATE around it, and without likely(), unlikely() and likelihood(). */
  static BoundExpression withoutCollation(BoundExpression expression) {
    return Typing.withoutHints(expression);
  }

  /** The column's number with the rowid's alias turned to −1. */
  public static int columnNumber(BoundExpression.ColumnValue value) {
    int column = value.column();
    Table table = tableOf(value.source());
    return table != null && column >= 0 && column == table.rowidAlias() ? -1 : column;
  }

  /** The table of a source that has one in storage, else null. */
  static Table tableOf(Source source) {
    return source instanceof Source.TableSource table ? table.table() : null;
  }

  /** The conjuncts of an expression, left to right. */
  static List<BoundExpression> conjuncts(BoundExpression expression) {
    List<BoundExpression> list = new ArrayList<>();
    collect(expression, true, list);
    return list;
  }

  /** The disjuncts of an expression, left to right. */
  static List<BoundExpression> disjuncts(BoundExpression expression) {
    List<BoundExpression> list = new ArrayList<>();
    collect(expression, false, list);
    return list;
  }

  private static void collect(BoundExpression expression, boolean conjunction, List<BoundExpression> list) {
    if (conjunction && expression instanceof BoundExpression.And and) {
      collect(and.left(), true, list);
      collect(and.right(), true, list);
    } else if (!conjunction && expression instanceof BoundExpression.Or or) {
      collect(or.left(), false, list);
      collect(or.right(), false, list);
    } else {
      list.add(expression);
    }
  }

  /** Whether there is a subquery in it, at any depth, that must run anew for each row of the query around it. */
  public static boolean hasCorrelatedQuery(BoundExpression expression) {
    BoundQuery query = BoundTree.queryOf(expression);
    if (query != null && (query.isCorrelated() || query.hasCorrelatedQuery())) {
      return true;
    }
    if (hasCall(expression)) {
      boolean[] found = new boolean[1];
      forEachChild(expression, child -> found[0] |= hasCorrelatedQuery(child));
      return found[0];
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (hasCorrelatedQuery(expression.operand(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has the same value each time while a statement runs, given the same rows. */
  public static boolean isRepeatable(BoundExpression expression) {
    if (expression instanceof BoundExpression.Call call
        && !call.function().has(FunctionDefinition.DETERMINISTIC)
        && !call.function().has(FunctionDefinition.SLOW_CHANGE)) {
      return false;
    }
    if (hasCall(expression)) {
      boolean[] repeatable = {true};
      forEachChild(expression, child -> repeatable[0] &= isRepeatable(child));
      return repeatable[0];
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (!isRepeatable(expression.operand(i))) {
        return false;
      }
    }
    return true;
  }

  /** A comparison's operator with its operands exchanged. */
  static BinaryOperator commuted(BinaryOperator operator) {
    switch (operator) {
      case LESS:
        return BinaryOperator.GREATER;
      case LESS_EQUAL:
        return BinaryOperator.GREATER_EQUAL;
      case GREATER:
        return BinaryOperator.LESS;
      case GREATER_EQUAL:
        return BinaryOperator.LESS_EQUAL;
      default:
        return operator;
    }
  }
}

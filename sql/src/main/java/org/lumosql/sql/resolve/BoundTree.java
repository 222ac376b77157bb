// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks over bound trees. */
public final class BoundTree {
  private BoundTree() {}

  /** Calls a consumer with each direct operand of an expression; queries inside are left out. */
  public static void forEachOperand(BoundExpression expression, Consumer<BoundExpression> consumer) {
    for (int i = 0; i < expression.operandCount(); i++) {
      consumer.accept(expression.operand(i));
    }
  }

  /** The query that an expression holds, or null. */
  public static BoundQuery queryOf(BoundExpression expression) {
    if (expression instanceof BoundExpression.ScalarQuery e) {
      return e.query();
    }
    if (expression instanceof BoundExpression.InQuery e) {
      return e.query();
    }
    return expression instanceof BoundExpression.Exists e ? e.query() : null;
  }

  /** Whether a predicate holds for the expression or anything inside it, queries left out. */
  public static boolean any(BoundExpression expression, Predicate<BoundExpression> predicate) {
    if (predicate.test(expression)) {
      return true;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (any(expression.operand(i), predicate)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasAggregate(BoundExpression expression) {
    return any(expression, e -> e instanceof BoundExpression.AggregateValue);
  }

  /** Whether a window function's value is part of it. */
  public static boolean hasWindow(BoundExpression expression) {
    return any(expression, e -> e instanceof BoundExpression.WindowValue);
  }

  /**
   * Calls a consumer with an expression and everything inside it, also in the queries that it holds; aggregate
   * arguments are left out.
   */
  public static void walk(BoundExpression expression, Consumer<BoundExpression> consumer) {
    consumer.accept(expression);
    for (int i = 0; i < expression.operandCount(); i++) {
      walk(expression.operand(i), consumer);
    }
    BoundQuery query = queryOf(expression);
    if (query != null) {
      walk(query, consumer);
    }
  }

  /** Calls a consumer with all expressions of a query, also those in sources, aggregates and windows. */
  public static void walk(BoundQuery query, Consumer<BoundExpression> consumer) {
    for (BoundQuery.Arm arm : query.arms()) {
      walk(arm.block(), consumer);
    }
    walkTerms(query.orderBy(), consumer);
    walkIfPresent(query.limit(), consumer);
    walkIfPresent(query.offset(), consumer);
  }

  private static void walk(QueryBlock block, Consumer<BoundExpression> consumer) {
    for (Source source : block.sources()) {
      if (source instanceof Source.QuerySource query) {
        walk(query.query(), consumer);
      } else if (source instanceof Source.FunctionSource function) {
        function.arguments().forEach(argument -> walk(argument, consumer));
      }
    }
    block.results().forEach(result -> walk(result.expression(), consumer));
    block.conditions().forEach(condition -> walk(condition.expression(), consumer));
    block.groupBy().forEach(term -> walk(term, consumer));
    walkIfPresent(block.having(), consumer);
    block.aggregates().forEach(call -> walkCall(call, consumer));
    block.windows().forEach(call -> walkCall(call, consumer));
  }

  /** Calls a consumer with all expressions of a query, and with what the queries inside it read of queries around them. */
  public static void walkReferences(BoundQuery query, Consumer<BoundExpression> consumer) {
    for (BoundQuery.Arm arm : query.arms()) {
      for (Source source : arm.block().sources()) {
        if (source instanceof Source.QuerySource inner) {
          inner.query().outerReferences().forEach(consumer);
        }
      }
    }
    walkOwn(
        query,
        expression -> {
          consumer.accept(expression);
          BoundQuery inner = queryOf(expression);
          if (inner != null) {
            inner.outerReferences().forEach(consumer);
          }
        });
  }

  /** The same without the queries inside: neither those in FROM clauses nor those that expressions hold. */
  static void walkOwn(BoundQuery query, Consumer<BoundExpression> consumer) {
    for (BoundQuery.Arm arm : query.arms()) {
      walkOwn(arm.block(), consumer);
    }
    query.orderBy().forEach(term -> walkOwn(term.expression(), consumer));
    walkOwn(query.limit(), consumer);
    walkOwn(query.offset(), consumer);
  }

  private static void walkOwn(QueryBlock block, Consumer<BoundExpression> consumer) {
    for (Source source : block.sources()) {
      if (source instanceof Source.FunctionSource function) {
        function.arguments().forEach(argument -> walkOwn(argument, consumer));
      }
    }
    block.results().forEach(result -> walkOwn(result.expression(), consumer));
    block.conditions().forEach(condition -> walkOwn(condition.expression(), consumer));
    block.groupBy().forEach(term -> walkOwn(term, consumer));
    walkOwn(block.having(), consumer);
    for (AggregateCall call : block.aggregates()) {
      call.arguments().forEach(argument -> walkOwn(argument, consumer));
      walkOwn(call.filter(), consumer);
      call.orderBy().forEach(term -> walkOwn(term.expression(), consumer));
    }
    for (WindowCall call : block.windows()) {
      WindowCall.BoundWindow window = call.window();
      call.arguments().forEach(argument -> walkOwn(argument, consumer));
      walkOwn(call.filter(), consumer);
      window.partitionBy().forEach(term -> walkOwn(term, consumer));
      window.orderBy().forEach(term -> walkOwn(term.expression(), consumer));
      walkOwn(window.startOffset(), consumer);
      walkOwn(window.endOffset(), consumer);
    }
  }

  /** @param expression or null */
  private static void walkOwn(BoundExpression expression, Consumer<BoundExpression> consumer) {
    if (expression != null) {
      consumer.accept(expression);
      for (int i = 0; i < expression.operandCount(); i++) {
        walkOwn(expression.operand(i), consumer);
      }
    }
  }

  /** Calls a consumer with all expressions inside an aggregate call. */
  public static void walkCall(AggregateCall call, Consumer<BoundExpression> consumer) {
    call.arguments().forEach(argument -> walk(argument, consumer));
    walkIfPresent(call.filter(), consumer);
    walkTerms(call.orderBy(), consumer);
  }

  /** Calls a consumer with all expressions inside a window call. */
  public static void walkCall(WindowCall call, Consumer<BoundExpression> consumer) {
    call.arguments().forEach(argument -> walk(argument, consumer));
    walkIfPresent(call.filter(), consumer);
    WindowCall.BoundWindow window = call.window();
    window.partitionBy().forEach(term -> walk(term, consumer));
    walkTerms(window.orderBy(), consumer);
    walkIfPresent(window.startOffset(), consumer);
    walkIfPresent(window.endOffset(), consumer);
  }

  private static void walkTerms(List<BoundOrderingTerm> terms, Consumer<BoundExpression> consumer) {
    terms.forEach(term -> walk(term.expression(), consumer));
  }

  private static void walkIfPresent(BoundExpression expression, Consumer<BoundExpression> consumer) {
    if (expression != null) {
      walk(expression, consumer);
    }
  }

  /** The sources that expressions read, also in queries inside. */
  public static Set<Source> sourcesOf(Iterable<BoundExpression> expressions) {
    Set<Source> sources = Collections.newSetFromMap(new IdentityHashMap<>());
    for (BoundExpression expression : expressions) {
      walk(
          expression,
          e -> {
            if (e instanceof BoundExpression.ColumnValue column) {
              sources.add(column.source());
            }
          });
    }
    return sources;
  }

  /** How many values an expression has: more than one for row values and queries with several columns. */
  public static int sizeOf(BoundExpression expression) {
    if (expression instanceof BoundExpression.RowValue row) {
      return row.values().size();
    }
    return expression instanceof BoundExpression.ScalarQuery query ? query.query().columnCount() : 1;
  }

  /** One value of a row value. */
  public static BoundExpression fieldOf(BoundExpression row, int index) {
    if (row instanceof BoundExpression.RowValue values) {
      return values.values().get(index);
    }
    return sizeOf(row) == 1 ? row : new BoundExpression.RowField(row, index);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.AggregateValue;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundExpression.WindowValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.WindowCall;

/**
 * Replaces the columns of some sources by expressions, everywhere in a block, also in the queries inside of it.
 * What is not affected stays the
 * same object.
 */
final class Substitution {
  private final Map<Source, IntFunction<BoundExpression>> columns = new IdentityHashMap<>();
  private final Map<AggregateCall, AggregateCall> aggregates = new IdentityHashMap<>();
  private final Map<WindowCall, WindowCall> windows = new IdentityHashMap<>();

  /** Columns of the source are to be these expressions. */
  void replace(Source source, IntFunction<BoundExpression> values) {
    columns.put(source, values);
  }

  /** Columns of one source are to be those of another. */
  void replace(Source source, Source other) {
    columns.put(source, column -> new ColumnValue(other, column));
  }

  // ---- expressions
  // -----------------------------------------------------------------------------------------------------------

  BoundExpression apply(BoundExpression expression) {
    if (expression instanceof ColumnValue column) {
      IntFunction<BoundExpression> values = columns.get(column.source());
      return values == null ? expression : values.apply(column.column());
    }
    if (expression instanceof AggregateValue value) {
      AggregateCall call = aggregates.get(value.call());
      return call == null ? expression : new AggregateValue(call);
    }
    if (expression instanceof WindowValue value) {
      WindowCall call = windows.get(value.call());
      return call == null ? expression : new WindowValue(call);
    }
    BoundExpression mapped = ExpressionMapping.operands(expression, this::apply);
    if (mapped instanceof BoundExpression.ScalarQuery e) {
      return new BoundExpression.ScalarQuery(apply(e.query()));
    }
    if (mapped instanceof BoundExpression.Exists e) {
      return new BoundExpression.Exists(apply(e.query()));
    }
    if (mapped instanceof BoundExpression.InQuery e) {
      return new BoundExpression.InQuery(e.operand(), apply(e.query()), e.negated());
    }
    return mapped;
  }

  // ---- queries
  // ---------------------------------------------------------------------------------------------------------------

  private boolean affects(BoundQuery query) {
    List<BoundExpression> references = query.outerReferences();
    for (int i = 0; i < references.size(); i++) {
      BoundExpression e = references.get(i);
      if (e instanceof ColumnValue column && columns.containsKey(column.source())
          || e instanceof AggregateValue value && aggregates.containsKey(value.call())
          || e instanceof WindowValue window && windows.containsKey(window.call())) {
        return true;
      }
    }
    return false;
  }

  BoundQuery apply(BoundQuery query) {
    if (!affects(query)) {
      return query;
    }
    List<BoundQuery.Arm> arms = new ArrayList<>();
    for (BoundQuery.Arm arm : query.arms()) {
      arms.add(arm.with(apply(arm.block())));
    }
    return query.with(arms, ExpressionMapping.terms(query.orderBy(), this::apply));
  }

  /** The block with everything replaced. Aggregates and windows become new calls. */
  QueryBlock apply(QueryBlock block) {
    return apply(block, block.sources());
  }

  /** @param sources stand in for the block's own */
  QueryBlock apply(QueryBlock block, List<Source> sources) {
    List<Source> mappedSources = new ArrayList<>();
    sources.forEach(source -> mappedSources.add(apply(source)));
    for (AggregateCall call : block.aggregates()) {
      aggregates.put(
          call,
          new AggregateCall(
              call.function(),
              ExpressionMapping.list(call.arguments(), this::apply),
              call.isDistinct(),
              ExpressionMapping.orNull(call.filter(), this::apply),
              ExpressionMapping.terms(call.orderBy(), this::apply)));
    }
    for (WindowCall call : block.windows()) {
      windows.put(call, apply(call));
    }
    List<AggregateCall> calls = new ArrayList<>();
    block.aggregates().forEach(call -> calls.add(aggregates.get(call)));
    List<WindowCall> windowCalls = new ArrayList<>();
    block.windows().forEach(call -> windowCalls.add(windows.get(call)));
    return new QueryBlock(
        block.isDistinct(),
        results(block.results()),
        mappedSources,
        conditions(block.conditions()),
        ExpressionMapping.list(block.groupBy(), this::apply),
        ExpressionMapping.orNull(block.having(), this::apply),
        calls,
        windowCalls);
  }

  List<BoundOrderingTerm> terms(List<BoundOrderingTerm> terms) {
    return ExpressionMapping.terms(terms, this::apply);
  }

  private WindowCall apply(WindowCall call) {
    WindowCall.BoundWindow window = call.window();
    return new WindowCall(
        call.function(),
        ExpressionMapping.list(call.arguments(), this::apply),
        ExpressionMapping.orNull(call.filter(), this::apply),
        new WindowCall.BoundWindow(
            ExpressionMapping.list(window.partitionBy(), this::apply),
            ExpressionMapping.terms(window.orderBy(), this::apply),
            window.type(),
            window.start(),
            ExpressionMapping.orNull(window.startOffset(), this::apply),
            window.end(),
            ExpressionMapping.orNull(window.endOffset(), this::apply),
            window.exclusion()));
  }

  private List<QueryBlock.Result> results(List<QueryBlock.Result> results) {
    List<QueryBlock.Result> mapped = new ArrayList<>();
    for (QueryBlock.Result result : results) {
      mapped.add(
          result.with(apply(result.expression())));
    }
    return mapped;
  }

  private List<JoinCondition> conditions(List<JoinCondition> conditions) {
    List<JoinCondition> mapped = new ArrayList<>();
    for (JoinCondition condition : conditions) {
      Source outer = condition.outerSource();
      Source mappedOuter = outer == null ? null : renewed.getOrDefault(outer, outer);
      mapped.add(new JoinCondition(apply(condition.expression()), mappedOuter, condition.isOfJoin()));
    }
    return mapped;
  }

  private final Map<Source, Source> renewed = new IdentityHashMap<>();

  /** A condition of an outer join with one source becomes one of another. */
  void renew(Source source, Source other) {
    renewed.put(source, other);
  }

  private Source apply(Source source) {
    Source mapped = source;
    if (source instanceof Source.QuerySource query && affects(query.query())) {
      mapped = query.with(apply(query.query()));
    } else if (source instanceof Source.FunctionSource function) {
      List<BoundExpression> arguments = ExpressionMapping.list(function.arguments(), this::apply);
      if (!arguments.equals(function.arguments())) {
        mapped = function.with(arguments);
      }
    }
    if (mapped != source) {
      replace(source, mapped);
      renew(source, mapped);
    }
    return mapped;
  }
}

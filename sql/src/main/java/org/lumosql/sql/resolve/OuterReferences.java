// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a query needs of the queries around it. It is found once for each query, from what is known of the queries inside: whoever asks at each level of a deep
 * statement would otherwise walk over everything below, again and again.
 */
final class OuterReferences {
  /** Of most queries: nothing, and no correlated query inside. */
  private static final OuterReferences NONE = new OuterReferences(List.of(), false);

  private final List<BoundExpression> values;
  private final boolean hasCorrelated;

  private OuterReferences(List<BoundExpression> values, boolean hasCorrelated) {
    this.values = values;
    this.hasCorrelated = hasCorrelated;
  }

  /** Columns, and values of aggregates and window functions, each once. */
  List<BoundExpression> values() {
    return values;
  }

  /** Whether an expression inside it, at any depth, holds a correlated query. */
  boolean hasCorrelated() {
    return hasCorrelated;
  }

  static OuterReferences of(BoundQuery query) {
    Collector collector = new Collector();
    for (BoundQuery.Arm arm : query.arms()) {
      collector.ownBlock(arm.block());
    }
    BoundTree.walkOwn(query, collector::add);
    Set<BoundExpression> found = collector.found;
    if (found.isEmpty()) {
      return collector.correlated ? new OuterReferences(List.of(), true) : NONE;
    }
    return new OuterReferences(List.copyOf(found), collector.correlated);
  }

  private static final class Collector {
    private final List<Source> sources = new ArrayList<>(2);
    /** The calls of aggregates and window functions that are computed in the query. */
    private final Set<Object> calls = Collections.newSetFromMap(new IdentityHashMap<>(0));
    private final Set<BoundExpression> found = new LinkedHashSet<>(0);
    private boolean correlated;

    void ownBlock(QueryBlock block) {
      sources.addAll(block.sources());
      calls.addAll(block.aggregates());
      calls.addAll(block.windows());
      for (Source source : block.sources()) {
        if (source instanceof Source.QuerySource inner) {
          addAll(inner.query());
        }
      }
    }

    private void addAll(BoundQuery inner) {
      inner.outerReferences().forEach(this::note);
      correlated |= inner.hasCorrelatedQuery();
    }

    /** An expression, without what it consists of. */
    void add(BoundExpression expression) {
      note(expression);
      BoundQuery inner = BoundTree.queryOf(expression);
      if (inner != null) {
        correlated |= inner.isCorrelated();
        addAll(inner);
      }
    }

    private void note(BoundExpression expression) {
      if (expression instanceof BoundExpression.ColumnValue column && !isOwn(column.source())
          || expression instanceof BoundExpression.AggregateValue aggregate && !calls.contains(aggregate.call())
          || expression instanceof BoundExpression.WindowValue window && !calls.contains(window.call())) {
        found.add(expression);
      }
    }

    private boolean isOwn(Source source) {
      for (int i = 0; i < sources.size(); i++) {
        if (sources.get(i) == source) {
          return true;
        }
      }
      return false;
    }
  }
}

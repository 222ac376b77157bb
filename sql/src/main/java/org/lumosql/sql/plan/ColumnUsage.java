// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/**
 * Which columns of which source are read: it decides whether an index covers a source. Also keeps the expressions,
 * because an index on an expression can replace one.
 */
public final class ColumnUsage {
  private static final BitSet NONE = new BitSet();

  private final Map<Source, BitSet> columns = new IdentityHashMap<>();
  private final List<BoundExpression> expressions = new ArrayList<>();
  private final Set<Source> outsideConditions = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean everything;

  /** All expressions of a block and, for a simple query, its ORDER BY. */
  public ColumnUsage add(QueryBlock block, BoundQuery query) {
    Set<BoundExpression> conditions = Collections.newSetFromMap(new IdentityHashMap<>());
    block.conditions().forEach(condition -> conditions.add(condition.expression()));
    Expressions.forEachExpression(block, expression -> add(expression, !conditions.contains(expression)));
    if (!query.isCompound()) {
      for (BoundOrderingTerm term : query.orderBy()) {
        add(term.expression());
      }
    }
    return this;
  }

  /** An expression that is not one of the join's conditions. */
  public ColumnUsage add(BoundExpression expression) {
    add(expression, true);
    return this;
  }

  private void add(BoundExpression expression, boolean outside) {
    expressions.add(expression);
    Expressions.forEachColumn(
        expression,
        column -> {
          add(column);
          if (outside) {
            outsideConditions.add(column.source());
          }
        });
  }

  private void add(BoundExpression.ColumnValue value) {
    // the rowid is in every index: it need not be noted
    int column = Expressions.columnNumber(value);
    if (column >= 0) {
      columns.computeIfAbsent(value.source(), key -> new BitSet()).set(column);
    }
  }

  /** Every column of every source, as UPDATE and DELETE need the row itself. */
  public ColumnUsage addEverything() {
    everything = true;
    return this;
  }

  /** The columns of a source that are read, the rowid left out. */
  BitSet columns(Source source) {
    if (everything) {
      BitSet all = new BitSet();
      all.set(0, source.columnCount());
      return all;
    }
    BitSet read = columns.getOrDefault(source, NONE);
    if (source instanceof Source.TableSource table && table.countedColumns() != null) {
      BitSet counted = (BitSet) table.countedColumns().clone();
      counted.or(read);
      return counted;
    }
    return read;
  }

  boolean isEverything() {
    return everything;
  }

  /** Whether a source is read elsewhere than in the join's conditions. */
  boolean isUsedOutsideConditions(Source source) {
    return everything || outsideConditions.contains(source);
  }

  List<BoundExpression> expressions() {
    return expressions;
  }
}

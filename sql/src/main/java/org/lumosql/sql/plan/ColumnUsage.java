// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/**
 * Which columns of which source are read: it decides whether an index covers a source. Also keeps the expressions,
 * because an index on an expression can replace one.
 */
public final class ColumnUsage {
  private static final BitSet NO_COLUMNS = new BitSet(0);

  private final List<Use> uses = new ArrayList<>(2);
  private final List<BoundExpression> expressions = new ArrayList<>();
  private boolean everything;

  /** What is known of one source. There are few: a search along the list is cheaper than a map. */
  private static final class Use {
    private final Source source;
    private final BitSet columns = new BitSet();
    private boolean outsideConditions;

    Use(Source source) {
      this.source = source;
    }
  }

  /** All expressions of a block and, for a simple query, its ORDER BY. */
  public ColumnUsage add(QueryBlock block, BoundQuery query) {
    Expressions.forEachExpressionBesideConditions(block, expression -> add(expression, true));
    Expressions.forEachCondition(block, expression -> add(expression, false));
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
    addColumns(expression, outside);
  }

  private void addColumns(BoundExpression expression, boolean outside) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      add(column, outside);
    } else if (Expressions.hasCall(expression) || BoundTree.queryOf(expression) != null) {
      Expressions.forEachColumn(expression, column -> add(column, outside));
    } else {
      for (int i = 0; i < expression.operandCount(); i++) {
        addColumns(expression.operand(i), outside);
      }
    }
  }

  private void add(BoundExpression.ColumnValue value, boolean outside) {
    Use use = find(value.source());
    if (use == null) {
      use = new Use(value.source());
      uses.add(use);
    }
    // the rowid is in every index: it need not be noted
    int column = Expressions.columnNumber(value);
    if (column >= 0) {
      use.columns.set(column);
    }
    use.outsideConditions |= outside;
  }

  private Use find(Source source) {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).source == source) {
        return uses.get(i);
      }
    }
    return null;
  }

  /** Every column of every source, as UPDATE and DELETE need the row itself. */
  public ColumnUsage addEverything() {
    everything = true;
    return this;
  }

  /** The columns of a source that are read, the rowid left out. Not to be changed. */
  BitSet columns(Source source) {
    if (everything) {
      BitSet all = new BitSet();
      all.set(0, source.columnCount());
      return all;
    }
    Use use = find(source);
    BitSet read = use == null ? NO_COLUMNS : use.columns;
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
    Use use = find(source);
    return everything || use != null && use.outsideConditions;
  }

  List<BoundExpression> expressions() {
    return expressions;
  }
}

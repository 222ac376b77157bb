// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Source.QuerySource;

/**
 * Result columns of a subquery in FROM that nobody reads become NULL: they need not be computed, and without them an index may be
 * enough.
 */
final class UnusedColumns implements BlockRewriting.Pass {
  @Override
  public Optimisation optimisation() {
    return Optimisation.NULL_UNUSED_COLS;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    Substitution substitution = new Substitution();
    List<Source> sources = new ArrayList<>();
    boolean changed = false;
    for (Source source : ordered.block().sources()) {
      Source kept = source;
      if (source instanceof QuerySource query && accepts(query)) {
        BitSet used = used(query, ordered);
        if (used.cardinality() < query.columnCount()) {
          kept = query.withOwnRows(without(query.query(), used));
          substitution.replace(source, kept);
          substitution.renew(source, kept);
          changed = true;
        }
      }
      sources.add(kept);
    }
    if (!changed) {
      return ordered;
    }
    return ordered.with(
        substitution.apply(ordered.block(), sources), substitution.terms(ordered.orderBy()));
  }

  private static boolean accepts(QuerySource source) {
    boolean isShared =
        source.origin() != QuerySource.Origin.SUBQUERY && source.origin() != QuerySource.Origin.VIEW;
    BoundQuery query = source.query();
    if (isShared || query.isCorrelated() || query.recursion() != null) {
      return false;
    }
    for (BoundQuery.Arm arm : query.arms()) {
      QueryBlock block = arm.block();
      boolean isAppended = arm.operator() == null || arm.operator() == CompoundOperator.UNION_ALL;
      if (!isAppended
          || block.isDistinct()
          || block.isAggregate()
          || !block.windows().isEmpty()
          || query.arms().size() > 1 && arm.isUntyped()) { // VALUES that SQLite computes beside the query
        return false;
      }
    }
    return true;
  }

  private static BitSet used(QuerySource source, BlockRewriting.Ordered ordered) {
    BitSet used = new BitSet();
    BoundQuery around =
        new BoundQuery(
            List.of(new BoundQuery.Arm(null, ordered.block())), ordered.orderBy(), null, null, null, null);
    BoundTree.walkReferences(
        around,
        e -> {
          if (e instanceof ColumnValue column && column.source() == source && column.column() >= 0) {
            used.set(column.column());
          }
        });
    if (source.query().first().sources().isEmpty()) {
      setOrdering(source.query(), used);
    }
    if (source.query().orderColumns() != null) {
      for (int column : source.query().orderColumns()) {
        used.set(column);
      }
    }
    return used;
  }

  /** One row needs no sorting, but what it would be sorted by is computed all the same. */
  private static void setOrdering(BoundQuery query, BitSet used) {
    List<QueryBlock.Result> results = query.first().results();
    for (BoundOrderingTerm term : query.orderBy()) {
      for (int i = 0; i < results.size(); i++) {
        if (results.get(i).expression().equals(term.expression())) {
          used.set(i);
        }
      }
    }
  }

  /** As in SQLite, what the column would have read decides about covering indexes all the same. */
  private static void countColumns(BoundExpression expression) {
    BoundTree.walk(
        expression,
        e -> {
          if (e instanceof ColumnValue column
              && column.column() >= 0
              && column.source() instanceof Source.TableSource table
              && column.column() != table.table().rowidAlias()) {
            table.countAsRead(column.column());
          }
        });
  }

  private static BoundQuery without(BoundQuery query, BitSet used) {
    List<BoundQuery.Arm> arms = new ArrayList<>();
    for (BoundQuery.Arm arm : query.arms()) {
      List<QueryBlock.Result> results = new ArrayList<>();
      for (int i = 0; i < arm.block().results().size(); i++) {
        QueryBlock.Result result = arm.block().results().get(i);
        if (!used.get(i)) {
          countColumns(result.expression());
        }
        results.add(
            used.get(i)
                ? result
                : result.with(new BoundExpression.Null()));
      }
      arms.add(arm.with(arm.block().withResults(results)));
    }
    return query.with(arms, query.orderBy());
  }
}

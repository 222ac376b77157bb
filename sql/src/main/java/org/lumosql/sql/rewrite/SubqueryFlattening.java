// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Source.QuerySource;
import org.lumosql.sql.resolve.Typing;

/**
 * A subquery in FROM becomes part of the query around it: its sources join the others, its conditions are added to
 * WHERE, its columns are replaced by
 * the expressions they stand for (https://sqlite.org/optoverview.html#flattening). Only a subquery without
 * aggregates, windows, DISTINCT, LIMIT or
 * compound operators can.
 */
final class SubqueryFlattening implements BlockRewriting.Pass {
  private static final int MOST_SOURCES = 64;

  @Override
  public Optimisation optimisation() {
    return Optimisation.QUERY_FLATTENER;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    BlockRewriting.Ordered present = ordered;
    boolean isSimple = isSimple(ordered.block());
    for (int i = 0; i < present.block().sources().size(); i++) {
      while (i < present.block().sources().size() && canFlatten(present, i, isSimple)) {
        present = flatten(present, i);
      }
    }
    return present;
  }

  // ---- when
  // ------------------------------------------------------------------------------------------------------------------

  private static boolean canFlatten(BlockRewriting.Ordered ordered, int place, boolean isSimple) {
    List<Source> sources = ordered.block().sources();
    if (!(sources.get(place) instanceof QuerySource source)
        || source.origin() == QuerySource.Origin.COMMON_TABLE_MATERIALIZED) {
      return false;
    }
    BoundQuery query = source.query();
    if (query.isCompound() || query.limit() != null || query.offset() != null || query.recursion() != null) {
      return false;
    }
    QueryBlock inner = query.first();
    if (inner.sources().isEmpty()
        || inner.isAggregate()
        || inner.isDistinct()
        || !inner.windows().isEmpty()
        || inner.sources().size() + sources.size() - 1 > MOST_SOURCES) {
      return false;
    }
    if (!query.orderBy().isEmpty() && !(isSimple && canTakeOrder(ordered))) {
      return false;
    }
    return fitsJoins(sources, place, inner, ordered.block());
  }

  /**
   * Whether the results, as they are written, have no functions and queries: those of the others are computed after a subquery is sorted, so that the sort need not
   * carry them and a LIMIT saves them.
   */
  private static boolean isSimple(QueryBlock block) {
    for (QueryBlock.Result result : block.results()) {
      if (BoundTree.any(
          result.expression(), part -> part instanceof BoundExpression.Call || BoundTree.queryOf(part) != null)) {
        return false;
      }
    }
    return true;
  }

  /** The order of the subquery's rows must show, or not matter. */
  private static boolean canTakeOrder(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    return ordered.orderBy().isEmpty()
        && !block.isAggregate()
        && !block.isDistinct()
        && block.windows().isEmpty()
        && block.sources().size() == 1;
  }

  private static boolean fitsJoins(List<Source> sources, int place, QueryBlock inner, QueryBlock block) {
    for (int i = 0; i < sources.size(); i++) {
      if (keepsOwnRows(sources.get(i))) {
        return false;
      }
    }
    if (place > 0 && inner.sources().stream().anyMatch(SubqueryFlattening::keepsOwnRows)) {
      return false;
    }
    if (sources.get(place).joinType() != JoinType.LEFT) {
      return inner.sources().size() == 1 || place == 0 || isInnerOnly(inner);
    }
    // for rows without a match all columns must be NULL, which an expression need not be
    return inner.sources().size() == 1
        && !block.isDistinct()
        && !(inner.sources().get(0) instanceof Source.FunctionSource)
        && inner.results().stream().allMatch(result -> result.expression() instanceof ColumnValue value
            && value.source() == inner.sources().get(0));
  }

  private static boolean keepsOwnRows(Source source) {
    return source.joinType() == JoinType.RIGHT || source.joinType() == JoinType.FULL;
  }

  private static boolean isInnerOnly(QueryBlock inner) {
    return inner.sources().stream()
        .skip(1)
        .allMatch(source -> source.joinType() != JoinType.LEFT);
  }

  // ---- how
  // -------------------------------------------------------------------------------------------------------------------

  private static BlockRewriting.Ordered flatten(BlockRewriting.Ordered ordered, int place) {
    QueryBlock block = ordered.block();
    QuerySource source = (QuerySource) block.sources().get(place);
    QueryBlock inner = source.query().first();
    inner.sources().get(0).setJoinType(source.joinType());
    for (Source kept : inner.sources()) {
      if (kept instanceof Source.TableSource table) {
        table.forgetCounted();
      }
    }
    Substitution substitution = new Substitution();
    substitution.replace(source, column -> value(inner, column));
    boolean isLeft = source.joinType() == JoinType.LEFT;
    Source first = inner.sources().get(0);
    substitution.renew(source, first);

    List<Source> sources = new ArrayList<>(block.sources());
    sources.remove(place);
    sources.addAll(place, inner.sources());
    QueryBlock merged = substitution.apply(block, sources);

    List<JoinCondition> conditions = new ArrayList<>();
    for (JoinCondition condition : inner.conditions()) {
      boolean isWhere = condition.outerSource() == null;
      conditions.add(
          isWhere && isLeft ? new JoinCondition(condition.expression(), first) : condition);
    }
    conditions.addAll(merged.conditions());
    List<BoundOrderingTerm> orderBy = substitution.terms(ordered.orderBy());
    if (orderBy.isEmpty()) {
      orderBy = source.query().orderBy();
    }
    return ordered.with(merged.withConditions(conditions), orderBy);
  }

  /** What a column of the subquery stands for, typed as the column was. */
  private static BoundExpression value(QueryBlock inner, int column) {
    BoundExpression value = inner.results().get(column).expression();
    return value instanceof ColumnValue || value instanceof BoundExpression.Projected
        ? value
        : new BoundExpression.Projected(value, Typing.affinity(value), Typing.collationOrBinary(value));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
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
 * compound operators can. One subquery at a time: what is known of joins then may let another follow.
 */
final class SubqueryFlattening implements BlockRewriting.Pass {
  private static final int MOST_SOURCES = 64;

  @Override
  public Optimisation optimisation() {
    return Optimisation.QUERY_FLATTENER;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    for (int i = 0; i < ordered.block().sources().size(); i++) {
      if (canFlatten(ordered, i)) {
        return flatten(ordered, i);
      }
    }
    return ordered;
  }

  // ---- when
  // ------------------------------------------------------------------------------------------------------------------

  /** Whether the subquery at a place among the sources can become part of the block. */
  static boolean canFlatten(BlockRewriting.Ordered ordered, int place) {
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
    if (!query.orderBy().isEmpty() && !(ordered.isSimple() && canTakeOrder(ordered))) {
      return false;
    }
    return fitsJoins(sources, place, inner, ordered.block());
  }

  /** The order of the subquery's rows must show, or not matter. */
  private static boolean canTakeOrder(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    return ordered.orderBy().isEmpty()
        && !block.isAggregate()
        && !block.isDistinct()
        && block.windows().isEmpty()
        && (block.sources().size() == 1 || ordered.isForWindow());
  }

  private static boolean fitsJoins(List<Source> sources, int place, QueryBlock inner, QueryBlock block) {
    for (int i = place; i < sources.size(); i++) {
      if (keepsOwnRows(sources.get(i))) {
        return false; // for its rows without a match, what stands before has NULLs
      }
    }
    if (place > 0 && inner.sources().stream().anyMatch(SubqueryFlattening::keepsOwnRows)) {
      return false;
    }
    if (sources.get(place).joinType() != JoinType.LEFT) {
      return true;
    }
    return inner.sources().size() == 1
        && !block.isDistinct()
        && !(inner.sources().get(0) instanceof Source.FunctionSource)
        && (inner.sources().get(0) instanceof Source.TableSource || hasColumnsOnly(inner));
  }

  private static boolean keepsOwnRows(Source source) {
    return source.joinType() == JoinType.RIGHT || source.joinType() == JoinType.FULL;
  }

  private static boolean hasColumnsOnly(QueryBlock inner) {
    return inner.results().stream()
        .allMatch(result -> isColumnOf(inner.sources().get(0), result.expression()));
  }

  private static boolean isColumnOf(Source source, BoundExpression expression) {
    return expression instanceof ColumnValue value && value.source() == source;
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
    boolean isLeft = source.joinType() == JoinType.LEFT;
    Source first = inner.sources().get(0);
    substitution.replace(source, column -> isLeft ? nullable(inner, column) : value(inner, column));
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

  /** The same of a subquery right of a LEFT JOIN: NULL in rows without a match, which an expression need not be. */
  private static BoundExpression nullable(QueryBlock inner, int column) {
    BoundExpression value = inner.results().get(column).expression();
    if (isColumnOf(inner.sources().get(0), value)) {
      return value;
    }
    BoundExpression isMatch = new BoundExpression.NullTest(key(inner.sources().get(0)), true);
    BoundExpression ofMatch = new BoundExpression.Case(null, List.of(isMatch), List.of(value), null);
    return new BoundExpression.Projected(ofMatch, Typing.affinity(value), Typing.collationOrBinary(value));
  }

  /** A column that no row of the table has NULL in. */
  private static ColumnValue key(Source source) {
    Table table = ((Source.TableSource) source).table();
    return new ColumnValue(source, table.hasRowid() ? -1 : table.definition().primaryKey().get(0));
  }
}

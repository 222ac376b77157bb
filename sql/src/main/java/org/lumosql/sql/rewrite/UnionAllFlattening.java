// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.record.Collation;
import org.lumosql.schema.Databases;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Source.QuerySource;
import org.lumosql.sql.resolve.Typing;

/**
 * A query over a subquery that is a UNION ALL becomes the UNION ALL of the query over each of its arms, which may be flattened each
 * (https://sqlite.org/optoverview.html#flattening, rules 17 and 18).
 */
public final class UnionAllFlattening {
  private static final int MOST_ARMS = 500;

  private UnionAllFlattening() {}

  /** The same rows by a compound query, or the same object. Requires: the query is no compound. */
  public static BoundQuery apply(BoundQuery query, Databases databases) {
    if (!databases.isOptimisationOn(Optimisation.QUERY_FLATTENER) || !hasUnionAll(query.first())) {
      return query;
    }
    BlockRewriting.Ordered ordered = new BlockRewriting.Ordered(query.first(), query.orderBy(), query.offset() != null);
    ordered = BlockRewriting.flattened(ordered, databases);
    int place = place(ordered, databases);
    if (place < 0) {
      return query;
    }
    int[] columns = orderColumns(ordered);
    return columns == null ? query : split(query, ordered, place, columns);
  }

  // ---- when -------------------------------------------------------------------------------------------------------

  /** Whether there is such a subquery here, or in a subquery that can be flattened. */
  private static boolean hasUnionAll(QueryBlock block) {
    for (int i = 0; i < block.sources().size(); i++) {
      if (block.sources().get(i) instanceof QuerySource source
          && (source.query().isCompound() || hasUnionAll(source.query().first()))) {
        return true;
      }
    }
    return false;
  }

  /** The place of the source to be split, −1 if there is none. */
  private static int place(BlockRewriting.Ordered ordered, Databases databases) {
    QueryBlock block = ordered.block();
    if (block.isAggregate() || block.isDistinct() || !block.windows().isEmpty()) {
      return -1;
    }
    List<Source> sources = block.sources();
    if (sources.size() > 1 && !databases.isOptimisationOn(Optimisation.FLTTN_UNION_ALL)) {
      return -1;
    }
    for (Source source : sources) {
      if (source.joinType() == JoinType.RIGHT || source.joinType() == JoinType.FULL) {
        return -1;
      }
    }
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i) instanceof QuerySource source && source.joinType() != JoinType.LEFT && canSplit(source)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the block's one source can be split. */
  static boolean canSplit(BlockRewriting.Ordered ordered) {
    return canSplit((QuerySource) ordered.block().sources().get(0)) && orderColumns(ordered) != null;
  }

  private static boolean canSplit(QuerySource source) {
    BoundQuery query = source.query();
    if (!query.isCompound()
        || query.arms().size() > MOST_ARMS
        || query.limit() != null
        || query.recursion() != null
        || !query.orderBy().isEmpty()
        || source.origin() == QuerySource.Origin.COMMON_TABLE_MATERIALIZED) {
      return false;
    }
    for (int i = 0; i < query.arms().size(); i++) {
      BoundQuery.Arm arm = query.arms().get(i);
      QueryBlock block = arm.block();
      if (i > 0 && arm.operator() != CompoundOperator.UNION_ALL
          || block.sources().isEmpty()
          || block.isAggregate()
          || block.isDistinct()
          || !block.windows().isEmpty()) {
        return false;
      }
    }
    return hasEqualAffinities(query);
  }

  private static boolean hasEqualAffinities(BoundQuery query) {
    for (int column = 0; column < query.columnCount(); column++) {
      for (BoundQuery.Arm arm : query.arms()) {
        if (affinity(arm.block(), column) != affinity(query.first(), column)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Object affinity(QueryBlock block, int column) {
    return Typing.affinity(block.results().get(column).expression());
  }

  /** The result columns that the ORDER BY terms are; null if a term is something else. */
  private static int[] orderColumns(BlockRewriting.Ordered ordered) {
    int[] columns = new int[ordered.orderBy().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = columnOf(ordered.orderBy().get(i), ordered.block());
      if (columns[i] < 0) {
        return null;
      }
    }
    return columns;
  }

  private static int columnOf(BoundOrderingTerm term, QueryBlock block) {
    BoundExpression wanted = term.expression();
    if (wanted instanceof BoundExpression.Collated collated
        && Typing.collationOrBinary(collated.operand()) == collated.collation()) {
      wanted = collated.operand();
    }
    for (int i = 0; i < block.results().size(); i++) {
      if (block.results().get(i).expression().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  // ---- how --------------------------------------------------------------------------------------------------------

  private static BoundQuery split(BoundQuery query, BlockRewriting.Ordered ordered, int place, int[] columns) {
    QuerySource union = (QuerySource) ordered.block().sources().get(place);
    List<BoundQuery.Arm> arms = new ArrayList<>();
    for (BoundQuery.Arm arm : union.query().arms()) {
      CompoundOperator operator = arms.isEmpty() ? null : CompoundOperator.UNION_ALL;
      arms.add(new BoundQuery.Arm(operator, over(arm.block(), union, ordered.block())));
    }
    return query.with(arms, ordered.orderBy(), columns.length == 0 ? null : columns);
  }

  /** The outer block over one arm, with sources of its own. */
  private static QueryBlock over(QueryBlock arm, QuerySource union, QueryBlock block) {
    Substitution substitution = new Substitution();
    List<Source> sources = new ArrayList<>();
    for (Source source : block.sources()) {
      Source own = source == union ? union.withOwnRows(single(arm, union)) : source.copy();
      substitution.replace(source, own);
      substitution.renew(source, own);
      sources.add(own);
    }
    return substitution.apply(block, sources);
  }

  /** Columns keep the collations that they have as columns of the whole. */
  private static BoundQuery single(QueryBlock arm, QuerySource union) {
    List<QueryBlock.Result> results = new ArrayList<>();
    for (int i = 0; i < arm.results().size(); i++) {
      QueryBlock.Result result = arm.results().get(i);
      BoundExpression value = result.expression();
      Collation collation = union.collation(i);
      if (!Ascii.equal(Typing.collationOrBinary(value).name(), collation.name())) {
        value = new BoundExpression.Projected(value, Typing.affinity(value), collation);
      }
      results.add(result.with(value));
    }
    return union.query().with(List.of(new BoundQuery.Arm(null, arm.withResults(results))), List.of(), null);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.rewrite;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.record.Collation;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.ast.FromItem.JoinType;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundExpression.ColumnValue;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.QueryBlock.JoinCondition;
import org.lumosql.sql.resolve.Source;
import org.lumosql.sql.resolve.Source.QuerySource;
import org.lumosql.sql.resolve.Typing;
import org.lumosql.sql.resolve.WindowCall;

/**
 * Conditions that read nothing but one subquery of FROM are also tested inside of it, so that it makes fewer rows
 * (https://sqlite.org/optoverview.html#the_where_clause_push_down_optimization). They stay where they were, too.
 */
final class ConditionPushDown implements BlockRewriting.Pass {
  @Override
  public Optimisation optimisation() {
    return Optimisation.PUSH_DOWN;
  }

  @Override
  public BlockRewriting.Ordered apply(BlockRewriting.Ordered ordered) {
    QueryBlock block = ordered.block();
    Substitution substitution = new Substitution();
    List<Source> sources = new ArrayList<>();
    boolean changed = false;
    for (Source source : block.sources()) {
      Source kept = source;
      if (source instanceof QuerySource query && accepts(query)) {
        List<BoundExpression> conditions = conditionsOn(query, block);
        if (!conditions.isEmpty()) {
          kept = query.withOwnRows(pushed(query.query(), query, conditions));
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
        substitution.apply(block, sources), substitution.terms(ordered.orderBy()));
  }

  private static boolean accepts(QuerySource source) {
    BoundQuery query = source.query();
    if (query.limit() != null
        || query.offset() != null
        || query.recursion() != null
        || source.isUsedRepeatedly()
        || source.origin() == QuerySource.Origin.COMMON_TABLE_MATERIALIZED) {
      return false;
    }
    boolean isUnionAll = true;
    for (BoundQuery.Arm arm : query.arms()) {
      boolean isValues = arm.block().sources().isEmpty() && arm.block().results().get(0).name() == null;
      if (isValues || query.isCompound() && !arm.block().windows().isEmpty()) {
        return false;
      }
      isUnionAll &= arm.operator() == null || arm.operator() == CompoundOperator.UNION_ALL;
    }
    return isUnionAll || isComparedBinary(query);
  }

  /** Rows that operators take for equal must be equal for all conditions. */
  private static boolean isComparedBinary(BoundQuery query) {
    for (BoundQuery.Arm arm : query.arms()) {
      for (QueryBlock.Result result : arm.block().results()) {
        if (Typing.collationOrBinary(result.expression()).folding() != Collation.Folding.BINARY) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a condition leaves out whole partitions of all windows, if there are any. */
  private static boolean fitsWindows(BoundExpression condition, QuerySource source) {
    QueryBlock block = source.query().first();
    for (WindowCall call : block.windows()) {
      if (!isOfPartition(condition, source, block, call.window().partitionBy())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfPartition(
      BoundExpression expression, QuerySource source, QueryBlock block, List<BoundExpression> partition) {
    if (expression instanceof ColumnValue column && column.source() == source) {
      BoundExpression value = block.results().get(column.column()).expression();
      return partition.contains(value) && Typing.collationOrBinary(value).folding() == Collation.Folding.BINARY;
    }
    if (BoundTree.queryOf(expression) != null) {
      return false;
    }
    for (int i = 0; i < expression.operandCount(); i++) {
      if (!isOfPartition(expression.operand(i), source, block, partition)) {
        return false;
      }
    }
    return true;
  }

  private static List<BoundExpression> conditionsOn(QuerySource source, QueryBlock block) {
    List<BoundExpression> conditions = new ArrayList<>();
    boolean isKept = isNullable(source, block);
    for (JoinCondition condition : block.conditions()) {
      boolean isOfJoin = condition.outerSource() == source && source.joinType() == JoinType.LEFT;
      boolean isFree = condition.outerSource() == null && !isKept;
      if ((isOfJoin || isFree) && readsOnly(condition.expression(), source)
          && fitsWindows(condition.expression(), source)) {
        conditions.add(condition.expression());
      }
    }
    return conditions;
  }

  /** Whether a join may make all of the source's columns NULL, or keep its rows without a match. */
  private static boolean isNullable(QuerySource source, QueryBlock block) {
    if (source.joinType() != JoinType.INNER && source.joinType() != JoinType.CROSS) {
      return true;
    }
    List<Source> sources = block.sources();
    return sources.subList(sources.indexOf(source) + 1, sources.size()).stream()
        .anyMatch(other -> other.joinType() == JoinType.RIGHT || other.joinType() == JoinType.FULL);
  }

  private static boolean readsOnly(BoundExpression expression, QuerySource source) {
    boolean[] reads = new boolean[1];
    boolean isForeign =
        BoundTree.any(
            expression,
            e -> {
              if (e instanceof ColumnValue column && column.source() == source) {
                reads[0] = true;
                return column.column() < 0;
              }
              return e instanceof ColumnValue
                  || BoundTree.queryOf(e) != null && BoundTree.queryOf(e).isCorrelated()
                  || e instanceof BoundExpression.AggregateValue
                  || e instanceof BoundExpression.WindowValue
                  || e instanceof BoundExpression.Raise
                  || (e instanceof BoundExpression.Call call
                      && !call.function().has(org.lumosql.function.FunctionDefinition.DETERMINISTIC));
            });
    return reads[0] && !isForeign;
  }

  private static BoundQuery pushed(BoundQuery query, QuerySource source, List<BoundExpression> conditions) {
    List<BoundQuery.Arm> arms = new ArrayList<>();
    for (BoundQuery.Arm arm : query.arms()) {
      arms.add(arm.with(pushed(arm.block(), source, conditions)));
    }
    return query.with(arms, query.orderBy());
  }

  private static QueryBlock pushed(QueryBlock block, QuerySource source, List<BoundExpression> conditions) {
    Substitution substitution = new Substitution();
    substitution.replace(source, column -> value(block, source, column));
    List<JoinCondition> joined = new ArrayList<>(block.conditions());
    BoundExpression having = block.having();
    for (BoundExpression condition : conditions) {
      BoundExpression inside = substitution.apply(condition);
      if (!block.isAggregate()) {
        joined.add(new JoinCondition(inside, null));
      } else {
        having = having == null ? inside : new BoundExpression.And(having, inside);
      }
    }
    return block.withConditions(joined).withHaving(having);
  }

  /** As in SQLite, a comparison inside takes the affinity of the arm's value, and the collation of the subquery's column. */
  private static BoundExpression value(QueryBlock block, QuerySource source, int column) {
    BoundExpression value = block.results().get(column).expression();
    Collation collation = source.collation(column);
    boolean isSame = value instanceof ColumnValue && Typing.collationOrBinary(value) == collation;
    return isSame ? value : new BoundExpression.Projected(value, Typing.affinity(value), collation);
  }
}

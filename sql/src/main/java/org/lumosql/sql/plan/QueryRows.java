// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import java.util.IdentityHashMap;
import java.util.Map;
import org.lumosql.schema.Databases;
import org.lumosql.sql.ast.Select.CompoundOperator;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;

/** Estimates how many rows subqueries yield: what was found when they were compiled, else by planning them. */
public final class QueryRows {
  private static final int UNBOUNDED = 320;
  private static final int GROUPS = 66;
  private static final int UNKNOWN = 200;

  private final Databases databases;
  private final IndexBinder indexes;
  private Map<BoundQuery, Integer> known;

  public QueryRows(Databases databases, IndexBinder indexes) {
    this.databases = databases;
    this.indexes = indexes;
  }

  /** The estimate for a subquery in a FROM clause; of a recursive reference that of its table. */
  public int of(Source source) {
    if (!(source instanceof Source.QuerySource query)) {
      return UNKNOWN;
    }
    if (query.rows() != Source.QuerySource.UNKNOWN_ROWS) {
      return query.rows();
    }
    if (known == null) {
      known = new IdentityHashMap<>();
    }
    Integer rows = known.get(query.query());
    if (rows == null) {
      rows = of(query.query());
      known.put(query.query(), rows);
    }
    return rows;
  }

  private int of(BoundQuery query) {
    int rows = 0;
    for (int i = 0; i < query.arms().size(); i++) {
      BoundQuery.Arm arm = query.arms().get(i);
      int own = of(arm.block());
      if (i == 0) {
        rows = own;
      } else if (arm.operator() == CompoundOperator.UNION_ALL || arm.operator() == CompoundOperator.UNION) {
        rows = LogEstimate.add(rows, own);
      }
    }
    if (query.limit() instanceof BoundExpression.IntegerConstant limit && limit.value() >= 0) {
      rows = Math.min(rows, LogEstimate.of(limit.value()));
    }
    return rows;
  }

  private int of(QueryBlock block) {
    if (block.sources().isEmpty()) {
      return 0;
    }
    if (block.isAggregate() && block.groupBy().isEmpty()) {
      return 0;
    }
    int rows = UNBOUNDED;
    if (!block.groupBy().isEmpty()) {
      rows = GROUPS;
    }
    ColumnUsage usage = new ColumnUsage();
    Expressions.forEachExpression(block, usage::add);
    JoinPlan plan =
        new Planner(databases, indexes, this::of)
            .plan(block.sources(), block.conditions(), LoopRequest.of(usage), false);
    return Math.min(rows, plan.rows());
  }
}

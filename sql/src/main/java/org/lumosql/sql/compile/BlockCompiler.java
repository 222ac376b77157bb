// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.ArrayList;
import java.util.List;
import org.lumosql.schema.Optimisation;
import org.lumosql.sql.compile.loop.NestedLoops;
import org.lumosql.sql.plan.ColumnUsage;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.BoundQuery;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.rewrite.BlockRewriting;

/** One SELECT without aggregates and windows; those have compilers of their own, which it hands over to. */
final class BlockCompiler {
  private final CompileContext context;
  private final QueryBlock block;
  private final List<BoundOrderingTerm> orderBy;
  private final LimitCode limit;
  private final Destination destination;
  private final int breakLabel;

  /** @param breakLabel where to go when the limit is reached; the caller places it behind this code */
  BlockCompiler(
      CompileContext context,
      QueryBlock block,
      List<BoundOrderingTerm> orderBy,
      LimitCode limit,
      Destination destination,
      int breakLabel) {
    this(context, new BlockRewriting.Ordered(block, orderBy, limit.hasOffset()), limit, destination, breakLabel);
  }

  BlockCompiler(
      CompileContext context, BlockRewriting.Ordered ordered, LimitCode limit, Destination destination, int breakLabel) {
    BlockRewriting.Ordered rewritten = BlockRewriting.apply(ordered, context.databases());
    this.context = context;
    this.block = rewritten.block();
    this.orderBy = rewritten.orderBy();
    this.limit = limit;
    this.destination = destination;
    this.breakLabel = breakLabel;
  }

  /** Returns the estimate of rows. */
  int compile() {
    return limit.atMost(compileAny());
  }

  private int compileAny() {
    if (!block.windows().isEmpty()) {
      return new WindowCompiler(context, block, orderBy, limit, destination, breakLabel).compile();
    }
    NestedLoops.emitSubqueries(context, block.sources());
    if (block.isAggregate()) {
      return new AggregateCompiler(context, block, orderBy, limit, destination, breakLabel).compile();
    }
    if (isDistinctInOrder()) {
      // equal rows come together if they are sorted: DISTINCT is the same as grouping by all columns
      QueryBlock grouped = block.asGrouping();
      return new AggregateCompiler(context, grouped, orderBy, limit, destination, breakLabel).withDistinct().compile();
    }
    return plain();
  }

  private boolean isDistinctInOrder() {
    if (!block.isDistinct()
        || orderBy.size() != block.results().size()
        || !context.databases().isOptimisationOn(Optimisation.GROUP_BY_ORDER)) {
      return false;
    }
    for (int i = 0; i < orderBy.size(); i++) {
      if (BoundTree.any(orderBy.get(i).expression(), e -> BoundTree.queryOf(e) != null)) {
        return false;
      }
      if (!orderBy.get(i).expression().equals(block.results().get(i).expression())) {
        return false;
      }
    }
    return true;
  }

  static List<BoundExpression> resultExpressions(QueryBlock block) {
    List<BoundExpression> results = new ArrayList<>(block.results().size());
    for (QueryBlock.Result result : block.results()) {
      results.add(result.expression());
    }
    return results;
  }

  private int plain() {
    List<BoundExpression> results = resultExpressions(block);
    RowOutput output = new RowOutput(context, results, orderBy, block.isDistinct(), limit, destination, breakLabel);
    output.open();
    LoopRequest request =
        LoopRequest.of(new ColumnUsage().add(block, asQuery(block, orderBy))).withResultCount(results.size());
    if (!orderBy.isEmpty()) {
      request = request.withOrder(orderBy, LoopRequest.Purpose.ORDER_BY);
    }
    if (block.isDistinct()) {
      request = request.withDistinct(results).withHints(new LoopRequest.Hints(null, null, 0, true));
    } else {
      request = request.withHints(limit.hints());
    }
    if (limit.constant() >= 0) {
      request = request.withLimit(limit.constant());
    }
    NestedLoops loops =
        NestedLoops.begin(context, context.expressions(), block.sources(), block.conditions(), request);
    output.setOrdered(loops);
    output.setDistinctness(loops.distinctness());
    output.row(loops.continueLabel());
    loops.end();
    output.finish();
    return loops.rows();
  }

  /** The block as a query of its own, for those who look at all its expressions. */
  static BoundQuery asQuery(QueryBlock block, List<BoundOrderingTerm> orderBy) {
    return new BoundQuery(List.of(new BoundQuery.Arm(null, block)), orderBy, null, null, null, null);
  }
}

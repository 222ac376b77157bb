// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.function.FunctionDefinition;
import org.lumosql.schema.Index;
import org.lumosql.schema.Optimisation;
import org.lumosql.schema.Table;
import org.lumosql.sql.compile.loop.NestedLoops;
import org.lumosql.sql.plan.ColumnUsage;
import org.lumosql.sql.plan.LogEstimate;
import org.lumosql.sql.plan.LoopRequest;
import org.lumosql.sql.resolve.AggregateCall;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.sql.resolve.QueryBlock;
import org.lumosql.sql.resolve.Source;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.ProgramBuilder;

/** A SELECT with aggregates but without GROUP BY: one row. Hands over to {@link GroupCompiler} if there is GROUP BY. */
final class AggregateCompiler {
  /** A hundred, in the planner's units. */
  private static final int GROUPS = 66;

  private final CompileContext context;
  private final ProgramBuilder program;
  private final QueryBlock block;
  private final List<BoundOrderingTerm> orderBy;
  private final LimitCode limit;
  private final Destination destination;
  private final int breakLabel;
  private boolean isForDistinct;

  AggregateCompiler(
      CompileContext context,
      QueryBlock block,
      List<BoundOrderingTerm> orderBy,
      LimitCode limit,
      Destination destination,
      int breakLabel) {
    this.context = context;
    this.program = context.program();
    this.block = block;
    this.orderBy = orderBy;
    this.limit = limit;
    this.destination = destination;
    this.breakLabel = breakLabel;
  }

  /** The grouping stands for DISTINCT. */
  AggregateCompiler withDistinct() {
    isForDistinct = true;
    return this;
  }

  /** Returns the estimate of rows. */
  int compile() {
    if (!block.groupBy().isEmpty()) {
      new GroupCompiler(context, block, orderBy, limit, destination, breakLabel, isForDistinct).compile();
      return GROUPS;
    }
    Accumulators accumulators = new Accumulators(context, block, List.of());
    if (!countRows(accumulators)) {
      loop(accumulators);
      accumulators.finish();
    }
    accumulators.beginOutput();
    int none = program.newLabel(); // without this row the query goes on: there may be other arms
    // one row: ORDER BY changes nothing, nor does DISTINCT
    if (block.having() != null) {
      context.expressions().jumpIfFalse(block.having(), none, true);
    }
    new RowOutput(
            context,
            BlockCompiler.resultExpressions(block),
            List.of(),
            false,
            limit,
            destination,
            breakLabel)
        .row(none);
    program.place(none);
    accumulators.endOutput();
    return 0;
  }

  private void loop(Accumulators accumulators) {
    accumulators.reset();
    LoopRequest request = LoopRequest.of(new ColumnUsage().add(block, BlockCompiler.asQuery(block, List.of())));
    LoopRequest.Purpose extreme = extreme();
    if (extreme != LoopRequest.Purpose.NONE) {
      BoundExpression argument = block.aggregates().get(0).arguments().get(0);
      boolean descending = extreme == LoopRequest.Purpose.MAXIMUM;
      request = request.withOrder(List.of(new BoundOrderingTerm(argument, descending, descending)), extreme);
    } else if (block.aggregates().size() == 1 && accumulators.distinctOf(block.aggregates().get(0)) != null) {
      List<BoundExpression> values = block.aggregates().get(0).arguments();
      request =
          request.withOrder(KeyOrders.ascending(values), LoopRequest.Purpose.DISTINCT)
              .withDistinct(values)
              .withHints(new LoopRequest.Hints(null, null, 0, true));
    }
    NestedLoops loops =
        NestedLoops.begin(context, context.expressions(), block.sources(), block.conditions(), request);
    DistinctCode distinct =
        block.aggregates().size() == 1 ? accumulators.distinctOf(block.aggregates().get(0)) : null;
    if (distinct != null) {
      distinct.setDistinctness(loops.distinctness());
    }
    accumulators.step();
    if (extreme != LoopRequest.Purpose.NONE && loops.isInnerLoopOrdered()) {
      program.emit(Opcode.Goto, 0, loops.innerBreakLabel());
    }
    loops.end();
  }

  /** Whether the block is just min(x) or max(x), which the first row has if rows come in order. */
  private LoopRequest.Purpose extreme() {
    if (block.aggregates().size() != 1 || !context.databases().isOptimisationOn(Optimisation.MIN_MAX_OPT)) {
      return LoopRequest.Purpose.NONE;
    }
    AggregateCall call = block.aggregates().get(0);
    boolean isExtreme =
        call.function().has(FunctionDefinition.MIN_MAX)
            && call.arguments().size() == 1
            && call.filter() == null
            && call.orderBy().isEmpty()
            && !(call.arguments().get(0) instanceof BoundExpression.RowValue);
    if (!isExtreme) {
      return LoopRequest.Purpose.NONE;
    }
    return call.function().name().equals("min") ? LoopRequest.Purpose.MINIMUM : LoopRequest.Purpose.MAXIMUM;
  }

  // ---- count(*)
  // --------------------------------------------------------------------------------------------------------------

  /** {@code SELECT count(*) FROM t}: the tree knows. The smallest index without WHERE is taken, else the table. */
  private boolean countRows(Accumulators accumulators) {
    if (block.aggregates().size() != 1
        || block.sources().size() != 1
        || !block.conditions().isEmpty()
        || !(block.sources().get(0) instanceof Source.TableSource source)) {
      return false;
    }
    AggregateCall call = block.aggregates().get(0);
    boolean isPlainCount =
        call.function().has(FunctionDefinition.COUNT) && call.arguments().isEmpty() && call.filter() == null;
    if (!isPlainCount || accumulators.hasBareColumns()) {
      return false;
    }
    Table table = source.table();
    Index index = smallest(source);
    int cursor = program.newCursor();
    if (index == null) {
      context.openTable(table, cursor, Opcode.OpenRead);
    } else {
      context.useDatabase(table.database());
      program.emit(
          Opcode.OpenRead, cursor, index.rootPage(), table.database(), index.keyOrder(context.databases()));
    }
    program.emit(Opcode.Count, cursor, accumulators.registerOf(call));
    program.emit(Opcode.Close, cursor);
    boolean namesIndex = index != null && !index.isTable();
    context
        .explainPlan()
        .line("SCAN " + source.table().name() + (namesIndex ? " USING COVERING INDEX " + index.name() : ""));
    return true;
  }

  /** Rows of an index are assumed to be shorter than the table's where it has fewer columns. */
  private static Index smallest(Source.TableSource source) {
    Table table = source.table();
    Index best = table.hasRowid() ? null : table.primaryKeyIndex();
    if (source.isNotIndexed()) {
      return best;
    }
    int bestSize = LogEstimate.of(4L * (best == null ? table.assumedWidth() : Math.min(table.assumedWidth(), best.assumedWidth())));
    for (Index index : table.indexes()) {
      int size = LogEstimate.of(4L * index.assumedWidth());
      if (!index.isPartial() && size < bestSize) {
        best = index;
        bestSize = size;
      }
    }
    return best;
  }

  /** Emits AggFinal. */
  static void emitFinal(ProgramBuilder program, AggregateCall call, int register) {
    program.emit(
        Opcode.AggFinal,
        register,
        call.arguments().size(),
        0,
        new P4.Call(call.function(), call.arguments().size()));
  }
}

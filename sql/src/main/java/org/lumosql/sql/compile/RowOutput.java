// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.util.List;
import org.lumosql.sql.compile.loop.NestedLoops;
import org.lumosql.sql.plan.JoinPlan.Distinctness;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundOrderingTerm;
import org.lumosql.vdbe.ProgramBuilder;

/**
 * The last steps of a row: DISTINCT, ORDER BY, OFFSET, its values, where they go, LIMIT. {@link #open} before the
 * loops, {@link #row} inside of
 * them, {@link #finish} behind them.
 */
final class RowOutput {
  private final CompileContext context;
  private final ProgramBuilder program;
  private final List<BoundExpression> results;
  private final LimitCode limit;
  private final Destination destination;
  private int breakLabel;
  private final DistinctCode distinct;
  private final int orderTerms;
  private SorterCode sorter;

  RowOutput(
      CompileContext context,
      List<BoundExpression> results,
      List<BoundOrderingTerm> orderBy,
      boolean isDistinct,
      LimitCode limit,
      Destination destination,
      int breakLabel) {
    this.context = context;
    this.program = context.program();
    this.results = results;
    this.limit = limit;
    this.destination = destination;
    this.breakLabel = breakLabel;
    this.distinct = isDistinct ? new DistinctCode(context, results) : null;
    this.orderTerms = orderBy.size();
    this.sorter = orderBy.isEmpty() ? null : new SorterCode(context, orderBy, results, limit);
  }

  void open() {
    if (sorter != null) {
      sorter.open();
    }
    if (distinct != null) {
      distinct.open();
    }
  }

  /** Takes note of how many terms of ORDER BY the loops satisfy. */
  void setOrdered(NestedLoops loops) {
    if (sorter != null && loops.isInnerLoopOrdered()) {
      sorter.setInnerBreak(loops.innerBreakLabel());
    }
    setOrderedTerms(loops.orderedTerms());
  }

  /** Takes note that rows come ordered by the first terms of ORDER BY. */
  void setOrderedTerms(int terms) {
    if (sorter == null) {
      return;
    }
    if (terms >= orderTerms) {
      sorter.remove();
      sorter = null;
    } else {
      sorter.setOrderedTerms(terms);
    }
  }

  void setDistinctness(Distinctness distinctness) {
    if (distinct != null) {
      distinct.setDistinctness(distinctness);
    }
  }

  boolean isSorting() {
    return sorter != null;
  }

  /** Emits code for the present row. */
  void row(int continueLabel) {
    if (sorter == null && distinct == null) {
      limit.skip(continueLabel);
    }
    if (distinct != null) {
      int first = program.newRegisters(results.size());
      context.expressions().codeList(results, first);
      distinct.skipIfSeen(first, continueLabel);
      if (sorter != null) {
        pushDistinct(first);
        return;
      }
      limit.skip(continueLabel);
      hand(placed(first));
      limit.count(breakLabel);
      return;
    }
    if (sorter != null) {
      sorter.push();
      return;
    }
    if (destination.needsValues()) {
      int first = target();
      int begin = program.address();
      context.expressions().codeList(results, first);
      if (destination.showsRows()) {
        LargeResults.mark(program, begin, first, results.size());
      }
      if (!destination.keepsSubtypes()) {
        for (int i = 0; i < results.size(); i++) {
          context.expressions().clearSubtype(results.get(i), first + i);
        }
      }
      hand(first);
    } else {
      hand(0);
    }
    limit.count(breakLabel);
  }

  /** The values of the results are known: they are not computed again for the sorter. */
  private void pushDistinct(int first) {
    CompileContext.Replacement[] before = new CompileContext.Replacement[results.size()];
    for (int i = 0; i < before.length; i++) {
      before[i] = context.setReplacement(results.get(i), Replacements.register(first + i));
    }
    sorter.push();
    for (int i = before.length - 1; i >= 0; i--) {
      context.setReplacement(results.get(i), before[i]);
    }
  }

  private int target() {
    int wanted = destination.firstRegister();
    return wanted != 0 ? wanted : program.newRegisters(results.size());
  }

  private int placed(int first) {
    int wanted = destination.firstRegister();
    if (wanted == 0 || wanted == first) {
      return first;
    }
    program.emit(org.lumosql.vdbe.Opcode.Copy, first, wanted, results.size() - 1);
    return wanted;
  }

  private void hand(int first) {
    destination.row(context, first, results.size(), breakLabel);
  }

  /** Where {@link #row} goes when no more rows are wanted, from now on. */
  void setBreakLabel(int label) {
    breakLabel = label;
  }

  /** As {@link #finish}, for rows that a subroutine made, which leaves by a label of its own. */
  void finishAfterGroups(int label) {
    breakLabel = label;
    finish();
  }

  /** Emits the loop over sorted rows, if they had to be sorted. */
  void finish() {
    if (distinct != null) {
      distinct.explain("DISTINCT");
    }
    if (sorter != null) {
      Destination sorted = destination.afterSort();
      sorter.emitRows(
          (first, continueLabel) -> sorted.row(context, placed(first), results.size(), breakLabel));
    }
  }
}

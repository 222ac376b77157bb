// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.window;

import java.util.function.Supplier;
import org.lumosql.value.Register;

/**
 * Window functions (https://sqlite.org/windowfunctions.html#built_in_window_functions).
 *
 * <p>Those that count are accumulators that work only over the frame below, whatever frame the query names. {@code
 * value} is asked once per row; {@code step} has been called for all rows of the partition up to the frame's end,
 * {@code inverse} for those before its start.
 *
 * <table>
 *   <caption>Frames</caption>
 *   <tr><td>row_number</td><td>ROWS UNBOUNDED PRECEDING TO CURRENT ROW</td></tr>
 *   <tr><td>rank, dense_rank</td><td>RANGE UNBOUNDED PRECEDING TO CURRENT ROW</td></tr>
 *   <tr><td>percent_rank</td><td>GROUPS CURRENT ROW TO UNBOUNDED FOLLOWING</td></tr>
 *   <tr><td>cume_dist</td><td>GROUPS 1 FOLLOWING TO UNBOUNDED FOLLOWING</td></tr>
 *   <tr><td>ntile</td><td>ROWS CURRENT ROW TO UNBOUNDED FOLLOWING</td></tr>
 * </table>
 *
 * <p>The others ({@code first_value}, {@code last_value}, {@code nth_value}, {@code lag}, {@code lead}) read a row at a
 * place that the compiler computes; they have no accumulator.
 */
final class WindowFunctions implements Supplier<Accumulator> {
  /** Which function. */
  private enum Kind {
    CUME_DIST,
    DENSE_RANK,
    NTILE,
    PERCENT_RANK,
    RANK,
    ROW_NUMBER
  }

  private final Kind kind;

  private WindowFunctions(Kind kind) {
    this.kind = kind;
  }

  static void register(FunctionRegistry registry) {
    registry.add(window("cume_dist", 0, new WindowFunctions(Kind.CUME_DIST)));
    registry.add(window("dense_rank", 0, new WindowFunctions(Kind.DENSE_RANK)));
    registry.add(window("first_value", 1, null));
    registry.add(window("lag", 1, null));
    registry.add(window("lag", 2, null));
    registry.add(window("lag", 3, null));
    registry.add(window("last_value", 1, null));
    registry.add(window("lead", 1, null));
    registry.add(window("lead", 2, null));
    registry.add(window("lead", 3, null));
    registry.add(window("nth_value", 2, null));
    registry.add(window("ntile", 1, new WindowFunctions(Kind.NTILE)));
    registry.add(window("percent_rank", 0, new WindowFunctions(Kind.PERCENT_RANK)));
    registry.add(window("rank", 0, new WindowFunctions(Kind.RANK)));
    registry.add(window("row_number", 0, new WindowFunctions(Kind.ROW_NUMBER)));
  }

  @Override
  public Accumulator get() {
    return switch (kind) {
      case CUME_DIST -> new CumulativeDistribution();
      case DENSE_RANK -> new DenseRank();
      case NTILE -> new Ntile();
      case PERCENT_RANK -> new PercentRank();
      case RANK -> new Rank();
      case ROW_NUMBER -> new RowNumber();
    };
  }

  /** Counts the rows that have come and those that have gone. */
  private abstract static class Counting extends Accumulator {
    long arrived;
    long left;

    @Override
    public void step(FunctionContext context, Register[] r, int first, int count) {
      arrived++;
    }

    @Override
    public void inverse(FunctionContext context, Register[] r, int first, int count) {
      left++;
    }

    @Override
    public void finish(FunctionContext context) {
      value(context);
    }
  }

  private static final class RowNumber extends Counting {
    @Override
    public void value(FunctionContext context) {
      context.result().setInteger(arrived);
    }
  }

  /** The number of the first row of each group of peers: the rows before the group, plus one. */
  private static final class Rank extends Counting {
    private long firstOfGroup;

    @Override
    public void step(FunctionContext context, Register[] r, int first, int count) {
      arrived++;
      if (firstOfGroup == 0) {
        firstOfGroup = arrived;
      }
    }

    @Override
    public void value(FunctionContext context) {
      context.result().setInteger(firstOfGroup);
      firstOfGroup = 0;
    }
  }

  private static final class DenseRank extends Counting {
    private long groups;
    private boolean newGroup;

    @Override
    public void step(FunctionContext context, Register[] r, int first, int count) {
      newGroup = true;
    }

    @Override
    public void value(FunctionContext context) {
      if (newGroup) {
        groups++;
        newGroup = false;
      }
      context.result().setInteger(groups);
    }
  }

  private static final class PercentRank extends Counting {
    @Override
    public void value(FunctionContext context) {
      context.result().setReal(arrived > 1 ? left / (double) (arrived - 1) : 0.0);
    }
  }

  private static final class CumulativeDistribution extends Counting {
    @Override
    public void value(FunctionContext context) {
      context.result().setReal(left / (double) arrived);
    }
  }

  private static final class Ntile extends Counting {
    private long buckets;

    @Override
    public void step(FunctionContext context, Register[] r, int first, int count) {
      if (arrived == 0) {
        buckets = Arguments.integer(r[first]);
        if (buckets <= 0) {
          throw context.error("argument of ntile must be a positive integer");
        }
      }
      arrived++;
    }

    @Override
    public void value(FunctionContext context) {
      if (buckets <= 0) {
        return;
      }
      long size = arrived / buckets;
      if (size == 0) {
        context.result().setInteger(left + 1);
        return;
      }
      long larger = arrived - buckets * size;
      long rowsInLarger = larger * (size + 1);
      context.result().setInteger(left < rowsInLarger ? 1 + left / (size + 1) : 1 + larger
          + (left - rowsInLarger) / size);
    }
  }
}

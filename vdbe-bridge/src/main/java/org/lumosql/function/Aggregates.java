// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.aggregate;
import static org.lumosql.function.FunctionDefinition.COUNT;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.MIN_MAX;
import static org.lumosql.function.FunctionDefinition.NEEDS_COLLATION;
import static org.lumosql.function.FunctionDefinition.ORDERED_SET;

import java.util.function.Supplier;
import org.lumosql.value.Register;

/**
 * Aggregate functions (https://sqlite.org/lang_aggfunc.html, https://sqlite.org/percentile.html). All of them run over
 * windows, too.
 */
final class Aggregates implements Supplier<Accumulator> {
  /** Which function. */
  private enum Kind {
    AVERAGE,
    COUNT,
    GROUP_CONCAT,
    MAXIMUM,
    MEDIAN,
    MINIMUM,
    PERCENTILE,
    PERCENTILE_CONT,
    PERCENTILE_DISC,
    SUM,
    TOTAL
  }

  private final Kind kind;

  private Aggregates(Kind kind) {
    this.kind = kind;
  }

  static void register(FunctionRegistry registry) {
    registry.add(aggregate("avg", 1, INNOCUOUS, new Aggregates(Kind.AVERAGE)));
    registry.add(aggregate("count", 0, INNOCUOUS | COUNT, new Aggregates(Kind.COUNT)));
    registry.add(aggregate("count", 1, INNOCUOUS | COUNT, new Aggregates(Kind.COUNT)));
    registry.add(aggregate("group_concat", 1, INNOCUOUS, new Aggregates(Kind.GROUP_CONCAT)));
    registry.add(aggregate("group_concat", 2, INNOCUOUS, new Aggregates(Kind.GROUP_CONCAT)));
    registry.add(aggregate("max", 1, INNOCUOUS | MIN_MAX | NEEDS_COLLATION, new Aggregates(Kind.MAXIMUM)));
    registry.add(aggregate("min", 1, INNOCUOUS | MIN_MAX | NEEDS_COLLATION, new Aggregates(Kind.MINIMUM)));
    registry.add(aggregate("median", 1, ORDERED_SET, new Aggregates(Kind.MEDIAN)));
    registry.add(aggregate("percentile", 2, ORDERED_SET, new Aggregates(Kind.PERCENTILE)));
    registry.add(aggregate("percentile_cont", 2, ORDERED_SET, new Aggregates(Kind.PERCENTILE_CONT)));
    registry.add(aggregate("percentile_disc", 2, ORDERED_SET, new Aggregates(Kind.PERCENTILE_DISC)));
    registry.add(aggregate("string_agg", 2, INNOCUOUS, new Aggregates(Kind.GROUP_CONCAT)));
    registry.add(aggregate("sum", 1, INNOCUOUS, new Aggregates(Kind.SUM)));
    registry.add(aggregate("total", 1, INNOCUOUS, new Aggregates(Kind.TOTAL)));
  }

  @Override
  public Accumulator get() {
    return switch (kind) {
      case AVERAGE -> new SumAccumulator(SumAccumulator.Kind.AVERAGE);
      case COUNT -> new Count();
      case GROUP_CONCAT -> new GroupConcat();
      case MAXIMUM -> new Extreme(1);
      case MEDIAN -> new Percentile(Percentile.Kind.MEDIAN);
      case MINIMUM -> new Extreme(-1);
      case PERCENTILE -> new Percentile(Percentile.Kind.PERCENTILE);
      case PERCENTILE_CONT -> new Percentile(Percentile.Kind.CONTINUOUS);
      case PERCENTILE_DISC -> new Percentile(Percentile.Kind.DISCRETE);
      case SUM -> new SumAccumulator(SumAccumulator.Kind.SUM);
      case TOTAL -> new SumAccumulator(SumAccumulator.Kind.TOTAL);
    };
  }

  /** {@code count(*)} and {@code count(x)}. */
  private static final class Count extends Accumulator {
    private long rows;

    @Override
    public void step(FunctionContext context, Register[] r, int first, int count) {
      if (count == 0 || !r[first].isNull()) {
        rows++;
      }
    }

    @Override
    public void inverse(FunctionContext context, Register[] r, int first, int count) {
      if (count == 0 || !r[first].isNull()) {
        rows--;
      }
    }

    @Override
    public void value(FunctionContext context) {
      context.result().setInteger(rows);
    }

    @Override
    public void finish(FunctionContext context) {
      context.result().setInteger(rows);
    }
  }
}

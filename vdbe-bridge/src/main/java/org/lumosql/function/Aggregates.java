// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.lumosql.function.Definitions.aggregate;
import static org.lumosql.function.FunctionDefinition.COUNT;
import static org.lumosql.function.FunctionDefinition.INNOCUOUS;
import static org.lumosql.function.FunctionDefinition.MIN_MAX;
import static org.lumosql.function.FunctionDefinition.NEEDS_COLLATION;
import static org.lumosql.function.FunctionDefinition.ORDERED_SET;

import org.lumosql.value.Register;

/** Aggregate functions (https://sqlite.org/lang_aggfunc.html, https://sqlite.org/percentile.html). All of them run over windows, too. */
final class Aggregates {
  private Aggregates() {}

  static void register(FunctionRegistry registry) {
    registry.add(aggregate("avg", 1, INNOCUOUS, () -> new SumAccumulator(SumAccumulator.Kind.AVERAGE)));
    registry.add(aggregate("count", 0, INNOCUOUS | COUNT, Count::new));
    registry.add(aggregate("count", 1, INNOCUOUS | COUNT, Count::new));
    registry.add(aggregate("group_concat", 1, INNOCUOUS, GroupConcat::new));
    registry.add(aggregate("group_concat", 2, INNOCUOUS, GroupConcat::new));
    registry.add(aggregate("max", 1, INNOCUOUS | MIN_MAX | NEEDS_COLLATION, () -> new Extreme(1)));
    registry.add(aggregate("min", 1, INNOCUOUS | MIN_MAX | NEEDS_COLLATION, () -> new Extreme(-1)));
    registry.add(aggregate("median", 1, INNOCUOUS | ORDERED_SET, () -> new Percentile(Percentile.Kind.MEDIAN)));
    registry.add(aggregate("percentile", 2, INNOCUOUS | ORDERED_SET, () -> new Percentile(Percentile.Kind.PERCENTILE)));
    registry.add(aggregate("percentile_cont", 2, INNOCUOUS | ORDERED_SET, () -> new Percentile(Percentile.Kind.CONTINUOUS)));
    registry.add(aggregate("percentile_disc", 2, INNOCUOUS | ORDERED_SET, () -> new Percentile(Percentile.Kind.DISCRETE)));
    registry.add(aggregate("string_agg", 2, INNOCUOUS, GroupConcat::new));
    registry.add(aggregate("sum", 1, INNOCUOUS, () -> new SumAccumulator(SumAccumulator.Kind.SUM)));
    registry.add(aggregate("total", 1, INNOCUOUS, () -> new SumAccumulator(SumAccumulator.Kind.TOTAL)));
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

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.GeneratedSeries;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/** {@code generate_series(start, stop, step)} as a table (https://sqlite.org/series.html). */
final class SeriesModule implements VirtualModule {
  private static final int ARGUMENTS = 3;
  private static final long DEFAULT_STOP = 4_294_967_295L;

  @Override
  public String name() {
    return "generate_series";
  }

  @Override
  public boolean isEponymous() {
    return true;
  }

  @Override
  public boolean isCreatable() {
    return false;
  }

  @Override
  public VirtualTable connect(Host host, String database, String table, List<String> arguments, boolean create) {
    return new Series(new Conversion(host.encoding()));
  }

  private record Series(Conversion conversion) implements VirtualTable {
    @Override
    public String declaration() {
      return "CREATE TABLE x(value,start HIDDEN,stop HIDDEN,step HIDDEN)";
    }

    @Override
    public boolean plan(IndexPlan plan) {
      return SeriesPlan.choose(plan);
    }

    @Override
    public Risk risk() {
      return Risk.INNOCUOUS;
    }

    @Override
    public VirtualCursor open() {
      return new Rows(conversion);
    }
  }

  private static final class Rows implements VirtualCursor {
    private final Conversion conversion;
    private final long[] arguments = new long[ARGUMENTS];
    private GeneratedSeries series;
    private int bits;
    private Register[] values;
    private int next;

    Rows(Conversion conversion) {
      this.conversion = conversion;
    }

    @Override
    public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
      series = null;
      for (int i = first; i < first + count; i++) {
        if (registers[i].isNull()) {
          return;
        }
      }
      bits = indexNumber;
      values = registers;
      next = first;
      boolean isOpen = (bits & (SeriesPlan.START | SeriesPlan.STEP)) == 0 && (bits & SeriesPlan.LOWER) != 0;
      boolean isOpenAbove =
          (bits & (SeriesPlan.STOP | SeriesPlan.STEP)) == 0 && (bits & (SeriesPlan.UPPER | SeriesPlan.EQUAL)) != 0;
      arguments[0] = number(SeriesPlan.START, isOpen ? Long.MIN_VALUE : 0);
      arguments[1] = number(SeriesPlan.STOP, isOpenAbove ? Long.MAX_VALUE : DEFAULT_STOP);
      arguments[2] = number(SeriesPlan.STEP, 1);
      arguments[2] = arguments[2] == 0 ? 1 : arguments[2];
      long limit = number(SeriesPlan.LIMIT, -1);
      long offset = number(SeriesPlan.OFFSET, 0);
      series = new GeneratedSeries(arguments[0], arguments[1], arguments[2]);
      narrow();
      if ((bits & (SeriesPlan.DESCENDING | SeriesPlan.ASCENDING)) != 0) {
        series.order((bits & SeriesPlan.DESCENDING) != 0);
      }
      if (!series.isAtEnd() && offset > 0) {
        series.skip(offset);
      }
      if (!series.isAtEnd() && limit >= 0) {
        series.limit(limit);
      }
    }

    private long number(int bit, long otherwise) {
      return (bits & bit) == 0 ? otherwise : conversion.toInteger(values[next++]);
    }

    private void narrow() {
      if ((bits & SeriesPlan.LOWER) != 0) {
        Register bound = values[next++];
        boolean isEqual = (bits & SeriesPlan.EQUAL) != 0;
        SeriesBound.of(bound).apply(series, isEqual || (bits & SeriesPlan.AT_LEAST) != 0, true);
        if (isEqual) {
          SeriesBound.of(bound).apply(series, true, false);
        }
      }
      if ((bits & SeriesPlan.UPPER) != 0) {
        SeriesBound.of(values[next++]).apply(series, (bits & SeriesPlan.AT_MOST) != 0, false);
      }
      values = null;
    }

    @Override
    public boolean isAtEnd() {
      return series == null || series.isAtEnd();
    }

    @Override
    public void next() {
      series.next();
    }

    @Override
    public void column(FunctionContext context, int column) {
      context.result().setInteger(column == 0 ? series.value() : arguments[column - 1]);
    }

    @Override
    public long rowid() {
      return series.value(); // they are the same
    }

    @Override
    public void close() {
      series = null;
    }
  }
}

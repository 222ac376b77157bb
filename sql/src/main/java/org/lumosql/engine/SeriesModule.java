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
      return ArgumentPlan.take(plan, 1, ARGUMENTS, 1);
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

    Rows(Conversion conversion) {
      this.conversion = conversion;
    }

    @Override
    public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
      arguments[0] = 0;
      arguments[1] = DEFAULT_STOP;
      arguments[2] = 1;
      int next = first;
      for (int i = 0; i < ARGUMENTS; i++) {
        if ((indexNumber >> i & 1) != 0) {
          if (registers[next].isNull()) {
            series = null;
            return;
          }
          arguments[i] = conversion.toInteger(registers[next++]);
        }
      }
      series = new GeneratedSeries(arguments[0], arguments[1], arguments[2], false);
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
      return series.rowid();
    }

    @Override
    public void close() {
      series = null;
    }
  }
}

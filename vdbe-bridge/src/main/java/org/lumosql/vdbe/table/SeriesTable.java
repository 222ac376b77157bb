// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.table;

import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.GeneratedSeries;
import org.lumosql.record.TextEncoding;
import org.lumosql.value.Conversion;
import org.lumosql.value.Register;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualTable;

/**
 * {@code generate_series(start, stop, step)} (https://sqlite.org/series.html). The index number has a bit for each argument that is given,
 * 8 for descending and 16 for ascending order asked for.
 */
final class SeriesTable implements VirtualTable {
  private static final int START = 1;
  private static final int DESCENDING = 8;
  private static final int ASCENDING = 16;
  private static final long DEFAULT_STOP = 0xffffffffL;

  @Override
  public String declaration() {
    return "CREATE TABLE x(value, start HIDDEN, stop HIDDEN, step HIDDEN)";
  }

  @Override
  public boolean plan(IndexPlan plan) {
    int[] given = {-1, -1, -1};
    boolean unusable = false;
    for (int i = 0; i < plan.constraints().size(); i++) {
      IndexPlan.Constraint constraint = plan.constraints().get(i);
      if (constraint.column() < 1 || constraint.operator() != IndexPlan.Operator.EQ) {
        continue;
      }
      unusable |= !constraint.usable();
      given[constraint.column() - 1] = i;
    }
    if (unusable) {
      return false;
    }
    if (given[0] < 0) {
      throw StoreException.withMessage(
          ResultCode.ERROR, "first argument to \"generate_series()\" missing or unusable");
    }
    int number = 0;
    for (int argument = 0; argument < given.length; argument++) {
      if (given[argument] >= 0) {
        plan.use(given[argument], true);
        number |= START << argument;
      }
    }
    if (plan.orders().size() == 1 && plan.orders().get(0).column() == 0) {
      number |= plan.orders().get(0).descending() ? DESCENDING : ASCENDING;
      plan.consumeOrder();
    }
    plan.setIndex(number, null);
    plan.setEstimate(given[1] >= 0 ? 2 : 2147483647.0, given[1] >= 0 ? 1000 : 2147483647L);
    return true;
  }

  @Override
  public VirtualCursor open() {
    return new Cursor();
  }

  private static final class Cursor implements VirtualCursor {
    private final Conversion conversion = new Conversion(TextEncoding.UTF8);
    private final long[] arguments = new long[3];
    private GeneratedSeries series;

    @Override
    public void filter(
        FunctionContext context, int indexNumber, String indexText, Register[] registers, int first, int count) {
      arguments[0] = 0;
      arguments[1] = DEFAULT_STOP;
      arguments[2] = 1;
      int next = first;
      boolean hasNull = false;
      for (int i = 0; i < arguments.length; i++) {
        if ((indexNumber & START << i) != 0) {
          hasNull |= registers[next].isNull();
          arguments[i] = conversion.toInteger(registers[next++]);
        }
      }
      boolean reversed =
          (indexNumber & DESCENDING) != 0 && arguments[2] >= 0 || (indexNumber & ASCENDING) != 0 && arguments[2] < 0;
      series = hasNull ? null : new GeneratedSeries(arguments[0], arguments[1], arguments[2], reversed);
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

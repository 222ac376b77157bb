// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;
import org.lumosql.function.FunctionContext;
import org.lumosql.function.json.JsonEach;
import org.lumosql.value.Register;
import org.lumosql.vdbe.Host;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualModule;
import org.lumosql.vdbe.VirtualTable;

/** {@code json_each}, {@code json_tree} and their JSONB forms as tables (https://sqlite.org/json1.html#jeach). */
record JsonModule(String name, boolean recursive, boolean asJsonb) implements VirtualModule {
  private static final int ARGUMENTS = 2;
  /** The cost of a plan without the document, which has no rows. */
  private static final double NOT_WANTED = 5e98;
  private static final int ROWS = 25;

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
    return new JsonTable();
  }

  private final class JsonTable implements VirtualTable {
    @Override
    public String declaration() {
      return JsonEach.declaration();
    }

    @Override
    public boolean plan(IndexPlan plan) {
      if (!ArgumentPlan.take(plan, JsonEach.JSON, ARGUMENTS, 1)) {
        return false;
      }
      boolean isGiven = (plan.indexNumber() & 1) != 0;
      plan.setEstimate(isGiven ? 1 : NOT_WANTED, ROWS);
      if (!plan.orders().isEmpty() && plan.orders().get(0).column() < 0 && !plan.orders().get(0).descending()) {
        plan.consumeOrder(); // the rows are numbered as they come
      }
      return true;
    }

    @Override
    public Risk risk() {
      return Risk.INNOCUOUS;
    }

    @Override
    public VirtualCursor open() {
      return new Rows();
    }
  }

  private final class Rows implements VirtualCursor {
    private JsonEach rows;

    @Override
    public void filter(int indexNumber, String indexText, Register[] registers, int first, int count) {
      rows = null;
      if ((indexNumber & 1) != 0) {
        rows = new JsonEach(recursive, asJsonb);
        rows.open(registers[first], (indexNumber & 2) != 0 ? registers[first + 1] : null);
      }
    }

    @Override
    public boolean isAtEnd() {
      return rows == null || rows.isAtEnd();
    }

    @Override
    public void next() {
      rows.next();
    }

    @Override
    public void column(FunctionContext context, int column) {
      rows.column(context, column, context.result());
    }

    @Override
    public long rowid() {
      return rows.rowid();
    }

    @Override
    public void close() {
      rows = null;
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.table;

import org.lumosql.function.FunctionContext;
import org.lumosql.function.json.JsonEach;
import org.lumosql.value.Register;
import org.lumosql.vdbe.IndexPlan;
import org.lumosql.vdbe.VirtualCursor;
import org.lumosql.vdbe.VirtualTable;

/**
 * {@code json_each} and {@code json_tree} (https://sqlite.org/json1.html#jeach). The index number says which arguments there are: 0 none (no
 * rows), 1 the document, 3 document and path.
 */
final class JsonTable implements VirtualTable {
  private static final int DOCUMENT_GIVEN = 1;
  private static final int PATH_GIVEN = 2;

  private final boolean recursive;
  private final boolean asJsonb;

  JsonTable(boolean recursive, boolean asJsonb) {
    this.recursive = recursive;
    this.asJsonb = asJsonb;
  }

  @Override
  public String declaration() {
    return JsonEach.declaration();
  }

  @Override
  public boolean plan(IndexPlan plan) {
    int document = -1;
    int path = -1;
    for (int i = 0; i < plan.constraints().size(); i++) {
      IndexPlan.Constraint constraint = plan.constraints().get(i);
      if (constraint.operator() != IndexPlan.Operator.EQ || constraint.column() < JsonEach.JSON) {
        continue;
      }
      if (!constraint.usable()) {
        return false; // arguments must be known before the scan
      }
      if (constraint.column() == JsonEach.JSON) {
        document = i;
      } else {
        path = i;
      }
    }
    if (document < 0) {
      plan.setIndex(0, null);
      plan.setEstimate(1e99, 1);
      return true;
    }
    plan.use(document, true);
    if (path >= 0) {
      plan.use(path, true);
    }
    plan.setIndex(path >= 0 ? DOCUMENT_GIVEN | PATH_GIVEN : DOCUMENT_GIVEN, null);
    plan.setEstimate(1, 25);
    return true;
  }

  @Override
  public VirtualCursor open() {
    return new Cursor();
  }

  private final class Cursor implements VirtualCursor {
    private JsonEach rows;

    @Override
    public void filter(
        FunctionContext context, int indexNumber, String indexText, Register[] registers, int first, int count) {
      rows = null;
      if (indexNumber != 0) {
        rows = new JsonEach(context, recursive, asJsonb);
        rows.open(registers[first], (indexNumber & PATH_GIVEN) != 0 ? registers[first + 1] : null);
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
      rows.column(column, context.result());
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

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import org.lumosql.schema.Column;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Resolver;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.sql.resolve.Source;
import org.lumosql.value.Affinity;
import org.lumosql.vdbe.Opcode;
import org.lumosql.vdbe.P4;

/** What the columns of a table are that are not simply fields of a record: generated ones, and those added later. */
public final class TableColumns {
  /** Stands for the expression of a column that is being computed. */
  private static final BoundExpression UNDER_WAY = new BoundExpression.Null();
  /** How many generated columns may lead to each other: as many as any thread's stack has room for. */
  private static final int MOST_NESTED = 250;

  private TableColumns() {}

  /**
   * Emits code that computes a generated column from the other columns, which are read through the source's present
   * access.
   */
  public static void generated(CompileContext context, Source.TableSource source, int column, int target) {
    Column declared = source.table().column(column);
    BoundExpression[] bound = (BoundExpression[]) context.shared(source);
    if (bound == null) {
      bound = new BoundExpression[source.columnCount()];
      context.setShared(source, bound);
    }
    if (bound[column] == null) {
      Scope scope = new Scope(null, Scope.Use.GENERATED);
      scope.add(source);
      bound[column] = new Resolver(context.databases()).bindExpression(declared.generated(), scope);
    }
    BoundExpression value = bound[column];
    if (value == UNDER_WAY) {
      throw new SqlException("generated column loop on \"" + declared.name() + "\"");
    }
    bound[column] = UNDER_WAY;
    Scope.Use before = context.setUse(Scope.Use.GENERATED);
    int[] depth = depth(context);
    if (++depth[0] > MOST_NESTED) {
      throw new SqlException("generated columns nested too deep");
    }
    context.expressions().codeTo(value, target);
    depth[0]--;
    context.setUse(before);
    bound[column] = value;
    if (declared.affinity().ordinal() > Affinity.BLOB.ordinal()) {
      context.program().emit(Opcode.Affinity, target, 1, 0, String.valueOf(declared.affinity().letter()));
      if (declared.affinity() == Affinity.REAL) {
        context.program().emit(Opcode.RealAffinity, target); // or a sorter would keep it as an integer
      }
    }
  }

  private static int[] depth(CompileContext context) {
    int[] depth = (int[]) context.shared(TableColumns.class);
    if (depth == null) {
      depth = new int[1];
      context.setShared(TableColumns.class, depth);
    }
    return depth;
  }

  /** What a record that is too short has in a column that was added later; null for NULL. */
  public static P4.DefaultValue defaultValue(CompileContext context, Column column) {
    return DefaultConstant.of(column, context.databases().encoding());
  }
}

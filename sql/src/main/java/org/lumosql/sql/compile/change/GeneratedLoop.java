// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.function.Function;
import org.lumosql.schema.Column;
import org.lumosql.schema.Table;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.BoundTree;
import org.lumosql.sql.resolve.Source;

/** Generated columns that depend on themselves, by others or at once. */
public final class GeneratedLoop {
  private GeneratedLoop() {}

  /**
   * Of several columns that cannot be computed the last one is told.
   *
   * @param bind binds the expression of a generated column
   * @throws SqlException if a column depends on itself
   */
  public static void require(Table table, Source source, Function<Expression, BoundExpression> bind) {
    BoundExpression[] open = new BoundExpression[table.columnCount()];
    for (int i = 0; i < open.length; i++) {
      Column column = table.column(i);
      open[i] = column.isGenerated() ? bind.apply(column.generated()) : null;
    }
    int last;
    boolean isProgress;
    do {
      last = -1;
      isProgress = false;
      for (int i = 0; i < open.length; i++) {
        if (open[i] == null) {
          continue;
        }
        if (dependsOnOpen(open[i], source, open)) {
          last = i;
        } else {
          open[i] = null;
          isProgress = true;
        }
      }
    } while (last >= 0 && isProgress);
    if (last >= 0) {
      throw new SqlException("generated column loop on \"" + table.columnName(last) + "\"");
    }
  }

  private static boolean dependsOnOpen(BoundExpression expression, Source source, BoundExpression[] open) {
    boolean[] found = {false};
    BoundTree.walk(
        expression,
        part -> found[0] |= part instanceof BoundExpression.ColumnValue value && value.source() == source && value.column() >= 0 && open[value.column()] != null);
    return found[0];
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.schema.Table;
import org.lumosql.vdbe.Program;

/** Where a result column comes from: through subqueries and views down to a table's column. */
final class Origins {
  private Origins() {}

  static Program.ResultColumn of(BoundExpression expression, String label, ResolverState state) {
    if (expression instanceof BoundExpression.ColumnValue column) {
      Source source = column.source();
      if (source instanceof Source.QuerySource query) {
        QueryBlock.Result inner = query.query().first().results().get(column.column());
        return relabelled(inner.origin(), label);
      }
      Table table = tableOf(source);
      if (table != null) {
        return ofTable(table, column.column(), label, state);
      }
    }
    if (expression instanceof BoundExpression.ScalarQuery query) {
      Program.ResultColumn inner = query.query().first().results().get(0).origin();
      return new Program.ResultColumn(label, inner.declaredType(), inner.database(), inner.table(), inner.column());
    }
    return new Program.ResultColumn(label, null, null, null, null);
  }

  private static Program.ResultColumn relabelled(Program.ResultColumn origin, String label) {
    return new Program.ResultColumn(
        label, origin.declaredType(), origin.database(), origin.table(), origin.column());
  }

  private static Table tableOf(Source source) {
    if (source instanceof Source.TableSource table) {
      return table.table();
    }
    return source instanceof Source.FunctionSource function ? function.table() : null;
  }

  private static Program.ResultColumn ofTable(Table table, int column, String label, ResolverState state) {
    int number = column < 0 ? table.rowidAlias() : column;
    String type = number < 0 ? "INTEGER" : table.column(number).declaredType();
    String name = number < 0 ? "rowid" : table.column(number).name();
    return new Program.ResultColumn(label, type, state.databases().name(table.database()), table.name(), name);
  }
}

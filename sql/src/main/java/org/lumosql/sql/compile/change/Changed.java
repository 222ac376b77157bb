// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import java.util.Arrays;
import org.lumosql.schema.Column;
import org.lumosql.schema.Index;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;

/** Which columns an UPDATE changes; the flag behind the last column stands for the rowid. An INSERT changes all. */
final class Changed {
  private final Target target;
  private final boolean[] columns;

  private Changed(Target target, boolean[] columns) {
    this.target = target;
    this.columns = columns;
  }

  /** All columns, as for a new row. */
  static Changed all(Target target) {
    boolean[] columns = new boolean[target.table().columnCount() + 1];
    Arrays.fill(columns, true);
    return new Changed(target, columns);
  }

  /** Those assigned, and the generated columns that depend on them. */
  static Changed of(Target target, boolean[] assigned, boolean rowid) {
    Table table = target.table();
    boolean[] columns = Arrays.copyOf(assigned, table.columnCount() + 1);
    columns[table.columnCount()] = rowid;
    boolean more = table.hasGenerated();
    while (more) {
      more = false;
      for (int i = 0; i < table.columnCount(); i++) {
        Column column = table.column(i);
        if (column.isGenerated() && !columns[i]) {
          BoundExpression expression = target.bind(column.generated(), Scope.Use.GENERATED);
          columns[i] = GeneratedColumns.uses(target, expression, columns);
          more |= columns[i];
        }
      }
    }
    return new Changed(target, columns);
  }

  boolean column(int column) {
    return columns[column];
  }

  boolean rowid() {
    return columns[columns.length - 1];
  }

  /** Whether what identifies rows changes: the rowid, or a column of a WITHOUT ROWID table's key. */
  boolean identity() {
    if (target.table().hasRowid()) {
      return rowid();
    }
    for (int column : target.keyColumns()) {
      if (columns[column]) {
        return true;
      }
    }
    return false;
  }

  boolean usedBy(BoundExpression expression) {
    return GeneratedColumns.uses(target, expression, columns);
  }

  /** Whether an index has to be changed. */
  boolean concerns(Index index) {
    if (identity()) {
      return true;
    }
    if (index.isTable()) {
      return true;
    }
    for (Index.Part part : index.parts()) {
      if (part.column() >= 0 && columns[part.column()]) {
        return true;
      }
      if (part.column() == Index.EXPRESSION && usedBy(target.bind(part.expression(), Scope.Use.INDEX))) {
        return true;
      }
    }
    return index.isPartial() && usedBy(target.bind(index.definition().where(), Scope.Use.PARTIAL_INDEX));
  }
}

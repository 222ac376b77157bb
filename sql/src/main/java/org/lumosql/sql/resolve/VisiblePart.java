// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.schema.Table;

/** A table inside a parenthesised join that was made a subquery: its columns are some of the subquery's. */
record VisiblePart(Scope.Visible inner, Source.QuerySource source, int firstColumn) implements Scope.Visible {
  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public String schemaName() {
    return inner.schemaName();
  }

  @Override
  public Table namedTable() {
    return inner.namedTable();
  }

  @Override
  public Table readTable() {
    return inner.readTable();
  }

  @Override
  public int columnCount() {
    return inner.columnCount();
  }

  @Override
  public String columnName(int column) {
    return inner.columnName(column);
  }

  @Override
  public String columnLabel(int column) {
    return source.columnName(firstColumn + column);
  }

  @Override
  public boolean hasRowid() {
    return inner.hasRowid();
  }

  @Override
  public boolean isHidden(int column) {
    return inner.isHidden(column);
  }

  /** The rowid stands behind the columns. */
  @Override
  public BoundExpression value(int column) {
    return new BoundExpression.ColumnValue(source, firstColumn + (column < 0 ? inner.columnCount() : column));
  }
}

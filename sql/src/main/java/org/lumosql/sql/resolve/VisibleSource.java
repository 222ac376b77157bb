// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.schema.Table;

/** A source of a FROM clause as names see it. @param hasSchema whether the name of its database may stand before its own */
record VisibleSource(Source source, String name, boolean hasSchema) implements Scope.Visible {
  @Override
  public String schemaName() {
    Table table = hasSchema ? readTable() : null;
    return table == null ? null : table.definition().schemaName();
  }

  private Table table() {
    if (source instanceof Source.TableSource tableSource) {
      return tableSource.table();
    }
    return source instanceof Source.FunctionSource function ? function.table() : null;
  }

  @Override
  public Table namedTable() {
    return source.isAliased() ? null : table();
  }

  @Override
  public Table readTable() {
    return source instanceof Source.QuerySource query ? query.viewed() : table();
  }

  @Override
  public int columnCount() {
    return source.columnCount();
  }

  @Override
  public String columnName(int column) {
    return source.columnName(column);
  }

  @Override
  public int columnNumber(String name) {
    return source.columnNumber(name);
  }

  @Override
  public String columnLabel(int column) {
    return source.columnLabel(column);
  }

  @Override
  public boolean hasRowid() {
    Table table = table();
    return table != null && table.hasRowid();
  }

  @Override
  public boolean isHidden(int column) {
    Table table = table();
    return table != null && table.column(column).hidden();
  }

  /** An INTEGER PRIMARY KEY is the rowid, whatever name it was called by. */
  @Override
  public BoundExpression value(int column) {
    Table table = table();
    boolean isRowid = table != null && column >= 0 && column == table.rowidAlias();
    return new BoundExpression.ColumnValue(source, isRowid ? -1 : column);
  }
}

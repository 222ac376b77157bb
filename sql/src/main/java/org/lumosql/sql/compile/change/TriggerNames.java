// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.change;

import org.lumosql.record.Collation;
import org.lumosql.schema.Table;
import org.lumosql.sql.resolve.BoundExpression;
import org.lumosql.sql.resolve.Scope;
import org.lumosql.value.Affinity;

/** OLD or NEW, as names in a trigger's program see it: its values are registers of the program that called. */
final class TriggerNames implements Scope.Visible {
  private final Environment environment;
  private final String name;
  private final Table table;
  private final ViewShape view;
  private final RowRegisters row;

  /** @param row the registers, counted from the first of the call; @param view of a view, else null */
  TriggerNames(Environment environment, String name, Table table, ViewShape view, RowRegisters row) {
    this.environment = environment;
    this.name = name;
    this.table = table;
    this.view = view;
    this.row = row;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String schemaName() {
    return null;
  }

  @Override
  public Table readTable() {
    return table;
  }

  @Override
  public int columnCount() {
    return view == null ? table.columnCount() : view.columnCount();
  }

  @Override
  public String columnName(int column) {
    return view == null ? table.columnName(column) : view.columnName(column);
  }

  @Override
  public int columnNumber(String column) {
    return view == null ? table.columnNumber(column) : view.columnNumber(column);
  }

  @Override
  public boolean hasRowid() {
    return view == null && table.hasRowid();
  }

  @Override
  public boolean isHidden(int column) {
    return false;
  }

  @Override
  public BoundExpression value(int column) {
    int register = row.columnRegister(column);
    Collation binary = environment.databases().requireCollation("BINARY");
    if (register == row.rowid()) {
      return new BoundExpression.TriggerValue(register, Affinity.INTEGER, binary, false);
    }
    if (view != null) {
      return new BoundExpression.TriggerValue(register, Affinity.NONE, view.collation(column), view.affinity(column) == Affinity.REAL);
    }
    Collation collation = environment.databases().requireCollation(table.column(column).collation());
    // unlike columns, OLD and NEW convert nothing that they are compared with
    return new BoundExpression.TriggerValue(register, Affinity.NONE, collation, false);
  }
}

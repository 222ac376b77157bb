// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import java.util.List;
import org.lumosql.record.Ascii;
import org.lumosql.schema.Authority;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;

/** Asks the authorizer, if there is one, about columns that are read. */
final class ReadPermission {
  private ReadPermission() {}

  /** The value that a name was found to have in a scope's tables, or NULL if it is to be left out. */
  static BoundExpression of(Authority authority, Expression.ColumnReference name, Scope scope, BoundExpression found) {
    List<Scope.Entry> entries = scope.entries();
    boolean isOf = false;
    for (int i = 0; i < entries.size(); i++) {
      Scope.Visible visible = entries.get(i).table();
      if (!NameResolver.qualifies(name, visible)) {
        continue;
      }
      int column = NameResolver.columnOf(visible, name.column());
      boolean isMatch = column >= 0 || visible.hasRowid() && NameResolver.isRowidName(name);
      if (isMatch && !permits(authority, visible, column, scope)) {
        return new BoundExpression.Null();
      }
      isOf |= isMatch;
      if (isOf && !(found instanceof BoundExpression.MergedColumn)) {
        break;
      }
    }
    return found;
  }

  /** The value of a column that a star stands for, or NULL. */
  static BoundExpression of(Authority authority, Scope.Visible visible, int column, Scope scope, BoundExpression value) {
    return authority == null || permits(authority, visible, column, scope) ? value : new BoundExpression.Null();
  }

  /** @param column −1 for the rowid */
  static boolean permits(Authority authority, Scope.Visible visible, int column, Scope scope) {
    Table table = visible.readTable();
    boolean isOwn = scope.use() == Scope.Use.QUERY || scope.use() == Scope.Use.RETURNING;
    if (table == null || !isOwn) {
      return true; // expressions of definitions were looked at when they were made
    }
    if (visible.source() != null && column >= 0 && (table.isView() || column != table.rowidAlias())) {
      authority.noteRead(visible.source());
    }
    int named = column < 0 && !table.isView() ? table.rowidAlias() : column;
    return authority.reads(table, named < 0 ? "ROWID" : visible.columnName(named));
  }
}

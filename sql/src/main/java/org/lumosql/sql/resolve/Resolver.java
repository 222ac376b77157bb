// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.schema.Databases;
import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;
import org.lumosql.sql.ast.Select;
import org.lumosql.sql.ast.With;

/** The entry to name resolution: from syntax trees to bound trees. One per statement. */
public final class Resolver {
  private final Databases databases;

  public Resolver(Databases databases) {
    this.databases = databases;
  }

  /** Common tables of a WITH clause in front of INSERT, UPDATE or DELETE: visible in all queries that are bound afterwards. */
  public void addCommonTables(With with) {
    throw new UnsupportedOperationException(databases + " " + with);
  }

  /** Binds an expression. Aggregates are errors here. */
  public BoundExpression bindExpression(Expression expression, Scope scope) {
    throw new UnsupportedOperationException(databases + " " + expression + scope);
  }

  /** Binds a query. @param outer scope around it, or null */
  public BoundQuery bindQuery(Select select, Scope outer) {
    throw new UnsupportedOperationException(databases + " " + select + outer);
  }

  /** A source for a table that a statement changes or an index is over. @param name alias, or null for the table's name */
  public Source.TableSource tableSource(Table table, String name) {
    throw new UnsupportedOperationException(databases + " " + table + name);
  }
}

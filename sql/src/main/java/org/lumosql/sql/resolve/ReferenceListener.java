// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.resolve;

import org.lumosql.schema.Table;
import org.lumosql.sql.ast.Expression;

/** Told what the names in a statement's text turned out to mean: ALTER TABLE … RENAME finds by it what to rewrite. */
public interface ReferenceListener {
  /** A column name means a value. */
  void column(Expression.ColumnReference name, BoundExpression value);

  /** The name of a table or view, which may have a schema before it, begins at an offset of the text. */
  void table(int position, String schema, Table table);
}

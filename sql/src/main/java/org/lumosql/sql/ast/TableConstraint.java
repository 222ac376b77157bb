// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/** A constraint of a table; {@code name} is that of CONSTRAINT name, or null. */
public sealed interface TableConstraint {
  String name();

  record PrimaryKey(String name, List<IndexedColumn> columns, boolean autoincrement, ConflictAction onConflict)
      implements TableConstraint {}

  record Unique(String name, List<IndexedColumn> columns, ConflictAction onConflict) implements TableConstraint {}

  record Check(String name, Expression expression, String text, ConflictAction onConflict) implements TableConstraint {}

  record ForeignKey(String name, List<String> columns, ForeignKeyClause clause) implements TableConstraint {}
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.ast;

import java.util.List;

/**
 * A column in CREATE TABLE or ADD COLUMN.
 *
 * @param type as written, words joined by one space, but the types that SQLite has a code for in capital letters; null if there is none
 * @param text the whole definition as written, with comments at its end
 */
public record ColumnDefinition(
    int position, String name, String type, List<ColumnConstraint> constraints, String text) {
  /** A constraint of one column; {@code name} is that of CONSTRAINT name, or null. */
  public sealed interface ColumnConstraint {
    String name();
  }

  public record PrimaryKey(String name, boolean descending, ConflictAction onConflict, boolean autoincrement)
      implements ColumnConstraint {}

  public record NotNull(String name, ConflictAction onConflict) implements ColumnConstraint {}

  /** An explicit NULL: allowed, without effect. */
  public record Null(String name, ConflictAction onConflict) implements ColumnConstraint {}

  public record Unique(String name, ConflictAction onConflict) implements ColumnConstraint {}

  /** @param text as written, for the error message */
  public record Check(String name, Expression expression, String text, ConflictAction onConflict)
      implements ColumnConstraint {}

  /** @param text as written, for {@code PRAGMA table_info} */
  public record Default(String name, Expression value, String text) implements ColumnConstraint {}

  public record Collation(String name, String collation) implements ColumnConstraint {}

  public record References(String name, ForeignKeyClause clause) implements ColumnConstraint {}

  public record Generated(String name, Expression expression, String text, boolean stored) implements ColumnConstraint {}
}

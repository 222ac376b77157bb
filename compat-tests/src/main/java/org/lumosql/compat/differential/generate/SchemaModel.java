// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.List;
import java.util.Set;

/**
 * The schema that statements refer to: tables, views, indexes and triggers of all databases of the connection. Immutable; read anew after it changed.
 *
 * @param temporaryNames of all tables and views of the temporary database, also of views that have become wrong
 * @param attached names of attached databases
 */
public record SchemaModel(List<Table> tables, List<NamedObject> triggers, Set<String> temporaryNames, List<String> attached) {
  /** An empty schema. */
  public static final SchemaModel EMPTY = new SchemaModel(List.of(), List.of(), Set.of(), List.of());

  /**
   * A table or view.
   *
   * @param schema main, temp, or the name of an attached database
   * @param isAutoincrement whether no rowid is chosen at random when the largest has been used
   */
  public record Table(
      String schema, String name, boolean isView, boolean isWithoutRowid, boolean isStrict, boolean isAutoincrement, List<Column> columns, List<Index> indexes) {
    /** The name as a statement writes it. */
    public String text() {
      return schema.equals("main") ? name : schema + "." + name;
    }

    /** The table under its qualified name, as the steps of a temporary trigger may call it. */
    public Table qualified() {
      return new Table(schema, schema + "." + name, isView, isWithoutRowid, isStrict, isAutoincrement, columns, indexes);
    }

    public boolean hasRowid() {
      return !isView && !isWithoutRowid;
    }

    /** Columns that INSERT and UPDATE may name. */
    public List<Column> writableColumns() {
      return columns.stream().filter(column -> !column.isGenerated()).toList();
    }
  }

  /** A column. */
  public record Column(String name, String declaredType, boolean isNotNull, boolean hasDefault, int primaryKeyPosition, boolean isGenerated) {
    public ValueKind kind() {
      return ValueKind.ofDeclaredType(declaredType);
    }
  }

  /**
   * An index of a table.
   *
   * @param isOwn made by CREATE INDEX, so that it can be dropped and named
   * @param columns names of the indexed columns; null for expressions and the rowid
   * @param target its columns, expressions and condition as ON CONFLICT names them; null if it was not made by CREATE INDEX
   */
  public record Index(String name, boolean isUnique, boolean isOwn, boolean isPartial, List<String> columns, String target) {}

  /** Something with a name in a schema. */
  public record NamedObject(String schema, String name, String table) {
    public String text() {
      return schema.equals("main") ? name : schema + "." + name;
    }
  }

  public List<Table> views() {
    return tables.stream().filter(Table::isView).toList();
  }

  public List<Table> baseTables() {
    return tables.stream().filter(table -> !table.isView()).toList();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import org.lumosql.schema.Column;
import org.lumosql.schema.Table;

/**
 * What is declared about a column (https://sqlite.org/c3ref/table_column_metadata.html).
 *
 * @param declaredType as it is written; null if there is none
 * @param collation its name
 * @param isNotNull whether it has a NOT NULL constraint
 * @param isPrimaryKey whether it is part of the primary key
 * @param isAutoincrement whether it is an INTEGER PRIMARY KEY with AUTOINCREMENT
 * @param isRowid whether it is another name of the rowid
 */
public record ColumnInfo(
    String declaredType, String collation, boolean isNotNull, boolean isPrimaryKey, boolean isAutoincrement, boolean isRowid) {
  static ColumnInfo of(Session session, String database, String tableName, String columnName) {
    Table table = session.catalog().findTable(database, tableName);
    int number = table == null ? -1 : table.columnNumber(columnName);
    if (number < 0) {
      return null;
    }
    Column column = table.column(number);
    boolean isRowid = table.hasRowid() && table.rowidAlias() == number;
    return new ColumnInfo(
        column.declaredType(),
        column.collation() == null ? "BINARY" : column.collation(),
        table.isNotNull(number),
        column.primaryKeyPosition() > 0,
        isRowid && table.isAutoincrement(),
        isRowid);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/**
 * Where an INSERT puts its rows.
 *
 * @param database its name in SQL
 * @param table the table's own name
 * @param rowidColumn the column that is the rowid (INTEGER PRIMARY KEY); null if there is none
 * @param hasRowid false for WITHOUT ROWID tables, views and virtual tables
 * @param isUpsert whether it has an ON CONFLICT clause
 * @param isReturning whether the statement has a RETURNING clause
 */
public record InsertTarget(String database, String table, String rowidColumn, boolean hasRowid, boolean isUpsert, boolean isReturning) {
  /** Null if the statement is no INSERT or its table is not there. */
  static InsertTarget of(Session session, String sql) {
    if (!(session.parse(sql).statement() instanceof org.lumosql.sql.ast.Statement.Insert insert)) {
      return null;
    }
    org.lumosql.schema.Table table = session.catalog().findTable(insert.table().schema(), insert.table().name());
    if (table == null) {
      return null;
    }
    boolean hasRowid = table.hasRowid() && !table.isView() && !table.isVirtual();
    return new InsertTarget(
        session.database(table.database()).name(),
        table.name(),
        hasRowid && table.rowidAlias() >= 0 ? table.column(table.rowidAlias()).name() : null,
        hasRowid,
        insert.upserts() != null && !insert.upserts().isEmpty(),
        insert.returning() != null && !insert.returning().isEmpty());
  }
}

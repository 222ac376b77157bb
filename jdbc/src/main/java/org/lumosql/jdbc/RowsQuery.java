// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.lumosql.value.Register;

/** Rows made in Java as a result set: they are written as a query of literals. */
final class RowsQuery {
  private RowsQuery() {}

  /** @param rows values are null, Boolean, Integer, Long, Double, String or byte[] */
  static ResultSet of(LumoConnection connection, List<String> labels, List<Object[]> rows) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = 0; i < labels.size(); i++) {
      sql.append(i == 0 ? "" : ", ").append(rows.isEmpty() ? "NULL" : "column" + (i + 1)).append(" AS ");
      sql.append('"').append(labels.get(i).replace("\"", "\"\"")).append('"');
    }
    if (rows.isEmpty()) {
      sql.append(" LIMIT 0");
    } else {
      appendValues(sql, rows);
    }
    LumoStatement statement = new LumoStatement(connection);
    statement.closeOnCompletion();
    return statement.executeQuery(sql.toString());
  }

  private static void appendValues(StringBuilder sql, List<Object[]> rows) {
    sql.append(" FROM (VALUES ");
    for (int i = 0; i < rows.size(); i++) {
      sql.append(i == 0 ? "(" : ",(");
      Object[] row = rows.get(i);
      for (int j = 0; j < row.length; j++) {
        sql.append(j == 0 ? "" : ",");
        appendLiteral(sql, row[j]);
      }
      sql.append(')');
    }
    sql.append(')');
  }

  private static void appendLiteral(StringBuilder sql, Object value) {
    if (value == null) {
      sql.append("NULL");
    } else if (value instanceof Boolean truth) {
      sql.append(truth ? 1 : 0);
    } else if (value instanceof Double number && number.isInfinite()) {
      sql.append(number > 0 ? "9e999" : "-9e999");
    } else if (value instanceof Number) {
      sql.append(value);
    } else if (value instanceof byte[] bytes) {
      sql.append("x'").append(HexFormat.of().formatHex(bytes)).append('\'');
    } else {
      sql.append('\'').append(value.toString().replace("'", "''")).append('\'');
    }
  }

  /** A column of the row that a statement stands on. */
  static Object value(org.lumosql.engine.Statement row, int column) {
    switch (row.columnType(column)) {
      case Register.NULL:
        return null;
      case Register.INTEGER:
        return row.columnLong(column);
      case Register.REAL:
        return row.columnDouble(column);
      case Register.TEXT:
        return row.columnText(column);
      default:
        return row.columnBlob(column);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.EngineException;

/** Rowids of what a statement inserted: one for each execution that inserted rows, so a batch has several. */
final class GeneratedKeys {
  private static final String DEFAULT_LABEL = "last_insert_rowid()";

  private final List<Long> rowids = new ArrayList<>();
  private String label = DEFAULT_LABEL;

  void clear() {
    rowids.clear();
  }

  /** Labels the column as the user calls the key. */
  void name(String... columnNames) {
    label = columnNames == null || columnNames.length == 0 ? DEFAULT_LABEL : columnNames[0];
  }

  /** Keeps the rowid if the statement that changed rows is an INSERT. */
  void inserted(String sql, long rowid) {
    int start = 0;
    while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
      start++;
    }
    if (!sql.regionMatches(true, start, "UPDATE", 0, 6) && !sql.regionMatches(true, start, "DELETE", 0, 6)) {
      rowids.add(rowid);
    }
  }

  /** A result set of one column, which answers to any name. */
  ResultSet results(LumoConnection connection) throws SQLException {
    String quoted = '"' + label.replace("\"", "\"\"") + '"';
    try {
      org.lumosql.engine.Statement statement =
          connection.engine().prepare("SELECT value AS " + quoted + " FROM json_each(?1)");
      statement.bindText(1, rowids.toString());
      LumoStatement owner = new LumoStatement(connection);
      LumoResultSet results = new LumoResultSet(owner, statement, true, statement.step(), 0);
      results.acceptAnyName();
      return results;
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.InsertTarget;
import org.lumosql.engine.UpdateListener;

/**
 * Keys of the rows that a statement inserted; a batch's add up. When none were asked for, the rowid of the last row of each execution; when they
 * were, those of all rows, told by the engine as it inserts them, or the columns that were asked for, by way of RETURNING.
 */
final class GeneratedKeys implements UpdateListener {
  private static final String DEFAULT_LABEL = "last_insert_rowid()";

  private long[] rowids = new long[4];
  private int count;
  private final List<Object[]> rows = new ArrayList<>(0);
  private List<String> labels;
  private String label = DEFAULT_LABEL;
  private InsertTarget target;

  void clear() {
    count = 0;
    rows.clear();
  }

  void add(long rowid) {
    if (count == rowids.length) {
      rowids = Arrays.copyOf(rowids, count * 2);
    }
    rowids[count++] = rowid;
  }

  /** Listens for rows of a table, whose key has the wanted name, or else its own. */
  void watch(InsertTarget watched, KeyRequest request) {
    target = watched;
    label =
        !request.columns().isEmpty() ? request.columns().get(0) : watched.rowidColumn() != null ? watched.rowidColumn() : DEFAULT_LABEL;
  }

  @Override
  public void rowChanged(Operation operation, String database, String table, long rowid) {
    boolean counts = operation == Operation.INSERT || operation == Operation.UPDATE && target.isUpsert();
    if (counts && table.equals(target.table()) && database.equals(target.database()) && (count == 0 || rowids[count - 1] != rowid)) {
      add(rowid);
    }
  }

  /** Takes over a row of a RETURNING clause. */
  void add(org.lumosql.engine.Statement row) {
    if (labels == null) {
      labels = new ArrayList<>();
      for (int i = 0; i < row.columnCount(); i++) {
        labels.add(row.columnName(i));
      }
    }
    Object[] values = new Object[row.columnCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = RowsQuery.value(row, i);
    }
    rows.add(values);
  }

  /** A result set that answers to any name when it has one column. */
  ResultSet results(LumoConnection connection) throws SQLException {
    if (labels != null) {
      return RowsQuery.of(connection, labels, rows);
    }
    String quoted = '"' + label.replace("\"", "\"\"") + '"';
    connection.enter();
    try {
      org.lumosql.engine.Statement statement =
          connection.engine().prepare("SELECT value AS " + quoted + " FROM json_each(?1)");
      statement.bindText(1, Arrays.toString(Arrays.copyOf(rowids, count)));
      LumoResultSet results = new LumoResultSet(new LumoStatement(connection), statement, true, statement.step(), 0);
      results.acceptAnyName();
      return results;
    } catch (EngineException e) {
      throw JdbcErrors.of(e);
    } finally {
      connection.leave();
    }
  }
}

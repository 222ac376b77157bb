// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteException;

/** What all that ask an engine through JDBC need: rows as texts, labels, and of sqlite-jdbc the library's own message. */
public final class JdbcRows {
  private JdbcRows() {}

  /** How a value is written. */
  @FunctionalInterface
  public interface Renderer {
    /** @param column from 1 */
    String text(ResultSet rows, int column) throws SQLException;
  }

  /** The labels of all columns. */
  public static List<String> labels(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int count = columns.getColumnCount();
    List<String> labels = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  /** All rows, from the next on. */
  public static List<String[]> read(ResultSet rows, Renderer renderer) throws SQLException {
    int count = rows.getMetaData().getColumnCount();
    List<String[]> all = new ArrayList<>();
    while (rows.next()) {
      String[] row = new String[count];
      for (int i = 0; i < count; i++) {
        row[i] = renderer.text(rows, i + 1);
      }
      all.add(row);
    }
    return all;
  }

  /** The same with the values of a row separated by {@code |}. */
  public static List<String> lines(ResultSet rows, Renderer renderer) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String[] row : read(rows, renderer)) {
      lines.add(String.join("|", row));
    }
    return lines;
  }

  /** The engine's message: sqlite-jdbc puts the library's in parentheses behind its own, {@code [CODE] description (message)}. */
  public static String message(SQLException error) {
    String message = error.getMessage();
    if (error instanceof SQLiteException own) {
      String prefix = own.getResultCode() + " (";
      return message.startsWith(prefix) ? message.substring(prefix.length(), message.length() - 1) : message;
    }
    return message;
  }
}

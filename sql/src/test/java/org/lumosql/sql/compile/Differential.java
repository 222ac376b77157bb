// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/**
 * The same statements on our engine and on the C library, each with a memory database of its own; answers as lines
 * of text.
 */
final class Differential implements AutoCloseable {
  private final Connection ours;
  private final java.sql.Connection theirs;

  Differential() throws SQLException {
    ours = Connection.open(":memory:");
    theirs = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  /** The statements of a resource file, one per line, without the comments. */
  static List<String> statements(String file) throws IOException {
    List<String> statements = new ArrayList<>();
    try (InputStream in = Differential.class.getResourceAsStream(file)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("--")) {
          statements.add(line.substring(0, line.lastIndexOf(';')));
        }
      }
    }
    return statements;
  }

  void runAll(List<String> statements) throws SQLException {
    for (String sql : statements) {
      ours.execute(sql);
      try (java.sql.Statement statement = theirs.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** Labels, then rows; or the message of the error. */
  List<String> ours(String sql) {
    List<String> lines = new ArrayList<>();
    try (Statement statement = ours.prepare(sql)) {
      boolean more = statement.step();
      StringBuilder labels = new StringBuilder("#");
      for (int i = 0; i < statement.columnCount(); i++) {
        labels.append(' ').append(statement.columnName(i));
      }
      lines.add(labels.toString());
      for (; more; more = statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(i == 0 ? "" : "|").append(value(statement, i));
        }
        lines.add(row.toString());
      }
    } catch (EngineException e) {
      return List.of("error: " + e.getMessage());
    }
    return lines;
  }

  private static String value(Statement statement, int column) {
    switch (statement.columnType(column)) {
      case org.lumosql.value.Register.NULL:
        return "NULL";
      case org.lumosql.value.Register.BLOB:
        return "x" + HexFormat.of().formatHex(statement.columnBlob(column));
      case org.lumosql.value.Register.TEXT:
        return "'" + statement.columnText(column) + "'";
      default:
        return statement.columnText(column);
    }
  }

  List<String> theirs(String sql) {
    List<String> lines = new ArrayList<>();
    try (java.sql.Statement statement = theirs.createStatement()) {
      if (!statement.execute(sql)) {
        return List.of("#");
      }
      ResultSet rows = statement.getResultSet();
      int count = rows.getMetaData().getColumnCount();
      StringBuilder labels = new StringBuilder("#");
      for (int i = 1; i <= count; i++) {
        labels.append(' ').append(rows.getMetaData().getColumnName(i));
      }
      lines.add(labels.toString());
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= count; i++) {
          row.append(i == 1 ? "" : "|").append(value(rows, i));
        }
        lines.add(row.toString());
      }
    } catch (SQLException e) {
      return List.of("error: " + detail(e.getMessage()));
    }
    return lines;
  }

  /** The driver puts the library's message in parentheses behind its own. */
  private static String detail(String message) {
    int open = message.indexOf(" (", message.indexOf(']'));
    return open < 0 ? message : message.substring(open + 2, message.length() - 1);
  }

  private static String value(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value == null) {
      return "NULL";
    }
    if (value instanceof byte[] blob) {
      return "x" + HexFormat.of().formatHex(blob);
    }
    return value instanceof String text ? "'" + text + "'" : rows.getString(column);
  }

  @Override
  public void close() throws SQLException {
    ours.close();
    theirs.close();
  }
}

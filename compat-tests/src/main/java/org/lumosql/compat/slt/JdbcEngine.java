// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Any engine with a JDBC driver on the class path. A record may hold several statements: drivers of SQLite run them all in an update. */
public final class JdbcEngine implements SltEngine {
  private final Connection connection;

  /** @throws SltFailure if there is no driver for the URL or it cannot open the database */
  public JdbcEngine(String url) {
    try {
      connection = DriverManager.getConnection(url);
    } catch (SQLException e) {
      throw new SltFailure(e.getMessage(), e);
    }
  }

  @Override
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new SltFailure(e.getMessage(), e);
    }
  }

  @Override
  public List<String> query(String sql, String types) {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      if (columns != types.length()) {
        throw new SltFailure("expected " + types.length() + " columns, got " + columns, null);
      }
      while (rows.next()) {
        for (int i = 0; i < columns; i++) {
          values.add(render(rows, i + 1, types.charAt(i)));
        }
      }
    } catch (SQLException e) {
      throw new SltFailure(e.getMessage(), e);
    }
    return values;
  }

  private static String render(ResultSet rows, int column, char type) throws SQLException {
    String value =
        switch (type) {
          case 'I' -> Rendering.integer(rows.getLong(column));
          case 'R' -> Rendering.real(rows.getDouble(column));
          default -> {
            String text = rows.getString(column);
            yield text == null ? Rendering.NULL : Rendering.text(text);
          }
        };
    return rows.wasNull() ? Rendering.NULL : value;
  }

  @Override
  public String version() {
    try {
      return connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new SltFailure(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SltFailure(e.getMessage(), e);
    }
  }
}

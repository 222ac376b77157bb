// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** One of the two engines with a file open, through JDBC. */
public final class Side implements AutoCloseable {
  private final Engine engine;
  private final Connection connection;

  /** Which engine. */
  public enum Engine {
    LUMO("jdbc:lumosql:"),
    SQLITE("jdbc:sqlite:");

    private final String url;

    Engine(String url) {
      this.url = url;
    }

    public Side open(Path file) throws SQLException {
      return open(file.toString());
    }

    /** @param name a path or a {@code file:} URI */
    public Side open(String name) throws SQLException {
      return new Side(this, DriverManager.getConnection(url + name));
    }

    public Engine other() {
      return this == LUMO ? SQLITE : LUMO;
    }
  }

  private Side(Engine engine, Connection connection) {
    this.engine = engine;
    this.connection = connection;
  }

  public Engine engine() {
    return engine;
  }

  /** Runs a statement with parameters; rows, if there are any, are not read. */
  public void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new SQLException(engine + " on " + sql + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
    }
  }

  /** The rows of a query, each as {@link #text} of its values separated by {@code |}. */
  public List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return JdbcRows.lines(rows, (row, column) -> text(row.getObject(column)));
    } catch (SQLException e) {
      throw new SQLException(engine + " on " + sql + ": " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
    }
  }

  /** A value with its type: equal texts mean equal values of the same storage class. */
  public static String text(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof byte[] bytes) {
      return "x" + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Double || value instanceof Float) {
      return "r" + Double.toHexString(((Number) value).doubleValue());
    }
    return value instanceof Number number ? "i" + number.longValue() : "t" + value;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

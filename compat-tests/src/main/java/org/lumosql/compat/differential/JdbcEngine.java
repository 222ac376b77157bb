// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lumosql.compat.support.JdbcRows;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;

/** Any engine with a JDBC driver; of sqlite-jdbc it also knows how to get SQLite's own codes and messages. */
final class JdbcEngine implements Engine {
  private static final int INSTRUCTIONS_BETWEEN_LOOKS = 50_000;

  private final Connection connection;
  private final Deadline deadline = new Deadline();
  private final Map<String, PreparedStatement> questions = new HashMap<>();

  JdbcEngine(String url) {
    try {
      connection = DriverManager.getConnection(url);
      if (connection instanceof SQLiteConnection) {
        ProgressHandler.setHandler(connection, INSTRUCTIONS_BETWEEN_LOOKS, new ProgressHandler() {
          @Override
          protected int progress() {
            return deadline.isOver() ? 1 : 0;
          }
        });
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(url + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Outcome run(String sql) {
    deadline.start();
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return new Outcome(List.of(), List.of(), 0, null);
      }
      try (ResultSet result = statement.getResultSet()) {
        return read(result);
      }
    } catch (SQLException e) {
      return error(e);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      return Outcome.crash(e);
    }
  }

  @Override
  public Outcome ask(String query) {
    deadline.start();
    try {
      PreparedStatement statement = questions.get(query);
      if (statement == null) {
        statement = connection.prepareStatement(query);
        questions.put(query, statement);
      }
      try (ResultSet result = statement.executeQuery()) {
        return read(result);
      }
    } catch (SQLException e) {
      questions.remove(query); // the driver does not run a statement again that has failed
      return error(e);
    }
  }

  private static Outcome error(SQLException e) {
    int code = e instanceof SQLiteException own ? own.getResultCode().code : e.getErrorCode();
    return Outcome.error(code, JdbcRows.message(e));
  }

  private static Outcome read(ResultSet result) throws SQLException {
    return new Outcome(JdbcRows.labels(result), JdbcRows.read(result, (row, column) -> text(row.getObject(column))), 0, null);
  }

  private static String text(Object value) {
    if (value == null) {
      return "n";
    }
    if (value instanceof Double real) {
      return "r" + real.doubleValue();
    }
    if (value instanceof byte[] bytes) {
      return "x" + HexFormat.of().formatHex(bytes);
    }
    return value instanceof Number number ? "i" + number.longValue() : "t" + value;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

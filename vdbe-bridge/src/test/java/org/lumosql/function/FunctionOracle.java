// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lumosql.error.DeepStack;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;

/** Computes the same call here and in the C library, and says how the answers differ. */
final class FunctionOracle implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  FunctionOracle() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  Connection connection() {
    return connection;
  }

  /** What our function gives, in words. */
  static String ours(FakeContext context, String function, Register[] arguments) {
    try {
      return DeepStack.run(
          () -> {
            context.call(function, arguments);
            return describe(context.result);
          });
    } catch (StoreException e) {
      return "error: " + e.userMessage();
    }
  }

  /** What the C library gives, in the same words. */
  String theirs(String function, Register[] arguments) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT ").append(function).append('(');
    for (int i = 0; i < arguments.length; i++) {
      sql.append(i == 0 ? "" : ",").append(arguments[i].type() == Register.TEXT ? "CAST(? AS TEXT)" : "?");
    }
    return evaluate(sql.append(')').toString(), arguments);
  }

  /**
   * The value of a one-column query with parameters bound to values; a text parameter is bound as a blob and must be
   * cast in the query.
   */
  String evaluate(String sql, Register... arguments) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement("SELECT v, typeof(v) FROM (" + sql + " AS v)");
      statements.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? describe(row) : "no row";
    } catch (SQLException e) {
      statements.remove(sql);
      return message(e);
    }
  }

  static String message(SQLException e) {
    String message = e.getMessage();
    int start = message.indexOf('(');
    return "error: " + (start < 0 ? message : message.substring(start + 1, message.lastIndexOf(')')));
  }

  /** The blob that a query gives. */
  Register value(String sql, Register argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, 1, argument);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        byte[] bytes = row.getBytes(1);
        Register value = new Register();
        value.setBlobView(bytes, 0, bytes.length);
        return value;
      }
    }
  }

  static void bind(PreparedStatement statement, int index, Register value) throws SQLException {
    switch (value.type()) {
      case Register.NULL -> statement.setNull(index, java.sql.Types.NULL);
      case Register.INTEGER -> statement.setLong(index, value.integer());
      case Register.REAL -> statement.setDouble(index, value.real());
      default -> statement.setBytes(index, Arrays.copyOfRange(value.bytes(), value.offset(), value.offset()
          + value.length()));
    }
  }

  static String describe(ResultSet row) throws SQLException {
    return describe(row, 1);
  }

  /** A column in words; the column behind it has its type. */
  static String describe(ResultSet row, int column) throws SQLException {
    String type = row.getString(column + 1);
    return switch (type) {
      case "integer" -> "integer " + row.getLong(column);
      case "real" -> describe(row.getDouble(column));
      case "text", "blob" -> type + " " + bytes(row.getBytes(column));
      default -> "null";
    };
  }

  private static String describe(double value) {
    return "real " + (value + 0.0);
  }

  /** A value in words: two values are the same if and only if their words are. */
  static String describe(Register value) {
    switch (value.type()) {
      case Register.NULL:
        return "null";
      case Register.INTEGER:
        return "integer " + value.integer();
      case Register.REAL:
        return describe(value.real());
      default:
        Register full = new Register();
        full.copyFrom(value);
        full.expandZeroTail();
        String name = value.type() == Register.TEXT ? "text " : "blob ";
        return name + bytes(Arrays.copyOfRange(full.bytes(), full.offset(), full.offset() + full.length()));
    }
  }

  private static String bytes(byte[] bytes) {
    StringBuilder words = new StringBuilder("'");
    String text = new String(bytes == null ? new byte[0] : bytes, StandardCharsets.ISO_8859_1);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      words.append(letter >= ' ' && letter < 127 ? String.valueOf(letter) : String.format("\\x%02x", (int) letter));
    }
    return words.append('\'').toString();
  }

  static String call(String function, Register[] arguments) {
    StringBuilder words = new StringBuilder(function).append('(');
    for (Register argument : arguments) {
      words.append(words.charAt(words.length() - 1) == '(' ? "" : ", ").append(describe(argument));
    }
    return words.append(')').toString();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.numbers;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;

/**
 * Random numbers are written, read, rounded and formatted by this engine and by C SQLite: the texts must be the same, and the doubles the same bits. A seed
 * is a batch of {@value #BATCH} numbers, a third each real numbers, integers and texts, and as many literals.
 */
public final class Numbers implements AutoCloseable {
  private static final int BATCH = 300;
  private static final int DIFFERENCES_SHOWN = 20;

  private static final List<String> QUESTIONS =
      List.of(
          "CAST(?1 AS TEXT)",
          "CAST(?1 AS REAL)",
          "CAST(?1 AS INTEGER)",
          "CAST(?1 AS NUMERIC)",
          "CAST(CAST(?1 AS REAL) AS TEXT)",
          "?1+0",
          "?1*1.0",
          "-?1",
          "?1||''",
          "quote(?1)",
          "printf('%!.20g',?1)",
          "printf('%.17g',?1)",
          "printf('%.15g',?1)",
          "printf('%!.*g',?2,?1)",
          "printf('%.*f',?2,?1)",
          "printf('%!.*f',?2,?1)",
          "printf('%.*e',?2,?1)",
          "printf('%,.2f',?1)",
          "printf('%d',?1)",
          "round(?1)",
          "round(?1,?2)",
          "json_array(?1)",
          "?1=CAST(CAST(?1 AS TEXT) AS REAL)",
          "?1<9223372036854775807",
          "?1>=-9223372036854775808");

  private final Connection here = Connection.open(":memory:");
  private final java.sql.Connection sqlite;
  private final Statement asked;
  private final PreparedStatement askedThere;

  public Numbers() throws SQLException {
    sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
    String sql = "SELECT " + String.join(",", QUESTIONS);
    asked = here.prepare(sql);
    askedThere = sqlite.prepareStatement(sql);
  }

  /** Returns how many numbers were tried. */
  public long run(long seed) throws SQLException {
    NumberSource numbers = new NumberSource(seed);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      Object value = i % 3 == 0 ? numbers.real() : i % 3 == 1 ? (Object) numbers.text() : numbers.integer();
      bound(value, numbers.below(i % 10 == 0 ? 40 : 20), differences);
    }
    for (int i = 0; i < BATCH; i += 50) {
      List<String> literals = new ArrayList<>();
      for (int j = 0; j < 50; j++) {
        literals.add((numbers.below(4) == 0 ? "-" : "") + numbers.literal());
      }
      literals(literals, differences);
    }
    if (!differences.isEmpty()) {
      throw new AssertionError(differences.size() + " differences\n" + String.join("\n", differences.subList(0, Math.min(DIFFERENCES_SHOWN, differences.size()))));
    }
    return 2 * BATCH;
  }

  private void bound(Object value, int digits, List<String> differences) throws SQLException {
    asked.reset();
    if (value instanceof Double real) {
      asked.bindDouble(1, real);
    } else if (value instanceof Long integer) {
      asked.bindLong(1, integer);
    } else {
      asked.bindText(1, (String) value);
    }
    asked.bindLong(2, digits);
    asked.step();
    askedThere.setObject(1, value);
    askedThere.setInt(2, digits);
    try (ResultSet row = askedThere.executeQuery()) {
      compare(QUESTIONS, value + " with " + digits, asked, row, differences);
    }
  }

  private void literals(List<String> literals, List<String> differences) throws SQLException {
    String sql = "SELECT " + String.join(",", literals);
    try (Statement statement = here.prepare(sql);
        java.sql.Statement there = sqlite.createStatement();
        ResultSet row = there.executeQuery(sql)) {
      statement.step();
      compare(literals, "literal", statement, row, differences);
    }
  }

  private static void compare(List<String> questions, String about, Statement statement, ResultSet row, List<String> differences) throws SQLException {
    row.next();
    for (int i = 0; i < questions.size(); i++) {
      String expected = answer(row.getObject(i + 1), row, i + 1);
      String actual = answer(statement, i);
      if (!expected.equals(actual)) {
        differences.add(questions.get(i) + " of " + about + ": SQLite " + expected + ", here " + actual);
      }
    }
  }

  private static String answer(Object value, ResultSet row, int column) throws SQLException {
    if (value instanceof Double) {
      double real = row.getDouble(column);
      return "real " + real + " " + Long.toHexString(Double.doubleToRawLongBits(real));
    }
    return value == null ? "null" : value instanceof Number ? "integer " + row.getLong(column) : "text " + value;
  }

  private static String answer(Statement statement, int column) {
    switch (statement.columnType(column)) {
      case Register.REAL:
        double real = statement.columnDouble(column);
        return "real " + real + " " + Long.toHexString(Double.doubleToRawLongBits(real));
      case Register.INTEGER:
        return "integer " + statement.columnLong(column);
      case Register.NULL:
        return "null";
      default:
        return "text " + statement.columnText(column);
    }
  }

  @Override
  public void close() throws SQLException {
    asked.close();
    here.close();
    askedThere.close();
    sqlite.close();
  }
}

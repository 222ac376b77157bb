// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lumosql.compat.support.JdbcRows;

/** Statements beyond reason give what C SQLite gives: the same rows, or the same message and code. */
class HostileStatementsTest {
  private static final String SQLITE = "jdbc:sqlite::memory:";
  private static final String LUMO = "jdbc:lumosql::memory:";

  @TestFactory
  Stream<DynamicTest> endAsInSqlite() {
    return HostileStatements.all().entrySet().stream()
        .map(script -> DynamicTest.dynamicTest(script.getKey(), () -> compare(script)));
  }

  /** C SQLite ends the process. */
  @Test
  void generatedColumnsThatLeadToEachOtherEndBeforeTheStack() throws SQLException {
    StringBuilder columns = new StringBuilder("c0");
    for (int i = 1; i < 1999; i++) {
      columns.append(", c").append(i).append(" AS (c").append(i - 1).append("+1)");
    }
    List<String> script = List.of("CREATE TABLE t(" + columns + ")", "INSERT INTO t VALUES(1)", "SELECT c1998 FROM t");
    assertThat(outcome(LUMO, script)).containsExactly("error 1: generated columns nested too deep");
  }

  private static void compare(Map.Entry<String, List<String>> script) throws SQLException {
    assertThat(outcome(LUMO, script.getValue())).as(script.getKey()).isEqualTo(outcome(SQLITE, script.getValue()));
  }

  /** The rows of the last statement, or the first error. */
  static List<String> outcome(String url, List<String> script) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : script) {
        found.clear();
        try {
          if (statement.execute(sql)) {
            try (ResultSet rows = statement.getResultSet()) {
              found.addAll(JdbcRows.lines(rows, (row, column) -> String.valueOf(row.getObject(column))));
            }
          }
        } catch (SQLException e) {
          return List.of("error " + e.getErrorCode() + ": " + JdbcRows.message(e).replaceFirst("^\\[SQLITE_[A-Z_]+\\] ", ""));
        }
      }
    }
    return found;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static Rows rows(String values) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("VALUES " + values)) {
      return Rows.of(rows);
    }
  }

  @Test
  void lastDigitsOfRealsAndTheOrderOfTiesDoNotMatter() throws SQLException {
    Rows expected = rows("('a', 1, 0.1 + 0.2), ('b', 2, 5.0), ('c', NULL, 1e15)");
    assertThatCode(() -> rows("('c', NULL, 1e15 + 1), ('b', 2, 5), ('a', 1, 0.3)").requireSameAs(expected)).doesNotThrowAnyException();
  }

  @Test
  void otherValuesAndRowsDo() throws SQLException {
    Rows expected = rows("('a', 1, 0.3), ('b', 2, 5.0)");
    assertThatThrownBy(() -> rows("('a', 1, 0.3)").requireSameAs(expected)).hasMessage("1 rows, not 2");
    assertThatThrownBy(() -> rows("('a', 1, 0.3), ('b', 2, 5.0001)").requireSameAs(expected)).hasMessage("row b|2|5.0001, not b|2|5.0");
    assertThatThrownBy(() -> rows("('a', 1, 0.3), ('b', NULL, 5.0)").requireSameAs(expected)).hasMessageContaining("row b|null|5.0");
    assertThatThrownBy(() -> rows("('a', 1, 0.3), ('a', 1, 0.3)").requireSameAs(expected)).hasMessageContaining("row a|1|0.3, not b|2|5.0");
  }
}

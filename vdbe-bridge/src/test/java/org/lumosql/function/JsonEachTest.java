// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.error.StoreException;
import org.lumosql.function.json.JsonEach;
import org.lumosql.value.Register;

/** The rows of json_each and json_tree are those of the C library. */
class JsonEachTest {
  private static final String[] DOCUMENTS = {"5", "[]", "{}", "[1,[2,[3,{}]],{\"a\":[]}]",
      "{\"a\":{\"b c\":[1,{\"d\":null}]},\"e\":\"x\"}",
    "{\"a\\u0062\":1,\"q\\\"r\":2, x:3,\"\":4, \"1a\":5, \"é\":6}", "[1",
        "{\"a\":[true,false,1.5,0x1f,1e400],\"a\":'x\\x41'}", "\"s\"", "[[[[1]]]]"};
  private static final String[] ROOTS = {null, "$", "$.a", "$[1]", "$.a.\"b c\"", "$[1][1]", "$[#-1]", "$.zz", "x",
      "$[1][1][1]", "$.\"q\\\"r\"",
    "$.a[0]", "$.e", "$.a[3]", "$[2].a", "$.a.\"b c\"[0]", "$.x", "$.\"a\".\"b c\"[1].d"};

  @ParameterizedTest
  @ValueSource(strings = {"json_each", "json_tree", "jsonb_each", "jsonb_tree"})
  void rowsAreThoseOfTheCLibrary(String table) throws SQLException {
    try (FunctionOracle oracle = new FunctionOracle()) {
      for (String document : DOCUMENTS) {
        for (String root : ROOTS) {
          assertThat(ours(table, document, root)).as("%s(%s, %s)", table, document,
              root).isEqualTo(theirs(oracle, table, document, root));
        }
      }
    }
  }

  private static List<String> ours(String table, String document, String root) {
    List<String> rows = new ArrayList<>();
    try {
      JsonEach each = new JsonEach(table.endsWith("tree"), table.startsWith("jsonb"));
      each.open(FakeContext.text(document), root == null ? null : FakeContext.text(root));
      for (; !each.isAtEnd(); each.next()) {
        StringBuilder row = new StringBuilder().append(each.rowid());
        Register value = new Register();
        for (int column = JsonEach.KEY; column <= JsonEach.ROOT; column++) {
          each.column(new FakeContext(), column, value);
          row.append('|').append(FunctionOracle.describe(value));
        }
        rows.add(row.toString());
      }
    } catch (StoreException e) {
      rows.add("error: " + e.userMessage());
    }
    return rows;
  }

  private static List<String> theirs(FunctionOracle oracle, String table, String document,
      String root) throws SQLException {
    List<String> rows = new ArrayList<>();
    String[] columns = {"key", "value", "type", "atom", "id", "parent", "fullkey", "path", "json", "root"};
    StringBuilder sql = new StringBuilder("SELECT rowid");
    for (String column : columns) {
      sql.append(", ").append(column).append(", typeof(").append(column).append(')');
    }
    sql.append(" FROM ").append(table).append(root == null ? "(?)" : "(?, ?)");
    try (PreparedStatement statement = oracle.connection().prepareStatement(sql.toString())) {
      statement.setString(1, document);
      if (root != null) {
        statement.setString(2, root);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          StringBuilder row = new StringBuilder().append(result.getLong(1));
          for (int i = 0; i < columns.length; i++) {
            row.append('|').append(FunctionOracle.describe(result, 2 + 2 * i));
          }
          rows.add(row.toString());
        }
      }
    } catch (SQLException e) {
      rows.add(FunctionOracle.message(e));
    }
    return rows;
  }

  @Test
  void nullHasNoRows() {
    JsonEach each = new JsonEach(false, false);
    each.open(new Register(), null);
    assertThat(each.isAtEnd()).isTrue();
    each.open(FakeContext.text("[1]"), new Register());
    assertThat(each.isAtEnd()).isTrue();
  }

  @Test
  void seriesEndAtTheirStopEvenAtTheEdgeOfTheRange() {
    assertThat(numbers(1, 10, 3, false)).containsExactly(1L, 4L, 7L, 10L);
    assertThat(numbers(1, 11, 3, true)).containsExactly(10L, 7L, 4L, 1L);
    assertThat(numbers(5, 1, -2, false)).containsExactly(5L, 3L, 1L);
    assertThat(numbers(5, 1, 1, false)).isEmpty();
    assertThat(numbers(3, 4, 0, false)).containsExactly(3L, 4L);
    assertThat(numbers(Long.MAX_VALUE - 1, Long.MAX_VALUE, 1, false)).containsExactly(Long.MAX_VALUE - 1,
        Long.MAX_VALUE);
    assertThat(numbers(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, false)).containsExactly(Long.MIN_VALUE, -1L,
        Long.MAX_VALUE - 1);
    assertThat(numbers(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, false)).containsExactly(Long.MAX_VALUE, -1L);
  }

  private static List<Long> numbers(long start, long stop, long step, boolean reversed) {
    List<Long> numbers = new ArrayList<>();
    GeneratedSeries series = new GeneratedSeries(start, stop, step);
    if (reversed) {
      series.order(step >= 0);
    }
    for (; !series.isAtEnd(); series.next()) {
      numbers.add(series.value());
    }
    return numbers;
  }
}

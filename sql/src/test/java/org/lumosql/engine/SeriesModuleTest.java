// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code generate_series} gives the rows that a table of its numbers would give, by whatever plan. */
class SeriesModuleTest {
  private static final String[] OPERATORS = {"=", "IS", ">", ">=", "<", "<=", "<>", "==", "IN"};
  private static final String[] VALUES = {
    "0", "3", "-7", "12", "3.5", "-0.5", "4.0", "1e300", "-1e300", "NULL", "'5'", "'x'", "x'00'", "9223372036854775807", "-9223372036854775808", "9.3e18",
  };

  private final Connection connection = Connection.open(":memory:");
  private final Random random = new Random(Long.getLong("test.seed", 54));

  @AfterEach
  void close() {
    connection.close();
  }

  private List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        rows.add(statement.columnText(0));
      }
    }
    return rows;
  }

  private String plan(String sql) {
    try (Statement statement = connection.prepare("EXPLAIN QUERY PLAN " + sql)) {
      statement.step();
      return statement.columnText(3);
    }
  }

  @Test
  void everyPlanGivesTheRowsOfATable() {
    connection.execute("CREATE TABLE t(place INTEGER PRIMARY KEY, value)");
    for (int series = 0; series < 60; series++) {
      long start = random.nextInt(40) - 20;
      long stop = random.nextInt(40) - 20;
      long step = random.nextInt(11) - 5;
      if (series % 10 == 9) {
        start = step < 0 ? Long.MIN_VALUE + random.nextInt(20) : Long.MAX_VALUE - random.nextInt(20);
        stop = step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
      connection.execute("DELETE FROM t");
      fill(start, stop, step == 0 ? 1 : step);
      for (int query = 0; query < 60; query++) {
        String rest = rest();
        String sql = "SELECT value FROM generate_series(" + start + "," + stop + "," + step + ")" + rest;
        assertThat(rows(sql)).as(sql).isEqualTo(rows("SELECT value FROM t" + rest));
      }
    }
  }

  private void fill(long start, long stop, long step) {
    try (Statement insert = connection.prepare("INSERT INTO t(value) VALUES(?)")) {
      for (long value = start; step > 0 ? value <= stop : value >= stop; value += step) {
        insert.bindLong(1, value);
        insert.step();
        insert.reset();
        if (step > 0 ? value > Long.MAX_VALUE - step : value < Long.MIN_VALUE - step) {
          return;
        }
      }
    }
  }

  private String rest() {
    StringBuilder sql = new StringBuilder();
    String joint = " WHERE ";
    for (int i = random.nextInt(4); i > 0; i--) {
      String operator = OPERATORS[random.nextInt(OPERATORS.length)];
      sql.append(joint).append("value ").append(operator).append(' ');
      sql.append(operator.equals("IN") ? "(" + value() + "," + value() + "," + value() + ")" : value());
      joint = " AND ";
    }
    boolean isSorted = sql.indexOf("IN") > 0 || random.nextBoolean();
    if (isSorted) {
      sql.append(" ORDER BY value").append(random.nextBoolean() ? " DESC" : "");
    }
    if (random.nextBoolean()) {
      sql.append(" LIMIT ").append(random.nextInt(8) - 1);
      if (random.nextBoolean()) {
        sql.append(" OFFSET ").append(random.nextInt(6) - 1);
      }
    }
    return sql.toString();
  }

  private String value() {
    return VALUES[random.nextInt(VALUES.length)];
  }

  @Test
  void thePlanIsShownBySqlitesBits() {
    String[][] expected = {
      {"generate_series(1,9)", "3"},
      {"generate_series(1,9,2)", "7"},
      {"generate_series(1)", "1"},
      {"generate_series(1,9) ORDER BY value", "19"},
      {"generate_series(1,9) ORDER BY value DESC", "11"},
      {"generate_series(1,9) LIMIT 2", "35"},
      {"generate_series(1,9) LIMIT 2 OFFSET 1", "99"},
      {"generate_series(1,9) WHERE value=3", "131"},
      {"generate_series(1,9) WHERE value>=3 AND value<5", "8451"},
      {"generate_series(1,9) WHERE value>3 AND rowid<=5 LIMIT 1", "4643"},
    };
    for (String[] one : expected) {
      assertThat(plan("SELECT * FROM " + one[0])).as(one[0]).isEqualTo("SCAN generate_series VIRTUAL TABLE INDEX " + one[1] + ":");
    }
  }

  @Test
  void boundsMakeEndlessSeriesShort() {
    assertThat(rows("SELECT value FROM generate_series(1) LIMIT 3 OFFSET 4000000000")).containsExactly("4000000001", "4000000002", "4000000003");
    assertThat(rows("SELECT rowid FROM generate_series(5) WHERE value>4000000000 LIMIT 1")).containsExactly("4000000001");
    assertThat(rows("SELECT value FROM generate_series WHERE value BETWEEN -2 AND 1")).containsExactly("-2", "-1", "0", "1");
    assertThat(rows("SELECT count(*) FROM generate_series(1,9223372036854775807) WHERE value=77")).containsExactly("1");
    assertThat(rows("SELECT value FROM generate_series(1,9223372036854775807) ORDER BY value DESC LIMIT 2"))
        .containsExactly("9223372036854775807", "9223372036854775806");
    assertThat(rows("SELECT step FROM generate_series(1,1,0)")).containsExactly("1");
  }

  @Test
  void aSeriesNeedsAStart() {
    for (String sql : List.of("SELECT * FROM generate_series", "SELECT * FROM generate_series WHERE stop=5", "SELECT * FROM generate_series WHERE value<5")) {
      assertThatThrownBy(() -> connection.prepare(sql))
          .as(sql)
          .isInstanceOf(EngineException.class)
          .hasMessage("first argument to \"generate_series()\" missing or unusable");
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumosql.error.StoreException;
import org.lumosql.value.Register;

/** Aggregates over random groups and moving windows give what the C library gives. */
class AggregatesTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  private final Random random = new Random(SEED);
  private final RandomValues values = new RandomValues(random);
  private final FakeContext context = new FakeContext();

  @ParameterizedTest
  @CsvSource(textBlock = """
      avg, n, ''
      avg, s, ''
      avg, a, ''
      count, a, ''
      group_concat, t, ''
      group_concat, at, ''
      group_concat, ss, ''
      json_group_array, a, ''
      json_group_object, tn, ''
      jsonb_group_array, t, ''
      max, a, ''
      min, a, ''
      max, s, ''
      min, t, ''
      median, n, ''
      median, s, ''
      percentile, s, '37.5'
      percentile, r, '90'
      percentile_cont, r, '0.3'
      percentile_disc, s, '0.3'
      percentile_disc, a, '0.3'
      percentile, s, '101'
      string_agg, tt, ''
      sum, n, ''
      sum, s, ''
      sum, r, ''
      sum, a, ''
      total, n, ''
      total, r, ''
      total, i, ''
      sum, i, ''
      """)
  void aggregateGivesWhatTheCLibraryGives(String function, String kinds, String constant) throws SQLException {
    List<String> differences = new ArrayList<>();
    int arity = kinds.length() + (constant.isEmpty() ? 0 : 1);
    try (FunctionOracle oracle = new FunctionOracle()) {
      for (int round = 0; round < 60; round++) {
        List<Register[]> rows = randomRows(kinds, random.nextInt(20));
        load(oracle, rows);
        String call = "%s(%s%s)".formatted(function, kinds.length() == 1 ? "a" : "a, b", constant.isEmpty() ? "" : ", "
            + constant);
        compare(oracle, "SELECT %s FROM t".formatted(call), plain(function, arity, rows, constant), differences, round,
            rows);
        String frame = random.nextInt(5) + " PRECEDING AND " + random.nextInt(4) + " FOLLOWING";
        compare(oracle, "SELECT %s OVER (ORDER BY id ROWS BETWEEN %s) FROM t ORDER BY id".formatted(call, frame),
            windowed(function, arity, rows, constant, frame), differences, round, rows);
      }
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  private List<Register[]> randomRows(String kinds, int count) {
    List<Register[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Register[] row = new Register[kinds.length()];
      for (int k = 0; k < row.length; k++) {
        row[k] = values.next(kinds.charAt(k));
      }
      rows.add(row);
    }
    return rows;
  }

  private static void load(FunctionOracle oracle, List<Register[]> rows) throws SQLException {
    try (Statement statement = oracle.connection().createStatement()) {
      statement.execute("DROP TABLE IF EXISTS t");
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)");
    }
    for (Register[] row : rows) {
      String sql = "INSERT INTO t(a, b) VALUES (%s, %s)".formatted(parameter(row[0]), row.length == 1 ? "NULL"
          : parameter(row[1]));
      try (PreparedStatement insert = oracle.connection().prepareStatement(sql)) {
        for (int i = 0; i < row.length; i++) {
          FunctionOracle.bind(insert, i + 1, row[i]);
        }
        insert.executeUpdate();
      }
    }
  }

  private static String parameter(Register value) {
    return value.type() == Register.TEXT ? "CAST(? AS TEXT)" : "?";
  }

  private static void compare(FunctionOracle oracle, String sql, List<String> ours, List<String> differences,
      int round, List<Register[]> rows)
      throws SQLException {
    List<String> theirs = new ArrayList<>();
    try (Statement statement = oracle.connection().createStatement();
        ResultSet result = statement.executeQuery("SELECT v, typeof(v) FROM ("
            + sql.replaceFirst(" FROM", " AS v FROM") + ")")) {
      while (result.next()) {
        theirs.add(FunctionOracle.describe(result));
      }
    } catch (SQLException e) {
      theirs.add(FunctionOracle.message(e));
    }
    boolean failed = !theirs.isEmpty() && theirs.get(theirs.size() - 1).startsWith("error");
    if (failed ? !ours.get(ours.size() - 1).equals(theirs.get(theirs.size() - 1)) : !theirs.equals(ours)) {
      StringBuilder words = new StringBuilder();
      rows.forEach(row -> words.append(FunctionOracle.call("", row)).append(' '));
      differences.add("%s, round %d: ours %s, but C gives %s, over %s".formatted(sql, round, ours, theirs, words));
    }
  }

  private List<String> plain(String function, int arity, List<Register[]> rows, String constant) {
    List<String> result = new ArrayList<>();
    try {
      Accumulator accumulator = BuiltinFunctions.registry().find(function, arity).newAccumulator();
      for (Register[] row : rows) {
        step(accumulator, row, constant, false);
      }
      context.result.setNull();
      accumulator.finish(context);
      result.add(FunctionOracle.describe(context.result));
    } catch (StoreException e) {
      result.add("error: " + e.userMessage());
    }
    return result;
  }

  private void step(Accumulator accumulator, Register[] row, String constant, boolean inverse) {
    Register[] arguments = row;
    if (!constant.isEmpty()) {
      Register last = new Register();
      last.setReal(Double.parseDouble(constant));
      arguments = new Register[] {row[0], last};
    }
    if (inverse) {
      accumulator.inverse(context, arguments, 0, arguments.length);
    } else {
      accumulator.step(context, arguments, 0, arguments.length);
    }
  }

  private List<String> windowed(String function, int arity, List<Register[]> rows, String constant, String frame) {
    int preceding = frame.charAt(0) - '0';
    int following = frame.charAt(frame.length() - 11) - '0';
    List<String> result = new ArrayList<>();
    try {
      Accumulator accumulator = BuiltinFunctions.registry().find(function, arity).newAccumulator();
      accumulator.expectInverse();
      int stepped = 0;
      int removed = 0;
      for (int current = 0; current < rows.size(); current++) {
        while (removed < current - preceding) {
          step(accumulator, rows.get(removed++), constant, true);
        }
        while (stepped < rows.size() && stepped <= current + following) {
          step(accumulator, rows.get(stepped++), constant, false);
        }
        context.result.setNull();
        accumulator.value(context);
        result.add(FunctionOracle.describe(context.result));
      }
    } catch (StoreException e) {
      result.add("error: " + e.userMessage());
    }
    return result;
  }
}

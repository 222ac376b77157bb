// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.bench.suite.DataSize;
import org.lumosql.bench.suite.Dialect;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.LumoTests;
import org.lumosql.bench.suite.Step;
import org.lumosql.bench.targets.TargetName;

class StepRunnerTest {
  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The tests up to the first query, with a statement that counts instead of one that syncs. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSyncFollowsEachCommitAndNothingElse(boolean isPrepared) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE synced(n)");
        statement.execute("INSERT INTO synced VALUES(0)");
      }
      long expected = 0;
      for (LumoTest test : LumoTests.all(DataSize.parse("0.02"), Dialect.SQLITE).subList(0, 7)) {
        List<Step> steps = test.steps().stream().toList();
        try (StepRunner runner = new StepRunner(connection, "UPDATE synced SET n=n+1")) {
          if (isPrepared) {
            runner.prepared(steps, new Output());
          } else {
            runner.texts(steps, test.texts().toList(), new Output());
          }
        }
        boolean isTransaction = steps.get(0).isBegin();
        long changes = steps.stream().filter(step -> !step.sql().startsWith("SELECT")).count();
        expected += isTransaction ? 1 : changes;
        assertThat(number(connection, "SELECT n FROM synced")).as(test.name()).isEqualTo(expected);
      }
      // a table, 20 inserts, two transactions
      assertThat(expected).isEqualTo(23);
      assertThat(number(connection, "SELECT count(*) FROM t2")).isEqualTo(500);
    }
  }

  @Test
  void whatMakesCommitsDurableIsWhatTheEngineNeeds() {
    assertThat(TargetSetup.of(TargetName.parse("h2")).sync()).isEmpty();
    assertThat(TargetSetup.of(TargetName.parse("h2+durable")).sync()).isEqualTo("CHECKPOINT SYNC");
    assertThat(TargetSetup.of(TargetName.parse("h2+durable")).url()).endsWith(";WRITE_DELAY=0");
    assertThat(TargetSetup.of(TargetName.parse("hsqldb")).url()).doesNotContain("write_delay");
    assertThat(TargetSetup.of(TargetName.parse("hsqldb+durable")).url()).endsWith(";hsqldb.write_delay=false");
    assertThat(TargetSetup.of(TargetName.parse("hsqldb+durable")).sync()).isEmpty();
    assertThat(TargetSetup.of(TargetName.parse("native+sync-off")).preparation()).containsExactly("PRAGMA synchronous=OFF");
  }
}

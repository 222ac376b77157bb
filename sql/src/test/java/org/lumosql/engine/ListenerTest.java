// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.error.ResultCode;

/** What the connection tells its listeners, and what it can be told to stop. */
class ListenerTest {
  @TempDir Path directory;
  private final List<String> told = new ArrayList<>();

  @Test
  void statementsAreTracedWithTheirValues() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a, b, c, d)");
      connection.setStatementListener(
          new StatementListener() {
            @Override
            public void started(Statement statement) {
              told.add(statement.expandedSql());
            }

            @Override
            public void row(Statement statement) {
              told.add("row");
            }

            @Override
            public void ended(Statement statement, long nanoseconds) {
              assertThat(nanoseconds).isPositive();
              told.add("end " + statement.sql());
            }
          });
      try (Statement statement = connection.prepare("INSERT INTO t VALUES(?, :x, /* ? */ ?, :x)")) {
        statement.bindText(1, "it's");
        statement.bindBlob(2, new byte[] {1, (byte) 255});
        statement.bindDouble(3, 2.5);
        statement.step();
      }
      connection.execute("SELECT a FROM t");
      assertThat(told)
          .containsExactly(
              "INSERT INTO t VALUES('it''s', x'01ff', /* ? */ 2.5, x'01ff')",
              "end INSERT INTO t VALUES(?, :x, /* ? */ ?, :x)",
              "SELECT a FROM t",
              "row",
              "end SELECT a FROM t");
    }
  }

  @Test
  void commitsToTheLogAreTold() {
    try (Connection connection = Connection.open(directory.resolve("wal.db").toString())) {
      connection.execute("PRAGMA journal_mode=wal; CREATE TABLE t(a)");
      List<Integer> frames = new ArrayList<>();
      connection.setWalListener((database, count) -> frames.add(database.equals("main") ? count : -1));
      connection.execute("INSERT INTO t VALUES(1); SELECT * FROM t; BEGIN; INSERT INTO t VALUES(2); INSERT INTO t VALUES(3); COMMIT");
      assertThat(frames).hasSize(2);
      assertThat(frames.get(0)).isPositive();
      assertThat(frames.get(1)).isGreaterThan(frames.get(0));
    }
  }

  @Test
  void severalListenersHearOfRows() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a)");
      UpdateListener second = (operation, database, table, rowid) -> told.add("second " + rowid);
      connection.setUpdateListener((operation, database, table, rowid) -> told.add(operation + " " + database + "." + table + " " + rowid));
      connection.addUpdateListener(second);
      connection.execute("INSERT INTO t VALUES(1)");
      connection.removeUpdateListener(second);
      connection.execute("UPDATE t SET a=2; DELETE FROM t WHERE a=2");
      assertThat(told).containsExactly("INSERT main.t 1", "second 1", "UPDATE main.t 1", "DELETE main.t 1");
    }
  }

  @Test
  void deadlinesStopWhatRunsTooLong() {
    try (Connection connection = Connection.open(":memory:")) {
      int[] calls = {0};
      connection.setProgressHandler(
          2_000,
          () -> {
            calls[0]++;
            return false;
          });
      connection.setDeadline(System.nanoTime() + 300_000_000);
      assertThatThrownBy(() -> connection.execute("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT max(x) FROM c"))
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.INTERRUPT));
      assertThat(calls[0]).isPositive();
      connection.clearDeadline();
      connection.execute("SELECT 1");
    }
  }

  @Test
  void statusShowsWhatIsHeld() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1),(2)");
      try (Statement statement = connection.prepare("SELECT a FROM t")) {
        statement.step();
        ConnectionStatus status = connection.status();
        assertThat(status.runningStatements()).containsExactly("SELECT a FROM t");
        assertThat(status.cacheBytes()).isPositive();
        assertThat(status.isTransactionOpen()).isFalse();
      }
      connection.execute("BEGIN");
      assertThat(connection.status().isTransactionOpen()).isTrue();
      assertThat(connection.status().runningStatements()).isEmpty();
      assertThat(connection.status().cachedStatements()).isEqualTo(1);
    }
  }

  @Test
  void insertsTellTheirTarget() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a); CREATE TABLE w(a PRIMARY KEY) WITHOUT ROWID; CREATE TABLE p(a)");
      assertThat(target(connection, "INSERT INTO T(a) VALUES(1)")).isEqualTo(new InsertTarget("main", "t", "id", true, false, false));
      assertThat(target(connection, "WITH x AS (SELECT 1) REPLACE INTO main.p SELECT * FROM x RETURNING a"))
          .isEqualTo(new InsertTarget("main", "p", null, true, false, true));
      assertThat(target(connection, "INSERT INTO w VALUES(1)")).isEqualTo(new InsertTarget("main", "w", null, false, false, false));
      assertThat(target(connection, "UPDATE t SET a=1")).isNull();
      try (Statement statement = connection.prepare("INSERT INTO t VALUES(1, ';') ; -- end")) {
        assertThat(statement.sqlReturning(List.of("id", "odd\"name"))).isEqualTo("INSERT INTO t VALUES(1, ';') RETURNING \"id\", \"odd\"\"name\"");
      }
    }
  }

  private static InsertTarget target(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      return statement.insertTarget();
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:lumosql::memory:");
    execute("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT UNIQUE, n INT NOT NULL DEFAULT 0 CHECK(n >= 0))");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Object> query(String sql) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
    }
    return values;
  }

  @Test
  void updateCountsAreThoseOfTheStatement() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO t(name) VALUES('a'),('b'),('c')")).isEqualTo(3);
      assertThat(statement.executeUpdate("UPDATE t SET n=1 WHERE id>1")).isEqualTo(2);
      assertThat(statement.executeUpdate("DELETE FROM t WHERE id=99")).isZero();
      assertThat(statement.executeUpdate("CREATE TABLE u(a)")).isZero();
      assertThat(statement.execute("DELETE FROM t")).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(3);
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.executeUpdate("INSERT INTO t(name) VALUES('x'),('y') RETURNING id")).isEqualTo(2);
    }
  }

  @Test
  void scriptsRunUpToTheFirstStatementWithRows() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("INSERT INTO t(name) VALUES('a'); SELECT name FROM t")).isTrue();
      assertThat(statement.getResultSet().next()).isTrue();
      assertThat(statement.getResultSet().getString("NAME")).isEqualTo("a");
    }
  }

  @Test
  void batchesReportEachCount() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(name, n) VALUES(?, ?)")) {
      for (int i = 0; i < 3; i++) {
        insert.setString(1, "name" + i);
        insert.setInt(2, i);
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
      assertThat(insert.executeBatch()).isEmpty();
      assertThat(keys(insert)).isEmpty();
    }
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("UPDATE t SET n=n+1");
      statement.addBatch("DELETE FROM t WHERE id=1");
      assertThat(statement.executeBatch()).containsExactly(3, 1);
    }
  }

  @Test
  void failedBatchesTellWhatWasDone() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(name) VALUES(?)")) {
      for (String name : new String[] {"a", "b", "a", "c"}) {
        insert.setString(1, name);
        insert.addBatch();
      }
      BatchUpdateException error = catchThrowableOfType(BatchUpdateException.class, insert::executeBatch);
      assertThat(error.getUpdateCounts()).containsExactly(1, 1);
      assertThat(error.getErrorCode()).isEqualTo(2067);
      assertThat(error.getSQLState()).isEqualTo("23505");
    }
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("UPDATE t SET n=5");
      statement.addBatch("UPDATE t SET n=-1");
      BatchUpdateException error = catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
      assertThat(error.getUpdateCounts()).containsExactly(2);
      assertThat(error.getSQLState()).isEqualTo("23514");
    }
  }

  private static List<Long> keys(Statement statement) throws SQLException {
    List<Long> keys = new ArrayList<>();
    try (ResultSet rows = statement.getGeneratedKeys()) {
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
    }
    return keys;
  }

  @Test
  void generatedKeysAreFoundUnderAnyName() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO t(name) VALUES('x')", new String[] {"id"})) {
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        assertThat(keys.next()).isTrue();
        assertThat(keys.getMetaData().getColumnLabel(1)).isEqualTo("id");
        assertThat(keys.getInt("id")).isEqualTo(1);
        assertThat(keys.getInt("GENERATED_KEY")).isEqualTo(1);
        assertThat(keys.getInt("last_insert_rowid()")).isEqualTo(1);
        assertThat(keys.next()).isFalse();
      }
    }
  }

  @Test
  void generatedKeysOfABatchAreAllThere() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t(name) VALUES(?)", Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < 3; i++) {
        insert.setString(1, "n" + i);
        insert.addBatch();
      }
      insert.executeBatch();
      assertThat(keys(insert)).containsExactly(1L, 2L, 3L);
      insert.setString(1, "last");
      insert.executeUpdate();
      assertThat(keys(insert)).containsExactly(4L);
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE t SET n=1", Statement.RETURN_GENERATED_KEYS);
      assertThat(keys(statement)).isEmpty();
    }
  }

  @Test
  void resultSetsAreReadWhileOtherStatementsRun() throws SQLException {
    execute("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i<100) INSERT INTO t(id) SELECT i FROM c");
    try (Statement reading = connection.createStatement();
        PreparedStatement update = connection.prepareStatement("UPDATE t SET n=? WHERE id=?");
        ResultSet rows = reading.executeQuery("SELECT id FROM t")) {
      int count = 0;
      while (rows.next()) {
        update.setInt(1, rows.getInt(1) * 2);
        update.setInt(2, rows.getInt(1));
        assertThat(update.executeUpdate()).isEqualTo(1);
        assertThat(query("SELECT n FROM t WHERE id=" + rows.getInt(1))).containsExactly(rows.getInt(1) * 2);
        count++;
      }
      assertThat(count).isEqualTo(100);
    }
  }

  @Test
  void endlessQueriesAreLazy() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c) SELECT i FROM c")) {
      for (int i = 1; i <= 10; i++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(i);
      }
    }
  }

  @Test
  void queryTimeoutStopsAQuery() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(
              () -> statement.executeQuery("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c) SELECT count(*) FROM c"))
          .isInstanceOf(SQLTimeoutException.class);
    }
    assertThat(query("SELECT 1")).containsExactly(1);
  }

  @Test
  void maxRowsEndsAResult() throws SQLException {
    execute("INSERT INTO t(id) VALUES(1),(2),(3)");
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      ResultSet rows = statement.executeQuery("SELECT id FROM t");
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isFalse();
    }
  }

  // ---- errors ------------------------------------------------------------------------------------------------------------------------

  private void assertError(String sql, String state, int code, String message) {
    SQLException error = catchThrowableOfType(SQLException.class, () -> execute(sql));
    assertThat((Throwable) error).as(sql).isNotNull();
    assertThat(error.getSQLState()).as(sql).isEqualTo(state);
    assertThat(error.getErrorCode()).as(sql).isEqualTo(code);
    assertThat(error.getMessage()).isEqualTo(message);
  }

  @Test
  void errorsCarryStateCodeAndSqlitesMessage() throws SQLException {
    execute("PRAGMA foreign_keys=1");
    execute("CREATE TABLE child(t REFERENCES t)");
    execute("INSERT INTO t(id, name) VALUES(1, 'a')");
    assertError("INSERT INTO t(name) VALUES('a')", "23505", 2067, "[SQLITE_CONSTRAINT_UNIQUE] UNIQUE constraint failed: t.name");
    assertError("INSERT INTO t(id) VALUES(1)", "23505", 1555, "[SQLITE_CONSTRAINT_PRIMARYKEY] UNIQUE constraint failed: t.id");
    assertError("INSERT INTO t(n) VALUES(NULL)", "23502", 1299, "[SQLITE_CONSTRAINT_NOTNULL] NOT NULL constraint failed: t.n");
    assertError("INSERT INTO t(n) VALUES(-1)", "23514", 275, "[SQLITE_CONSTRAINT_CHECK] CHECK constraint failed: n >= 0");
    assertError("INSERT INTO child VALUES(7)", "23503", 787, "[SQLITE_CONSTRAINT_FOREIGNKEY] FOREIGN KEY constraint failed");
    assertError("SELECT * FROM nosuch", "42000", 1, "[SQLITE_ERROR] no such table: nosuch");
    assertError("SELEC 1", "42000", 1, "[SQLITE_ERROR] near \"SELEC\": syntax error");
    execute("PRAGMA query_only=1");
    assertError("DELETE FROM t", "25006", 8, "[SQLITE_READONLY] attempt to write a readonly database (query_only is on)");
  }

  @Test
  void closedObjectsRefuse() throws SQLException {
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT 1");
    statement.close();
    statement.close();
    assertThat(rows.isClosed()).isTrue();
    assertThatThrownBy(rows::next).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> rows.getInt(1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    PreparedStatement prepared = connection.prepareStatement("SELECT ?");
    connection.close();
    connection.close();
    assertThat(connection.isClosed()).isTrue();
    assertThat(connection.isValid(1)).isFalse();
    assertThatThrownBy(prepared::executeQuery).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> prepared.setInt(1, 1)).isInstanceOf(SQLException.class);
    assertThatThrownBy(connection::createStatement)
        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
    prepared.close();
  }

  @Test
  void wrongIndexesAndNamesAreErrors() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?1 AS a")) {
      assertThatThrownBy(() -> statement.setInt(0, 1)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.setInt(2, 1)).isInstanceOf(SQLException.class);
      ResultSet rows = statement.executeQuery();
      assertThatThrownBy(() -> rows.getInt(1)).as("before next()").isInstanceOf(SQLException.class);
      assertThat(rows.next()).isTrue();
      assertThatThrownBy(() -> rows.getInt(2)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> rows.getInt("b")).isInstanceOf(SQLException.class);
      assertThatThrownBy(rows::previous).isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> connection.prepareStatement("INSERT INTO t DEFAULT VALUES").executeQuery()).isInstanceOf(SQLException.class);
  }
}

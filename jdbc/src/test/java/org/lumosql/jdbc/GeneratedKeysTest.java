// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated keys: of several rows, of batches, of other columns than the rowid. */
class GeneratedKeysTest {
  @TempDir Path directory;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:lumosql::memory:");
    connection.createStatement().executeUpdate(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT UNIQUE, made TEXT DEFAULT 'now', twice AS (id * 2)); CREATE TABLE log(id INTEGER PRIMARY KEY, t INT);"
            + "CREATE TABLE w(code TEXT PRIMARY KEY DEFAULT (lower('ABC')), n INT) WITHOUT ROWID; CREATE TABLE plain(a)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static List<Object> keys(Statement statement, String column) throws SQLException {
    List<Object> keys = new ArrayList<>();
    try (ResultSet rows = statement.getGeneratedKeys()) {
      while (rows.next()) {
        keys.add(rows.getObject(column));
      }
    }
    return keys;
  }

  @Test
  void eachRowOfAnInsertHasItsKey() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t(name) VALUES(?),(?),(?)", Statement.RETURN_GENERATED_KEYS)) {
      statement.setString(1, "a");
      statement.setString(2, "b");
      statement.setString(3, "c");
      assertThat(statement.executeUpdate()).isEqualTo(3);
      assertThat(keys(statement, "id")).containsExactly(1, 2, 3);
      try (ResultSet rows = statement.getGeneratedKeys()) {
        assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("id");
      }
      assertThat(keys(statement, "last_insert_rowid()")).containsExactly(1, 2, 3);
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO plain SELECT name FROM t", Statement.RETURN_GENERATED_KEYS);
      assertThat(keys(statement, "anything")).containsExactly(1, 2, 3);
    }
  }

  @Test
  void eachEntryOfABatchHasItsKeys() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t(name) VALUES(?)", new String[] {"ID"})) {
      for (String name : List.of("x", "y", "z")) {
        statement.setString(1, name);
        statement.addBatch();
      }
      assertThat(statement.executeBatch()).containsExactly(1, 1, 1);
      assertThat(keys(statement, "id")).containsExactly(1, 2, 3);
    }
  }

  @Test
  void columnsThatAreNoKeyComeByReturning() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t(name) VALUES('a'),('b');", new String[] {"id", "made", "twice"})) {
      assertThat(statement.executeUpdate()).isEqualTo(2);
      assertThat(keys(statement, "twice")).containsExactly(2, 4);
      assertThat(keys(statement, "MADE")).containsExactly("now", "now");
      assertThat(statement.getUpdateCount()).isEqualTo(2);
      assertThat(statement.getMetaData()).isNull();
    }
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO w(n) VALUES(?)", new String[] {"code"})) {
      statement.setInt(1, 5);
      statement.addBatch();
      statement.executeBatch();
      assertThat(keys(statement, "code")).containsExactly("abc");
    }
  }

  @Test
  void rowsThatTriggersInsertElsewhereDoNotCount() throws SQLException {
    connection.createStatement().executeUpdate("CREATE TRIGGER l AFTER INSERT ON t BEGIN INSERT INTO log(id, t) VALUES(new.id + 100, new.id); END");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("INSERT INTO t(name) VALUES('a'),('b')", Statement.RETURN_GENERATED_KEYS);
      assertThat(keys(statement, "id")).containsExactly(1, 2);
      statement.executeUpdate("INSERT INTO t(name) VALUES('c')");
      assertThat(keys(statement, "id")).containsExactly(3);
    }
  }

  @Test
  void upsertsTellTheRowThatTheyChanged() throws SQLException {
    connection.createStatement().executeUpdate("INSERT INTO t VALUES(7, 'a', 'then')");
    String upsert = "INSERT INTO t(name) VALUES('a'),('new') ON CONFLICT(name) DO UPDATE SET made='again'";
    try (PreparedStatement statement = connection.prepareStatement(upsert, Statement.RETURN_GENERATED_KEYS)) {
      assertThat(statement.executeUpdate()).isEqualTo(2);
      assertThat(keys(statement, "id")).containsExactly(7, 8);
    }
  }

  @Test
  void returningIsAQuery() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t(name) VALUES('a'),('b') RETURNING id, name", Statement.RETURN_GENERATED_KEYS);
        ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isEqualTo("a");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("id")).isEqualTo(2);
    }
    try (PreparedStatement statement = connection.prepareStatement("UPDATE t SET made='x' RETURNING id")) {
      assertThat(statement.executeUpdate()).isEqualTo(2);
    }
  }

  @Test
  void otherStatementsHaveNone() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("UPDATE t SET name='x'", Statement.RETURN_GENERATED_KEYS)) {
      statement.executeUpdate();
      assertThat(keys(statement, "id")).isEmpty();
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE other(a)", Statement.RETURN_GENERATED_KEYS);
      assertThat(keys(statement, "id")).isEmpty();
    }
    try (Connection without = DriverManager.getConnection("jdbc:lumosql::memory:?jdbc.get_generated_keys=false");
        Statement statement = without.createStatement()) {
      statement.executeUpdate("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
      assertThat(keys(statement, "id")).isEmpty();
    }
  }

  @Test
  void failedBatchesTellTheEntryAndKeepTheCounts() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t(name) VALUES(?)")) {
      for (String name : List.of("a", "b", "a", "c")) {
        statement.setString(1, name);
        statement.addBatch();
      }
      assertThatThrownBy(statement::executeBatch)
          .isInstanceOfSatisfying(
              BatchUpdateException.class,
              e -> {
                assertThat(e.getUpdateCounts()).containsExactly(1, 1);
                assertThat(e.getLargeUpdateCounts()).containsExactly(1, 1);
                assertThat(e.getSQLState()).isEqualTo("23505");
                assertThat(e.getErrorCode()).isEqualTo(2067);
                assertThat(e.getMessage()).isEqualTo("batch entry 2: [SQLITE_CONSTRAINT_UNIQUE] UNIQUE constraint failed: t.name");
              });
    }
  }
}

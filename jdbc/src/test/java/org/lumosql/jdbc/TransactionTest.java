// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {
  @TempDir Path directory;

  private String url;
  private Connection first;
  private Connection second;

  @BeforeEach
  void open() throws SQLException {
    url = "jdbc:lumosql:" + directory.resolve("t.db") + "?busy_timeout=0";
    first = DriverManager.getConnection(url);
    second = DriverManager.getConnection(url);
    execute(first, "CREATE TABLE t(a)");
  }

  @AfterEach
  void close() throws SQLException {
    first.close();
    second.close();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void changesAreSeenByOthersAfterCommit() throws SQLException {
    first.setAutoCommit(false);
    execute(first, "INSERT INTO t VALUES(1)");
    assertThat(count(second)).isZero();
    first.commit();
    assertThat(count(second)).isEqualTo(1);
    execute(first, "INSERT INTO t VALUES(2)");
    first.rollback();
    assertThat(count(first)).isEqualTo(1);
    first.setAutoCommit(true);
    execute(first, "INSERT INTO t VALUES(2)");
    assertThat(count(second)).isEqualTo(2);
  }

  @Test
  void turningAutoCommitOnCommits() throws SQLException {
    first.setAutoCommit(false);
    execute(first, "INSERT INTO t VALUES(1)");
    first.setAutoCommit(true);
    assertThat(count(second)).isEqualTo(1);
  }

  @Test
  void closingRollsBack() throws SQLException {
    first.setAutoCommit(false);
    execute(first, "INSERT INTO t VALUES(1)");
    first.close();
    assertThat(count(second)).isZero();
  }

  @Test
  void savepointsNest() throws SQLException {
    first.setAutoCommit(false);
    execute(first, "INSERT INTO t VALUES(1)");
    Savepoint outer = first.setSavepoint();
    execute(first, "INSERT INTO t VALUES(2)");
    Savepoint inner = first.setSavepoint("a \"name\"");
    execute(first, "INSERT INTO t VALUES(3)");
    first.rollback(inner);
    assertThat(count(first)).isEqualTo(2);
    first.releaseSavepoint(inner);
    first.rollback(outer);
    assertThat(count(first)).isEqualTo(1);
    first.commit();
    assertThat(count(second)).isEqualTo(1);
  }

  @Test
  void savepointsAndCommitNeedManualCommit() {
    assertThatThrownBy(first::commit).isInstanceOf(SQLException.class);
    assertThatThrownBy(first::rollback).isInstanceOf(SQLException.class);
    assertThatThrownBy(first::setSavepoint).isInstanceOf(SQLException.class);
  }

  @Test
  void aWriterFindsTheFileBusy() throws SQLException {
    execute(first, "BEGIN IMMEDIATE");
    assertThatThrownBy(() -> execute(second, "INSERT INTO t VALUES(1)"))
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> {
              assertThat(e.getErrorCode()).isEqualTo(5);
              assertThat(e.getSQLState()).isEqualTo("40001");
              assertThat(e.getMessage()).isEqualTo("[SQLITE_BUSY] database is locked");
            });
    execute(first, "COMMIT");
    execute(second, "INSERT INTO t VALUES(1)");
  }

  @Test
  void transactionsAreSerializable() throws SQLException {
    assertThat(first.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    assertThatThrownBy(() -> first.setTransactionIsolation(77)).isInstanceOf(SQLException.class);
  }

  @Test
  void readOnlyIsSwitchedOnAndOff() throws SQLException {
    first.setReadOnly(true);
    assertThat(first.isReadOnly()).isTrue();
    assertThatThrownBy(() -> execute(first, "INSERT INTO t VALUES(1)")).isInstanceOf(SQLException.class);
    first.setReadOnly(false);
    assertThat(first.isReadOnly()).isFalse();
    execute(first, "INSERT INTO t VALUES(1)");
  }

  @Test
  void propertiesOfTheUrlAreSet() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:lumosql:" + directory.resolve("p.db") + "?page_size=8192&foreign_keys=on");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE x(a)");
      for (String pragma : new String[] {"page_size=8192", "foreign_keys=1"}) {
        String[] expected = pragma.split("=");
        try (ResultSet rows = statement.executeQuery("PRAGMA " + expected[0])) {
          rows.next();
          assertThat(rows.getString(1)).isEqualTo(expected[1]);
        }
      }
    }
  }

  @Test
  void otherUrlsAreLeftToOtherDrivers() throws SQLException {
    assertThat(new LumoDriver().acceptsURL("jdbc:sqlite:x")).isFalse();
    assertThat(new LumoDriver().connect("jdbc:sqlite:x", null)).isNull();
    assertThat(DriverManager.getDriver(url)).isInstanceOf(LumoDriver.class);
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql:/nonexistent/dir/x.db")).isInstanceOf(SQLException.class);
  }
}

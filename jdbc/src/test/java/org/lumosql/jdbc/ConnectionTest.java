// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections shared by threads, pools, attached databases, time-outs, and sentences for misuse. */
class ConnectionTest {
  @TempDir Path directory;

  private static Connection memory() throws SQLException {
    return DriverManager.getConnection("jdbc:lumosql::memory:");
  }

  @Test
  void threadsShareAConnection() throws Exception {
    try (Connection connection = memory()) {
      connection.createStatement().executeUpdate("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)");
      connection.createStatement().executeUpdate("INSERT INTO t SELECT value, 'row ' || value FROM generate_series(1, 3000)");
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Callable<Long>> tasks = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        tasks.add(() -> readAll(connection));
        tasks.add(() -> change(connection));
      }
      for (Future<Long> one : threads.invokeAll(tasks)) {
        assertThat(one.get()).isPositive();
      }
      threads.shutdown();
      try (ResultSet check = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
        check.next();
        assertThat(check.getString(1)).isEqualTo("ok");
      }
    }
  }

  private static Long readAll(Connection connection) throws SQLException {
    long read = 0;
    for (int round = 0; round < 5; round++) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT a, b FROM t WHERE a <= 3000")) {
        while (rows.next()) {
          assertThat(rows.getString(2)).isEqualTo("row " + rows.getInt(1));
          read++;
        }
      }
    }
    return read;
  }

  private static Long change(Connection connection) throws SQLException {
    long changed = 0;
    try (PreparedStatement statement = connection.prepareStatement("UPDATE t SET b = 'row ' || a WHERE a % 100 = ?")) {
      for (int i = 0; i < 100; i++) {
        statement.setInt(1, i);
        changed += statement.executeUpdate();
      }
    }
    return changed;
  }

  @Test
  void cancelStopsAQueryOfAnotherThread() throws Exception {
    try (Connection connection = memory();
        Statement statement = connection.createStatement()) {
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<SQLException> failure =
          thread.submit(
              () -> {
                try {
                  statement.executeQuery("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT max(x) FROM c");
                  return null;
                } catch (SQLException e) {
                  return e;
                }
              });
      while (!failure.isDone()) {
        statement.cancel();
        Thread.onSpinWait();
      }
      thread.shutdown();
      assertThat(failure.get().getMessage()).contains("SQLITE_INTERRUPT");
      assertThat(failure.get().getSQLState()).isEqualTo("57014");
    }
  }

  @Test
  void networkTimeoutsStopStatements() throws SQLException {
    try (Connection connection = memory();
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 100);
      assertThat(connection.getNetworkTimeout()).isEqualTo(100);
      assertThatThrownBy(() -> statement.executeQuery("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT max(x) FROM c"))
          .isInstanceOf(SQLTimeoutException.class)
          .hasMessageContaining("network timeout");
      connection.setNetworkTimeout(Runnable::run, 0);
      assertThat(statement.executeQuery("SELECT 1").next()).isTrue();
    }
  }

  @Test
  void abortClosesWhileAQueryRuns() throws Exception {
    Connection connection = memory();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    connection.abort(executor);
    executor.shutdown();
    executor.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS);
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void attachedDatabasesAreSchemas() throws SQLException {
    try (Connection connection = memory()) {
      connection.createStatement().executeUpdate(
          "CREATE TABLE t(a); ATTACH ':memory:' AS other; CREATE TABLE other.p(id INTEGER PRIMARY KEY); CREATE TABLE other.c(p INT, CONSTRAINT fk FOREIGN KEY(p) REFERENCES p);"
              + "CREATE INDEX other.i ON c(p)");
      DatabaseMetaData data = connection.getMetaData();
      assertThat(names(data.getSchemas(), "TABLE_SCHEM")).containsExactly("other");
      assertThat(names(data.getTables(null, null, "%", new String[] {"TABLE"}), "TABLE_NAME")).containsExactly("t", "c", "p");
      assertThat(names(data.getTables(null, "other", "%", new String[] {"TABLE"}), "TABLE_SCHEM")).containsExactly("other", "other");
      assertThat(names(data.getTables(null, "main", "%", new String[] {"TABLE"}), "TABLE_NAME")).containsExactly("t");
      assertThat(names(data.getColumns(null, "other", "c", "%"), "COLUMN_NAME")).containsExactly("p");
      assertThat(names(data.getImportedKeys(null, "other", "c"), "FK_NAME")).containsExactly("fk");
      assertThat(names(data.getImportedKeys(null, "other", "c"), "PKCOLUMN_NAME")).containsExactly("id");
      assertThat(names(data.getIndexInfo(null, "other", "c", false, false), "INDEX_NAME")).containsExactly("i");
    }
  }

  private static List<String> names(ResultSet rows, String column) throws SQLException {
    List<String> names = new ArrayList<>();
    while (rows.next()) {
      names.add(rows.getString(column));
    }
    rows.close();
    return names;
  }

  @Test
  void namesOfConstraintsAreFound() {
    DefinitionNames names =
        new DefinitionNames(
            "CREATE TABLE t(a INT CONSTRAINT nn NOT NULL REFERENCES x, b CONSTRAINT [the b] REFERENCES y(\"CONSTRAINT\") /* CONSTRAINT no REFERENCES z */,"
                + " c DEFAULT 'REFERENCES', CONSTRAINT \"p k\" PRIMARY KEY(a), CONSTRAINT `f` FOREIGN KEY(a, c) REFERENCES z -- REFERENCES\n, FOREIGN KEY(b) REFERENCES q)");
    assertThat(names.primaryKey()).isEqualTo("p k");
    assertThat(names.foreignKeyCount()).isEqualTo(4);
    assertThat(List.of("" + names.foreignKey(0), names.foreignKey(1), names.foreignKey(2), "" + names.foreignKey(3))).containsExactly("null", "the b", "f", "null");
  }

  @Test
  void pooledConnectionsAreRenewed() throws SQLException {
    LumoConnectionPoolDataSource source = new LumoConnectionPoolDataSource("jdbc:lumosql:" + directory.resolve("pool.db"));
    PooledConnection pooled = source.getPooledConnection();
    List<String> events = new ArrayList<>();
    pooled.addConnectionEventListener(
        new ConnectionEventListener() {
          @Override
          public void connectionClosed(ConnectionEvent event) {
            events.add("closed");
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {
            events.add("error");
          }
        });
    Connection first = pooled.getConnection();
    first.createStatement().executeUpdate("CREATE TABLE t(a)");
    first.setAutoCommit(false);
    first.setReadOnly(false);
    Statement left = first.createStatement();
    left.executeUpdate("INSERT INTO t VALUES(1)");
    ResultSet open = left.executeQuery("VALUES(1),(2)");
    open.next();
    first.close();
    first.close();
    assertThat(List.of(left.isClosed(), open.isClosed())).containsExactly(true, true);
    assertThatThrownBy(open::next).hasMessage("the result set is closed");
    assertThatThrownBy(() -> left.executeQuery("SELECT 1")).hasMessage("the statement is closed");
    open.close();
    left.close();
    assertThat(events).containsExactly("closed");
    assertThat(first.isClosed()).isTrue();
    assertThatThrownBy(first::createStatement).hasMessage("the connection is closed");
    Connection second = pooled.getConnection();
    assertThat(second.getAutoCommit()).isTrue();
    assertThat(names(second.createStatement().executeQuery("SELECT a FROM t"), "a")).isEmpty();
    assertThat(second.unwrap(org.lumosql.engine.Connection.class).isAutocommit()).isTrue();
    pooled.close();
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void dataSourcesOpenConnections() throws SQLException {
    LumoDataSource source = new LumoDataSource("jdbc:lumosql::memory:");
    source.setProperty("foreign_keys", "true");
    try (Connection connection = source.getConnection("nobody", null)) {
      assertThat(names(connection.createStatement().executeQuery("PRAGMA foreign_keys"), "foreign_keys")).containsExactly("1");
    }
    assertThatThrownBy(() -> new LumoDataSource("jdbc:postgresql:x").getConnection()).hasMessageContaining("jdbc:lumosql:");
  }

  @Test
  void statementsAreFoundThatHoldATransaction() throws SQLException {
    try (Connection connection = memory()) {
      ResultSet forgotten = connection.createStatement().executeQuery("VALUES(1),(2)");
      forgotten.next();
      assertThat(connection.unwrap(org.lumosql.engine.Connection.class).status().runningStatements()).containsExactly("VALUES(1),(2)");
    }
  }

  private static void refuses(Callable<?> call, String sentence) {
    assertThatThrownBy(call::call).isInstanceOf(SQLException.class).hasMessageContaining(sentence);
  }

  @Test
  void misuseGivesASentence() throws Exception {
    Path text = Files.writeString(directory.resolve("text.txt"), "just a text that is long enough to be taken for the header of a database ".repeat(3));
    refuses(() -> DriverManager.getConnection("jdbc:lumosql:" + text).createStatement().executeQuery("SELECT * FROM sqlite_schema"), "does not begin with \"SQLite format 3\"");
    refuses(() -> DriverManager.getConnection("jdbc:lumosql:" + directory).createStatement().executeQuery("SELECT * FROM sqlite_schema"), "is a directory");
    refuses(() -> DriverManager.getConnection("jdbc:lumosql:" + directory.resolve("no/such/file.db")).createStatement().executeUpdate("CREATE TABLE t(a)"), "No such file or directory");
    try (Connection full = DriverManager.getConnection("jdbc:lumosql:" + directory.resolve("full.db") + "?max_page_count=2")) {
      full.createStatement().executeUpdate("CREATE TABLE t(a)");
      refuses(() -> full.createStatement().executeUpdate("INSERT INTO t VALUES(zeroblob(100000))"), "database or disk is full (the database may have 2 pages)");
    }
    try (Connection connection = memory();
        PreparedStatement statement = connection.prepareStatement("SELECT ? AS a, 2 AS b")) {
      refuses(() -> {
        statement.setInt(2, 1);
        return null;
      }, "parameter 2 of a statement with 1 parameters, which count from 1");
      ResultSet rows = statement.executeQuery();
      refuses(() -> rows.getInt(1), "call next() first");
      rows.next();
      refuses(() -> rows.getInt(0), "column 0 out of bounds [1,2]");
      refuses(() -> rows.getInt("c"), "no such column: 'c'");
      refuses(() -> rows.getObject(2, List.class), "cannot convert the value of column 2 to java.util.List");
      refuses(() -> rows.first(), "TYPE_FORWARD_ONLY");
      rows.next();
      refuses(() -> rows.getInt(1), "no more rows");
      rows.close();
      refuses(rows::next, "the result set is closed");
      statement.close();
      refuses(statement::executeQuery, "the statement is closed");
      assertThatThrownBy(connection::commit).hasMessageContaining("auto-commit");
      refuses(connection::setSavepoint, "setAutoCommit(false)");
      refuses(() -> connection.unwrap(String.class), "not a wrapper for java.lang.String");
      assertThatThrownBy(() -> connection.prepareCall("x")).isInstanceOf(SQLFeatureNotSupportedException.class);
      connection.close();
      refuses(connection::createStatement, "the connection is closed");
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HikariCP: pools of both kinds, threads, read-only pools, validation and time-outs. */
class HikariTest {
  @TempDir Path directory;

  private static HikariConfig config(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(10_000);
    config.setValidationTimeout(1_000);
    return config;
  }

  @Test
  void threadsShareAPool() throws Exception {
    Scenario.onBoth(
        directory,
        (source, seen) -> {
          try (HikariDataSource pool = new HikariDataSource(config(source))) {
            try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
              statement.executeUpdate("CREATE TABLE counter(id INTEGER PRIMARY KEY, worker INT)");
            }
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
              int worker = i;
              done.add(threads.submit(() -> insert(pool, worker)));
            }
            for (Future<?> one : done) {
              one.get();
            }
            threads.shutdown();
            try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT worker, count(*) FROM counter GROUP BY worker")) {
              while (rows.next()) {
                seen.add(rows.getInt(1) + " inserted " + rows.getInt(2));
              }
            }
          }
        });
  }

  private static Void insert(DataSource pool, int worker) throws SQLException {
    for (int i = 0; i < 20; i++) {
      try (Connection connection = pool.getConnection();
          PreparedStatement statement = connection.prepareStatement("INSERT INTO counter(worker) VALUES(?)")) {
        statement.setInt(1, worker);
        statement.executeUpdate();
      }
    }
    return null;
  }

  @Test
  void forgottenTransactionsAreRolledBackWhenTheConnectionComesBack() throws Exception {
    Scenario.onBoth(
        directory,
        (source, seen) -> {
          HikariConfig config = config(source);
          config.setMaximumPoolSize(1);
          config.setAutoCommit(false);
          try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
              statement.executeUpdate("CREATE TABLE t(a)");
              connection.commit();
              statement.executeUpdate("INSERT INTO t VALUES(1)");
            }
            try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
              rows.next();
              seen.add("left: " + rows.getInt(1) + " auto-commit " + connection.getAutoCommit());
            }
          }
        });
  }

  /** sqlite-jdbc refuses to become read-only once it is open. */
  @Test
  void readOnlyPoolsRefuseChanges() throws SQLException {
    DataSource source = Driver.LUMOSQL.dataSource(directory);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t(a)");
    }
    HikariConfig config = config(source);
    config.setReadOnly(true);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(connection.isReadOnly()).isTrue();
      assertThatThrownBy(() -> statement.executeUpdate("INSERT INTO t VALUES(1)"))
          .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
    }
  }

  @Test
  void poolsOpenUrlsByTheDriversClass() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:lumosql:" + directory.resolve("url.db") + "?journal_mode=wal");
    config.setDriverClassName("org.lumosql.jdbc.LumoDriver");
    config.addDataSourceProperty("foreign_keys", "true");
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT (SELECT foreign_keys FROM pragma_foreign_keys), (SELECT journal_mode FROM pragma_journal_mode)")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.getString(2)).isEqualTo("wal");
    }
  }
}

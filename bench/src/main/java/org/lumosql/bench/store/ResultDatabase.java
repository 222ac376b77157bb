// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The database of results, with LumoSQL's two tables and their indexes. It is a SQLite file like any other. */
public final class ResultDatabase implements AutoCloseable {
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS run_data (run_id VARCHAR(128), key VARCHAR(256), value TEXT)",
          "CREATE UNIQUE INDEX IF NOT EXISTS run_data_index ON run_data (run_id, key)",
          "CREATE TABLE IF NOT EXISTS test_data (run_id VARCHAR(128), test_number INTEGER, key VARCHAR(256), value TEXT)",
          "CREATE UNIQUE INDEX IF NOT EXISTS test_data_index_1 ON test_data (run_id, test_number, key)",
          "CREATE UNIQUE INDEX IF NOT EXISTS test_data_index_2 ON test_data (run_id, key, test_number)");

  private final Connection connection;

  private ResultDatabase(String place) throws SQLException {
    connection = DriverManager.getConnection("jdbc:lumosql:" + place);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=10000");
      connection.setAutoCommit(false);
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      connection.commit();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Opens the database of a file and makes it if it is not there. */
  public static ResultDatabase open(Path file) throws SQLException {
    return new ResultDatabase(file.toString());
  }

  public static ResultDatabase inMemory() throws SQLException {
    return new ResultDatabase(":memory:");
  }

  /** Writes all that is known of a run, over what is there of it. */
  public void save(RunRecord run) throws SQLException {
    try (PreparedStatement data = connection.prepareStatement("INSERT OR REPLACE INTO run_data VALUES(?,?,?)");
        PreparedStatement tests = connection.prepareStatement("INSERT OR REPLACE INTO test_data VALUES(?,?,?,?)")) {
      for (Map.Entry<String, String> entry : run.data().entrySet()) {
        data.setString(1, run.id());
        data.setString(2, entry.getKey());
        data.setString(3, entry.getValue());
        data.executeUpdate();
      }
      for (Map.Entry<Integer, TreeMap<String, String>> test : run.tests().entrySet()) {
        for (Map.Entry<String, String> entry : test.getValue().entrySet()) {
          tests.setString(1, run.id());
          tests.setInt(2, test.getKey());
          tests.setString(3, entry.getKey());
          tests.setString(4, entry.getValue());
          tests.executeUpdate();
        }
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }

  /** A run; without data if there is none of this id. */
  public RunRecord load(String id) throws SQLException {
    RunRecord run = new RunRecord(id, new TreeMap<>(), new TreeMap<>());
    try (PreparedStatement data = connection.prepareStatement("SELECT key, value FROM run_data WHERE run_id=?");
        PreparedStatement tests = connection.prepareStatement("SELECT test_number, key, value FROM test_data WHERE run_id=?")) {
      data.setString(1, id);
      try (ResultSet rows = data.executeQuery()) {
        while (rows.next()) {
          run.put(rows.getString(1), rows.getString(2));
        }
      }
      tests.setString(1, id);
      try (ResultSet rows = tests.executeQuery()) {
        while (rows.next()) {
          run.putTest(rows.getInt(1), rows.getString(2), rows.getString(3));
        }
      }
    }
    connection.commit();
    return run;
  }

  /** The first column of a query with parameters. */
  public List<String> texts(String sql, List<String> parameters) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    connection.commit();
    return texts;
  }

  public boolean has(String id) throws SQLException {
    return !texts("SELECT run_id FROM run_data WHERE run_id=?1 UNION SELECT run_id FROM test_data WHERE run_id=?1", List.of(id)).isEmpty();
  }

  public void delete(String id) throws SQLException {
    for (String table : List.of("run_data", "test_data")) {
      try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table + " WHERE run_id=?")) {
        statement.setString(1, id);
        statement.executeUpdate();
      }
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs and properties: those of sqlite-jdbc, with the same effects. */
class DriverTest {
  @TempDir Path directory;

  private static final Driver OURS = new LumoDriver();
  private static final Driver THEIRS = new org.sqlite.JDBC();

  private interface Steps {
    Object run(Connection connection) throws SQLException;
  }

  /** Runs the steps on both drivers, each on a file of its own, with the same properties. */
  private Object same(String properties, Steps steps) throws SQLException {
    List<Object> answers = new ArrayList<>();
    for (Driver driver : List.of(OURS, THEIRS)) {
      Properties given = new Properties();
      for (String pair : properties.isEmpty() ? new String[0] : properties.split(";")) {
        given.setProperty(pair.split("=")[0], pair.split("=")[1]);
      }
      String name = driver == OURS ? "ours" : "theirs";
      String url = (driver == OURS ? "jdbc:lumosql:" : "jdbc:sqlite:") + directory.resolve(name + Math.abs(properties.hashCode()) + ".db");
      try (Connection connection = driver.connect(url, given)) {
        answers.add(steps.run(connection));
      }
    }
    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    return answers.get(0);
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  @Test
  void propertiesThatSqliteJdbcKnowsAreKnown() throws SQLException {
    List<String> ours = Arrays.stream(OURS.getPropertyInfo("jdbc:lumosql:x", new Properties())).map(info -> info.name).toList();
    List<String> theirs = Arrays.stream(THEIRS.getPropertyInfo("jdbc:sqlite:x", new Properties())).map(info -> info.name).toList();
    assertThat(ours).containsAll(theirs).doesNotHaveDuplicates();
    for (DriverPropertyInfo info : OURS.getPropertyInfo("jdbc:lumosql:x", new Properties())) {
      assertThat(info.description).as(info.name).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foreign_keys=true", "journal_mode=WAL", "journal_mode=PERSIST", "synchronous=OFF", "cache_size=-4000", "page_size=8192", "encoding='UTF-16le'",
        "recursive_triggers=true", "case_sensitive_like=true", "locking_mode=EXCLUSIVE", "user_version=7", "application_id=5", "busy_timeout=1234",
        "secure_delete=true", "temp_store=MEMORY", "wal_autocheckpoint=50", "journal_size_limit=1000", "max_page_count=500", "reverse_unordered_selects=true",
        "foreign_keys=true;journal_mode=WAL;synchronous=NORMAL;cache_size=100", "auto_vacuum=FULL"
      })
  void pragmasHaveTheirEffect(String properties) throws SQLException {
    same(
        properties,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t(a)");
            statement.executeUpdate("INSERT INTO t VALUES('A'),('b')");
          }
          List<String> values = new ArrayList<>();
          for (String pragma :
              List.of("foreign_keys", "journal_mode", "synchronous", "cache_size", "page_size", "encoding", "recursive_triggers", "locking_mode", "user_version",
                  "application_id", "busy_timeout", "secure_delete", "temp_store", "wal_autocheckpoint", "journal_size_limit", "max_page_count",
                  "reverse_unordered_selects")) {
            values.add(pragma + "=" + value(connection, "PRAGMA " + pragma));
          }
          values.add(value(connection, "SELECT 'a' LIKE 'A'"));
          values.add(value(connection, "SELECT a FROM t"));
          return values;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "date_class=TEXT", "date_class=REAL", "date_class=INTEGER", "date_precision=SECONDS", "date_class=TEXT;date_string_format=yyyy-MM-dd",
        "date_class=TEXT;date_string_format=yyyy-MM-dd HH:mm:ss", "date_class=text", "date_precision=milliseconds"
      })
  void datesAreStoredTheSameAndReadBack(String properties) throws SQLException {
    same(
        properties,
        connection -> {
          List<Object> values = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement("SELECT typeof(?1), ?1, ?2, ?3")) {
            statement.setTimestamp(1, new Timestamp(1714979289123L));
            statement.setDate(2, new Date(1714953600000L));
            statement.setObject(3, new java.util.Date(1714979289000L));
            try (ResultSet rows = statement.executeQuery()) {
              rows.next();
              values.add(rows.getString(1));
              values.add(rows.getObject(2));
              values.add(rows.getObject(3));
              values.add(rows.getObject(4));
              if (!properties.endsWith("REAL")) {
                values.add(rows.getDate(3).toString());
                values.add(rows.getTimestamp(2));
                values.add(rows.getTimestamp(4));
              } else if (connection instanceof LumoConnection) {
                // to the nearest millisecond, and in any time zone; sqlite-jdbc cuts the rest off and takes the day for one of local time
                assertThat(rows.getTimestamp(2)).isEqualTo(new Timestamp(1714979289123L));
                assertThat(rows.getDate(3)).isEqualTo(new Date(1714953600000L));
              }
            }
          }
          return values;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"transaction_mode=IMMEDIATE", "transaction_mode=DEFERRED", "transaction_mode=EXCLUSIVE", "transaction_mode=immediate"})
  void transactionsBeginAsAsked(String properties) throws SQLException {
    String path = directory.resolve("modes.db").toString();
    try (Connection one = OURS.connect("jdbc:lumosql:" + path, properties(properties));
        Connection two = OURS.connect("jdbc:lumosql:" + path, properties("busy_timeout=0"))) {
      one.createStatement().executeUpdate("CREATE TABLE IF NOT EXISTS t(a)");
      one.setAutoCommit(false);
      one.createStatement().executeQuery("SELECT 1").next();
      Statement other = two.createStatement();
      if (properties.endsWith("DEFERRED")) {
        assertThat(other.executeUpdate("INSERT INTO t VALUES(1)")).isEqualTo(1);
      } else {
        assertThatThrownBy(() -> other.executeUpdate("INSERT INTO t VALUES(1)")).hasMessageContaining("SQLITE_BUSY");
      }
    }
  }

  private static Properties properties(String pair) {
    Properties properties = new Properties();
    properties.setProperty(pair.split("=")[0], pair.split("=")[1]);
    return properties;
  }

  @Test
  void limitsAreSet() throws SQLException {
    assertThat(same("limit_attached=1", connection -> attach(connection))).asString().contains("too many attached databases - max 1");
    same("limit_length=1000", connection -> failure(connection, "SELECT zeroblob(1001)"));
    same("limit_sql_length=50", connection -> failure(connection, "SELECT '" + "x".repeat(50) + "'"));
  }

  private static String attach(Connection connection) throws SQLException {
    connection.createStatement().execute("ATTACH ':memory:' AS a");
    return failure(connection, "ATTACH ':memory:' AS b");
  }

  /** SQLite's sentence. */
  private static String failure(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "none";
    } catch (SQLException e) {
      return e.getMessage().replaceFirst("^\\[\\w+] (.* \\()?", "").replaceFirst("\\)$", "");
    }
  }

  @Test
  void wrongPropertiesAreExplained() {
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql::memory:?transaction_mode=x")).hasMessageContaining("DEFERRED, IMMEDIATE or EXCLUSIVE");
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql::memory:?date_class=x")).hasMessageContaining("INTEGER, TEXT or REAL");
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql::memory:?busy_timeout=x")).hasMessageContaining("not a number: x");
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql::memory:?enable_load_extension=true")).hasMessageContaining("add functions");
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql::memory:?backend=none"))
        .hasMessageContaining("available: ")
        .hasMessageContaining("lumosql-backend-none");
  }

  @Test
  void openModesRestrict() throws SQLException {
    String path = directory.resolve("open.db").toString();
    assertThatThrownBy(() -> value(DriverManager.getConnection("jdbc:lumosql:" + path + "?open_mode=2"), "SELECT * FROM sqlite_schema"))
        .hasMessageContaining("no such file");
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + path + "?open_mode=6")) {
      connection.createStatement().executeUpdate("CREATE TABLE t(a)");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:" + path + "?open_mode=1")) {
      assertThat(connection.isReadOnly()).isTrue();
      assertThatThrownBy(() -> connection.createStatement().executeUpdate("DROP TABLE t")).hasMessageContaining("SQLITE_READONLY");
    }
  }

  @Test
  void resourcesAreCopiedIntoMemory() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::resource:org/lumosql/jdbc/sample.db");
        Statement statement = connection.createStatement()) {
      assertThat(value(connection, "SELECT group_concat(name) FROM fruit")).isEqualTo("apple,pear");
      statement.executeUpdate("INSERT INTO fruit VALUES('plum')"); // a copy
    }
    Path file = directory.resolve("by-url.db");
    try (var sample = DriverTest.class.getResourceAsStream("sample.db")) {
      Files.write(file, sample.readAllBytes());
    }
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::resource:" + file.toUri())) {
      assertThat(value(connection, "SELECT count(*) FROM fruit")).isEqualTo("2");
    }
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:lumosql::resource:no/such.db")).hasMessageContaining("not on the class path");
  }

  @Test
  void databasesComeFromBytesAndGoBack() throws SQLException {
    byte[] image;
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:")) {
      connection.createStatement().executeUpdate("CREATE TABLE t(a); INSERT INTO t VALUES(42)");
      image = connection.unwrap(org.lumosql.engine.Connection.class).serialize("main");
    }
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:")) {
      connection.unwrap(org.lumosql.engine.Connection.class).deserialize("main", image);
      assertThat(value(connection, "SELECT a FROM t")).isEqualTo("42");
    }
  }

  @Test
  void backupAndRestoreAreStatements() throws SQLException {
    same(
        "",
        connection -> {
          String file = directory.resolve("backup-" + connection.getMetaData().getDriverName().hashCode() + ".db").toString();
          try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
            statement.executeUpdate("backup to '" + file + "'");
            statement.executeUpdate("DELETE FROM t");
            statement.executeUpdate("RESTORE FROM \"" + file + "\"");
            statement.executeUpdate("backup main to " + file);
          }
          return value(connection, "SELECT count(*) FROM t");
        });
  }

  @Test
  void fileUrisHaveTheirParameters() throws SQLException {
    String uri = "jdbc:lumosql:file:" + directory.resolve("uri.db");
    try (Connection connection = DriverManager.getConnection(uri + "?mode=rwc")) {
      connection.createStatement().executeUpdate("CREATE TABLE t(a)");
    }
    try (Connection connection = DriverManager.getConnection(uri + "?mode=ro")) {
      assertThat(connection.isReadOnly()).isTrue();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql:file:nothing?mode=memory")) {
      assertThat(value(connection, "SELECT file FROM pragma_database_list")).isEmpty();
    }
  }

  @Test
  void passwordsAreNotShown() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:lumosql::memory:?password=hush&key=hush&foreign_keys=true")) {
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:lumosql::memory:?password=***&key=***&foreign_keys=true");
      assertThat(connection.toString()).doesNotContain("hush");
      assertThat(((LumoConnection) connection).settings().toString()).doesNotContain("hush");
    }
  }

  @Test
  void sqliteUrlsAreAnsweredWhenAsked() throws SQLException {
    assertThat(OURS.acceptsURL("jdbc:sqlite::memory:")).isFalse();
    assertThat(new SqliteUrlDriver().acceptsURL("jdbc:sqlite::memory:")).isTrue();
    assertThat(new SqliteUrlDriver().connect("jdbc:lumosql::memory:", null)).isNull();
    System.setProperty(LumoDriver.SQLITE_URL_PROPERTY, "true");
    try (Connection connection = OURS.connect("jdbc:sqlite::memory:", null)) {
      assertThat(connection.getMetaData().getDriverName()).isEqualTo("LumoSQL for the JVM");
    } finally {
      System.clearProperty(LumoDriver.SQLITE_URL_PROPERTY);
    }
  }
}

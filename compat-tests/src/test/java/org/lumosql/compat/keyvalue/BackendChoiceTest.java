// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.Store;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.error.ResultCode;

/** Which engine a database is in: said once, then known. */
class BackendChoiceTest {
  @TempDir Path directory;

  private String uri(String name, String parameters) {
    return "file:" + directory.resolve(name) + "?" + parameters;
  }

  private static List<String> rows(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(i == 0 ? "" : "|").append(statement.columnText(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static ResultCode failure(Runnable action) {
    try {
      action.run();
    } catch (EngineException e) {
      return e.code();
    }
    throw new AssertionError("the action must fail");
  }

  @ParameterizedTest
  @CsvSource({"lmdb,trees longkeys lmdb", "bdb,trees buffer blocks versions bdb", "rocksdb,trees buffer blocks rocksdb"})
  void aDatabaseIsRecognisedOnceItIsThere(String backend, String handlers) {
    Path path = directory.resolve("x.db");
    try (Connection connection = Connection.open(uri("x.db", "backend=" + backend))) {
      connection.execute("CREATE TABLE t(a PRIMARY KEY, b); INSERT INTO t VALUES('k', 1), ('l', 2)");
      assertThat(rows(connection, "PRAGMA lumo_backend")).containsExactly(backend);
      assertThat(rows(connection, "SELECT group_concat(name, ' ') FROM pragma_lumo_handlers"))
          .containsExactly(handlers);
      assertThat(rows(connection, "PRAGMA database_list")).containsExactly("0|main|" + path);
    }
    try (Connection connection = Connection.open(path.toString())) {
      assertThat(rows(connection, "PRAGMA lumo_backend")).containsExactly(backend);
      assertThat(rows(connection, "SELECT b FROM t ORDER BY a DESC")).containsExactly("2", "1");
      assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(rows(connection, "PRAGMA temp.lumo_backend")).containsExactly("file");
    }
    try (Connection connection = Connection.open(uri("x.db", "mode=ro"))) {
      assertThat(rows(connection, "SELECT count(*) FROM t")).containsExactly("2");
      assertThat(failure(() -> connection.execute("DELETE FROM t"))).isEqualTo(ResultCode.READONLY);
    }
    assertThat(failure(() -> Connection.open(uri("y.db", "mode=rw&backend=" + backend)))).isEqualTo(ResultCode.CANTOPEN);
    assertThat(failure(() -> Connection.open(uri("no/y.db", "backend=" + backend)))).isEqualTo(ResultCode.CANTOPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void synchronousIsKeptByTheConnection(String backend) {
    try (Connection connection = Connection.open(uri("s.db", "backend=" + backend))) {
      assertThat(rows(connection, "PRAGMA synchronous")).containsExactly("2");
      for (String level : List.of("0", "1", "2", "3")) {
        connection.execute("PRAGMA synchronous = " + level);
        assertThat(rows(connection, "PRAGMA synchronous")).containsExactly(level);
        connection.execute("CREATE TABLE t" + level + "(a); INSERT INTO t" + level + " VALUES(" + level + ")");
      }
      connection.execute("BEGIN");
      assertThatThrownBy(() -> connection.execute("PRAGMA synchronous = 0"))
          .hasMessage("Safety level may not be changed inside a transaction");
      connection.execute("ROLLBACK");
      assertThat(rows(connection, "PRAGMA journal_mode")).isEmpty();
    }
    try (Connection connection = Connection.open(directory.resolve("s.db").toString())) {
      assertThat(rows(connection, "SELECT * FROM t0, t1, t2, t3")).containsExactly("0|1|2|3");
    }
  }

  @Test
  void databasesOfAllEnginesAreUsedSideBySide() {
    try (Connection connection = Connection.open(directory.resolve("main.db").toString())) {
      for (String backend : List.of("lmdb", "bdb", "rocksdb", "memory")) {
        connection.execute("ATTACH '" + uri(backend + ".db", "backend=" + backend) + "' AS " + backend);
        connection.execute("CREATE TABLE " + backend + ".t(a INTEGER PRIMARY KEY, b)");
      }
      connection.execute("BEGIN");
      for (String backend : List.of("lmdb", "bdb", "rocksdb", "memory")) {
        connection.execute("INSERT INTO " + backend + ".t VALUES(1, 'one')");
      }
      connection.execute("COMMIT; BEGIN; UPDATE lmdb.t SET b = 'two'; UPDATE rocksdb.t SET b = 'two'; ROLLBACK");
      assertThat(rows(connection, "SELECT l.b, k.b, r.b, m.b FROM lmdb.t l, bdb.t k, rocksdb.t r, memory.t m"))
          .containsExactly("one|one|one|one");
      connection.execute("VACUUM lmdb; VACUUM rocksdb INTO '" + uri("into.db", "backend=bdb") + "'; DETACH lmdb");
    }
    try (Connection connection = Connection.open(directory.resolve("lmdb.db").toString())) {
      connection.execute("ATTACH '" + directory.resolve("into.db") + "' AS i");
      assertThat(rows(connection, "SELECT (SELECT b FROM main.t), (SELECT b FROM i.t)")).containsExactly("one|one");
      assertThat(rows(connection, "PRAGMA i.lumo_backend")).containsExactly("bdb");
    }
  }

  @Test
  void theDriverTakesTheBackendFromTheUrl() throws SQLException {
    String url = "jdbc:lumosql:" + directory.resolve("j.db");
    try (java.sql.Connection connection = DriverManager.getConnection(url + "?backend=lmdb&synchronous=NORMAL");
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(a)");
      try (var rows = statement.executeQuery("SELECT * FROM pragma_lumo_backends WHERE name = 'lmdb'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("version")).isEqualTo("0.9.33");
      }
      try (var rows = statement.executeQuery("PRAGMA synchronous")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
    try (java.sql.Connection connection = DriverManager.getConnection(url);
        java.sql.Statement statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA lumo_backend")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("lmdb");
    }
  }

  @Test
  void whatDoesNotFitIsToldApart() throws IOException {
    try (Connection connection = Connection.open(directory.resolve("file.db").toString())) {
      connection.execute("CREATE TABLE t(a)");
    }
    for (String backend : List.of("lmdb", "bdb", "rocksdb")) {
      assertThat(failure(() -> Connection.open(uri("file.db", "backend=" + backend)))).isEqualTo(ResultCode.NOTADB);
    }
    try (Connection connection = Connection.open(uri("file.db", "backend=native"))) {
      assertThat(rows(connection, "PRAGMA lumo_backend")).containsExactly("file");
    }
    assertThat(Store.named("native")).isEqualTo(Store.named("file"));
    Files.createDirectory(directory.resolve("empty"));
    assertThat(failure(() -> Connection.open(directory.resolve("empty").toString())))
        .isEqualTo(ResultCode.CANTOPEN_ISDIR);
    assertThatThrownBy(() -> Connection.open(uri("x", "backend=tokyo")))
        .hasMessage(
            "no such backend: tokyo (available: bdb, file, lmdb, memory, rocksdb);"
                + " add the jar lumosql-backend-tokyo to the class path");
    try (Connection connection = Connection.open(":memory:")) {
      assertThatThrownBy(() -> connection.execute("ATTACH '" + uri("x", "backend=tokyo") + "' AS t"))
          .hasMessageStartingWith("no such backend: tokyo (available: ");
      assertThatThrownBy(
              () -> connection.execute("ATTACH '" + uri("x", "backend=lmdb&lmdb_map_size=huge") + "' AS t"))
          .hasMessage("lmdb_map_size=huge: expected a number of bytes, such as 64M");
    }
  }

  @Test
  void aDatabaseWhoseJarIsMissingNamesIt() throws Exception {
    for (String backend : List.of("lmdb", "bdb", "rocksdb")) {
      try (Connection connection = Connection.open(uri(backend, "backend=" + backend))) {
        connection.execute("CREATE TABLE t(a)");
      }
      Process process = WithoutEngines.start(directory.resolve(backend));
      String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      process.waitFor();
      assertThat(output.strip())
          .isEqualTo(
              "no such backend: " + backend + " (available: file, memory);"
                  + " add the jar lumosql-backend-" + backend + " to the class path");
    }
  }
}

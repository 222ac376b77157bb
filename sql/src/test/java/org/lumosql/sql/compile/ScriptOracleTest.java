// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.engine.EngineException;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.parse.Limits;
import org.lumosql.sql.parse.ParsedStatement;
import org.lumosql.sql.parse.Parser;
import org.lumosql.value.Register;

/**
 * Scripts run here and in C SQLite: rows, messages and change counts of every statement are the same, and in the end
 * so are the files as C
 * SQLite reads them: the schema table with its root pages, all rows, and the integrity check.
 *
 * <p>A script file holds scripts separated by lines that begin with {@code ====}; each has databases of its own.
 */
class ScriptOracleTest {
  @TempDir private Path folder;

  static Stream<Script> scripts() throws IOException {
    List<Script> scripts = new ArrayList<>();
    for (String file :
        List.of("basic", "changes", "triggers_keys_definitions", "order_and_rollback", "alter", "definitions", "one_pass", "stored_values", "exists_to_join", "union_all", "alter_more", "definitions_more")) {
      try (InputStream in = ScriptOracleTest.class.getResourceAsStream(file + ".sql")) {
        String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^====.*$");
        for (int i = 0; i < parts.length; i++) {
          scripts.add(new Script(file + " " + (i + 1), parts[i]));
        }
      }
    }
    return scripts.stream();
  }

  record Script(String name, String sql) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scriptDoesWhatItDoesInSqlite(Script script) throws SQLException {
    Path ours = folder.resolve("ours.db");
    Path theirs = folder.resolve("theirs.db");
    List<String> here = new ArrayList<>();
    List<String> there = new ArrayList<>();
    try (org.lumosql.engine.Connection engine = org.lumosql.engine.Connection.open(ours.toString());
        Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + theirs)) {
      for (String sql : statements(script.sql())) {
        here.add("> " + sql);
        there.add("> " + sql);
        run(engine, sql, here);
        run(sqlite, sql, there);
      }
    }
    assertThat(here).isEqualTo(there);
    assertThat(contents(ours)).isEqualTo(contents(theirs));
  }

  private static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    int from = 0;
    while (from < script.length()) {
      int end;
      try {
        ParsedStatement parsed = Parser.parse(script, from, Limits.DEFAULT);
        end = parsed.statement() == null ? script.length() : parsed.end();
      } catch (SqlException e) {
        end = script.indexOf(';', from) + 1;
      }
      String sql = script.substring(from, end).strip();
      if (!sql.isEmpty()) {
        statements.add(sql);
      }
      from = end;
    }
    return statements;
  }

  // ---- here -------------------------------------------------------------------------------------------------------

  private static void run(org.lumosql.engine.Connection engine, String sql, List<String> out) {
    try (org.lumosql.engine.Statement statement = engine.prepare(sql)) {
      while (statement.step()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.add(value(statement, i));
        }
        out.add(String.join("|", row));
      }
      out.add(engine.changes() + " " + engine.totalChanges() + " " + engine.lastInsertRowid());
    } catch (EngineException e) {
      out.add("error: " + e.getMessage());
    }
  }

  private static String value(org.lumosql.engine.Statement statement, int column) {
    switch (statement.columnType(column)) {
      case Register.NULL:
        return "null";
      case Register.INTEGER:
        return "i" + statement.columnLong(column);
      case Register.REAL:
        return "r" + statement.columnDouble(column);
      case Register.TEXT:
        return "t" + statement.columnText(column);
      default:
        return "b" + HexFormat.of().formatHex(statement.columnBlob(column));
    }
  }

  // ---- there ------------------------------------------------------------------------------------------------------

  private static void run(Connection sqlite, String sql, List<String> out) throws SQLException {
    try (Statement statement = sqlite.createStatement()) {
      if (statement.execute(sql)) {
        rows(statement.getResultSet(), out);
      }
    } catch (SQLException e) {
      String message = e.getMessage();
      boolean isPlain = !message.startsWith("[SQLITE_");
      out.add("error: " + (isPlain ? message : message.substring(message.indexOf('(') + 1, message.length() - 1)));
      return;
    }
    try (Statement statement = sqlite.createStatement();
        ResultSet counts = statement.executeQuery("SELECT changes(), total_changes(), last_insert_rowid()")) {
      counts.next();
      out.add(counts.getLong(1) + " " + counts.getLong(2) + " " + counts.getLong(3));
    }
  }

  private static void rows(ResultSet rows, List<String> out) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(value(rows.getObject(i)));
      }
      out.add(String.join("|", row));
    }
  }

  private static String value(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double) {
      return "r" + value;
    }
    if (value instanceof byte[] bytes) {
      return "b" + HexFormat.of().formatHex(bytes);
    }
    return (value instanceof String ? "t" : "i") + value;
  }

  private static List<String> contents(Path file) throws SQLException {
    List<String> out = new ArrayList<>();
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = sqlite.createStatement()) {
      rows(statement.executeQuery("PRAGMA integrity_check"), out);
      rows(statement.executeQuery("SELECT rowid, * FROM sqlite_schema ORDER BY rowid"), out);
      List<String> tables = new ArrayList<>();
      String query = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
      try (ResultSet names = statement.executeQuery(query)) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        out.add(table);
        rows(statement.executeQuery("SELECT * FROM \"" + table.replace("\"", "\"\"") + "\" NOT INDEXED"), out);
      }
    }
    return out;
  }
}

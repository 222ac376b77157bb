// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** Prints what the databases hold: {@code .schema}, {@code .tables}, {@code .indexes} and {@code .databases}. */
final class SchemaPrinter {
  private static final int LINE_WIDTH = 80;
  private static final Pattern CREATE =
      Pattern.compile("CREATE (TABLE|INDEX|UNIQUE INDEX|VIEW|TRIGGER|VIRTUAL TABLE) ");
  private static final String SCHEMA_TABLE =
      """
      CREATE TABLE %s (
        type text,
        name text,
        tbl_name text,
        rootpage integer,
        sql text
      );""";

  private final Connection connection;
  private final PrintStream out;

  SchemaPrinter(Connection connection, PrintStream out) {
    this.connection = connection;
    this.out = out;
  }

  // ---- .databases ------------------------------------------------------------------------------------------------------------------

  void databases() {
    try (Statement rows = connection.prepare("PRAGMA database_list")) {
      while (rows.step()) {
        String name = rows.columnText(1);
        String file = rows.columnText(2);
        String access = Boolean.TRUE.equals(connection.isReadOnly(name)) ? "r/o" : "r/w";
        out.println(name + ": " + (file == null || file.isEmpty() ? "\"\"" : file) + " " + access);
      }
    }
  }

  private List<String> databaseNames() {
    List<String> names = new ArrayList<>();
    try (Statement rows = connection.prepare("PRAGMA database_list")) {
      while (rows.step()) {
        names.add(rows.columnText(1));
      }
    }
    return names;
  }

  // ---- .schema ---------------------------------------------------------------------------------------------------------------------

  /** @param pattern null for all; with a point it is matched against database and table */
  void schema(String pattern) {
    String wanted = pattern == null ? null : pattern.toLowerCase(Locale.ROOT);
    if (wanted != null && isSchemaTable(wanted)) {
      out.println(SCHEMA_TABLE.formatted(wanted));
    }
    for (String database : databaseNames()) {
      String subject = wanted != null && wanted.contains(".") ? "lower(?2||'.'||tbl_name)" : "lower(tbl_name)";
      String match = wanted != null && wanted.matches("(?s).*[*?\\[].*") ? " GLOB ?1" : " LIKE ?1 ESCAPE '\\'";
      try (Statement rows =
          connection.prepare(
              "SELECT sql, name FROM " + SqlText.identifier(database) + ".sqlite_schema WHERE sql IS NOT NULL AND (?1 IS NULL OR "
                  + subject + match + ") AND ?2 IS NOT NULL ORDER BY rowid")) {
        rows.bindText(1, wanted);
        rows.bindText(2, database);
        while (rows.step()) {
          out.println(schemaLine(rows.columnText(0), rows.columnText(1), database) + ";");
        }
      }
    }
  }

  private static boolean isSchemaTable(String name) {
    return List.of("sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master").contains(name);
  }

  /** The statement with its database if that is not main; of a view with its columns as a comment. */
  private String schemaLine(String sql, String name, String database) {
    java.util.regex.Matcher create = CREATE.matcher(sql);
    if (!create.lookingAt()) {
      return sql;
    }
    String line = sql;
    boolean isMain = database.equals("main");
    if (!isMain) {
      line = sql.substring(0, create.end()) + databaseName(database) + '.' + sql.substring(create.end());
    }
    if (create.group(1).startsWith("V")) {
      String columns = columns(name, isMain ? null : database);
      line = columns == null ? line : line + "\n/* " + columns + " */";
    }
    if (line.startsWith("CREATE TABLE '") || line.startsWith("CREATE TABLE \"")) {
      line = "CREATE TABLE IF NOT EXISTS " + line.substring("CREATE TABLE ".length());
    }
    return line;
  }

  private static String databaseName(String database) {
    return database.equals("temp") ? database : SqlText.name(database);
  }

  /** A table's name and its columns in parentheses; null if they cannot be found out. */
  private String columns(String table, String database) {
    StringBuilder text = new StringBuilder(database == null ? "" : databaseName(database) + '.');
    text.append(SqlText.name(table));
    char before = '(';
    try (Statement rows =
        connection.prepare(
            "PRAGMA " + SqlText.identifier(database == null ? "main" : database) + ".table_info(" + SqlText.identifier(table)
                + ")")) {
      while (rows.step()) {
        text.append(before).append(SqlText.name(rows.columnText(1)));
        before = ',';
      }
    } catch (EngineException theViewIsBroken) {
      return null;
    }
    return before == '(' ? null : text.append(')').toString();
  }

  // ---- .tables and .indexes ----------------------------------------------------------------------------------------------------------

  void tables(String pattern) {
    printInColumns(names("type IN ('table','view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name LIKE ?1", pattern));
  }

  /** @param table a pattern, or null for all */
  void indexes(String table) {
    printInColumns(names("type='index' AND tbl_name LIKE ?1", table));
  }

  private List<String> names(String condition, String pattern) {
    StringBuilder sql = new StringBuilder();
    for (String database : databaseNames()) {
      String prefix = database.equals("main") ? "" : SqlText.quote(database + ".") + "||";
      sql.append(sql.length() == 0 ? "" : " UNION ALL ").append("SELECT ").append(prefix).append("name FROM ")
          .append(SqlText.identifier(database)).append(".sqlite_schema WHERE ").append(condition);
    }
    List<String> names = new ArrayList<>();
    try (Statement rows = connection.prepare(sql.append(" ORDER BY 1").toString())) {
      rows.bindText(1, pattern == null ? "%" : pattern);
      while (rows.step()) {
        names.add(rows.columnText(0));
      }
    }
    return names;
  }

  /** Names in as many columns as fit the line, down each column first. */
  private void printInColumns(List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    int width = names.stream().mapToInt(String::length).max().orElse(1);
    int columns = Math.max(1, LINE_WIDTH / (width + 2));
    int rows = (names.size() + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = row; i < names.size(); i += rows) {
        line.append(i < rows ? "" : "  ").append(names.get(i)).append(" ".repeat(width - names.get(i).length()));
      }
      out.println(line);
    }
  }
}

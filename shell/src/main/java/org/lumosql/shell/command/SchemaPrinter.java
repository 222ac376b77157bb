// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.shell.output.Output;
import org.lumosql.shell.output.SqlText;

/** Prints what the databases hold: {@code .schema}, {@code .tables}, {@code .indexes} and {@code .databases}. */
final class SchemaPrinter {
  private static final int LINE_WIDTH = 80;
  private static final String[] CREATE = {
    "CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ", "CREATE VIEW ", "CREATE TRIGGER ", "CREATE VIRTUAL TABLE "
  };
  private static final String SCHEMA_TABLE =
      "(\n  type text,\n  name text,\n  tbl_name text,\n  rootpage integer,\n  sql text\n);\n";

  private final Connection connection;
  private final Output out;

  SchemaPrinter(Connection connection, Output out) {
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

  /**
   * @param pattern null for all; with a point it is matched against database and table
   * @param indented whether long statements are laid out anew
   * @param withSystem whether tables of SQLite's own are shown
   */
  void schema(String pattern, boolean indented, boolean withSystem) {
    String wanted = pattern == null ? null : pattern.toLowerCase(Locale.ROOT);
    if (wanted != null && isSchemaTable(wanted)) {
      out.print("CREATE TABLE ").print(wanted).print(' ').print(SCHEMA_TABLE);
    }
    for (String database : databaseNames()) {
      String subject = wanted != null && wanted.indexOf('.') >= 0 ? "lower(?2||'.'||tbl_name)" : "lower(tbl_name)";
      String match = wanted != null && isGlob(wanted) ? " GLOB ?1" : " LIKE ?1 ESCAPE '\\'";
      try (Statement rows =
          connection.prepare(
              "SELECT sql, name FROM " + SqlText.identifier(database) + ".sqlite_schema WHERE sql IS NOT NULL AND (?1 IS NULL OR "
                  + subject + match + ") AND ?2 IS NOT NULL" + (withSystem ? "" : " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
                  + " ORDER BY rowid")) {
        rows.bindText(1, wanted);
        rows.bindText(2, database);
        while (rows.step()) {
          String line = schemaLine(rows.columnText(0), rows.columnText(1), database);
          out.print(indented ? SchemaLayout.of(line) : statement(line)).print(";\n");
        }
      }
    }
  }

  private static boolean isGlob(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0 || pattern.indexOf('[') >= 0;
  }

  private static boolean isSchemaTable(String name) {
    return switch (name) {
      case "sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master" -> true;
      default -> false;
    };
  }

  /** The statement with its database if that is not main; of a view with its columns as a comment. */
  private String schemaLine(String sql, String name, String database) {
    for (String create : CREATE) {
      if (!sql.startsWith(create)) {
        continue;
      }
      boolean isMain = database.equals("main");
      String line = isMain ? sql : create + databaseName(database) + '.' + sql.substring(create.length());
      if (create.charAt("CREATE ".length()) == 'V') {
        String columns = columns(name, isMain ? null : database);
        line = columns == null ? line : line + "\n/* " + columns + " */";
      }
      return line;
    }
    return sql;
  }

  /** A statement that makes a table of a quoted name may find it there: shadow tables come with their virtual table. */
  static String statement(String sql) {
    boolean isQuoted = sql.startsWith("CREATE TABLE '") || sql.startsWith("CREATE TABLE \"");
    return isQuoted ? "CREATE TABLE IF NOT EXISTS " + sql.substring("CREATE TABLE ".length()) : sql;
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
    int width = 0;
    for (String name : names) {
      width = Math.max(width, name.length());
    }
    int columns = Math.max(1, LINE_WIDTH / (width + 2));
    int rows = (names.size() + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
      for (int i = row; i < names.size(); i += rows) {
        out.print(i < rows ? "" : "  ").print(names.get(i)).spaces(width - names.get(i).length());
      }
      out.print('\n');
    }
  }
}

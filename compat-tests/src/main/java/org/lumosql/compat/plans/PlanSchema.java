// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables and views that statements are made for, and which columns join them. */
final class PlanSchema {
  final List<Table> tables = new ArrayList<>();
  final List<Link> links = new ArrayList<>();

  record Column(String name, boolean isText) {}

  record Table(String name, boolean isView, List<Column> columns) {
    Column column(String column) {
      return columns.stream().filter(c -> c.name().equalsIgnoreCase(column)).findFirst().orElseThrow();
    }
  }

  /** A foreign key: a column of one table refers to one of another. */
  record Link(Table from, Column fromColumn, Table to, Column toColumn) {}

  PlanSchema(Connection connection) throws SQLException {
    for (List<String> row : rows(connection, "SELECT name, type FROM sqlite_schema WHERE type IN ('table','view')"
        + " AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")) {
      List<Column> columns = new ArrayList<>();
      for (List<String> column : rows(connection, "SELECT name, type FROM pragma_table_info(" + text(row.get(0)) + ")")) {
        String type = String.valueOf(column.get(1)).toUpperCase(Locale.ROOT);
        boolean isText = type.contains("CHAR") || type.contains("TEXT") || type.contains("DATE");
        columns.add(new Column(quoted(column.get(0)), isText));
      }
      tables.add(new Table(quoted(row.get(0)), row.get(1).equals("view"), columns));
    }
    for (Table table : List.copyOf(tables)) {
      for (List<String> key :
          rows(connection, "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(" + text(table.name()) + ")")) {
        Table to = tables.stream().filter(t -> t.name().equalsIgnoreCase(quoted(key.get(1)))).findFirst().orElseThrow();
        String target = key.get(2) == null ? "rowid" : key.get(2);
        links.add(
            new Link(table, table.column(quoted(key.get(0))), to, target.equals("rowid") ? new Column("rowid", false) : to.column(quoted(target))));
      }
    }
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z_0-9]*") && !name.equalsIgnoreCase("order") ? name : "\"" + name + "\"";
  }

  private static String text(String name) {
    return "'" + (name.startsWith("\"") ? name.substring(1, name.length() - 1) : name) + "'";
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    List<List<String>> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        found.add(row);
      }
    }
    return found;
  }
}

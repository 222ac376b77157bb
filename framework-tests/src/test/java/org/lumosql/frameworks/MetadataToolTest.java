// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What database tools such as DBeaver ask when they show a schema and edit rows. */
class MetadataToolTest {
  @TempDir Path directory;

  private static void query(Connection connection, List<String> lines, String sql, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.add(columns.getColumnLabel(i) + "=" + rows.getObject(i));
          }
          lines.add(sql + " " + row);
        }
      }
    }
  }

  @Test
  void schemasAreExplored() throws Exception {
    List<String> seen =
        Scenario.onBoth(
            directory,
            (source, lines) -> {
              try (Connection connection = source.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.executeUpdate(
                    "CREATE TABLE a(id INTEGER PRIMARY KEY, name VARCHAR(20) COLLATE NOCASE NOT NULL DEFAULT 'x', z AS (id*2));"
                        + "CREATE TABLE b(id INT REFERENCES a(id) ON DELETE CASCADE, t, PRIMARY KEY(id, t)) WITHOUT ROWID;"
                        + "CREATE INDEX i ON b(t DESC) WHERE t>1; CREATE UNIQUE INDEX u ON a(lower(name)); CREATE VIEW v AS SELECT * FROM a;"
                        + "CREATE TRIGGER tr AFTER INSERT ON a BEGIN DELETE FROM b; END");
                DatabaseMetaData data = connection.getMetaData();
                lines.add(data.getDatabaseProductName() + " " + data.getDatabaseProductVersion() + " " + data.getIdentifierQuoteString() + " " + data.supportsTransactions()
                    + " " + data.getSearchStringEscape() + " " + data.supportsBatchUpdates() + " " + data.getUserName());
                query(connection, lines, "SELECT * FROM \"main\".sqlite_master WHERE type IN ('table','view') ORDER BY name");
                query(connection, lines, "SELECT seq, name FROM pragma_database_list");
                for (String pragma : List.of("table_info", "table_xinfo", "index_list", "foreign_key_list")) {
                  for (String table : List.of("a", "b", "v")) {
                    query(connection, lines, "PRAGMA " + pragma + "('" + table + "')");
                  }
                }
                query(connection, lines, "PRAGMA index_xinfo('i')");
                query(connection, lines, "SELECT name, type FROM sqlite_master WHERE tbl_name=? AND type=?", "a", "trigger");
                query(connection, lines, "SELECT l.name, x.name, x.\"desc\" FROM pragma_index_list(?) l, pragma_index_xinfo(l.name) x WHERE x.key", "a");
                query(connection, lines, "EXPLAIN QUERY PLAN SELECT * FROM a, b USING(id) WHERE t=5");
              }
            });
    assertThat(seen).anyMatch(line -> line.contains("foreign_key_list") && line.contains("CASCADE"));
  }

  @Test
  void rowsAreEditedByTheirKeys() throws Exception {
    Scenario.onBoth(
        directory,
        (source, lines) -> {
          try (Connection connection = source.getConnection();
              Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE a(id INTEGER PRIMARY KEY, name TEXT); INSERT INTO a(name) VALUES('one'),('two'),('three')");
            connection.setAutoCommit(false);
            try (ResultSet rows = statement.executeQuery("SELECT x.id, x.name FROM a x");
                PreparedStatement update = connection.prepareStatement("UPDATE \"a\" SET \"name\"=? WHERE \"id\"=?")) {
              ResultSetMetaData columns = rows.getMetaData();
              lines.add(columns.getTableName(1) + "." + columns.getColumnName(1) + " " + columns.getColumnTypeName(2) + " " + columns.isNullable(1));
              while (rows.next()) {
                update.setString(1, rows.getString(2).toUpperCase(java.util.Locale.ROOT));
                update.setObject(2, rows.getObject(1));
                lines.add("updated " + update.executeUpdate());
              }
            }
            connection.commit();
            query(connection, lines, "SELECT * FROM a");
          }
        });
  }
}

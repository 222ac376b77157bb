// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same calls on our driver and on sqlite-jdbc give the same, each on a database of its own in memory. */
class SameAsSqliteJdbcTest {
  private static final String[] SCHEMA = {
    "CREATE TABLE Artist(ArtistId INTEGER NOT NULL, Name NVARCHAR(120), CONSTRAINT PK_Artist PRIMARY KEY (ArtistId))",
    "CREATE TABLE Album(AlbumId INTEGER PRIMARY KEY AUTOINCREMENT, Title NVARCHAR(160) NOT NULL DEFAULT 'none',"
        + " ArtistId INTEGER NOT NULL, Price NUMERIC(10,2), Cover BLOB, Released DATETIME, Rating REAL, Anything,"
        + " FOREIGN KEY (ArtistId) REFERENCES Artist (ArtistId) ON DELETE CASCADE ON UPDATE NO ACTION)",
    "CREATE TABLE Playing(List INT, Position INT, AlbumId INT REFERENCES Album, PRIMARY KEY(List, Position))",
    "CREATE INDEX AlbumArtist ON Album(ArtistId, Title)",
    "CREATE UNIQUE INDEX AlbumTitle ON Album(Title)",
    "CREATE VIEW Titles AS SELECT Title, ArtistId AS Who FROM Album",
    "INSERT INTO Artist VALUES(1,'AC/DC'),(2,'Accept'),(3,NULL)",
    "INSERT INTO Album VALUES(1,'First',1,9.99,x'00ff','2024-05-06 07:08:09',4.5,'text'),"
        + "(2,'Second',1,10,NULL,1714979289000,-0.5,5000000000),(3,'Third',2,NULL,x'','2024-05-06 07:08:09.123',1e300,2.5)"
  };

  private Connection ours;
  private Connection theirs;

  @BeforeEach
  void open() throws SQLException {
    ours = DriverManager.getConnection("jdbc:lumosql::memory:");
    theirs = DriverManager.getConnection("jdbc:sqlite::memory:");
    for (String sql : SCHEMA) {
      for (Connection connection : List.of(ours, theirs)) {
        try (Statement statement = connection.createStatement()) {
          statement.executeUpdate(sql);
        }
      }
    }
  }

  @AfterEach
  void close() throws SQLException {
    ours.close();
    theirs.close();
  }

  private interface Call {
    Object on(Connection connection) throws SQLException;
  }

  private void assertSame(Call call) throws SQLException {
    assertThat(call.on(ours)).isEqualTo(call.on(theirs));
  }

  /** Values with their types. */
  private static String show(Object value) {
    if (value == null) {
      return "null";
    }
    return value.getClass().getSimpleName() + " " + (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
  }

  private static List<String> rows(ResultSet rows, String... columns) throws SQLException {
    List<String> all = new ArrayList<>();
    while (rows.next()) {
      StringBuilder row = new StringBuilder();
      for (String column : columns) {
        row.append(column).append('=').append(show(rows.getObject(column))).append("; ");
      }
      all.add(row.toString());
    }
    rows.close();
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM Album", "SELECT count(*), sum(Price), avg(Rating), max(Title), total(AlbumId) FROM Album",
        "SELECT 1, 2147483648, -2147483649, 1.0, 'x', x'01', NULL, 9223372036854775807, 1e999", "SELECT Title||1 FROM Titles"
      })
  void objectsHaveTheSameTypesAndValues(String sql) throws SQLException {
    assertSame(
        connection -> {
          List<String> all = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                all.add(show(rows.getObject(i)) + " " + rows.getString(i) + " " + rows.getInt(i) + " " + rows.getLong(i) + " "
                    + rows.getDouble(i) + " " + rows.wasNull() + " " + show(rows.getBytes(i)) + " " + rows.getBoolean(i));
              }
            }
          }
          return all;
        });
  }

  @Test
  void resultColumnsAreDescribedTheSame() throws SQLException {
    assertSame(
        connection -> {
          List<String> all = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT *, Title AS Other, Price*2, Who FROM Album JOIN Titles USING(Title)")) {
            rows.next();
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
              all.add(columns.getColumnLabel(i) + " " + columns.getTableName(i) + " " + columns.getPrecision(i) + " "
                  + columns.getScale(i) + " " + columns.getColumnTypeName(i) + " " + columns.getColumnType(i));
            }
          }
          return all;
        });
  }

  @Test
  void timestampsReadTheSame() throws SQLException {
    assertSame(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows = statement.executeQuery("SELECT Released FROM Album")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
              all.add(rows.getTimestamp(1) + " " + rows.getTimestamp("Released").getTime());
            }
            return all;
          }
        });
  }

  @Test
  void boundValuesAreStoredTheSame() throws SQLException {
    assertSame(
        connection -> {
          List<String> all = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement("SELECT typeof(?1), quote(?1)")) {
            Object[] values = {
              1, 2L, (short) 3, 5.5, 6.5f, true, "text", new byte[] {1, 2}, null, new java.sql.Timestamp(1714979289123L),
              new java.sql.Date(1714979289123L), new java.math.BigDecimal("12.50")
            };
            for (Object value : values) {
              statement.setObject(1, value);
              try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                all.add(rows.getString(1) + " " + rows.getString(2));
              }
            }
          }
          return all;
        });
  }

  private interface Describe {
    ResultSet of(DatabaseMetaData data) throws SQLException;
  }

  private void assertDescribedTheSame(Describe describe, String... columns) throws SQLException {
    assertSame(connection -> rows(describe.of(connection.getMetaData()), columns));
  }

  @Test
  void tablesAreDescribedTheSame() throws SQLException {
    assertDescribedTheSame(data -> data.getTables(null, null, null, new String[] {"TABLE"}), "TABLE_NAME", "TABLE_TYPE");
    assertSame(connection -> connection.createStatement().executeUpdate("CREATE TEMP TABLE Scratch(a)"));
    assertSame(
        connection -> {
          List<String> all = rows(connection.getMetaData().getTables(null, null, null, null), "TABLE_NAME", "TABLE_TYPE");
          // sqlite-jdbc takes automatic indexes for tables
          all.removeIf(row -> row.contains("sqlite_autoindex"));
          return all;
        });
    assertDescribedTheSame(data -> data.getTables(null, null, "A%", new String[] {"TABLE", "VIEW"}), "TABLE_NAME", "TABLE_TYPE");
    assertDescribedTheSame(data -> data.getTables(null, null, "%", new String[] {"VIEW"}), "TABLE_NAME", "TABLE_TYPE", "REMARKS");
  }

  @Test
  void columnsAreDescribedTheSame() throws SQLException {
    String[] columns = {
      "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME", "NULLABLE", "COLUMN_DEF", "ORDINAL_POSITION", "IS_NULLABLE", "IS_AUTOINCREMENT",
      "IS_GENERATEDCOLUMN"
    };
    assertDescribedTheSame(data -> data.getColumns(null, null, "Album", null), columns);
    assertDescribedTheSame(data -> data.getColumns(null, null, "Album", "A%"), columns);
    assertDescribedTheSame(data -> data.getColumns(null, null, "Artist", "%"), columns);
  }

  @Test
  void keysAreDescribedTheSame() throws SQLException {
    assertDescribedTheSame(data -> data.getPrimaryKeys(null, null, "Artist"), "TABLE_NAME", "COLUMN_NAME", "KEY_SEQ", "PK_NAME");
    assertDescribedTheSame(data -> data.getPrimaryKeys(null, null, "Playing"), "TABLE_NAME", "COLUMN_NAME", "PK_NAME");
    String[] keys = {"PKTABLE_NAME", "PKCOLUMN_NAME", "FKTABLE_NAME", "FKCOLUMN_NAME", "KEY_SEQ", "UPDATE_RULE", "DELETE_RULE"};
    assertDescribedTheSame(data -> data.getImportedKeys(null, null, "Album"), keys);
    assertDescribedTheSame(data -> data.getExportedKeys(null, null, "Artist"), keys);
  }

  @Test
  void indexesAreDescribedTheSame() throws SQLException {
    assertDescribedTheSame(
        data -> data.getIndexInfo(null, null, "Album", false, true), "TABLE_NAME", "NON_UNIQUE", "INDEX_NAME", "ORDINAL_POSITION", "COLUMN_NAME");
  }

  @Test
  void typesAreDescribedTheSame() throws SQLException {
    assertDescribedTheSame(DatabaseMetaData::getTypeInfo, "TYPE_NAME", "DATA_TYPE", "NULLABLE");
    assertDescribedTheSame(DatabaseMetaData::getTableTypes, "TABLE_TYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO Artist VALUES(1,'x')", "INSERT INTO Album(Title, ArtistId) VALUES('First', 1)", "SELECT nocol FROM Artist",
        "INSERT INTO Album(Title) VALUES('y')", "SELEC", "SELECT * FROM nowhere", "INSERT INTO Artist VALUES('text', 1)"
      })
  void messagesContainSqlites(String sql) throws SQLException {
    List<String> messages = new ArrayList<>();
    for (Connection connection : List.of(ours, theirs)) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(sql);
        messages.add("no error");
      } catch (SQLException e) {
        messages.add(e.getMessage());
      }
    }
    String message = messages.get(0).replaceFirst("^\\[SQLITE_\\w+] ", "");
    assertThat(messages.get(1)).contains(message);
  }
}

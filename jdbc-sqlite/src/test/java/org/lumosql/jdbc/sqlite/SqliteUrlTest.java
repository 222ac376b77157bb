// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** With this artefact alone on the class path, applications written for sqlite-jdbc find their driver. */
class SqliteUrlTest {
  @Test
  void urlsOfSqliteJdbcAreAnswered() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("foreign_keys", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:", properties);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_keys")) {
      assertThat(connection.getMetaData().getDriverName()).isEqualTo("LumoSQL for the JVM");
      assertThat(connection.getMetaData().getURL()).isEqualTo("jdbc:sqlite::memory:");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }
}

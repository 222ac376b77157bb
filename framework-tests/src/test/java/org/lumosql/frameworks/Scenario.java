// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What a framework did with a database: the same on both drivers. */
final class Scenario {
  /** Uses a database and tells what it saw. */
  interface Steps {
    void run(DataSource source, List<String> seen) throws Exception;
  }

  private Scenario() {}

  /** Runs the steps on both drivers; what they see must be equal, and so must the tables that they leave. Returns what was seen. */
  static List<String> onBoth(Path directory, Steps steps) throws Exception {
    Map<Driver, List<String>> seen = new EnumMap<>(Driver.class);
    for (Driver driver : Driver.values()) {
      List<String> lines = new ArrayList<>();
      DataSource source = driver.dataSource(directory);
      steps.run(source, lines);
      lines.addAll(contents(source));
      seen.put(driver, lines);
    }
    assertThat(seen.get(Driver.LUMOSQL)).isEqualTo(seen.get(Driver.SQLITE_JDBC)).isNotEmpty();
    return seen.get(Driver.LUMOSQL);
  }

  /** The schema and all rows, but for what differs from run to run. */
  private static List<String> contents(DataSource source) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_schema ORDER BY name")) {
        while (rows.next()) {
          lines.add(rows.getString(1) + ": " + rows.getString(2));
          if (rows.getString(2) != null && rows.getString(2).regionMatches(true, 0, "CREATE TABLE", 0, 12)) {
            tables.add(rows.getString(1));
          }
        }
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM \"" + table + "\"")) {
          rows.next();
          lines.add(table + " has " + rows.getInt(1) + " rows");
        }
      }
    }
    return lines;
  }
}

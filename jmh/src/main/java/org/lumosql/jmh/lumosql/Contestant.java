// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.lumosql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lumosql.bench.suite.LumoTest;

/** A database of its own in one of the engines: a backend of ours, or {@code sqlite} for the C library. */
final class Contestant implements AutoCloseable {
  private final String name;
  private final Path folder;
  private final Connection connection;

  Contestant(String name, Path directory) throws SQLException, IOException {
    this.name = name;
    this.folder = Files.createTempDirectory(directory, name);
    Path file = folder.resolve("test.db");
    String url = name.equals("sqlite") ? "jdbc:sqlite:" + file : "jdbc:lumosql:" + file + "?backend=" + name;
    this.connection = DriverManager.getConnection(url);
  }

  String name() {
    return name;
  }

  /** Runs the statements of a test and returns a sum over what they gave. */
  long run(LumoTest test) throws SQLException {
    long sum = 0;
    try (Statement statement = connection.createStatement()) {
      for (String sql : test.texts()) {
        if (!statement.execute(sql)) {
          continue;
        }
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            sum = sum * 31 + rows.getLong(1) + Math.round(rows.getDouble(2) * 16);
          }
        }
      }
    }
    return sum;
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

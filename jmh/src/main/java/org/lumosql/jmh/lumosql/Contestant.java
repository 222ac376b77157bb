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
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.lumosql.bench.suite.LumoTest;
import org.lumosql.bench.suite.Step;

/** A database of its own in one of the engines: a backend of ours, or {@code sqlite} for the C library. */
final class Contestant implements AutoCloseable {
  private final String name;
  private final Path folder;
  private final Connection connection;
  private final LongSupplier clock;
  private long elapsed;

  /** @param clock in nanoseconds */
  Contestant(String name, Path directory, LongSupplier clock) throws SQLException, IOException {
    this.name = name;
    this.clock = clock;
    this.folder = Files.createTempDirectory(directory, name);
    Path file = folder.resolve("test.db");
    String url = name.equals("sqlite") ? "jdbc:sqlite:" + file : "jdbc:lumosql:" + file + "?backend=" + name;
    this.connection = DriverManager.getConnection(url);
  }

  String name() {
    return name;
  }

  /** Runs the statements of a test and returns a sum over what they gave. The statements are made outside of what {@link #elapsed()} tells. */
  long run(LumoTest test) throws SQLException {
    long sum = 0;
    elapsed = 0;
    try (Statement statement = connection.createStatement()) {
      for (Iterator<List<Step>> parts = test.steps().parts(); parts.hasNext(); ) {
        List<String> texts = parts.next().stream().map(Step::text).toList();
        long begin = clock.getAsLong();
        sum = run(statement, texts, sum);
        elapsed += clock.getAsLong() - begin;
      }
    }
    return sum;
  }

  private static long run(Statement statement, List<String> texts, long before) throws SQLException {
    long sum = before;
    for (String sql : texts) {
      if (!statement.execute(sql)) {
        continue;
      }
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          sum = sum * 31 + rows.getLong(1) + Math.round(rows.getDouble(2) * 16);
        }
      }
    }
    return sum;
  }

  /** Milliseconds of the test that was run last. */
  double elapsed() {
    return elapsed / 1e6;
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

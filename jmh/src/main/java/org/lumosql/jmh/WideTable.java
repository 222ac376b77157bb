// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The table of 1,000,000 rows and ten columns, or as many as the property {@code lumosql.wideRows} says. Every value is a function of its row's number. */
final class WideTable {
  private static final int USUAL_ROWS = 1_000_000;
  static final int ROWS = Integer.getInteger("lumosql.wideRows", USUAL_ROWS);
  static final String COLUMNS =
      "(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c REAL, d TEXT, e TEXT, f INTEGER, g REAL, h TEXT, i INTEGER)";
  static final String INSERT = " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private WideTable() {}

  /** A number that looks random and depends on the row and the column only. */
  static long mix(long row, int column) {
    long z = row * 0x9e3779b97f4a7c15L + column * 0xd1b54a32d192ed03L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  static long a(long row) {
    return mix(row, 1) & 0xfffff;
  }

  static double c(long row) {
    return (mix(row, 3) & 0xffffff) / 64.0;
  }

  static String e(long row) {
    return Long.toString(mix(row, 5) & 0xffffffffL, 36);
  }

  static void bind(PreparedStatement statement, long row) throws SQLException {
    statement.setLong(1, row);
    statement.setLong(2, a(row));
    statement.setLong(3, mix(row, 2) & 0xff);
    statement.setDouble(4, c(row));
    statement.setString(5, "name " + (mix(row, 4) & 0xfff));
    statement.setString(6, e(row));
    statement.setLong(7, mix(row, 6));
    statement.setDouble(8, (mix(row, 7) & 0xffff) / 7.0);
    statement.setString(9, "a text that is somewhat longer " + row);
    statement.setLong(10, row % 10);
  }

  /** The engine's own file with the table in it, made once for a directory. */
  static Path file(Engine engine, Path directory) throws SQLException, IOException {
    Path file = directory.resolve("wide-" + (ROWS == USUAL_ROWS ? "" : ROWS + "-") + engine.name().toLowerCase(Locale.ROOT) + ".db");
    if (!Files.exists(file)) {
      Path made = Files.createTempFile(directory, "making", ".db");
      try (Connection connection = engine.open(made)) {
        fill(connection);
      }
      Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE wide" + COLUMNS);
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO wide" + INSERT)) {
      for (int row = 1; row <= ROWS; row++) {
        bind(insert, row);
        insert.executeUpdate();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE UNIQUE INDEX wide_h ON wide(h)");
    }
    connection.commit();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that is replaced by an equal one changes nothing in the file, not even its change counter, in either engine: other connections keep their caches. */
class EqualRowTest {
  @TempDir Path folder;

  private static boolean changesFile(String prefix, Path file, String sql) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(prefix + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, c TEXT)");
      statement.execute("INSERT INTO t VALUES(1, 7, 'seven'), (2, 8, 'eight')");
    }
    byte[] before = Files.readAllBytes(file);
    try (Connection connection = DriverManager.getConnection(prefix + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
    return !Arrays.equals(before, Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE t SET a = a",
        "UPDATE t SET a = 7, c = 'seven' WHERE id = 1",
        "UPDATE t SET a = 9 WHERE id = 1",
        "UPDATE t SET c = 'sEven' WHERE id = 1",
        "UPDATE t SET c = 'sevens' WHERE id = 1",
      })
  void equalRowsAreNotWritten(String sql) throws SQLException, IOException {
    boolean sqliteChanges = changesFile("jdbc:sqlite:", folder.resolve("sqlite.db"), sql);
    assertThat(changesFile("jdbc:lumosql:", folder.resolve("lumosql.db"), sql)).isEqualTo(sqliteChanges);
  }
}

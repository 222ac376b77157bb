// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases above 4 GiB: a small one is made to end behind that mark (the file is sparse), so that new pages lie beyond it. */
class LargeDatabaseTest {
  private static final int PAGE_SIZE = 65_536;
  private static final int PAGES = 70_000;
  private static final int PAGE_COUNT_AT = 28;

  @TempDir Path folder;

  @Test
  void pagesBeyondFourGigabytesAreWrittenAndReadByBothEngines() throws Exception {
    Path file = folder.resolve("large.db");
    run("lumosql", file, "PRAGMA page_size=" + PAGE_SIZE, "CREATE TABLE t(a INTEGER PRIMARY KEY, b)");
    grow(file);
    run(
        "lumosql",
        file,
        "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n WHERE x<2000)"
            + " INSERT INTO t SELECT x, zeroblob(500) FROM n");
    assertThat((long) PAGES * PAGE_SIZE).isGreaterThan(1L << 32);
    assertThat(file.toFile().length()).isGreaterThan((long) PAGES * PAGE_SIZE);
    assertThat(sum("lumosql", file)).isEqualTo(2_001_000);
    assertThat(sum("sqlite", file)).isEqualTo(2_001_000);
    run("sqlite", file, "UPDATE t SET b = zeroblob(900) WHERE a % 3 = 0");
    assertThat(sum("lumosql", file)).isEqualTo(2_001_000);
  }

  /** Makes the database longer without using the new pages. */
  private static void grow(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength((long) PAGES * PAGE_SIZE);
      bytes.seek(PAGE_COUNT_AT);
      bytes.writeInt(PAGES);
    }
  }

  private static void run(String engine, Path file, String... sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:" + engine + ":" + file);
        Statement statement = connection.createStatement()) {
      for (String text : sql) {
        statement.execute(text);
      }
    }
  }

  private static long sum(String engine, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:" + engine + ":" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT sum(a) FROM t WHERE length(b) >= 500")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

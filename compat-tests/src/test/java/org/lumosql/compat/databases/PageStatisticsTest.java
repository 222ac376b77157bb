// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dbstat} on a file that C SQLite has made, by both: trees of three levels, overflow pages of leaves and of interior cells, free space. */
class PageStatisticsTest {
  private static final String[] MAKING = {
    "PRAGMA page_size=512",
    "CREATE TABLE t(a,b)",
    "CREATE INDEX i ON t(b)",
    "WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM c WHERE x<400) INSERT INTO t SELECT x, printf('%03d',x)||hex(zeroblob(300+x*9)) FROM c",
    "CREATE TABLE w(a PRIMARY KEY,b) WITHOUT ROWID",
    "INSERT INTO w SELECT b,a FROM t",
    "CREATE TABLE empty(x UNIQUE)",
    "DELETE FROM t WHERE a%3=1"
  };

  private static final String[] ASKING = {
    "SELECT *,rowid FROM dbstat",
    "SELECT *,schema,aggregate,rowid FROM dbstat WHERE aggregate=1",
    "SELECT name,path FROM dbstat ORDER BY name,path",
    "SELECT sum(payload),sum(unused),sum(ncell),max(mx_payload) FROM dbstat('main') WHERE name='i'",
    "SELECT d.name,d.pageno,s.name FROM dbstat d JOIN sqlite_schema s ON d.pageno=s.rootpage ORDER BY 1"
  };

  @TempDir private Path directory;

  private List<String> rows(String url, String[] statements) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url + directory.resolve("pages.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (!statement.execute(sql)) {
          continue;
        }
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
              row.append(result.getString(column)).append('|');
            }
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }

  @Test
  void pagesOfAFileAreDescribedAsByTheLibrary() throws SQLException {
    rows("jdbc:sqlite:", MAKING);
    List<String> expected = rows("jdbc:sqlite:", ASKING);
    assertThat(expected).hasSizeGreaterThan(10_000).anyMatch(row -> row.contains("|internal|")).anyMatch(row -> row.matches(".*/[0-9a-f]{3}/[0-9a-f]{3}\\+.*"));
    assertThat(rows("jdbc:lumosql:", ASKING)).isEqualTo(expected);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 1,500 statements that cannot be compiled: valid ones with tokens dropped, doubled, swapped and replaced, and many written by hand. Each line of {@code
 * errors.tsv} has the result code, the byte offset ({@code sqlite3_error_offset}), the message and the statement as C SQLite 3.54.1 gave them over {@link #SCHEMA}.
 */
class ErrorPlaceTest {
  private static final String SCHEMA =
      "CREATE TABLE t(a INTEGER PRIMARY KEY,b TEXT,c REAL DEFAULT 1.5);"
          + "CREATE TABLE u(x,y UNIQUE,z CHECK(z>0));CREATE INDEX ub ON u(x,z);"
          + "CREATE VIEW v AS SELECT a,b FROM t WHERE a>1;"
          + "CREATE TABLE w(p,q,PRIMARY KEY(p,q)) WITHOUT ROWID;"
          + "CREATE TRIGGER tr AFTER INSERT ON u BEGIN SELECT 1; END;"
          + "CREATE TABLE g(a,b AS (a+1));";

  private static List<String> lines() {
    try (InputStream stream = ErrorPlaceTest.class.getResourceAsStream("errors.tsv")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String plain(String field) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\') {
        c = field.charAt(++i);
        c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
      }
      text.append(c);
    }
    return text.toString();
  }

  private static int bytesBefore(String sql, int offset) {
    return offset < 0 ? offset : sql.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void codeMessageAndPlaceAreThoseOfSqlite() {
    List<String> differences = new ArrayList<>();
    List<String> lines = lines();
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute(SCHEMA);
      for (String line : lines) {
        String[] fields = line.split("\t");
        String sql = plain(fields[3]);
        String expected = fields[0] + " " + plain(fields[2]) + " at " + fields[1];
        String actual;
        try (Statement statement = connection.prepare(sql)) {
          actual = "compiled " + statement.columnCount();
        } catch (EngineException e) {
          actual = e.code().code() + " " + e.getMessage() + " at " + bytesBefore(sql, e.offset());
        }
        if (!actual.equals(expected)) {
          differences.add(sql + "\n  SQLite: " + expected + "\n  here:   " + actual);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(lines).hasSize(1500);
  }
}

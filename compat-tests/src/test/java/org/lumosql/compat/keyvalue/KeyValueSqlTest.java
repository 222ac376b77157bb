// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.engine.Connection;
import org.lumosql.engine.ConnectionOptions;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;

/** The same SQL over trees in a key-value engine and in the C library gives the same rows and the same failures. */
class KeyValueSqlTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);

  private static final String[] SCHEMA = {
    "CREATE TABLE t(id INTEGER PRIMARY KEY, a, b TEXT COLLATE NOCASE, c REAL)",
    "CREATE INDEX ta ON t(a DESC, b)",
    "CREATE UNIQUE INDEX tb ON t(b, c) WHERE a > 3",
    "CREATE TABLE w(k TEXT, n INT, v, PRIMARY KEY(k, n DESC)) WITHOUT ROWID",
    "CREATE INDEX wv ON w(v)",
    "CREATE TABLE log(what TEXT)",
    "CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN INSERT INTO log VALUES(old.a || '>' || new.a); END"
  };

  private static final String[] QUERIES = {
    "SELECT id, quote(a), quote(b), c FROM t ORDER BY id",
    "SELECT quote(a), b FROM t ORDER BY a DESC, b, id",
    "SELECT id FROM t WHERE a BETWEEN 2 AND 7 ORDER BY a, id",
    "SELECT b, count(*), sum(c) FROM t GROUP BY b ORDER BY b",
    "SELECT k, n, quote(v) FROM w ORDER BY k, n DESC",
    "SELECT k, n FROM w WHERE v > 10 ORDER BY v, k, n",
    "SELECT t.id, w.n FROM t JOIN w ON t.b = w.k ORDER BY 1, 2",
    "SELECT quote(what) FROM log ORDER BY rowid",
    "SELECT quote(max(a)), quote(min(a)), count(*) FROM t",
    "SELECT name FROM sqlite_schema ORDER BY name",
    "PRAGMA integrity_check"
  };

  @TempDir Path directory;

  private final Random random = new Random(SEED);

  private List<String> ours(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(statement.columnText(i)).append('|');
        }
        rows.add(row.toString());
      }
    } catch (EngineException e) {
      rows.add("error " + e.code().primary().code());
    }
    return rows;
  }

  private static List<String> theirs(java.sql.Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        ResultSet result = statement.getResultSet();
        ResultSetMetaData columns = result.getMetaData();
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.append(result.getString(i)).append('|');
          }
          rows.add(row.toString());
        }
      }
    } catch (SQLException e) {
      rows.add("error " + (e.getErrorCode() & 0xff));
    }
    return rows;
  }

  private String value() {
    switch (random.nextInt(7)) {
      case 0:
        return "NULL";
      case 1:
        return (random.nextInt(20) - 5) / 2.0 + "";
      case 2:
        return "'" + "long text ".repeat(8) + random.nextInt(5) + "'";
      case 3:
        return "x'00" + (10 + random.nextInt(4)) + "'";
      default:
        return random.nextInt(15) + "";
    }
  }

  private String text() {
    return "'" + "aAbB".charAt(random.nextInt(4)) + "x".repeat(random.nextInt(2) * 70) + random.nextInt(4) + "'";
  }

  private String change() {
    int id = random.nextInt(60);
    switch (random.nextInt(16)) {
      case 0:
        return "DELETE FROM t WHERE a = " + value();
      case 1:
        return "UPDATE t SET a = " + value() + " WHERE id % 7 = " + id % 7;
      case 2:
        return "UPDATE OR REPLACE t SET id = id + " + (id % 3 - 1) + ", c = id WHERE b = " + text();
      case 3:
        return "DELETE FROM w WHERE k = " + text();
      case 4:
        return "UPDATE OR IGNORE w SET n = n + 1, v = " + value() + " WHERE n < " + id % 9;
      case 5:
        return "SAVEPOINT s" + id % 3;
      case 6:
        return (random.nextBoolean() ? "ROLLBACK TO s" : "RELEASE s") + id % 3;
      case 7:
        return random.nextInt(3) == 0 ? "ROLLBACK" : random.nextBoolean() ? "BEGIN" : "COMMIT";
      case 8:
        return random.nextInt(10) == 0 ? "DELETE FROM log" : "INSERT INTO log SELECT b FROM t WHERE id < 3";
      case 9:
        return random.nextBoolean() ? "CREATE TABLE extra AS SELECT * FROM t" : "DROP TABLE extra";
      case 10:
      case 11:
        return "INSERT INTO w VALUES(" + text() + ", " + id % 9 + ", " + value() + ")"
            + (random.nextBoolean() ? " ON CONFLICT DO UPDATE SET v = excluded.v" : "");
      case 12:
        return "REPLACE INTO t(id, a, b, c) VALUES(" + id + ", " + value() + ", " + text() + ", " + id % 5 + ")";
      default:
        return "INSERT INTO t(id, a, b, c) VALUES(" + id + ", " + value() + ", " + text() + ", " + id / 7.0 + ")";
    }
  }

  private Connection open(String backend) {
    String uri = "file:" + directory.resolve("test.db") + "?backend=" + backend;
    return backend.equals("sortedmap")
        ? Connection.open(uri, ConnectionOptions.defaults(), new SortedMapBackend())
        : Connection.open(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sortedmap", "lmdb", "bdb", "rocksdb"})
  void randomStatementsDoWhatTheyDoInTheLibrary(String backend) throws SQLException {
    try (Connection connection = open(backend);
        java.sql.Connection library = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      ours(connection, "PRAGMA synchronous = OFF");
      for (String sql : SCHEMA) {
        assertThat(ours(connection, sql)).as(sql).isEqualTo(theirs(library, sql));
      }
      for (int i = 0; i < (backend.equals("sortedmap") ? 1500 : 600); i++) {
        String sql = change();
        assertThat(ours(connection, sql)).as("-Dtest.seed=%d %d: %s", SEED, i, sql).isEqualTo(theirs(library, sql));
        if (i % 10 == 0) {
          for (String query : QUERIES) {
            assertThat(ours(connection, query)).as("-Dtest.seed=%d %d: %s after %s", SEED, i, query, sql)
                .isEqualTo(theirs(library, query));
          }
        }
      }
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.error.ResultCode;

/** Promises of the Java API: statements, transactions, several connections, VACUUM. */
class ConnectionTest {
  @TempDir Path folder;

  private static List<String> rows(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(i == 0 ? "" : "|").append(statement.columnText(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private String file() {
    return folder.resolve("test.db").toString();
  }

  private static ResultCode codeOf(Runnable action) {
    try {
      action.run();
      return ResultCode.OK;
    } catch (EngineException e) {
      return e.code();
    }
  }

  @Test
  void whatOneConnectionCommitsAnotherReads() {
    try (Connection first = Connection.open(file());
        Connection second = Connection.open(file())) {
      first.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b); INSERT INTO t VALUES(1,'x')");
      assertThat(rows(second, "SELECT * FROM t")).containsExactly("1|x");
      first.execute("ALTER TABLE t ADD COLUMN c DEFAULT 7");
      assertThat(rows(second, "SELECT * FROM t")).containsExactly("1|x|7");
    }
  }

  @Test
  void cachedStatementSeesAChangedSchema() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1)");
      assertThat(rows(connection, "SELECT * FROM t")).containsExactly("1");
      connection.execute("DROP TABLE t; CREATE TABLE t(x, y); INSERT INTO t VALUES(2,3)");
      assertThat(rows(connection, "SELECT * FROM t")).containsExactly("2|3");
    }
  }

  @Test
  void writerIsRefusedWhileAnotherWrites() {
    try (Connection first = Connection.open(file());
        Connection second = Connection.open(file())) {
      first.execute("CREATE TABLE t(a); BEGIN IMMEDIATE; INSERT INTO t VALUES(1)");
      assertThat(codeOf(() -> second.execute("INSERT INTO t VALUES(2)"))).isEqualTo(ResultCode.BUSY);
      first.execute("COMMIT");
      second.execute("INSERT INTO t VALUES(2)");
      assertThat(rows(first, "SELECT a FROM t ORDER BY a")).containsExactly("1", "2");
    }
  }

  @Test
  void readerInWalKeepsItsSnapshotAndCannotUpgradeAnOldOne() {
    try (Connection writer = Connection.open(file());
        Connection reader = Connection.open(file())) {
      writer.execute("PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES(1)");
      reader.execute("BEGIN");
      assertThat(rows(reader, "SELECT count(*) FROM t")).containsExactly("1");
      writer.execute("INSERT INTO t VALUES(2)");
      assertThat(rows(reader, "SELECT count(*) FROM t")).containsExactly("1");
      assertThat(codeOf(() -> reader.execute("INSERT INTO t VALUES(3)"))).isEqualTo(ResultCode.BUSY_SNAPSHOT);
      reader.execute("COMMIT");
      assertThat(rows(reader, "SELECT count(*) FROM t")).containsExactly("2");
    }
  }

  @Test
  void failedStatementUndoesItselfAndNothingElse() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a UNIQUE); BEGIN; INSERT INTO t VALUES(1)");
      assertThat(codeOf(() -> connection.execute("INSERT INTO t VALUES(2),(3),(1)")))
          .isEqualTo(ResultCode.CONSTRAINT_UNIQUE);
      connection.execute("COMMIT");
      assertThat(rows(connection, "SELECT a FROM t")).containsExactly("1");
    }
  }

  @Test
  void savepointsNestAndRollBack() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute(
          "CREATE TABLE t(a); SAVEPOINT x; INSERT INTO t VALUES(1); SAVEPOINT y; INSERT INTO t VALUES(2); ROLLBACK TO y;"
              + " INSERT INTO t VALUES(3); RELEASE x");
      assertThat(connection.isAutocommit()).isTrue();
      assertThat(rows(connection, "SELECT a FROM t")).containsExactly("1", "3");
      assertThatThrownBy(() -> connection.execute("RELEASE gone")).hasMessage("no such savepoint: gone");
    }
  }

  @Test
  void savepointDoesNotUndoWhatAnotherDatabaseDidBefore() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute(
          "CREATE TABLE t(a); CREATE TEMP TABLE s(a); BEGIN; INSERT INTO s VALUES(1); SAVEPOINT x; INSERT INTO t VALUES(2);"
              + " ROLLBACK TO x; COMMIT");
      assertThat(rows(connection, "SELECT a FROM s")).containsExactly("1");
      assertThat(rows(connection, "SELECT a FROM t")).isEmpty();
    }
  }

  @Test
  void rolledBackSchemaIsForgotten() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("BEGIN; CREATE TABLE t(a); ROLLBACK");
      assertThatThrownBy(() -> connection.execute("SELECT * FROM t")).hasMessage("no such table: t");
      connection.execute("CREATE TABLE t(b)");
      assertThat(rows(connection, "SELECT name FROM pragma_table_info('t')")).containsExactly("b");
    }
  }

  @Test
  void vacuumKeepsContentsAndTakesANewPageSize() {
    try (Connection connection = Connection.open(file())) {
      connection.execute(
          "CREATE TABLE t(a INTEGER PRIMARY KEY, b UNIQUE, c); CREATE INDEX i ON t(c DESC);"
              + " WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n WHERE x<2000)"
              + " INSERT INTO t SELECT x, 'b'||x, randomblob(50) FROM n; DELETE FROM t WHERE a%3=0;"
              + " PRAGMA user_version=12; PRAGMA page_size=1024; VACUUM");
      assertThat(rows(connection, "PRAGMA page_size")).containsExactly("1024");
      assertThat(rows(connection, "PRAGMA user_version")).containsExactly("12");
      assertThat(rows(connection, "PRAGMA freelist_count")).containsExactly("0");
      assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(rows(connection, "SELECT count(*), sum(a) FROM t")).containsExactly("1334|1334667");
      connection.execute("BEGIN");
      assertThatThrownBy(() -> connection.execute("VACUUM")).hasMessage("cannot VACUUM from within a transaction");
    }
  }

  @Test
  void vacuumIntoWritesACopyAndRefusesAFileThatIsThere() {
    String copy = folder.resolve("copy.db").toString();
    try (Connection connection = Connection.open(file())) {
      connection.execute("CREATE TABLE t(a); INSERT INTO t VALUES(1),(2)");
      connection.execute("VACUUM INTO '" + copy + "'");
      assertThatThrownBy(() -> connection.execute("VACUUM INTO '" + copy + "'")).hasMessage("output file already exists");
    }
    try (Connection connection = Connection.open(copy)) {
      assertThat(rows(connection, "SELECT sum(a) FROM t")).containsExactly("3");
    }
  }

  @Test
  void attachedDatabasesCommitTogether() {
    try (Connection connection = Connection.open(file())) {
      connection.execute("ATTACH '" + folder.resolve("other.db") + "' AS other");
      connection.execute(
          "CREATE TABLE t(a); CREATE TABLE other.u(a); BEGIN; INSERT INTO t VALUES(1); INSERT INTO u VALUES(2); COMMIT;"
              + " BEGIN; INSERT INTO t VALUES(3); INSERT INTO u VALUES(4); ROLLBACK");
      assertThat(rows(connection, "SELECT a FROM t UNION ALL SELECT a FROM u")).containsExactly("1", "2");
      connection.execute("DETACH other");
      assertThatThrownBy(() -> connection.execute("SELECT * FROM u")).hasMessage("no such table: u");
    }
  }

  @Test
  void interruptStopsARunningStatement() {
    try (Connection connection = Connection.open(":memory:");
        Statement endless =
            connection.prepare("WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x+1 FROM n) SELECT count(*) FROM n")) {
      connection.setProgressHandler(10_000, () -> true);
      assertThat(codeOf(endless::step)).isEqualTo(ResultCode.INTERRUPT);
      connection.setProgressHandler(0, null);
      assertThat(rows(connection, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void integrityCheckFindsAnIndexEntryThatIsMissing() {
    try (Connection connection = Connection.open(file())) {
      connection.execute(
          "CREATE TABLE t(a, b NOT NULL); CREATE INDEX i ON t(a); INSERT INTO t VALUES(1,1),(2,2);"
              + " PRAGMA writable_schema=1; DELETE FROM sqlite_schema WHERE name='i'; PRAGMA writable_schema=0");
    }
    try (Connection connection = Connection.open(file())) {
      connection.execute("INSERT INTO t VALUES(3,3)");
      connection.execute(
          "PRAGMA writable_schema=1; INSERT INTO sqlite_schema VALUES('index','i','t',3,'CREATE INDEX i ON t(a)');"
              + " PRAGMA writable_schema=0");
    }
    try (Connection connection = Connection.open(file())) {
      assertThat(rows(connection, "PRAGMA integrity_check"))
          .containsExactly("wrong # of entries in index i", "row 3 missing from index i");
      connection.execute("REINDEX i");
      assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
  }

  @Test
  void closedObjectsSayThatTheyAreClosed() {
    Connection connection = Connection.open(":memory:");
    Statement statement = connection.prepare("SELECT 1");
    statement.close();
    statement.close();
    assertThat(codeOf(statement::step)).isEqualTo(ResultCode.MISUSE);
    connection.close();
    connection.close();
    assertThat(codeOf(() -> connection.prepare("SELECT 1"))).isEqualTo(ResultCode.MISUSE);
  }

  @Test
  void syntaxErrorsTellTheirPlace() {
    try (Connection connection = Connection.open(":memory:")) {
      assertThatThrownBy(() -> connection.prepare("SELECT 1 FROM FROM x"))
          .hasMessage("near \"FROM\": syntax error")
          .extracting(e -> ((EngineException) e).offset())
          .isEqualTo(14);
    }
  }
}

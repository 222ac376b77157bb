// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual tables that users write: what they are told, and that their rows behave in SQL as those of other tables. */
class VirtualTableTest {
  /** Statements that do the same to a virtual table and to an ordinary one. */
  private static final List<String> SAME_STATEMENTS =
      List.of(
          "INSERT INTO x VALUES('one',1),('two',2),('three',3)",
          "INSERT INTO x(b,a) VALUES(4,'four')",
          "INSERT INTO x(rowid,a) VALUES(10,'ten')",
          "INSERT INTO x SELECT a||'!',b*10 FROM x WHERE b>2",
          "INSERT INTO x DEFAULT VALUES",
          "UPDATE x SET b=b+100 WHERE a LIKE 't%'",
          "UPDATE x SET rowid=50 WHERE a='four'",
          "UPDATE x SET b=t.c FROM (SELECT 'one' k,'joined' c) t WHERE t.k=x.a",
          "UPDATE x SET b=0 WHERE rowid=2",
          "DELETE FROM x WHERE rowid=3",
          "DELETE FROM x WHERE b IS NULL",
          "INSERT OR IGNORE INTO x VALUES('one',-1),('new',-2)",
          "INSERT OR REPLACE INTO x VALUES('two',-3)",
          "INSERT OR FAIL INTO x VALUES('f1',1),('one',2),('f2',3)",
          "INSERT INTO x VALUES('g1',1),('one',2),('g2',3)",
          "BEGIN; INSERT INTO x VALUES('h1',1); SAVEPOINT s; INSERT INTO x VALUES('h2',2); ROLLBACK TO s; INSERT INTO x VALUES('h3',3); RELEASE s; COMMIT",
          "BEGIN; DELETE FROM x; ROLLBACK",
          "BEGIN; INSERT INTO x VALUES('i1',1); INSERT OR ROLLBACK INTO x VALUES('i2',2),('one',3)",
          "SAVEPOINT a; INSERT INTO x VALUES('j1',1); SAVEPOINT b; UPDATE x SET b='?'; ROLLBACK TO b; RELEASE a",
          "SAVEPOINT a; INSERT INTO x VALUES('k1',1); ROLLBACK TO a; INSERT INTO x VALUES('k2',2); RELEASE a",
          "DELETE FROM x WHERE a IN (SELECT a FROM x ORDER BY rowid LIMIT 2)",
          "INSERT INTO log SELECT 'from trigger',1",
          "DELETE FROM x");

  private static final List<String> QUERIES =
      List.of(
          "SELECT rowid,a,b FROM x ORDER BY rowid",
          "SELECT rowid,a FROM x ORDER BY rowid DESC",
          "SELECT a FROM x WHERE rowid IN (1,2,50) ORDER BY a",
          "SELECT count(*),sum(b) FROM x",
          "SELECT l.a,r.b FROM x l JOIN x r ON r.rowid=l.rowid ORDER BY l.rowid",
          "SELECT l.a FROM x l LEFT JOIN x r ON r.rowid=l.rowid+1 WHERE r.rowid IS NULL ORDER BY 1",
          "SELECT changes()");

  @TempDir Path folder;
  private final ListModule lists = new ListModule();
  private final Connection connection = Connection.open(":memory:");

  VirtualTableTest() {
    connection.addModule(lists);
  }

  @AfterEach
  void close() {
    connection.close();
  }

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

  private static String run(Connection connection, String sql) {
    try {
      connection.execute(sql);
      return "ok";
    } catch (EngineException e) {
      return e.code().primary().toString();
    }
  }

  @Test
  void rowsChangeAsThoseOfOrdinaryTables() {
    String log = "CREATE TABLE log(a,b);CREATE TRIGGER copy AFTER INSERT ON log BEGIN INSERT INTO x VALUES(new.a,new.b); END;";
    try (Connection twin = Connection.open(":memory:")) {
      twin.execute("CREATE TABLE x(a UNIQUE,b);" + log);
      connection.execute("CREATE VIRTUAL TABLE x USING list(a,b);" + log);
      for (String sql : SAME_STATEMENTS) {
        assertThat(run(connection, sql)).as(sql).isEqualTo(run(twin, sql));
        assertThat(connection.isAutocommit()).as(sql).isEqualTo(twin.isAutocommit());
        assertThat(connection.lastInsertRowid()).as(sql).isEqualTo(twin.lastInsertRowid());
        for (String query : QUERIES) {
          assertThat(rows(connection, query)).as(query + " after " + sql).isEqualTo(rows(twin, query));
        }
      }
    }
  }

  @Test
  void theModuleIsToldOfWhatOnlyItMayUnderstand() {
    connection.execute("CREATE VIRTUAL TABLE x USING list(a,b); INSERT INTO x VALUES('one',1),('two',2)");
    String[][] expected = {
      {"a LIKE 't%'", "LIKE 0", "two|2"},
      {"a GLOB 't*'", "GLOB 0", "two|2"},
      {"a <> 'one'", "NE 0", "two|2"},
      {"1 <> b", "NE 1", "two|2"},
      {"a IS NOT 'one'", "IS_NOT 0", "two|2"},
      {"b IS NOT NULL AND a > 'p'", "IS_NOT_NULL 1", "two|2"},
      {"rowid <> 1", "NE -1", "two|2"},
    };
    for (String[] one : expected) {
      assertThat(rows(connection, "SELECT * FROM x WHERE " + one[0])).as(one[0]).containsExactly(one[2]);
      assertThat(lists.constraints).as(one[0]).contains(one[1]);
    }
    // a negation is another condition, and an index of an ordinary table has no use for these
    assertThat(rows(connection, "SELECT * FROM x WHERE a NOT LIKE 't%'")).containsExactly("one|1");
    assertThat(lists.constraints).isEmpty();
    assertThat(rows(connection, "SELECT l.a, r.a FROM x l JOIN x r ON r.a <> l.a ORDER BY 1")).containsExactly("one|two", "two|one");
    assertThat(rows(connection, "SELECT l.a, r.a FROM x l LEFT JOIN x r ON r.a LIKE l.b ORDER BY 1")).containsExactly("one|null", "two|null");
  }

  @Test
  void whatTheModuleTakesUponItselfIsNotTestedAgain() {
    connection.execute("CREATE VIRTUAL TABLE x USING list(a,b); INSERT INTO x VALUES('one',1),('two',2)");
    lists.takesAll = true;
    assertThat(rows(connection, "SELECT a FROM x WHERE a MATCH 'words'")).containsExactly("one", "two");
    assertThat(lists.given).containsExactly("words");
    assertThat(rows(connection, "SELECT a FROM x WHERE a LIKE '%z' AND b <> 7")).containsExactly("one", "two");
    assertThat(lists.given).containsExactlyInAnyOrder("%z", "7");
    assertThat(rows(connection, "SELECT a FROM x WHERE b NOT NULL")).containsExactly("one", "two");
    assertThat(rows(connection, "SELECT a FROM x WHERE a MATCH 'x' OR b = 2 LIMIT 0")).isEmpty();
    assertThatThrownBy(() -> rows(connection, "SELECT a FROM x WHERE b + 1 MATCH 'x'")).hasMessageContaining("unable to use function MATCH");
  }

  @Test
  void theModuleIsToldOfTransactionsAndDefinitions() {
    connection.execute("CREATE VIRTUAL TABLE x USING list(a,b); INSERT INTO x VALUES(1,2)");
    assertThat(lists.calls).containsExactly("create main.x", "begin", "prepare", "commit");
    lists.calls.clear();
    connection.execute("BEGIN; INSERT INTO x VALUES(3,4); DELETE FROM x WHERE a=3; ROLLBACK; SELECT * FROM x");
    assertThat(lists.calls).containsExactly("begin", "rollback");
    lists.calls.clear();
    connection.execute("DROP TABLE x");
    assertThat(lists.calls).containsExactly("destroy");
    assertThat(rows(connection, "SELECT * FROM sqlite_schema")).isEmpty();
  }

  @Test
  void aTableOfTheFileIsConnectedWhenTheFileIsOpenedAgain() {
    String file = folder.resolve("virtual.db").toString();
    for (int i = 0; i < 2; i++) {
      lists.calls.clear();
      try (Connection other = Connection.open(file)) {
        other.addModule(lists);
        other.execute("CREATE VIRTUAL TABLE IF NOT EXISTS x USING list(a,b); INSERT INTO x VALUES(1,2)");
        assertThat(rows(other, "SELECT * FROM x")).containsExactly("1|2");
      }
      assertThat(lists.calls)
          .containsExactly(i == 0 ? "create main.x" : "connect main.x", "begin", "prepare", "commit", "close");
    }
  }

  @Test
  void whatCannotBeDoneIsRefusedInTheWordsOfSqlite() {
    connection.execute("CREATE VIRTUAL TABLE x USING list(a,b)");
    assertRefused("INSERT INTO x VALUES(1,2) ON CONFLICT DO NOTHING", "UPSERT not implemented for virtual table \"x\"");
    assertRefused("DELETE FROM x RETURNING a", "DELETE RETURNING is not available on virtual tables");
    assertRefused("UPDATE x SET a=1 RETURNING a", "UPDATE RETURNING is not available on virtual tables");
    assertRefused("CREATE INDEX i ON x(a)", "virtual tables may not be indexed");
    assertRefused("CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END", "cannot create triggers on virtual tables");
    assertRefused("ALTER TABLE x ADD COLUMN c", "virtual tables may not be altered");
    assertRefused("DELETE FROM json_each", "table json_each may not be modified");
    assertRefused("CREATE VIRTUAL TABLE y USING nosuch", "no such module: nosuch");
    assertRefused("CREATE VIRTUAL TABLE y USING list", "a list needs columns");
    assertRefused("CREATE VIRTUAL TABLE y USING json_each", "no such module: json_each");
    assertThat(rows(connection, "SELECT name FROM sqlite_schema")).containsExactly("x");
    assertThat(rows(connection, "INSERT INTO x VALUES('r',7) RETURNING rowid,a,b")).containsExactly("-1|r|7");
  }

  private void assertRefused(String sql, String message) {
    assertThatThrownBy(() -> connection.execute(sql)).as(sql).isInstanceOf(EngineException.class).hasMessage(message);
  }

  @Test
  void aRenamedTableKeepsItsRows() {
    connection.execute("CREATE VIRTUAL TABLE x USING list(a,b)");
    lists.calls.clear();
    connection.execute("ALTER TABLE x RENAME TO y");
    assertThat(lists.calls).startsWith("rename y");
    assertThat(rows(connection, "SELECT sql FROM sqlite_schema")).containsExactly("CREATE VIRTUAL TABLE \"y\" USING list(a,b)");
    connection.execute("INSERT INTO y VALUES(1,2)");
    assertThat(rows(connection, "SELECT * FROM y")).containsExactly("1|2");
  }

  @Test
  void orderAndSingleRowsAreLeftToTheTable() {
    connection.execute("CREATE VIRTUAL TABLE x USING list(a,b)");
    assertThat(rows(connection, "EXPLAIN QUERY PLAN SELECT * FROM x ORDER BY rowid DESC"))
        .hasSize(1)
        .allMatch(row -> row.endsWith("SCAN x VIRTUAL TABLE INDEX 2:"));
    assertThat(rows(connection, "EXPLAIN QUERY PLAN SELECT * FROM x WHERE rowid=5 ORDER BY a"))
        .anyMatch(row -> row.endsWith("SCAN x VIRTUAL TABLE INDEX 1:"));
  }
}

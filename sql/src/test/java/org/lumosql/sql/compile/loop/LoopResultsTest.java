// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.engine.Connection;
import org.lumosql.engine.Statement;
import org.lumosql.schema.Optimisation;

/**
 * Queries give the rows that the C library gives for a copy of the same file, in the same order where the plans are the
 * same.
 */
class LoopResultsTest {
  private static final long SEED = Long.decode(System.getProperty("test.seed", "0x5eed"));

  @TempDir Path folder;
  private Path theirs;
  private Path ours;

  @BeforeEach
  void makeFiles() {
    theirs = folder.resolve("theirs.db");
    ours = folder.resolve("ours.db");
  }

  private void define(String... statements) throws Exception {
    try (java.sql.Connection connection = DriverManager.getConnection("jdbc:sqlite:" + theirs);
        java.sql.Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
    Files.copy(theirs, ours);
  }

  private static List<String> rows(java.sql.Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      int count = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= count; i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static List<String> rows(Connection connection, String sql) {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(statement.isNull(i) ? "null" : statement.columnText(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void randomJoinsHaveTheRowsOfTheLibrary() throws Exception {
    define(RandomQueries.schema(125, false));
    RandomQueries queries = new RandomQueries(SEED);
    try (java.sql.Connection reference = DriverManager.getConnection("jdbc:sqlite:" + theirs);
        java.sql.Statement statement = reference.createStatement();
        Connection connection = Connection.open(ours.toString())) {
      for (int i = 0; i < 500; i++) {
        String sql = queries.next();
        List<String> expected = rows(statement, sql);
        List<String> actual = rows(connection, sql);
        // a LIMIT may cut equal rows differently
        if (!sql.contains("LIMIT")) {
          Collections.sort(expected);
          Collections.sort(actual);
          assertThat(actual).as("seed 0x%x: %s", SEED, sql).isEqualTo(expected);
        } else {
          assertThat(actual).as("seed 0x%x: %s", SEED, sql).hasSameSizeAs(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM a RIGHT JOIN b ON a.y=b.p",
        "SELECT * FROM b RIGHT JOIN a ON a.y=b.p",
        "SELECT * FROM a FULL JOIN b ON a.y=b.p WHERE a.x IS NULL OR b.q>1",
        "SELECT * FROM a LEFT JOIN b ON a.y=b.p RIGHT JOIN c ON c.k=a.z",
        "SELECT * FROM a JOIN b ON a.y=b.p RIGHT JOIN c ON c.k=a.z WHERE c.v<10",
        "SELECT * FROM a FULL JOIN c ON c.k=a.z FULL JOIN b ON b.p=a.y",
        "SELECT * FROM a FULL JOIN c ON c.k=a.z LEFT JOIN b ON b.p=a.y",
        "SELECT * FROM a LEFT JOIN (b JOIN c ON b.r=c.k) ON a.y=b.p",
        "SELECT * FROM a RIGHT JOIN (SELECT p, count(*) n FROM b GROUP BY p) s ON s.p=a.y",
        "SELECT * FROM d WHERE e+f=3",
        "SELECT e+f FROM d ORDER BY e+f",
        "SELECT a.z, coalesce(lower(d.g), 'none'), d.e+d.f FROM a LEFT JOIN d ON d.e+d.f=a.x",
        "SELECT * FROM b WHERE (p,q) IN (SELECT 20,2 UNION SELECT 10,1)",
        "SELECT * FROM b WHERE (p,q) IN (VALUES(20,2),(20,3),(20,4))",
        "SELECT * FROM b WHERE (p,q)>(20,2)",
        "SELECT * FROM b WHERE p IN (SELECT y FROM a WHERE a.x=b.q)",
        "SELECT min(p), q FROM b",
        "SELECT min(p), q FROM b WHERE p IS NULL",
        "SELECT max(p) FROM b WHERE q>1",
        "SELECT * FROM a WHERE x=1 OR x=3 OR y=10",
        "SELECT * FROM c WHERE k='one' OR v=2",
        "SELECT * FROM a LEFT JOIN b ON b.p=a.y OR b.p=a.x*10",
        "SELECT * FROM a WHERE x='3'",
        "SELECT * FROM a WHERE x=3.5",
        "SELECT * FROM a WHERE x>2.5",
        "SELECT * FROM b WHERE p<30 ORDER BY p DESC",
        "SELECT * FROM b WHERE p IS 10",
        "SELECT * FROM b WHERE p='20'",
        "SELECT * FROM c WHERE k LIKE 'T%'",
        "SELECT * FROM c WHERE k GLOB 't*' ORDER BY k DESC",
        "SELECT * FROM b ORDER BY p NULLS LAST",
        "SELECT * FROM b ORDER BY p DESC NULLS FIRST",
        "SELECT a.y FROM a LEFT JOIN b ON a.x=b.q GROUP BY a.y",
      })
  void rowsAreThoseOfTheLibraryInItsOrder(String sql) throws Exception {
    define(
        "CREATE TABLE a(x INTEGER PRIMARY KEY, y INT, z TEXT)",
        "CREATE TABLE b(p INT, q INT, r TEXT)",
        "CREATE INDEX bp ON b(p)",
        "CREATE TABLE c(k TEXT COLLATE nocase PRIMARY KEY, v INT) WITHOUT ROWID",
        "CREATE TABLE d(e INT, f INT, g TEXT)",
        "CREATE INDEX dx ON d(e+f, g)",
        "CREATE INDEX dl ON d(lower(g))",
        "INSERT INTO a VALUES(1,10,'one'),(2,20,'two'),(3,30,'three'),(4,NULL,'four'),(5,10,NULL)",
        "INSERT INTO b VALUES(10,1,'ten'),(20,2,'twenty'),(20,3,'zwanzig'),(40,NULL,'forty'),(NULL,5,NULL)",
        "INSERT INTO c VALUES('one',1),('two',2),('six',6),('ten',10),(x'746578',11)",
        "INSERT INTO d VALUES(1,2,'Abc'),(2,1,'aBd'),(5,5,'x'),(NULL,3,'Q'),(3,3,NULL)");
    List<String> expected;
    try (java.sql.Connection reference = DriverManager.getConnection("jdbc:sqlite:" + theirs);
        java.sql.Statement statement = reference.createStatement()) {
      expected = rows(statement, sql);
    }
    try (Connection connection = Connection.open(ours.toString())) {
      assertThat(rows(connection, sql)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT t.a, k.f FROM t, k WHERE t.b = k.e AND k.g = 5",
        "SELECT * FROM m, w WHERE m.l = w.q OR m.i = w.q",
        "SELECT * FROM w WHERE p = 'p1' OR r = 2",
      })
  void switchesChangeNoRows(String sql) throws Exception {
    define(RandomQueries.schema(125, true));
    try (Connection connection = Connection.open(ours.toString())) {
      List<String> expected = rows(connection, sql);
      Collections.sort(expected);
      for (Optimisation optimisation : Optimisation.values()) {
        connection.setOptimisation(optimisation, false);
        List<String> actual = rows(connection, sql);
        Collections.sort(actual);
        assertThat(actual).as("without %s", optimisation).isEqualTo(expected);
        connection.setOptimisation(optimisation, true);
      }
    }
  }
}

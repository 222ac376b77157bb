// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same command line and input through ours and through the {@code sqlite3} shell: output, error output and exit status are equal, byte for byte.
 * Written against sqlite3 3.40; skipped where another version or none is installed.
 */
class SameAsSqliteShellTest {
  private static final String VERSION = "3.40.1";

  private static final String DATABASE =
      """
      CREATE TABLE artist(id INTEGER PRIMARY KEY, name TEXT NOT NULL, born REAL DEFAULT 1.5);
      CREATE UNIQUE INDEX artist_name ON artist(name);
      CREATE TABLE album(id INTEGER PRIMARY KEY, artist REFERENCES artist, "full title" TEXT UNIQUE);
      CREATE VIEW names AS SELECT id, upper(name) AS "big name", 3 AS "select" FROM artist;
      CREATE TRIGGER after_artist AFTER INSERT ON artist BEGIN SELECT 1; END;
      CREATE TABLE "quo te"(a,b);
      CREATE TABLE [br](a -- with a comment
      );
      CREATE VIEW broken AS SELECT * FROM nowhere;
      INSERT INTO artist VALUES(1,'one',NULL),(2,'two,x',2.5),(3,'thr''ee"',3),(4,'with space',-1e100);
      INSERT INTO artist VALUES(5,'ünïcödé 日本語',0.25),(6,'tab'||char(9)||'x',6),(7,'two
      lines',7),(8,'',8);
      INSERT INTO album VALUES(1,1,'first'),(2,1,'second'),(3,2,NULL);
      """;

  @TempDir static Path templates;

  @TempDir Path directory;

  /** Each side makes the database itself, once; each comparison takes a copy. */
  @BeforeAll
  static void makeDatabases() throws IOException, InterruptedException {
    String version = Lumo.sqlite3Version();
    assumeTrue(VERSION.equals(version), "needs the sqlite3 shell " + VERSION + ", found " + version);
    String script = "PRAGMA synchronous=OFF; BEGIN;\n" + DATABASE + "COMMIT;\n";
    String theirs = templates.resolve("sqlite3.db").toString();
    assertThat(Lumo.sqlite3(templates, script, theirs)).isEqualTo(new Lumo.Result(0, "", ""));
    assertThat(Lumo.run(script, templates.resolve("lumosql.db").toString())).isEqualTo(new Lumo.Result(0, "", ""));
  }

  private void assertSame(String input, String... arguments) throws IOException, InterruptedException {
    Path database = directory.resolve("music.db");
    String[] line = Arrays.stream(arguments).map(a -> a.equals("DB") ? database.toString() : a).toArray(String[]::new);
    Files.copy(templates.resolve("sqlite3.db"), database, StandardCopyOption.REPLACE_EXISTING);
    Lumo.Result expected = Lumo.sqlite3(directory, input, line);
    Files.copy(templates.resolve("lumosql.db"), database, StandardCopyOption.REPLACE_EXISTING);
    Lumo.Result actual = Lumo.run(input, line);
    String err = expected.err().replaceFirst("^sqlite3: ", "lumosql: ");
    assertThat(actual).isEqualTo(new Lumo.Result(expected.status(), expected.out(), err));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "csv", "column", "line", "quote", "tabs"})
  void outputModesPrintTheSame(String mode) throws Exception {
    for (String headers : new String[] {"", ".headers on\n", ".headers off\n"}) {
      for (String nullValue : new String[] {"", ".nullvalue NIL\n", ".nullvalue 'no value'\n"}) {
        assertSame(
            headers + nullValue + ".mode " + mode
                + "\nSELECT * FROM artist;\nSELECT * FROM album;\nSELECT 1 AS a WHERE 0;\n"
                + "SELECT id AS 'a''b', name AS \"big name\" FROM artist WHERE id<3; SELECT 'x' AS é;\n.mode\n",
            "DB");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-list", "-csv", "-column", "-line", "-quote", "-tabs"})
  void modeOptionsPrintTheSame(String option) throws Exception {
    assertSame("", option, "DB", "SELECT * FROM artist", "SELECT NULL, 5, x'00ff' IS NULL");
    assertSame("", "-header", option, "-nullvalue", "NIL", "DB", "SELECT * FROM artist; SELECT * FROM album");
    assertSame("SELECT * FROM artist;\n", "-separator", "::", option, "DB");
  }

  @Test
  void longValuesWrapInColumnMode() throws Exception {
    assertSame(
        """
        .mode column
        SELECT 'a much longer text than sixty characters wide, to see where the column mode wraps it' AS text, 1 AS n;
        SELECT printf('%.60c','x') AS exact, printf('%.120c','y') AS twice, printf('%.61c','z') AS more;
        SELECT 'a'||char(10)||'b' AS lines, char(13)||char(10)||'c' AS windows, char(1,2)||'z' AS control;
        SELECT char(10), 'x'||char(10), char(9)||'t', 'ab'||char(9)||'t';
        .headers off
        SELECT 'plain', 1; SELECT 'last column', 'is padded' UNION ALL SELECT 1, 2;
        """,
        "DB");
  }

  @Test
  void separatorsPrintTheSame() throws Exception {
    assertSame(
        """
        .headers on
        .separator ; |
        SELECT 1, 2; SELECT 3, 4;
        .mode list
        SELECT 1, 2;
        .mode csv
        .separator ;
        SELECT 1, 'a;b', 'a,b';
        .separator "\\t" "\\n"
        SELECT 1, 2;
        .mode tabs
        .separator '\\t'
        SELECT 1, 2;
        """,
        "DB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".schema", ".schema artist", ".schema ARTIST", ".schema names", ".schema a*", ".schema 'a%'", ".schema nothing",
        ".schema main.album", ".schema sqlite_schema", ".schema sqlite_master", ".schema after_artist", ".schema --foo",
        ".tables", ".tables a%", ".tables 'quo te'", ".tables nothing", ".ta", ".indexes", ".indexes artist",
        ".indices album", ".indexes nothing", ".databases", ".nosuch", ".headers", ".headers maybe", ".bail", ".nullvalue",
        ".separator", ".read", ".read nosuchfile", ".mode", ".echo", ".print a 'b  c' \"d\\te\"", ".help tables", ".help databases"
      })
  void dotCommandsPrintTheSame(String command) throws Exception {
    assertSame("", "DB", command);
    assertSame(command + "\nSELECT 'next';\n", "DB");
  }

  @Test
  void otherDatabasesAreInTheLists() throws Exception {
    assertSame(
        """
        CREATE TEMP TABLE scratch(a);
        CREATE TEMP VIEW shown AS SELECT 1 AS x;
        ATTACH ':memory:' AS aux;
        ATTACH ':memory:' AS "odd name";
        CREATE TABLE aux.more(a, b);
        CREATE INDEX aux.more_a ON more(a);
        CREATE TABLE "odd name".deep(a);
        .tables
        .schema
        .indexes
        .schema aux.more
        .schema deep
        """,
        "DB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM nosuch", "SELECT nocol FROM artist", "SELEC 1", "SELECT 1 +", "SELECT nosuchf(1)", "SELECT 'a\nb', zzz\n= 3 FROM artist",
        "SELECT (SELECT a_rather_long_name_of_a_column_that_is_not_there FROM artist), another_long_name_of_a_column FROM artist",
        "SELECT 'ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé ünïcödé', nocol, 'ünïcödé ünïcödé ünïcödé ünïcödé' FROM artist",
        "INSERT INTO artist VALUES(1)", "INSERT INTO artist VALUES(1,'x',1)", "INSERT INTO artist VALUES(10,'one',1)",
        "INSERT INTO artist VALUES(11,NULL,1)", "SELECT abs(-9223372036854775808)", "SELECT 1, json('x')",
        "BEGIN; BEGIN", "ROLLBACK", "SELECT raise(abort,'x')", "DROP TABLE nosuch", "SELECT 1 UNION SELECT 1,2",
        "SELECT * FROM artist GROUP BY", "ATTACH '/nonexistent/dir/x' AS aux", "SELECT 1; SELECT nocol FROM artist; SELECT 2",
        "SELECT ?1, :a", "SELECT 'unfinished", "  SELECT x FROM artist", "/* comment */ SELECT 1 x y z"
      })
  void errorsReadTheSame(String sql) throws Exception {
    assertSame("", "DB", sql, "SELECT 'not reached'");
    assertSame("SELECT 'first';\n" + sql + ";\nSELECT 'next';\n", "DB");
    assertSame("SELECT 'first';\n\n" + sql + ";\nSELECT 'not reached';\n", "-bail", "DB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT\n1\n;\n\nSELECT 2", "/* only a comment */\n-- and another\n;\n;;\nSELECT 1 /* open\nclose */ ;\n",
        "SELECT 'a;b'; SELECT \"x;y\"; SELECT 1;", " .tables\nSELECT 1;", "SELECT 1;\n.exit 3\nSELECT 2;\n", ".quit\nSELECT 1;\n",
        "CREATE TRIGGER t2 AFTER DELETE ON artist BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\nSELECT 'made';\n",
        ".echo on\nSELECT 1;\n.tables\n-- comment\nSELECT\n2;\n.echo off\nSELECT 3;\n", ".bail on\nSELECT x FROM artist;\nSELECT 1;\n",
        ".open :memory:\n.tables\nSELECT 1;\n", ".open /nonexistent/x\nSELECT 2;\n", ".nosuch\n.headers\nSELECT 1;\n",
        "EXPLAIN QUERY\n", "SELECT 1;SELECT x FROM artist;SELECT 2;\nSELECT 3;\n", ".headers on\n.headers 0\nSELECT 1 AS a;\n"
      })
  void inputIsReadTheSame(String input) throws Exception {
    assertSame(input, "DB");
  }

  @Test
  void commandLinesAreReadTheSame() throws Exception {
    assertSame("SELECT 'input';\n", "-cmd", "SELECT 'first'", "DB");
    assertSame("SELECT 'input';\n", "-cmd", "SELECT 'first'", "DB", "SELECT 'second'");
    assertSame("SELECT 'input';\n", "-cmd", ".nosuch", "DB");
    assertSame("SELECT 'input';\n", "-bail", "-cmd", ".nosuch", "DB");
    assertSame("", "DB", "SELECT 1", ".exit 3", "SELECT 2");
    assertSame("", "-nosuch");
    assertSame("", "-separator");
    assertSame("", "/nonexistent/dir/x", "SELECT 1");
    assertSame("", "-readonly", directory.resolve("missing.db").toString(), "SELECT 1");
    assertSame("", "-readonly", "DB", ".databases", "SELECT count(*) FROM artist", "DELETE FROM artist");
    assertSame("", "-echo", "DB", "SELECT 1", ".tables");
  }

  @Test
  void filesAreReadTheSame() throws Exception {
    Path good = Files.writeString(directory.resolve("good.sql"), "SELECT 1;\n.tables\nSELECT\n2");
    Path bad = Files.writeString(directory.resolve("bad.sql"), "SELECT 1;\nSELECT x FROM artist;\n.nosuch\nSELECT 2;\n");
    assertSame("", "DB", ".read " + good, "SELECT 3");
    assertSame("", "DB", ".read " + bad, "SELECT 'not reached'");
    assertSame(".read " + bad + "\nSELECT 3;\n", "DB");
    assertSame(".bail on\n.read " + bad + "\nSELECT 3;\n", "DB");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedTheSame() throws Exception {
    String file = Files.writeString(directory.resolve("text.txt"), "this is not a database, ".repeat(50)).toString();
    assertSame("", file, "SELECT * FROM t");
    assertSame("", file, ".tables");
    assertSame("SELECT 1 FROM t;\n", file);
  }
}

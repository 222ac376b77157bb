// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lumosql.sql.SqlException;

/** The parser accepts and refuses what C SQLite does, with the same message. */
class SyntaxOracleTest {
  /** Messages that the parser gives; others are about names and come later. */
  private static final Pattern SYNTAX =
      Pattern.compile(
          "near \".*\": syntax error|incomplete input|unrecognized token: .*|unknown join type: .*"
              + "|hex literal too big: .*|Expression tree is too large.*|Recursion limit|unknown table option: .*"
              + "|unsupported frame specification|.* clause should come after .* not before|a JOIN clause is required.*"
              + "|unsupported use of NULLS .*|syntax error after column name .*|duplicate WITH table name: .*"
              + "|variable number must be .*|too many arguments on function .*|too many terms in compound SELECT",
          Pattern.DOTALL);

  private static Connection sqlite;

  @BeforeAll
  static void open() throws SQLException {
    sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterAll
  static void close() throws SQLException {
    sqlite.close();
  }

  /** What SQLite says, null if it compiles. */
  private static String oracle(String sql) {
    try (PreparedStatement ignored = sqlite.prepareStatement(sql)) {
      return null;
    } catch (SQLException e) {
      String message = e.getMessage();
      return message.substring(message.indexOf('(') + 1, message.length() - 1);
    }
  }

  private static String ours(String sql) {
    try {
      Parser.parse(sql);
      return null;
    } catch (SqlException e) {
      return e.getMessage();
    }
  }

  /** Compares what both say, if SQLite does not complain about something else before it comes to the syntax. */
  private static void compare(String sql, List<String> differences) {
    String mine = ours(sql);
    if (mine == null && Parser.parse(sql).statement() == null) {
      return;
    }
    String theirs = oracle(sql);
    boolean isSyntax = theirs != null && SYNTAX.matcher(theirs).matches();
    boolean same = isSyntax || theirs == null ? Objects.equals(mine, theirs) : true;
    if (!same) {
      differences.add(sql + "\n   sqlite: " + theirs + "\n   here:   " + mine);
    }
  }

  private static void compareScript(String script, List<String> differences) {
    int from = 0;
    while (from < script.length()) {
      int end;
      try {
        ParsedStatement parsed = Parser.parse(script, from, Limits.DEFAULT);
        end = parsed.end();
        if (parsed.statement() == null) {
          return;
        }
      } catch (SqlException e) {
        end = script.length();
      }
      compare(script.substring(from, end), differences);
      from = end;
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = SyntaxOracleTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    }
  }

  /** A file of test data, which -Dlumosql.testData tells the folder of. */
  private static Path data(String name) {
    String folder = System.getProperty("lumosql.testData");
    Assumptions.assumeTrue(folder != null && Files.exists(Path.of(folder, name)), "no test data");
    return Path.of(folder, name);
  }

  @Test
  void statementsOfTheListAreTakenAsSqliteTakesThem() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String line : lines("statements.txt")) {
      compare(line, differences);
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void everyPrefixOfAStatementFailsAsInSqlite() throws IOException {
    List<String> differences = new ArrayList<>();
    // of a malformed number with separators SQLite prints what was left of it when it gave up
    Pattern separated = Pattern.compile("[0-9]_");
    for (String line : lines("statements.txt")) {
      for (int end = 1; end < line.length() && line.length() < 200 && !separated.matcher(line).find(); end++) {
        compare(line.substring(0, end), differences);
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void keywordsMayBeNamesWhereSqliteLetsThem() {
    List<String> differences = new ArrayList<>();
    String[] places = {
      "CREATE TEMP TABLE x(%s)", "SELECT 1 %s", "SELECT %s", "SELECT %s.a", "SELECT %s(1)", "SELECT 1 AS %s",
      "SELECT 1 FROM t %s", "SELECT 1 FROM %s", "PRAGMA x = %s", "SELECT 1 COLLATE %s", "SELECT 1 IN %s",
      "SELECT a %s b", "SELECT a %s b JOIN c", "SELECT 1 FROM t %s JOIN u", "CREATE TABLE %s(a)",
      "CREATE TABLE t(a %s)",
      "CREATE TABLE t(a DEFAULT %s)", "%s", "%s 1", "WITH %s AS (SELECT 1) SELECT 1", "SELECT f(1) %s (ORDER BY 1)",
      "SELECT 1 WINDOW %s AS (ORDER BY 1)", "SELECT f(1) OVER (%s ORDER BY 1)", "SAVEPOINT %s", "VACUUM %s",
      "ANALYZE %s",
      "CREATE TABLE t(a) %s", "CREATE TRIGGER t %s UPDATE ON x BEGIN SELECT 1; END"
    };
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isKeyword()) {
        for (String place : places) {
          compare(place.replace("%s", kind.name()), differences);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void deepNestingEndsInAnErrorAsInSqlite() {
    List<String> differences = new ArrayList<>();
    for (int depth : new int[] {90, 900, 1100, 2400, 2600, 100_000}) {
      compare("SELECT " + "(".repeat(depth) + "1" + ")".repeat(depth), differences);
      compare("SELECT 1" + "+1".repeat(depth), differences);
      if (depth < 2500) {
        compare("SELECT " + "- ".repeat(depth) + "1", differences);
        compare("SELECT " + "NOT ".repeat(depth) + "1", differences);
      }
    }
    for (String opening :
        new String[] {"(1+", "abs(", "CASE WHEN ", "1 IN (", "(SELECT ", "EXISTS(SELECT * FROM (SELECT "}) {
      String sql = "SELECT " + opening.repeat(100_000);
      assertThat(ours(sql)).isIn("Recursion limit", "Expression tree is too large (maximum depth 1000)");
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void scriptsOfTheFuzzCorpusAreTakenAsSqliteTakesThem() throws SQLException {
    Path file = data("databases/fuzzdata6.db");
    List<String> differences = new ArrayList<>();
    try (Connection corpus = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows = corpus.createStatement().executeQuery("SELECT sqltext FROM xsql")) {
      while (rows.next()) {
        compareScript(rows.getString(1), differences);
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void sqlTestsAreTakenAsSqliteTakesThem() throws IOException {
    Path file = data("sqltest/sqltest.zip");
    List<String> differences = new ArrayList<>();
    Pattern test = Pattern.compile("^(?:test|setup) [^{]*\\{(.*?)^\\}", Pattern.DOTALL | Pattern.MULTILINE);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        test.matcher(text).results().forEach(match -> compareScript(match.group(1), differences));
      }
    }
    assertThat(differences).isEmpty();
  }
}

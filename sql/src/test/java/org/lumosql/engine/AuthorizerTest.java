// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lumosql.error.ResultCode;
import org.lumosql.schema.Authorizer;
import org.lumosql.schema.Authorizer.Action;
import org.lumosql.schema.Authorizer.Decision;

/** Authorizers: what they are told, and what their answers do, compared with what C SQLite did with the same statements. */
class AuthorizerTest {
  private final List<String> told = new ArrayList<>();
  private String pattern;
  private Decision answer;

  private Decision decide(Action action, String first, String second, String database, String inner) {
    String call = action + " " + text(first) + " " + text(second) + " " + text(database) + " " + text(inner);
    told.add("  " + call);
    return pattern != null && call.contains(pattern) ? answer : Decision.OK;
  }

  private static String text(String name) {
    return name == null ? "NULL" : name;
  }

  @Test
  void answersDoWhatTheyDoInSqlite() {
    List<String> expected = lines("outcomes.txt");
    List<String> actual = new ArrayList<>();
    try (Connection connection = Connection.open(":memory:")) {
      connection.setAuthorizer(this::decide);
      for (String line : expected) {
        if (line.startsWith("-- ")) {
          actual.add(line);
          rule(line.substring(3).split(" ", 2));
        } else if (line.startsWith("# ")) {
          actual.add(line);
          run(connection, line.substring(2), actual);
        }
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  private void rule(String[] words) {
    pattern = words.length > 1 ? words[1] : null;
    answer = words[0].equals("deny") ? Decision.DENY : words[0].equals("ignore") ? Decision.IGNORE : null;
  }

  private static void run(Connection connection, String sql, List<String> outcome) {
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringJoiner row = new StringJoiner("|", "  = ", "");
        for (int i = 0; i < statement.columnCount(); i++) {
          row.add(text(statement.columnText(i)));
        }
        outcome.add(row.toString());
      }
    } catch (EngineException e) {
      outcome.add("  ! " + e.code().code() + " " + e.getMessage());
    }
  }

  @Test
  void callsAreSqlitesOwn() {
    List<String> expected = lines("calls.txt");
    List<String> actual = new ArrayList<>();
    try (Connection connection = Connection.open(":memory:")) {
      connection.setAuthorizer(this::decide);
      for (String line : expected) {
        if (line.startsWith("# ") || line.startsWith("~ ")) {
          told.clear();
          run(connection, line.substring(2), new ArrayList<>());
          actual.add(line);
          // columns of the schema table are left out: the engine writes them without SQL
          told.removeIf(call -> call.matches("  (UPDATE|READ) sqlite_(temp_)?master .*"));
          if (line.startsWith("# ")) {
            actual.addAll(new TreeSet<>(told));
          }
        }
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static List<String> lines(String file) {
    try (InputStream in = AuthorizerTest.class.getResourceAsStream("/authorizer/" + file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.substring(all.indexOf("\n\n") + 2).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void preparedStatementsAreAskedAboutAgain() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a, b); INSERT INTO t VALUES(1, 2)");
      connection.prepare("SELECT b FROM t").close(); // its program is kept
      try (Statement before = connection.prepare("SELECT a, b FROM t")) {
        connection.setAuthorizer(
            (action, first, second, database, inner) -> "b".equals(second) ? Decision.DENY : Decision.OK);
        assertThatThrownBy(before::step)
            .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.AUTH))
            .hasMessage("access to t.b is prohibited");
        assertThatThrownBy(() -> connection.prepare("SELECT b FROM t")).hasMessage("access to t.b is prohibited");
        connection.setAuthorizer(null);
        before.reset();
        assertThat(before.step()).isTrue();
        assertThat(before.columnLong(1)).isEqualTo(2);
      }
    }
  }

  @Test
  void eachStatementThatIsPreparedIsAskedAbout() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a)");
      connection.setAuthorizer(this::decide);
      for (String sql : List.of("SELECT a FROM t", "SELECT a FROM t", "SELECT a FROM t WHERE a = 5", "SELECT a FROM t WHERE a = 6")) {
        told.clear();
        connection.prepare(sql).close();
        assertThat(told).contains("  SELECT NULL NULL NULL NULL", "  READ t a main NULL");
      }
    }
  }

  @Test
  void pragmasThatQueriesCallAreAskedAbout() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a)");
      connection.setAuthorizer(
          (action, first, second, database, inner) -> action == Action.PRAGMA && "t".equals(second) ? Decision.DENY : Decision.OK);
      try (Statement statement = connection.prepare("SELECT name FROM pragma_table_info('t')")) {
        assertThatThrownBy(statement::step).hasMessage("not authorized");
      }
      assertThat(count(connection, "SELECT count(*) FROM pragma_table_info('other')")).isZero();
    }
  }

  private static long count(Connection connection, String sql) {
    try (Statement statement = connection.prepare(sql)) {
      statement.step();
      return statement.columnLong(0);
    }
  }

  @Test
  void anAuthorizerThatThrowsLeavesTheConnectionUsable() {
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute("CREATE TABLE t(a); CREATE VIEW v AS SELECT a FROM t");
      connection.setAuthorizer(
          (action, first, second, database, inner) -> {
            if ("v".equals(inner)) {
              throw new IllegalStateException("no");
            }
            return Decision.OK;
          });
      assertThatThrownBy(() -> connection.prepare("SELECT * FROM v")).isInstanceOf(IllegalStateException.class);
      assertThat(count(connection, "SELECT count(*) FROM t")).isZero();
    }
  }

  @Test
  void actionsHaveSqlitesNumbers() {
    assertThat(Action.CREATE_INDEX.number()).isEqualTo(1);
    assertThat(Action.READ.number()).isEqualTo(20);
    assertThat(Action.RECURSIVE.number()).isEqualTo(33);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lumosql.vdbe.P4;
import org.lumosql.vdbe.Program;

/** A program that was taken over from another text is the program that the text itself is compiled to, instruction by instruction. */
final class StatementShapesTest {
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.$:?@\"`\\[])\\d+(?:\\.\\d+)?(?![\\w.])");

  private final Connection connection = Connection.open(":memory:");
  private int served;

  @AfterEach
  void close() {
    connection.close();
  }

  private Program program(String sql) {
    try (Statement statement = connection.prepare(sql)) {
      return statement.program();
    }
  }

  /** Prepares a text after another one, and alone; tells whether the first program served. */
  private boolean compare(String first, String second) {
    connection.setStatementCacheSize(0);
    connection.setStatementCacheSize(10);
    Program alone;
    try {
      alone = program(second);
    } catch (EngineException wrong) {
      return false;
    }
    connection.setStatementCacheSize(0);
    connection.setStatementCacheSize(10);
    Program before;
    try {
      before = program(first);
    } catch (EngineException wrong) {
      return false;
    }
    Program after = program(second);
    if (alone == null) {
      assertThat(after).isNull();
      return false;
    }
    assertThat(text(after)).as("%s after %s", second, first).isEqualTo(text(alone));
    assertThat(after.columns()).isEqualTo(alone.columns());
    assertThat(after.parameters()).isEqualTo(alone.parameters());
    assertThat(after.sql()).isEqualTo(alone.sql());
    assertThat(after.flags()).isEqualTo(alone.flags());
    return after.opcodes() == before.opcodes();
  }

  private static List<String> text(Program program) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      lines.add(
          program.opcodes()[i] + " " + program.p1()[i] + " " + program.p2()[i] + " " + program.p3()[i] + " "
              + operand(program.p4()[i]) + " " + program.p5()[i]);
    }
    return lines;
  }

  private static String operand(Object p4) {
    if (p4 instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    }
    if (p4 instanceof P4.SubProgram || p4 instanceof P4.DefaultValue) {
      return p4.getClass().getSimpleName();
    }
    String text = String.valueOf(p4);
    return text.indexOf('@') < 0 ? text : p4.getClass().getSimpleName();
  }

  private static String replaced(String sql, UnaryOperator<String> change) {
    return LITERAL.matcher(sql).replaceAll((MatchResult match) -> change.apply(match.group()).replace("$", "\\$"));
  }

  private static String other(String literal) {
    if (literal.startsWith("'")) {
      return "'other " + literal.length() + "'";
    }
    return literal.contains(".") ? "17.25" : Integer.toString(7 + literal.length());
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = StatementShapesTest.class.getResourceAsStream("/org/lumosql/sql/compile/" + file)) {
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    }
  }

  /** Each statement of the scripts at the place where it stands, with its own literals and with others. */
  @Test
  void scriptsGiveTheSamePrograms() throws IOException {
    for (String file : List.of("setup.sql", "queries.sql", "more.sql", "windows.sql", "changes.sql", "triggers_keys_definitions.sql")) {
      for (String line : lines(file)) {
        for (String sql : line.startsWith("--") || line.startsWith("==") ? new String[0] : line.split(";")) {
          String changed = replaced(sql, StatementShapesTest::other);
          served += compare(sql, changed) ? 1 : 0;
          served += compare(changed, sql) ? 1 : 0;
          compare(sql, sql + " -- behind it");
          try {
            connection.execute(sql);
          } catch (EngineException expected) {
            assertThat(expected.getMessage()).isNotNull();
          }
        }
      }
    }
    assertThat(served).isGreaterThan(200);
  }

  private void fill() {
    connection.execute(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a INT, b TEXT, c REAL, d); CREATE INDEX ta ON t(a);"
            + "CREATE TABLE u(x, y DEFAULT 77);"
            + "INSERT INTO t VALUES(5, 50, 'five', 5.5, NULL), (6, 60, 'six', 6.5, x'06'), (77, 770, 'it''s', 7.5, 'd')");
  }

  private void serves(String first, String second) {
    assertThat(compare(first, second)).as("%s after %s", second, first).isTrue();
  }

  private void doesNotServe(String first, String second) {
    assertThat(compare(first, second)).as("%s after %s", second, first).isFalse();
  }

  @Test
  void literalsThatNothingDependsOnMayDiffer() {
    fill();
    serves("SELECT b FROM t WHERE id = 5", "SELECT b FROM t WHERE id = 77");
    serves("SELECT b FROM t WHERE id = -5", "SELECT b FROM t WHERE id = -77");
    serves("SELECT b FROM t WHERE a = 50 AND c < 6.25", "SELECT b FROM t WHERE a = 999999999 AND c < 1e300");
    serves("SELECT a FROM t WHERE b <> 'five' AND b > 'six'", "SELECT a FROM t WHERE b <> 'it''s' AND b > ''");
    serves("INSERT INTO t(a, b, c) VALUES(3, 'x', -2.5)", "INSERT INTO t(a, b, c) VALUES(44, 'é', -3.5)");
    serves("INSERT INTO u VALUES(3, 4), (5, 6)", "INSERT INTO u VALUES(13, 14), (15, 16)");
    serves("UPDATE t SET b = 'x', c = 2.5 WHERE id = 6", "UPDATE t SET b = 'y', c = 3.5 WHERE id = 5");
    serves("DELETE FROM t WHERE a = 60 AND b <> 'q'", "DELETE FROM t WHERE a = 61 AND b <> 'r'");
    serves("SELECT a FROM t WHERE id = 5 /* one */", "SELECT  a FROM t\nWHERE id = 5 -- two");
    serves("SELECT a FROM t WHERE id IN (5, 6, 7)", "SELECT a FROM t WHERE id IN (15, 16, 17)");
  }

  @Test
  void whatIsDecidedByAValueKeepsIt() {
    fill();
    connection.execute("CREATE INDEX tb ON t(b COLLATE nocase) WHERE a > 7; CREATE INDEX te ON t(a + 12)");
    doesNotServe("SELECT a FROM t LIMIT 5", "SELECT a FROM t LIMIT 6");
    doesNotServe("SELECT a, b FROM t ORDER BY 2", "SELECT a, b FROM t ORDER BY 3");
    doesNotServe("SELECT a FROM t WHERE b LIKE 'fi%'", "SELECT a FROM t WHERE b LIKE '%ve'");
    doesNotServe("SELECT a FROM t WHERE a + 12 = 60", "SELECT a FROM t WHERE a + 13 = 60");
    doesNotServe("SELECT a FROM t WHERE a > 7 AND b = 'x' COLLATE nocase", "SELECT a FROM t WHERE a > 6 AND b = 'x' COLLATE nocase");
    doesNotServe("SELECT a FROM t WHERE 5", "SELECT a FROM t WHERE 6");
    doesNotServe("SELECT a + 5 FROM t", "SELECT a + 6 FROM t");
    doesNotServe("SELECT 'x' FROM t", "SELECT 'y' FROM t");
    doesNotServe("SELECT a 'x' FROM t", "SELECT a 'y' FROM t");
    doesNotServe("SELECT a FROM t AS 'x'", "SELECT a FROM t AS 'y'");
    doesNotServe("SELECT count(*) FROM t GROUP BY a + 5", "SELECT count(*) FROM t GROUP BY a + 6");
    doesNotServe("SELECT CAST(a AS VARCHAR(5)) AS x FROM t", "SELECT CAST(a AS VARCHAR(6)) AS x FROM t");
    doesNotServe("SELECT a FROM t WHERE likelihood(a = 5, 0.25)", "SELECT a FROM t WHERE likelihood(a = 5, 0.5)");
  }

  @Test
  void kindsOfLiteralsAndTheirSizesCount() {
    fill();
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = '5'");
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = 5.0");
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = 1");
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = 5000000000");
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = 0x5");
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE b = 5_000");
    doesNotServe("SELECT a FROM t WHERE b = 5", "SELECT a FROM t WHERE B = 5");
    doesNotServe("SELECT a FROM t WHERE b = x'05'", "SELECT a FROM t WHERE b = x'06'");
  }

  @Test
  void longTextsAreNotKept() {
    fill();
    String half = "SELECT a FROM t WHERE b = '" + "x".repeat(10_000) + "' AND c > ";
    doesNotServe(half + "5", half + "6");
    String list = "SELECT a FROM t WHERE b IN (" + "5,".repeat(300);
    doesNotServe(list + "6)", list + "7)");
  }

  @Test
  void whatChangedInBetweenIsNoticed() {
    fill();
    assertThat(program("SELECT * FROM u WHERE x = 5").columns()).hasSize(2);
    connection.execute("ALTER TABLE u ADD COLUMN z");
    assertThat(program("SELECT * FROM u WHERE x = 6").columns()).hasSize(3);
  }

  @Test
  void aLowerLimitHoldsForTextsOfAKnownShape() {
    fill();
    assertThat(program("SELECT a FROM t WHERE b = 5 + 6 + 7 + 8")).isNotNull();
    connection.limits().set(Limits.EXPRESSION_DEPTH, 3);
    assertThatThrownBy(() -> program("SELECT a FROM t WHERE b = 5 + 6 + 7 + 9"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("maximum depth 3");
  }

  @Test
  void twoTextsOfOneShapeRunSideBySide() {
    fill();
    try (Statement five = connection.prepare("SELECT b FROM t WHERE a >= 50 AND id <= 6");
        Statement six = connection.prepare("SELECT b FROM t WHERE a >= 60 AND id <= 77")) {
      assertThat(five.program().opcodes()).isSameAs(six.program().opcodes());
      assertThat(five.step()).isTrue();
      assertThat(six.step()).isTrue();
      assertThat(five.columnText(0)).isEqualTo("five");
      assertThat(six.columnText(0)).isEqualTo("six");
      assertThat(five.step()).isTrue();
      assertThat(six.step()).isTrue();
      assertThat(five.columnText(0)).isEqualTo("six");
      assertThat(six.columnText(0)).isEqualTo("it's");
      assertThat(five.step()).isFalse();
      assertThat(six.step()).isFalse();
    }
  }
}

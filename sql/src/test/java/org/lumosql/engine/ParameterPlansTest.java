// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lumosql.vdbe.Program;

/** A statement whose plan depends on the values of its parameters has the right plan, and the right rows, for each of them in turn. */
final class ParameterPlansTest {
  private static final String BY_PATTERN = "SELECT n FROM t WHERE n LIKE ? ORDER BY n";
  private static final String BY_VALUES = "SELECT count(*) FROM s WHERE a = ? AND b = ?";

  private final Connection connection = Connection.open(":memory:");

  @BeforeEach
  void fill() {
    connection.execute(
        "CREATE TABLE t(n TEXT COLLATE NOCASE); CREATE INDEX tn ON t(n); INSERT INTO t VALUES('Abc'), ('abd'), ('xbc'), ('b');"
            + "CREATE TABLE s(a, b, c); CREATE INDEX sa ON s(a); CREATE INDEX sb ON s(b);"
            + "INSERT INTO s WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c WHERE x < 3000)"
            + " SELECT CASE WHEN x < 2900 THEN 1 ELSE x END, x % 100, x FROM c; ANALYZE");
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private static List<String> rows(Statement statement) {
    List<String> rows = new ArrayList<>();
    while (statement.step()) {
      rows.add(statement.columnText(statement.columnCount() - 1));
    }
    statement.reset();
    return rows;
  }

  @Test
  void eachPatternHasItsRange() {
    try (Statement plan = connection.prepare("EXPLAIN QUERY PLAN " + BY_PATTERN);
        Statement query = connection.prepare(BY_PATTERN)) {
      for (int round = 0; round < 3; round++) {
        assertPattern(plan, query, "ab%", "SEARCH t USING COVERING INDEX tn (n>? AND n<?)", "Abc", "abd");
        assertPattern(plan, query, "%bc", "SCAN t USING COVERING INDEX tn", "Abc", "xbc");
        assertPattern(plan, query, "x%", "SEARCH t USING COVERING INDEX tn (n>? AND n<?)", "xbc");
        assertPattern(plan, query, null, "SCAN t USING COVERING INDEX tn");
      }
    }
  }

  private static void assertPattern(Statement plan, Statement query, String pattern, String expectedPlan, String... expected) {
    plan.bindText(1, pattern);
    query.bindText(1, pattern);
    assertThat(rows(plan)).as(pattern).containsExactly(expectedPlan);
    assertThat(rows(query)).as(pattern).containsExactly(expected);
  }

  @Test
  void aCachedProgramIsNotTakenForAnotherPattern() {
    for (String pattern : List.of("ab%", "x%", "%b%")) {
      try (Statement query = connection.prepare(BY_PATTERN)) {
        assertThat(rows(query)).as("nothing bound").isEmpty();
        query.bindText(1, pattern);
        assertThat(rows(query)).as(pattern).hasSize(pattern.equals("ab%") ? 2 : pattern.equals("x%") ? 1 : 4);
      }
    }
  }

  @Test
  void theSameValueNeedsNoNewProgram() {
    try (Statement query = connection.prepare(BY_PATTERN)) {
      query.bindText(1, "ab%");
      rows(query);
      Program program = query.program();
      query.bindText(1, "ab%");
      rows(query);
      assertThat(query.program()).isSameAs(program);
      query.bindText(1, "a%");
      rows(query);
      assertThat(query.program()).isNotSameAs(program);
    }
  }

  @Test
  void samplesTellWhichIndexIsBest() {
    try (Statement plan = connection.prepare("EXPLAIN QUERY PLAN " + BY_VALUES)) {
      plan.bindLong(1, 1);
      plan.bindLong(2, 5);
      assertThat(rows(plan)).containsExactly("SEARCH s USING INDEX sb (b=?)");
      plan.bindLong(1, 2950);
      assertThat(rows(plan)).containsExactly("SEARCH s USING INDEX sa (a=?)");
      plan.bindLong(1, 1);
      assertThat(rows(plan)).containsExactly("SEARCH s USING INDEX sb (b=?)");
    }
  }

  @Test
  void aPlanThatNeverChangesIsLookedAtEverMoreRarely() {
    int programs = 0;
    try (Statement query = connection.prepare(BY_VALUES)) {
      Program before = query.program();
      for (int i = 0; i < 1000; i++) {
        query.bindLong(1, 1);
        query.bindLong(2, i % 100);
        assertThat(rows(query)).containsExactly(i % 100 == 0 ? "28" : "29");
        programs += query.program() == before ? 0 : 1;
        before = query.program();
      }
    }
    assertThat(programs).isBetween(2, 20);
  }
}

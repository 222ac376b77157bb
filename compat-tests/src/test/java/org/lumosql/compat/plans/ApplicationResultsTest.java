// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What applications ask of the schemas of the golden plans, and subqueries that are flattened: the same rows as from C SQLite, in the same order where the plan is
 * the same.
 */
class ApplicationResultsTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");

  @ParameterizedTest
  @ValueSource(strings = {"chinook-applications-analyzed", "northwind-applications-analyzed", "tpch-applications-analyzed", "flattening"})
  void rowsAreThoseOfSqlite(String name) throws Exception {
    PlanSuite suite = suite(name);
    int count = 0;
    int withRows = 0;
    try (PlanEngine sqlite = suite.open(PlanEngine.SQLITE);
        PlanEngine lumo = suite.open(PlanEngine.LUMO)) {
      for (String sql : suite.statements()) {
        if (isQuery(sql)) {
          boolean isSamePlan = lumo.plan(sql).equals(sqlite.plan(sql));
          List<String> expected = isSamePlan ? sqlite.rows(sql) : sqlite.sortedRows(sql);
          List<String> actual = isSamePlan ? lumo.rows(sql) : lumo.sortedRows(sql);
          assertThat(actual.stream().map(ApplicationResultsTest::withoutCode)).as(sql).containsExactlyElementsOf(expected);
          count++;
          withRows += expected.isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(count).isGreaterThan(70);
    assertThat(withRows).as("queries with rows").isGreaterThan(count * 2 / 3);
  }

  /** Our driver's messages name the code first; a LIMIT that is not bound is an error. */
  private static String withoutCode(String line) {
    return line.replaceFirst("^error: \\[SQLITE_[A-Z]+\\] ", "error: ");
  }

  private static boolean isQuery(String sql) {
    String start = sql.toUpperCase(Locale.ROOT);
    return start.startsWith("SELECT") || start.startsWith("WITH");
  }

  private static PlanSuite suite(String name) throws Exception {
    return PlanSuite.in(FOLDER).stream().filter(suite -> suite.name().equals(name)).findFirst().orElseThrow();
  }
}

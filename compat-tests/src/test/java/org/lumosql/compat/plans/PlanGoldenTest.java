// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * EXPLAIN QUERY PLAN is C SQLite's, as it was recorded, but for the statements that {@code deviations.txt} lists with the
 * reason. A deviation that is none any more fails, too.
 */
class PlanGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");
  private static final int LEAST_STATEMENTS = 1_100;

  @TestFactory
  Stream<DynamicTest> plansAreThoseOfSqlite() throws Exception {
    PlanDeviations deviations = PlanDeviations.in(FOLDER);
    return PlanSuite.in(FOLDER).stream()
        .map(suite -> DynamicTest.dynamicTest(suite.name(), () -> compare(suite, deviations)));
  }

  private static void compare(PlanSuite suite, PlanDeviations deviations) throws Exception {
    try (PlanEngine engine = suite.open(PlanEngine.LUMO)) {
      for (PlanSuite.Plan plan : suite.recorded()) {
        List<String> actual = engine.plan(plan.sql());
        if (deviations.isListed(suite.name(), plan.sql())) {
          assertThat(actual).as("%s: no deviation any more: %s", suite.name(), plan.sql()).isNotEqualTo(plan.lines());
        } else {
          assertThat(actual).as("%s: %s", suite.name(), plan.sql()).isEqualTo(plan.lines());
        }
      }
    }
  }

  @Test
  void recordedPlansAreOfTheStatementsThereAre() throws Exception {
    long statements = 0;
    String before = "";
    for (PlanSuite suite : PlanSuite.in(FOLDER)) {
      List<String> recorded = suite.recorded().stream().map(PlanSuite.Plan::sql).toList();
      assertThat(recorded).as(suite.name()).isEqualTo(suite.statements());
      statements += suite.statementFile().equals(before) ? 0 : recorded.size();
      before = suite.statementFile();
    }
    assertThat(statements).isGreaterThan(LEAST_STATEMENTS);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.engine.Connection;
import org.lumosql.engine.EngineException;
import org.lumosql.engine.Statement;
import org.lumosql.schema.Optimisation;

/** Queries of the golden plans give the same rows with each optimisation switched off. */
class OptimisationResultsTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");

  @ParameterizedTest
  @EnumSource(Optimisation.class)
  void rowsAreTheSameWithout(Optimisation optimisation) throws IOException {
    try (Connection connection = Connection.open(":memory:")) {
      for (String script : List.of("shop.sql", "shop-data.sql", "shop-statistics4.sql")) {
        for (String sql : PlanSuite.statements(Files.readString(FOLDER.resolve(script)))) {
          rows(connection, sql);
        }
      }
      int count = 0;
      for (String sql : PlanSuite.statements(Files.readString(FOLDER.resolve("shop.queries")))) {
        if (isDetermined(sql)) {
          List<String> expected = rows(connection, sql);
          connection.setOptimisation(optimisation, false);
          assertThat(rows(connection, sql)).as(sql).isEqualTo(expected);
          connection.setOptimisation(optimisation, true);
          count++;
        }
      }
      assertThat(count).isGreaterThan(60);
    }
  }

  /**
   * Which rows a LIMIT keeps, and which of equals a window comes to first, may change. Statements made at random join
   * everything with everything.
   */
  private static boolean isDetermined(String sql) {
    String upper = sql.toUpperCase(Locale.ROOT);
    boolean isQuery = upper.startsWith("SELECT") || upper.startsWith("WITH");
    return isQuery && !upper.contains(" LIMIT ") && !upper.contains(" OVER ") && !upper.contains("LATEST") && !sql.contains(" AS t");
  }

  private static List<String> rows(Connection connection, String sql) {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.prepare(sql)) {
      while (statement.step()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.columnCount(); i++) {
          row.append(statement.columnText(i)).append('|');
        }
        found.add(row.toString());
      }
    } catch (EngineException e) {
      return List.of("error: " + e.getMessage());
    }
    Collections.sort(found);
    return found;
  }
}

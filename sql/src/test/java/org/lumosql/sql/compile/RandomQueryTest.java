// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random queries give the same rows as the C library's, in whatever order. Rerun one with {@code -Dtest.seed=…},
 * more of them with
 * {@code -Dtest.queries=…}.
 */
final class RandomQueryTest {
  private static final long SEED = Long.decode(System.getProperty("test.seed", "0x5EED"));
  private static final int QUERIES = Integer.getInteger("test.queries", 1500);

  @Test
  void randomQueriesGiveTheCLibrarysRows() throws SQLException, IOException {
    try (Differential databases = new Differential()) {
      databases.runAll(Differential.statements("setup.sql"));
      for (int i = 0; i < QUERIES; i++) {
        long seed = SEED + i;
        String sql = new QueryGenerator(seed).query();
        List<String> expected = databases.theirs(sql);
        if (!expected.get(0).startsWith("error")) {
          assertThat(sorted(databases.ours(sql)))
              .as("-Dtest.seed=0x%x -Dtest.queries=1: %s", seed, sql)
              .isEqualTo(sorted(expected));
        }
      }
    }
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }
}

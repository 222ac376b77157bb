// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our plans beside those of the C library: the same loops in the same order with the same estimates of cost. */
class PlanComparisonTest {
  private static final long SEED = Long.decode(System.getProperty("test.seed", "0x5eed"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT d FROM t WHERE b=1 AND c>'x'",
        "SELECT c FROM t WHERE b=? AND c IN ('x','y')",
        "SELECT a FROM t WHERE a IN (1,2,3) AND d=5",
        "SELECT * FROM t LEFT JOIN u ON u.x=t.a WHERE t.b>3 AND t.b<5",
        "SELECT * FROM t WHERE b=1 OR a=5",
        "SELECT * FROM u RIGHT JOIN t ON t.b=u.x",
        "SELECT r,q,p FROM w WHERE r=4",
        "SELECT * FROM w WHERE p='a' AND q>3",
        "SELECT * FROM w WHERE p='a' AND q=3",
        "SELECT * FROM w ORDER BY p DESC",
        "SELECT * FROM t ORDER BY b DESC LIMIT 3",
        "SELECT b,a FROM t WHERE b > ? ORDER BY b",
        "SELECT * FROM t, u WHERE t.b=u.x AND u.y=5",
        "SELECT * FROM u AS u1 LEFT JOIN u AS u2 ON u1.x=u2.y AND u2.x=3",
        "SELECT * FROM k WHERE n LIKE 'abc%'",
        "SELECT * FROM k WHERE n='x'",
        "SELECT * FROM k WHERE n='x' COLLATE binary",
        "SELECT * FROM k WHERE e=5 ORDER BY f DESC",
        "SELECT * FROM k WHERE g=7 AND f IS NOT NULL",
        "SELECT * FROM k WHERE g=7 AND f=3",
        "SELECT * FROM k WHERE g=7",
        "SELECT * FROM t WHERE b IS NULL",
        "SELECT * FROM t WHERE a BETWEEN 5 AND 10",
        "SELECT * FROM t WHERE (b,c)=(1,'x')",
        "SELECT * FROM t WHERE (b,c)>(1,'x')",
        "SELECT * FROM t WHERE b=5 OR b=7 OR b=9",
        "SELECT * FROM t WHERE b<5 OR b=5",
        "SELECT * FROM t WHERE likely(b=5) AND unlikely(d=3)",
        "SELECT * FROM t CROSS JOIN u WHERE t.b=u.x",
        "SELECT DISTINCT a,b FROM t",
        "SELECT b,count(*) FROM t GROUP BY b",
        "SELECT * FROM t INDEXED BY tb WHERE b=3",
        "SELECT * FROM t NOT INDEXED WHERE b=3",
        "SELECT * FROM t, k WHERE t.b=k.e AND k.e=5",
        "SELECT t.* FROM t LEFT JOIN k ON k.id=t.b",
        "SELECT * FROM t LEFT JOIN k ON k.id=t.b WHERE k.e>3",
        "SELECT * FROM t WHERE b=3 ORDER BY c",
        "SELECT * FROM t WHERE b IN (1,2) ORDER BY c",
        "SELECT * FROM t WHERE b=+c",
        "SELECT * FROM t WHERE c GLOB 'ab*'",
        "SELECT * FROM k WHERE e IN (1,2,3) AND f IN (4,5)",
      })
  void planIsTheOneOfTheLibrary(String sql) throws SQLException {
    try (PlanHarness harness = new PlanHarness("jdbc:sqlite:" + folder.resolve("plans.db"), definitions())) {
      assertThat(harness.ours(sql)).isEqualTo(harness.theirs(sql));
    }
  }

  /** The schema alone: without rows the library assumes a million, as we do. */
  private static String[] definitions() {
    List<String> definitions = new ArrayList<>();
    for (String statement : RandomQueries.schema(16, false)) {
      if (statement.startsWith("CREATE")) {
        definitions.add(statement);
      }
    }
    return definitions.toArray(new String[0]);
  }

  @Test
  void nearlyAllPlansOfRandomQueriesAreThoseOfTheLibrary() throws SQLException {
    assertThat(agreement(definitions(), 600)).as("seed 0x%x", SEED).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void nearlyAllPlansWithStatisticsAreThoseOfTheLibrary() throws SQLException {
    assertThat(agreement(RandomQueries.schema(5000, true), 600)).as("seed 0x%x", SEED).isGreaterThanOrEqualTo(0.95);
  }

  private double agreement(String[] statements, int count) throws SQLException {
    int equal = 0;
    RandomQueries queries = new RandomQueries(SEED);
    try (PlanHarness harness = new PlanHarness("jdbc:sqlite:" + folder.resolve("random.db"), statements)) {
      for (int i = 0; i < count; i++) {
        String sql = queries.next();
        if (harness.ours(sql).equals(harness.theirs(sql))) {
          equal++;
        }
      }
    }
    return (double) equal / count;
  }
}

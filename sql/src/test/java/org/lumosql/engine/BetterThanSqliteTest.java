// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that SQLite 3.54 loses or takes for others, as COMPAT.md says: no golden file can hold them. */
final class BetterThanSqliteTest {
  private static List<String> rows(String setup, String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = Connection.open(":memory:")) {
      connection.execute(setup);
      try (Statement statement = connection.prepare(sql)) {
        while (statement.step()) {
          rows.add(statement.columnText(0));
        }
      }
    }
    return rows;
  }

  @Test
  void compoundSortedByCollateHasTheSameRowsInView() {
    String query = "SELECT b FROM t UNION SELECT a FROM t ORDER BY 1 COLLATE NOCASE, 1";
    String setup = "CREATE TABLE t(a COLLATE NOCASE, b); INSERT INTO t VALUES('abc', 'ABC'), ('abd', 'ABD'); CREATE VIEW v AS " + query;
    assertThat(rows(setup, query)).containsExactly("ABC", "abc", "ABD", "abd");
    assertThat(rows(setup, "SELECT * FROM v")).containsExactly("ABC", "abc", "ABD", "abd");
  }

  @Test
  void groupsSeeJsonOfIndexedExpression() {
    String setup = "CREATE TABLE t(j); INSERT INTO t VALUES('{\"a\":[1]}'); CREATE INDEX i ON t(j->'a')";
    assertThat(rows(setup, "SELECT json_group_array(j->'a') FROM t INDEXED BY i WHERE j->'a' > '' GROUP BY j->'a'")).containsExactly("[[1]]");
  }
}

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

  /** What the files have too little of; rows and their order are determined. */
  private static final List<String> FURTHER =
      List.of(
          "SELECT id, sum(price) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) FROM item ORDER BY id",
          "SELECT id, count(*) OVER w, first_value(id) OVER w, last_value(id) OVER w, nth_value(id, 2) OVER w, rank() OVER w, lag(id) OVER w FROM item"
              + " WINDOW w AS (PARTITION BY kind ORDER BY id RANGE BETWEEN 5 PRECEDING AND CURRENT ROW) ORDER BY id",
          "SELECT id, max(stock) OVER (ORDER BY id GROUPS BETWEEN 3 PRECEDING AND 1 PRECEDING) FROM item ORDER BY id",
          "SELECT group_concat(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) FROM item ORDER BY id LIMIT 9",
          "SELECT min(id), kind FROM item",
          "SELECT max(id) FROM item WHERE id < 20",
          "SELECT min(sku) FROM item",
          "SELECT id FROM item WHERE id > 2 + 3 AND kind <> 'a' || 'b' ORDER BY id",
          "SELECT kind, count(*) FROM item GROUP BY kind ORDER BY kind",
          "SELECT kind, stock, count(*) FROM item GROUP BY kind, stock ORDER BY kind DESC, stock DESC",
          "SELECT DISTINCT a.id, b.id FROM item a, item b WHERE b.id = a.stock ORDER BY a.id, b.id",
          "SELECT item.id, u.c FROM item, (SELECT a, c FROM sale UNION ALL SELECT x, y FROM other) u WHERE u.a = item.id AND u.c > 3 ORDER BY 1, 2",
          "SELECT id FROM item WHERE EXISTS (SELECT 1 FROM sale WHERE sale.a = item.id) ORDER BY id",
          "SELECT count(*), sum(s.b) FROM sale s, other o, plain p, node n WHERE o.x = s.a AND p.a = s.b AND n.parent = s.c",
          "SELECT count(*), sum(s.b) FROM plain p, plain q, sale s, other o WHERE p.a = q.b AND o.y = q.c AND s.e = p.b AND q.a = s.f AND o.z <> 'x'",
          "SELECT id FROM item WHERE kind IN (1, 2, 3, 4, 5, 6, 7, 8) AND price IN (1, 2, 3) ORDER BY id",
          "SELECT lower(name) FROM item WHERE lower(name) > 'm' ORDER BY lower(name)");

  private static final String TWO_FILTERS =
      "SELECT count(*) FROM lineitem, part, supplier WHERE l_partkey = p_partkey AND l_suppkey = s_suppkey AND p_size = 3 AND s_nationkey = 4";

  @ParameterizedTest
  @EnumSource(Optimisation.class)
  void rowsAreTheSameWithout(Optimisation optimisation) throws IOException {
    try (Connection connection = shop()) {
      int count = 0;
      for (String sql : statements()) {
        boolean isOrdered = FURTHER.contains(sql);
        if (isOrdered || isDetermined(sql)) {
          List<String> expected = rows(connection, sql, isOrdered);
          connection.setOptimisation(optimisation, false);
          assertThat(rows(connection, sql, isOrdered)).as(sql).isEqualTo(expected);
          connection.setOptimisation(optimisation, true);
          count++;
        }
      }
      assertThat(count).isGreaterThan(60);
    }
  }

  /** The optimisations left out have no effect; see their descriptions. */
  @ParameterizedTest
  @EnumSource(
      value = Optimisation.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CURSOR_HINTS", "BALANCED_MERGE", "RELEASE_REG"})
  void programsAreOthersWithout(Optimisation optimisation) throws IOException {
    try (Connection shop = shop();
        Connection tpch = database("tpch.sql", "tpch-indexes.sql", "tpch-indexes-statistics4.sql");
        Connection keys = database("tpch.sql", "tpch-statistics1.sql");
        Connection twins = Connection.open(":memory:")) {
      twins.execute("CREATE TABLE one(id INTEGER PRIMARY KEY, a); CREATE TABLE two(id INTEGER PRIMARY KEY, a)");
      boolean changes =
          changesAProgram(optimisation, shop, statements())
              || changesAProgram(optimisation, tpch, statements("tpch.queries"))
              || changesAProgram(optimisation, keys, List.of(TWO_FILTERS))
              || changesAProgram(optimisation, twins, List.of("INSERT INTO one SELECT * FROM two", "DELETE FROM one WHERE id > 3"));
      assertThat(changes).isTrue();
    }
  }

  private static boolean changesAProgram(Optimisation optimisation, Connection connection, List<String> statements) {
    for (String sql : statements) {
      List<String> expected = rows(connection, "EXPLAIN " + sql, true);
      connection.setOptimisation(optimisation, false);
      boolean differs = !rows(connection, "EXPLAIN " + sql, true).equals(expected);
      connection.setOptimisation(optimisation, true);
      if (differs) {
        return true;
      }
    }
    return false;
  }

  private static Connection shop() throws IOException {
    return database("shop.sql", "shop-data.sql", "shop-statistics4.sql");
  }

  private static Connection database(String... scripts) throws IOException {
    Connection connection = Connection.open(":memory:");
    for (String script : scripts) {
      for (String sql : PlanSuite.statements(Files.readString(FOLDER.resolve(script)))) {
        rows(connection, sql, false);
      }
    }
    return connection;
  }

  private static List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>(FURTHER);
    statements.addAll(statements("shop.queries"));
    return statements;
  }

  private static List<String> statements(String file) throws IOException {
    return PlanSuite.statements(Files.readString(FOLDER.resolve(file)));
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

  private static List<String> rows(Connection connection, String sql, boolean isOrdered) {
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
    if (!isOrdered) {
      Collections.sort(found);
    }
    return found;
  }
}

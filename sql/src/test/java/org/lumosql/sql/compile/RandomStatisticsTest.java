// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** ANALYZE leaves the same rows in {@code sqlite_stat1} and {@code sqlite_stat4} as the C library does, over random tables, indexes and rows. */
final class RandomStatisticsTest {
  private static final long SEED = Long.decode(System.getProperty("test.seed", "0x57A7"));
  private static final int SCHEMAS = Integer.getInteger("test.schemas", 60);
  private static final String[] TYPES = {"", "INT", "TEXT", "REAL", "BLOB", "TEXT COLLATE NOCASE", "INT NOT NULL"};
  private static final String[] FIELDS = {"a", "b", "c", "d", "a+1", "b||c", "c COLLATE NOCASE", "d DESC", "lower(b)"};

  private final List<String> script = new ArrayList<>();
  private SplittableRandom random;

  @Test
  void analyzeLeavesTheCLibrarysRows() throws SQLException {
    for (int i = 0; i < SCHEMAS; i++) {
      random = new SplittableRandom(SEED + i);
      script.clear();
      schema();
      try (Differential databases = new Differential()) {
        databases.runAll(script);
        for (String table : List.of("sqlite_stat1", "sqlite_stat4")) {
          // which table comes first depends on the C library's hash table
          String sql = "SELECT * FROM " + table + " ORDER BY tbl, rowid";
          assertThat(databases.ours(sql))
              .as("-Dtest.seed=0x%x -Dtest.schemas=1: %s", SEED + i, String.join("; ", script))
              .isEqualTo(databases.theirs(sql));
        }
      }
    }
  }

  @Test
  void samplesLeadToTheCLibrarysPlans() throws SQLException {
    for (int i = 0; i < SCHEMAS; i++) {
      random = new SplittableRandom(SEED + i);
      script.clear();
      table("t0");
      script.add("ANALYZE");
      try (Differential databases = new Differential()) {
        databases.runAll(script);
        for (int query = 0; query < 20; query++) {
          String where = condition();
          boolean isSimple = !where.startsWith("a+1") && !where.startsWith("(");
          String more = isSimple && random.nextBoolean() ? " AND " + column(List.of("a", "b", "c", "d")) : "";
          String sql = "EXPLAIN QUERY PLAN SELECT * FROM t0 WHERE " + where + more;
          assertThat(plan(databases.ours(sql)))
              .as("-Dtest.seed=0x%x -Dtest.schemas=1: %s; %s", SEED + i, String.join("; ", script), sql)
              .isEqualTo(plan(databases.theirs(sql)));
        }
      }
    }
  }

  /** Costs and texts. The numbers of lines are addresses in the program. */
  private static List<String> plan(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("^\\d+\\|\\d+", "")).toList();
  }

  private String condition() {
    boolean withoutRowid = script.get(0).contains("WITHOUT ROWID");
    // of the tree of a WITHOUT ROWID table, the order behind the key is not used if it is not that of bytes
    if (!withoutRowid && random.nextInt(8) == 0) {
      return "(a, b) > (" + literal() + ", " + literal() + ")";
    }
    return column(withoutRowid ? List.of("a", "b", "c", "d", "a+1") : List.of("a", "b", "c", "d", "a+1", "rowid"));
  }

  private String column(List<String> columns) {
    String column = columns.get(random.nextInt(columns.size()));
    String[] operators = {"=", "=", "<", ">", "<=", ">=", " IS "};
    switch (random.nextInt(5)) {
      case 0:
        return column + " BETWEEN " + literal() + " AND " + literal();
      case 1:
        return column + " IN (" + literal() + ", " + literal() + ", " + literal() + ")";
      case 2:
        return column + " IS NULL";
      default:
        return column + operators[random.nextInt(operators.length)] + literal();
    }
  }

  private String literal() {
    int number = random.nextInt(1 << random.nextInt(12));
    switch (random.nextInt(6)) {
      case 0:
        return "'x" + number + "'";
      case 1:
        return "-" + number + ".5";
      case 2:
        return "'" + number + "'";
      default:
        return String.valueOf(number);
    }
  }

  private void schema() {
    int tables = 1 + random.nextInt(2);
    for (int table = 0; table < tables; table++) {
      table("t" + table);
    }
    if (random.nextInt(4) == 0) {
      script.add("PRAGMA analysis_limit=" + (1 + random.nextInt(60)));
    }
    script.add(random.nextInt(3) == 0 ? "ANALYZE t0" : "ANALYZE");
    if (random.nextInt(3) == 0) {
      script.add("DELETE FROM t0 WHERE a % 3 = 1");
      script.add("ANALYZE main.t0");
    }
  }

  private void table(String name) {
    boolean withoutRowid = random.nextInt(3) == 0;
    String primaryKey = withoutRowid ? ", PRIMARY KEY(d, a)) WITHOUT ROWID" : random.nextBoolean() ? ", UNIQUE(d, a))" : ")";
    StringBuilder columns = new StringBuilder();
    for (String column : List.of("a", "b", "c", "d")) {
      columns.append(columns.isEmpty() ? "" : ", ").append(column).append(' ').append(TYPES[random.nextInt(TYPES.length)]);
    }
    script.add("CREATE TABLE " + name + "(" + columns + primaryKey);
    // with more of them, SQLite 3.54.1 counts wrongly: it keeps a row's primary key in registers that hold the fields before
    int indexes = random.nextInt(withoutRowid ? 2 : 4);
    for (int i = 0; i < indexes; i++) {
      List<String> fields = new ArrayList<>();
      for (int field = 1 + random.nextInt(3); field > 0; field--) {
        fields.add(FIELDS[random.nextInt(FIELDS.length)]);
      }
      String where = random.nextInt(3) == 0 ? " WHERE a > " + random.nextInt(12) : "";
      script.add("CREATE INDEX " + name + "i" + i + " ON " + name + "(" + String.join(", ", fields) + ")" + where);
    }
    int rows = random.nextInt(5) == 0 ? 1 + random.nextInt(4) : random.nextInt(1500);
    script.add(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM n WHERE n < " + rows + ") INSERT OR IGNORE INTO " + name
            + " SELECT " + value() + ", " + value() + ", " + value() + ", " + value() + " FROM n");
  }

  private String value() {
    int modulus = 1 + random.nextInt(1 << random.nextInt(11));
    String number = "(n * " + (1 + random.nextInt(99)) + " % " + modulus + ")";
    switch (random.nextInt(5)) {
      case 0:
        return number;
      case 1:
        return "iif(" + number + " < 3, 0, n)";
      case 2:
        return "'x' || " + number;
      case 3:
        return number + " / 4.0";
      default:
        return "nullif(" + number + " * " + number + ", 0)";
    }
  }
}

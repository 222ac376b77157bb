// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.golden.GoldenBackend;
import org.lumosql.engine.Connection;

/**
 * The guard of the speed: how many bytes the hot paths allocate on the native backend. Reading allocates nothing for a row; what a statement or a change may allocate is
 * what it does today. The counts are the same with and without HotSpot's compilers, so that a failure means that the code has changed. Who makes a path allocate less
 * lowers its limit here.
 */
class AllocationTest {
  /** Bytes for a row that are none: a page's worth of something once may be among thousands of rows. */
  private static final double NOTHING = 0.01;

  private static final String TABLES =
      """
      CREATE TABLE t(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, r REAL, c TEXT);
      CREATE UNIQUE INDEX ta ON t(a);
      CREATE INDEX tb ON t(b);
      CREATE TABLE u(id INTEGER PRIMARY KEY, a INTEGER, c TEXT);
      CREATE INDEX ua ON u(a);
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
        INSERT INTO t SELECT i, i * 7, i * 7919 % 10007, i / 3.0, 'a text with a number: ' || i FROM n;
      """;

  @TempDir Path folder;

  private Connection open(String backend) {
    Connection connection = GoldenBackend.named(backend).opener().open(folder);
    connection.execute(TABLES);
    return connection;
  }

  private static long row(int number) {
    return 1 + number * 7919L % 10_000;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file-delete", "file-wal"})
  void readingARowAllocatesNothing(String backend) {
    String[] queries = {
      "SELECT count(*) FROM t WHERE id <= ?1",
      "SELECT sum(a), sum(r), max(b), sum(length(c)), count(typeof(c)) FROM t WHERE id <= ?1",
      "SELECT id, a, r FROM t WHERE id <= ?1",
      "SELECT count(b) FROM t WHERE b >= 0 AND b <= ?1",
      "SELECT sum(y.a) FROM t x CROSS JOIN t y WHERE x.id <= ?1 AND y.id = x.b",
      "SELECT count(*) FROM t x CROSS JOIN t y WHERE x.id <= ?1 AND y.a = x.id * 7",
      "SELECT count(*) FROM t WHERE id <= ?1 AND c LIKE '%number: 7%'",
      "SELECT count(*) FROM t WHERE id <= ?1 AND c GLOB '*number: 7*'",
      "SELECT count(*) FROM t WHERE id <= ?1 AND substr(c, 3, 4) = 'text' AND abs(a) > 3 AND upper(c) <> 'x'",
      "SELECT max(c), min(r) FROM t WHERE id <= ?1",
      "SELECT id FROM t WHERE id <= ?1 ORDER BY b", // the sorter keeps its memory from one execution to the next
      "SELECT id FROM t WHERE id <= ?1 ORDER BY b LIMIT 5",
      "SELECT count(DISTINCT b) FROM t WHERE id <= ?1",
    };
    try (Connection connection = open(backend)) {
      Allocation allocation = new Allocation(connection);
      for (String query : queries) {
        assertThat(allocation.ofRow(query)).as(query).isLessThan(NOTHING);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file-delete", "file-wal"})
  void groupsAllocateWhatTheyKeep(String backend) {
    try (Connection connection = open(backend)) {
      assertThat(new Allocation(connection).ofRow("SELECT b % 10, count(*), sum(r) FROM t WHERE id <= ?1 GROUP BY 1")).isLessThan(90);
    }
  }

  /** In memory copies of the pages, for the rollback, are in it; and pages that are new. */
  @ParameterizedTest
  @ValueSource(strings = {"memory", "file-delete", "file-wal"})
  void changingARowAllocatesLittle(String backend) {
    boolean isFile = !backend.equals("memory");
    try (Connection connection = open(backend)) {
      Allocation allocation = new Allocation(connection);
      assertThat(allocation.ofChangedRow("UPDATE t SET r = r + 1 WHERE id <= ?1")).as("update").isLessThan(isFile ? 2 : 32);
      assertThat(allocation.ofChangedRow("UPDATE t SET b = b + 1 WHERE id <= ?1")).as("update of an index").isLessThan(isFile ? 2 : 55);
      assertThat(allocation.ofChangedRow("DELETE FROM t WHERE id <= ?1")).as("delete").isLessThan(isFile ? 8 : 70);
      assertThat(allocation.ofChangedRow("INSERT INTO u SELECT id, a, c FROM t WHERE id <= ?1")).as("insert").isLessThan(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "file-delete", "file-wal"})
  void preparedStatementsAllocateTheirCursors(String backend) {
    try (Connection connection = open(backend)) {
      Allocation allocation = new Allocation(connection);
      assertThat(allocation.ofExecution("SELECT a FROM t WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("by rowid").isLessThan(272);
      assertThat(allocation.ofExecution("SELECT r FROM t WHERE a = ?1", (s, n) -> s.bindLong(1, row(n) * 7))).as("by index").isLessThan(520);
      assertThat(allocation.ofExecution("INSERT INTO u VALUES(?1, ?1 * 3, 'a text')", (s, n) -> s.bindLong(1, n + 1))).as("insert").isLessThan(736);
      assertThat(allocation.ofExecution("UPDATE t SET r = r + 1 WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("update").isLessThan(272);
      assertThat(allocation.ofExecution("UPDATE t SET b = b + 1 WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("update of an index").isLessThan(736);
      assertThat(allocation.ofExecution("UPDATE t SET b = b + 1 WHERE a = ?1", (s, n) -> s.bindLong(1, row(n) * 7))).as("update by index").isLessThan(1072);
      assertThat(allocation.ofExecution("DELETE FROM t WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("delete").isLessThan(768);
    }
  }

  /** What goes out of the cache and comes in again costs what is known of a page, not the page. */
  @ParameterizedTest
  @ValueSource(strings = {"file-delete", "file-wal"})
  void aCacheThatIsTooSmallAllocatesLittleMore(String backend) {
    try (Connection connection = open(backend)) {
      connection.execute("PRAGMA cache_size=30");
      Allocation allocation = new Allocation(connection);
      assertThat(allocation.ofExecution("SELECT a FROM t WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("by rowid").isLessThan(336);
      assertThat(allocation.ofExecution("UPDATE t SET r = r + 1 WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("update").isLessThan(336);
      assertThat(allocation.ofExecution("UPDATE t SET b = b + 1 WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("update of an index").isLessThan(856);
      assertThat(allocation.ofExecution("DELETE FROM t WHERE id = ?1", (s, n) -> s.bindLong(1, row(n)))).as("delete").isLessThan(960);
    }
  }
}

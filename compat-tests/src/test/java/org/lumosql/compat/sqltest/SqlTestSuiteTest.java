// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sqltest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SQL tests of Turso, which hold for SQLite. Skipped where they are not there: they are looked for in {@code ../shared/sqltest} beside the project,
 * or where {@code -Dlumosql.sqltest} says; the database files beside them, or where {@code -Dlumosql.samples} says.
 */
class SqlTestSuiteTest {
  private static final Path FOLDER = Path.of(System.getProperty("lumosql.sqltest", "../../shared/sqltest"));
  private static final Path SAMPLES = Path.of(System.getProperty("lumosql.samples", "../../shared/databases"));

  @Test
  void allTestsPass() throws IOException {
    run("", null, 4_000);
  }

  @ParameterizedTest
  @CsvSource({"lmdb,join", "rocksdb,upsert", "bdb,savepoint"})
  void someTestsPassOverEngines(String backend, String part) throws IOException {
    run(part, backend, 5);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "rocksdb", "bdb"})
  void allTestsPassOverEngines(String backend) throws IOException {
    run("", backend, 4_000);
  }

  private static void run(String part, String backend, int least) throws IOException {
    assumeTrue(Files.exists(FOLDER.resolve("sqltest.zip")), "no SQL tests at " + FOLDER);
    SqlTestSuite suite = new SqlTestSuite(FOLDER, SAMPLES).withoutDocumentedDifferences();
    SqlTestRunner runner = suite.on(backend).run(part, (name, failed) -> {});
    assertThat(runner.failures()).isEmpty();
    assertThat(runner.passed()).isGreaterThan(least);
  }
}

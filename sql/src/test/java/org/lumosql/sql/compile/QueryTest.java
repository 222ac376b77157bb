// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Queries give the same labels, rows, order of rows and messages as the C library's. The queries are in the
 * resource files.
 */
final class QueryTest {
  private Differential databases;

  @BeforeEach
  void open() throws SQLException, IOException {
    databases = new Differential();
    databases.runAll(Differential.statements("setup.sql"));
  }

  @AfterEach
  void close() throws SQLException {
    databases.close();
  }

  private Stream<DynamicTest> sameAnswers(String file) throws IOException {
    return Differential.statements(file).stream()
        .map(
            sql ->
                DynamicTest.dynamicTest(
                    sql, () -> assertThat(databases.ours(sql)).isEqualTo(databases.theirs(sql))));
  }

  @TestFactory
  Stream<DynamicTest> queriesAnswerAsTheCLibrary() throws IOException {
    return Stream.concat(sameAnswers("queries.sql"), sameAnswers("more.sql"));
  }

  @TestFactory
  Stream<DynamicTest> windowFunctionsAnswerAsTheCLibrary() throws IOException {
    return sameAnswers("windows.sql");
  }

  @TestFactory
  Stream<DynamicTest> errorsHaveTheCLibrarysMessages() throws IOException {
    return sameAnswers("messages.sql");
  }

  /** Only the texts: ids are addresses of the programs, the estimates are the C library's own. */
  @TestFactory
  Stream<DynamicTest> plansReadAsTheCLibrarys() throws IOException {
    return Differential.statements("plans.sql").stream()
        .map(
            sql ->
                DynamicTest.dynamicTest(
                    sql, () -> assertThat(texts(databases.ours(sql))).isEqualTo(texts(databases.theirs(sql)))));
  }

  private static List<String> texts(List<String> lines) {
    return lines.stream().map(line -> line.substring(line.lastIndexOf('|') + 1)).toList();
  }
}

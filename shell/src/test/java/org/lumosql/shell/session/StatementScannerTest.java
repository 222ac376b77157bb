// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementScannerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;", ";", "SELECT ';' ; -- end", "SELECT 1; /* ; */", "CREATE TABLE t(a);", "EXPLAIN CREATE TABLE t(a);",
        "CREATE TRIGGER x BEGIN SELECT 1; END;", "CREATE TEMP TRIGGER x BEGIN SELECT 1; SELECT 2; END ;", "SELECT [a;b];", "SELECT `;`;"
      })
  void aStatementEndsWithASemicolon(String sql) {
    assertThat(StatementScanner.isComplete(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1", "SELECT ';", "SELECT 1 /* ; ", "SELECT 1 -- ;", "CREATE TRIGGER x BEGIN SELECT 1;", "CREATE TRIGGER x BEGIN SELECT 1; END",
        "EXPLAIN CREATE TEMPORARY TRIGGER x BEGIN SELECT 1; SELECT 2;", "SELECT \"a;", "SELECT 1; SELECT 2"
      })
  void textsWithoutAnEndAreIncomplete(String sql) {
    assertThat(StatementScanner.isComplete(sql)).isFalse();
  }
}

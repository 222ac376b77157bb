// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.numbers;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lumosql.compat.support.LongRun;

/** Numbers and their texts: see {@link Numbers}. */
class NumbersTest {
  @Test
  void numbersAreWrittenAndReadAsInSqlite() throws SQLException {
    try (Numbers numbers = new Numbers()) {
      LongRun.count(LongRun.firstSeed(1), 20_000, numbers::run);
    }
  }

  @Tag("slow")
  @Test
  void threeMillionNumbersAreWrittenAndReadAsInSqlite() throws SQLException {
    try (Numbers numbers = new Numbers()) {
      LongRun.count(LongRun.firstSeed(1_000), 3_000_000, numbers::run);
    }
  }
}

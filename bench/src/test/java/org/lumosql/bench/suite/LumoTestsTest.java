// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LumoTestsTest {
  @Test
  void theTestsAreThoseOfTheTool() {
    List<LumoTest> benchmarks = LumoTests.all(DataSize.ONE, Dialect.SQLITE).stream().filter(LumoTest::isBenchmark).toList();
    assertThat(benchmarks).hasSize(17);
    assertThat(benchmarks.get(1).name()).isEqualTo("1000 INSERTs");
    assertThat(benchmarks.get(7).name()).isEqualTo("5000 SELECTs with an index");
    assertThat(benchmarks.get(7).steps()).hasSize(5000);
  }

  @Test
  void theSameSizeGivesTheSameStatements() {
    DataSize size = DataSize.parse("0.1,0.2");
    assertThat(LumoTests.all(size, Dialect.SQLITE)).isEqualTo(LumoTests.all(size, Dialect.SQLITE));
    List<LumoTest> sqlite = LumoTests.all(size, Dialect.SQLITE);
    List<LumoTest> standard = LumoTests.all(size, Dialect.STANDARD);
    for (int i = 0; i < sqlite.size(); i++) {
      assertThat(standard.get(i).texts().stream().map(text -> text.replaceAll("CAST\\((\\w) AS DOUBLE\\)", "$1"))).isEqualTo(sqlite.get(i).texts());
    }
  }

  @Test
  void aSizeScalesReadsAndWritesApart() {
    List<LumoTest> tests = LumoTests.all(new DataSize(2, 0.5), Dialect.SQLITE);
    assertThat(tests).extracting(LumoTest::name).contains("500 INSERTs", "10000 SELECTs with an index", "12500 INSERTs in a transaction");
    assertThat(DataSize.parse("2,0.5")).hasToString("2,0.5");
    assertThat(DataSize.parse("3,3.0")).hasToString("3");
    assertThatThrownBy(() -> DataSize.parse("-1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textsHaveTheParametersInThem() {
    assertThat(Step.of("INSERT INTO t1 VALUES(?,?,?)", 1, 2, "two").text()).isEqualTo("INSERT INTO t1 VALUES(1,2,'two')");
    assertThat(EnglishNumbers.words(371_015)).isEqualTo("three hundred seventy one thousand fifteen");
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
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
      assertThat(standard.get(i).texts().map(text -> text.replaceAll("CAST\\((\\w) AS DOUBLE\\)", "$1"))).containsExactlyElementsOf(sqlite.get(i).texts().toList());
    }
  }

  /** At size 100 a test has millions of statements: they are made in parts, and again for each run. */
  @Test
  void manyStatementsAreMadeInParts() {
    Steps inserts = LumoTests.all(new DataSize(1, 3), Dialect.SQLITE).get(3).steps();
    assertThat(inserts.size()).isEqualTo(3 * 25_000 + 3);
    List<Step> all = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Iterator<List<Step>> parts = inserts.parts(); parts.hasNext(); ) {
      List<Step> part = parts.next();
      sizes.add(part.size());
      all.addAll(part);
    }
    assertThat(sizes).containsExactly(32_768, 32_768, 3 * 25_000 + 3 - 2 * 32_768);
    assertThat(all).containsExactlyElementsOf(inserts);
    assertThat(all.get(0)).matches(Step::isBegin);
    assertThat(all.get(all.size() - 1)).matches(Step::isCommit);
    Step last = all.get(all.size() - 2);
    assertThat(last.parameters().get(0)).isEqualTo(75_000);
    Steps ofOneTest = LumoTests.all(DataSize.ONE, Dialect.SQLITE).get(3).steps();
    assertThat(ofOneTest.parts()).toIterable().hasSize(1);
    assertThat(ofOneTest).isNotEqualTo(inserts);
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

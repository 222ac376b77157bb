// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogEstimateTest {
  @Test
  void powersOfTwoAreMultiplesOfTen() {
    assertThat(LogEstimate.of(0)).isZero();
    assertThat(LogEstimate.of(1)).isZero();
    assertThat(LogEstimate.of(2)).isEqualTo(10);
    assertThat(LogEstimate.of(1024)).isEqualTo(100);
    assertThat(LogEstimate.of(1_048_576)).isEqualTo(200);
    assertThat(LogEstimate.of(Long.MAX_VALUE)).isEqualTo(629);
  }

  @Test
  void countsBetweenPowersRoundToEighths() {
    assertThat(LogEstimate.of(3)).isEqualTo(16);
    assertThat(LogEstimate.of(5)).isEqualTo(23);
    assertThat(LogEstimate.of(10)).isEqualTo(33);
    assertThat(LogEstimate.of(25)).isEqualTo(46);
    assertThat(LogEstimate.of(100)).isEqualTo(66);
    assertThat(LogEstimate.of(1000)).isEqualTo(99);
  }

  @Test
  void sumOfEqualsIsTwice() {
    assertThat(LogEstimate.add(50, 50)).isEqualTo(60);
    assertThat(LogEstimate.add(0, 0)).isEqualTo(10);
  }

  @Test
  void muchSmallerSummandHardlyCounts() {
    assertThat(LogEstimate.add(100, 60)).isEqualTo(101);
    assertThat(LogEstimate.add(60, 100)).isEqualTo(101);
    assertThat(LogEstimate.add(100, 49)).isEqualTo(100);
  }

  @Test
  void searchCostsLogarithmOfRows() {
    assertThat(LogEstimate.ofSearch(200)).isEqualTo(43);
    assertThat(LogEstimate.ofSearch(10)).isZero();
  }
}

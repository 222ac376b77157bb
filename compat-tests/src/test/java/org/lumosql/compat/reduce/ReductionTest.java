// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReductionTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void whatIsNeededStays() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    assertThat(Reduction.<Integer, RuntimeException>shortest(numbers, list -> list.containsAll(List.of(0, 17, 18, 99)), SECOND))
        .containsExactly(0, 17, 18, 99);
  }

  @Test
  void allMayGo() {
    assertThat(Reduction.<Integer, RuntimeException>shortest(List.of(1, 2, 3), list -> true, SECOND)).isEmpty();
    assertThat(Reduction.<Integer, RuntimeException>shortest(List.of(), list -> true, SECOND)).isEmpty();
  }
}

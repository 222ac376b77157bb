// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemporaryMemoryTest {
  private static final long EACH = 16 << 20;
  private static final long LEAST = 1 << 20;

  @Test
  void oneMayHaveItsPartAndNoMore() {
    TemporaryMemory.Share share = new TemporaryMemory(EACH).share();
    assertThat(share.reserve(10)).isTrue();
    assertThat(share.granted()).isEqualTo(LEAST);
    assertThat(share.reserve(EACH)).isTrue();
    assertThat(share.reserve(EACH + 1)).isFalse();
    assertThat(share.granted()).isEqualTo(EACH);
  }

  @Test
  void manyTogetherStayWithinTheBudgetButForTheLeastThatEverybodyGets() {
    TemporaryMemory memory = new TemporaryMemory(EACH);
    long total = 0;
    for (int i = 0; i < 20; i++) {
      TemporaryMemory.Share share = memory.share();
      for (long needed = 1000; share.reserve(needed); needed += 1000) {
        assertThat(share.granted()).isGreaterThanOrEqualTo(needed);
      }
      assertThat(share.granted()).isBetween(LEAST, EACH);
      total += share.granted();
    }
    assertThat(total).isLessThanOrEqualTo(2 * EACH + 20 * LEAST);
  }

  @Test
  void whatOneGivesBackAnotherMayHave() {
    TemporaryMemory memory = new TemporaryMemory(EACH);
    TemporaryMemory.Share first = memory.share();
    TemporaryMemory.Share second = memory.share();
    TemporaryMemory.Share third = memory.share();
    assertThat(first.reserve(EACH) && second.reserve(EACH)).isTrue();
    assertThat(third.reserve(EACH)).isFalse();
    assertThat(third.reserve(LEAST)).isTrue();
    first.release();
    assertThat(first.granted()).isZero();
    assertThat(third.reserve(EACH - LEAST)).isTrue();
  }

  @Test
  void limitsOfFewBytesAreKept() {
    TemporaryMemory.Share share = new TemporaryMemory(100).share();
    assertThat(share.reserve(100)).isTrue();
    assertThat(share.reserve(101)).isFalse();
    assertThat(new TemporaryMemory(Long.MAX_VALUE).share().reserve(1L << 40)).isTrue();
  }
}

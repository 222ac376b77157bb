// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.BusyHandler;
import org.lumosql.btree.LockRelease;

final class BusyTimeoutTest {
  private static final int MILLISECONDS = 60;

  private static long waited(BusyTimeout timeout, LockRelease release) {
    long begin = System.nanoTime();
    int attempts = 0;
    while (timeout.retry(attempts, release)) {
      attempts++;
    }
    assertThat(attempts).isPositive();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  @Test
  void waitsAsLongAsItWasToldAndNotMuchLonger() {
    BusyTimeout timeout = new BusyTimeout(MILLISECONDS);
    for (int wait = 0; wait < 2; wait++) {
      assertThat(waited(timeout, LockRelease.UNKNOWN)).isBetween((long) MILLISECONDS, MILLISECONDS + 10_000L);
    }
  }

  @Test
  void releasesThatDoNotHelpDoNotMakeTheWaitLonger() {
    assertThat(waited(new BusyTimeout(MILLISECONDS), nanoseconds -> true)).isBetween((long) MILLISECONDS, MILLISECONDS + 10_000L);
  }

  @Test
  void aReleaseEndsTheSleepAndTheStepsGoOnGrowingOnlyWhereTimePasses() {
    List<Long> sleeps = new ArrayList<>();
    BusyTimeout timeout = new BusyTimeout(3_600_000);
    assertThat(timeout.retry(0, nanoseconds -> sleeps.add(nanoseconds))).isTrue();
    for (int attempt = 1; attempt < 100; attempt++) {
      assertThat(timeout.retry(attempt, nanoseconds -> sleeps.add(nanoseconds))).isTrue();
    }
    assertThat(sleeps).hasSize(100).allMatch(nanoseconds -> nanoseconds <= 1_000_000);
    assertThat(timeout.retry(100, LockRelease.UNKNOWN)).isTrue();
    assertThat(timeout.retry(101, nanoseconds -> sleeps.add(nanoseconds))).isTrue();
    assertThat(sleeps.get(100)).isGreaterThan(1_000_000);
  }

  @Test
  void interruptedThreadsWaitToo() {
    Thread.currentThread().interrupt();
    try {
      assertThat(waited(new BusyTimeout(MILLISECONDS), LockRelease.UNKNOWN)).isGreaterThanOrEqualTo(MILLISECONDS);
    } finally {
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void ownHandlersAreAskedWithTheirCountsWhateverIsReleased() {
    List<Integer> counts = new ArrayList<>();
    BusyHandler handler =
        InterruptibleBusyHandler.of(
            attempts -> {
              counts.add(attempts);
              return attempts < 3;
            });
    for (int attempts = 0; handler.retry(attempts, nanoseconds -> true); attempts++) {
      assertThat(attempts).isLessThan(3);
    }
    assertThat(counts).containsExactly(0, 1, 2, 3);
  }
}

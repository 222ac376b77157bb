// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.backend.file.vfs.FaultyVfs.Loss;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.Synchronous;

/**
 * The power goes before each operation of a transaction in turn; what the next start finds is the state before or
 * after, never a mixture.
 */
class CrashTest {
  static Stream<CrashScenario> durableScenarios() {
    return Stream.of(
        new CrashScenario(JournalMode.DELETE, Synchronous.EXTRA, false),
        new CrashScenario(JournalMode.DELETE, Synchronous.FULL, true),
        new CrashScenario(JournalMode.TRUNCATE, Synchronous.FULL, false),
        new CrashScenario(JournalMode.PERSIST, Synchronous.FULL, false),
        new CrashScenario(JournalMode.PERSIST, Synchronous.FULL, true),
        new CrashScenario(JournalMode.WAL, Synchronous.FULL, false));
  }

  @ParameterizedTest
  @MethodSource("durableScenarios")
  void powerLossLeavesTheStateBeforeOrAfter(CrashScenario scenario) {
    long seed = TestPages.seed();
    for (Loss loss : Loss.values()) {
      crashEverywhere(scenario, loss, seed, true);
    }
  }

  static Stream<CrashScenario> processScenarios() {
    return Stream.of(
        new CrashScenario(JournalMode.DELETE, Synchronous.OFF, false),
        new CrashScenario(JournalMode.PERSIST, Synchronous.OFF, false),
        new CrashScenario(JournalMode.TRUNCATE, Synchronous.NORMAL, false),
        new CrashScenario(JournalMode.WAL, Synchronous.OFF, false));
  }

  @ParameterizedTest
  @MethodSource("processScenarios")
  void processDeathLeavesTheStateBeforeOrAfterEvenWithoutSyncs(CrashScenario scenario) {
    crashEverywhere(scenario, Loss.NOTHING, TestPages.seed(), true);
  }

  @Test
  void fullWithoutDirectorySyncMayLoseTheLastCommitButNeverMixes() {
    CrashScenario scenario = new CrashScenario(JournalMode.DELETE, Synchronous.FULL, false);
    for (Loss loss : Loss.values()) {
      crashEverywhere(scenario, loss, TestPages.seed(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("durableScenarios")
  void randomTransactionsSurviveACrashAtAnyMoment(CrashScenario scenario) {
    Random seeds = new Random(TestPages.seed());
    for (int i = 0; i < 30; i++) {
      crashRandomly(scenario, seeds.nextLong());
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("durableScenarios")
  void manyRandomTransactionsSurviveACrashAtAnyMoment(CrashScenario scenario) {
    Random seeds = new Random(TestPages.seed());
    for (int i = 0; i < 2000; i++) {
      crashRandomly(scenario, seeds.nextLong());
    }
  }

  /** Several lives of one database, each ended by a crash. */
  private static void crashRandomly(CrashScenario scenario, long seed) {
    Random random = new Random(seed);
    FaultyVfs vfs = scenario.prepare(random.nextLong());
    TreeMap<Integer, Integer> contents = scenario.before();
    int stamp = 1000;
    for (int life = 0; life < 4; life++) {
      vfs.crashAt(1 + random.nextInt(150));
      FilePager pager = scenario.openPager(vfs);
      PagerTwin twin = new PagerTwin(pager, random, contents, stamp);
      try {
        while (!vfs.hasCrashed()) {
          twin.transaction(1 + random.nextInt(30));
        }
      } catch (FaultyVfs.PowerLoss expected) {
        assertThat(vfs.hasCrashed()).isTrue();
      }
      String where = scenario + ", life " + life + ", run with seed " + seed + "\n";
      FaultyVfs dead = vfs;
      vfs = vfs.restart(Loss.values()[random.nextInt(Loss.values().length)], random.nextLong());
      try (FilePager next = scenario.openPager(vfs)) {
        TreeMap<Integer, Integer> found = CrashScenario.contents(next);
        if (!found.equals(twin.committed()) && !found.equals(twin.present())) {
          throw new AssertionError(
              where + "found " + found + "\ncommitted " + twin.committed() + "\npresent " + twin.present()
                  + "\n" + String.join("\n", twin.history()) + "\n" + dead.history());
        }
        contents = found;
        stamp = twin.nextStamp();
      }
    }
  }

  private static void crashEverywhere(CrashScenario scenario, Loss loss, long seed, boolean isDurable) {
    Random seeds = new Random(seed);
    boolean finished = false;
    for (int operation = 1; !finished; operation++) {
      FaultyVfs vfs = scenario.prepare(seeds.nextLong());
      vfs.crashAt(operation);
      boolean committed = false;
      try {
        FilePager pager = scenario.openPager(vfs);
        scenario.run(pager);
        committed = true;
        pager.close();
        finished = true;
      } catch (FaultyVfs.PowerLoss expected) {
        assertThat(vfs.hasCrashed()).isTrue();
      }
      long restartSeed = seeds.nextLong();
      String where = scenario + ", " + loss + ", operation " + operation + ", -Dtest.seed=" + seed;
      try {
        checkRestart(scenario, vfs.restart(loss, restartSeed), committed && isDurable, where);
      } catch (RuntimeException | AssertionError error) {
        throw new AssertionError(where + "\n" + vfs.history(), error);
      }
    }
  }

  private static void checkRestart(CrashScenario scenario, FaultyVfs vfs, boolean mustBeThere, String where) {
    try (FilePager pager = scenario.openPager(vfs)) {
      TreeMap<Integer, Integer> found = CrashScenario.contents(pager);
      if (mustBeThere) {
        assertThat(found).as(where).isEqualTo(scenario.after());
      } else {
        assertThat(found).as(where).isIn(scenario.before(), scenario.after());
      }
      // and it can be written again
      scenario.run(pager);
      assertThat(CrashScenario.contents(pager)).as(where).containsAllEntriesOf(scenario.after());
    }
  }
}

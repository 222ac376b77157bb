// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.file.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumosql.backend.file.vfs.FaultyVfs;
import org.lumosql.btree.JournalMode;
import org.lumosql.btree.Synchronous;
import org.lumosql.btree.TransactionState;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/**
 * Each operation of a transaction fails in turn, once or from then on; the connection recovers and nothing is lost or
 * mixed.
 */
class FailureTest {
  static Stream<CrashScenario> scenarios() {
    return Stream.of(
        new CrashScenario(JournalMode.DELETE, Synchronous.FULL, false),
        new CrashScenario(JournalMode.DELETE, Synchronous.OFF, false),
        new CrashScenario(JournalMode.TRUNCATE, Synchronous.NORMAL, false),
        new CrashScenario(JournalMode.PERSIST, Synchronous.FULL, false),
        new CrashScenario(JournalMode.DELETE, Synchronous.FULL, true),
        new CrashScenario(JournalMode.MEMORY, Synchronous.FULL, false),
        new CrashScenario(JournalMode.WAL, Synchronous.FULL, false),
        new CrashScenario(JournalMode.WAL, Synchronous.NORMAL, true));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void oneFailureIsRolledBack(CrashScenario scenario) {
    failEverywhere(scenario, 1, ResultCode.IOERR_WRITE);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void fullDiskIsRolledBack(CrashScenario scenario) {
    failEverywhere(scenario, 3, ResultCode.FULL);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void brokenDiskIsRecoveredFromWhenItWorksAgain(CrashScenario scenario) {
    failEverywhere(scenario, Long.MAX_VALUE, ResultCode.IOERR_FSYNC);
  }

  private static void failEverywhere(CrashScenario scenario, long count, ResultCode code) {
    boolean finished = false;
    for (int operation = 1; !finished; operation++) {
      FaultyVfs vfs = scenario.prepare(operation);
      FilePager pager = scenario.openPager(vfs);
      vfs.failAt(operation, count, code);
      long start = vfs.operations();
      boolean committed = false;
      try {
        scenario.run(pager);
        committed = true;
        finished = vfs.operations() - start < operation;
      } catch (StoreException expected) {
        assertThat(expected.code()).isEqualTo(code);
      }
      try {
        recover(pager, vfs);
        check(scenario, pager, vfs, committed);
      } catch (RuntimeException | AssertionError error) {
        throw new AssertionError(scenario + ", operation " + operation + "\n" + vfs.history(), error);
      }
    }
  }

  private static void recover(FilePager pager, FaultyVfs vfs) {
    try {
      pager.rollback(false);
    } catch (StoreException stillBroken) {
      assertThat(pager.transactionState()).isEqualTo(TransactionState.NONE);
    }
    vfs.failNoMore();
  }

  private static void check(CrashScenario scenario, FilePager pager, FaultyVfs vfs, boolean committed) {
    TreeMap<Integer, Integer> found = CrashScenario.contents(pager);
    if (committed) {
      assertThat(found).isEqualTo(scenario.after());
    } else {
      assertThat(found).isIn(scenario.before(), scenario.after());
    }
    pager.cache().checkInvariants();
    assertThat(pager.cache().isIdle()).isTrue();
    scenario.run(pager);
    assertThat(CrashScenario.contents(pager)).containsAllEntriesOf(scenario.after());
    pager.close();
    try (FilePager other = scenario.openPager(vfs)) {
      assertThat(CrashScenario.contents(other)).containsAllEntriesOf(scenario.after());
    }
  }

  @Test
  void afterAFailedSpillOnlyRollbackIsAllowed() {
    CrashScenario scenario = new CrashScenario(JournalMode.DELETE, Synchronous.FULL, false);
    FaultyVfs vfs = scenario.prepare(1);
    try (FilePager pager = scenario.openPager(vfs)) {
      vfs.failAt(3, Long.MAX_VALUE, ResultCode.IOERR_WRITE);
      assertThatThrownBy(() -> scenario.change(pager)).isInstanceOf(StoreException.class);
      vfs.failNoMore();
      assertThatThrownBy(() -> pager.page(1)).hasMessageContaining("must be rolled back");
      assertThatThrownBy(() -> pager.commitPhaseOne(null)).hasMessageContaining("must be rolled back");
      pager.rollback(false);
      assertThat(CrashScenario.contents(pager)).isEqualTo(scenario.before());
    }
  }
}

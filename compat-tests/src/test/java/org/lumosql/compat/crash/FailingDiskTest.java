// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lumosql.compat.support.LongRun;

/** Full disks and failing writes, syncs, truncations and deletions: see {@link FailingDisk}. */
class FailingDiskTest {
  private final FailingDisk failingDisk = new FailingDisk();

  @Test
  void aFailureIsReportedAndNothingIsLost() {
    LongRun.count(LongRun.firstSeed(1), 600, seed -> failingDisk.run(seed, 7));
  }

  @Tag("slow")
  @Test
  void twentyThousandFailuresAreReportedAndNothingIsLost() {
    LongRun.count(LongRun.firstSeed(1_200), 20_000, seed -> failingDisk.run(seed, 1));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.support.LongRun;

/** The power goes in the middle of SQL transactions: see {@link PowerLoss}. */
class PowerLossTest {
  @TempDir Path directory;

  @Test
  void everyAcknowledgedTransactionSurvivesAndNoOther() {
    PowerLoss powerLoss = new PowerLoss(directory);
    LongRun.count(LongRun.firstSeed(1), 500, seed -> powerLoss.run(seed, 7));
  }

  @Tag("slow")
  @Test
  void everyAcknowledgedTransactionSurvivesTwentyThousandPowerLosses() {
    PowerLoss powerLoss = new PowerLoss(directory);
    LongRun.count(LongRun.firstSeed(1_200), 20_000, seed -> powerLoss.run(seed, 1));
  }
}

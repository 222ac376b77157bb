// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.hostile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lumosql.compat.support.LongRun;

/** Damaged databases, journals and logs: see {@link Hostile}. */
class HostileTest {
  @Test
  void damagedFilesAreReadOrRefused() {
    try (Hostile hostile = new Hostile()) {
      LongRun.count(LongRun.firstSeed(1), 1_500, hostile::run);
    }
  }

  @Tag("slow")
  @Test
  void aHundredThousandDamagedFilesAreReadOrRefused() {
    try (Hostile hostile = new Hostile()) {
      LongRun.count(LongRun.firstSeed(1_000), 100_000, hostile::run);
    }
  }
}

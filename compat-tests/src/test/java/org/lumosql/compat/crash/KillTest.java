// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Store;

/** A JVM that writes is killed; the file is sound for both engines and holds what was acknowledged: see {@link Kill}. */
class KillTest {
  @TempDir Path directory;

  @Test
  void aKilledWriterLeavesWhatItHadCommitted() {
    LongRun.count(LongRun.firstSeed(1), 3, new Kill(directory, Store.named("file"))::run);
  }

  @Tag("slow")
  @Test
  void twoHundredKilledWritersLeaveWhatTheyHadCommitted() {
    LongRun.count(LongRun.firstSeed(100), 200, new Kill(directory, Store.named("file"))::run);
  }
}

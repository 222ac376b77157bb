// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Store;

/** Two processes of ours, three threads in each, and two of C SQLite increment one counter: see {@link Sharing}. */
class ProcessSharingTest {
  private static final long SEED = LongRun.firstSeed(1);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void noIncrementIsLost(String journalMode) throws Exception {
    share(journalMode, 45);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"delete", "truncate", "persist", "wal"})
  void noneOfManyIncrementsIsLost(String journalMode) throws Exception {
    share(journalMode, 1_200);
  }

  private void share(String journalMode, int increments) throws Exception {
    assertThat(new Sharing(directory, Store.named("file")).run(SEED, journalMode, 2, increments)).isEqualTo(8L * increments);
  }
}

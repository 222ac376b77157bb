// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.sharing;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Store;

/** Every reader sees one snapshot, and none waits or fails: see {@link Snapshots}. */
class EngineSnapshotTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"file", "lmdb", "bdb", "rocksdb", "lmdb-pages", "bdb-pages"})
  void readersSeeSnapshots(String store) throws Exception {
    new Snapshots(directory, Store.named(store)).run(LongRun.firstSeed(1), 3, 200, Duration.ZERO);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"file", "file-aes256gcm", "lmdb", "bdb", "rocksdb", "lmdb-pages", "bdb-pages", "rocksdb-pages"})
  void eightReadersSeeSnapshotsForAMinute(String store) throws Exception {
    new Snapshots(directory, Store.named(store)).run(LongRun.firstSeed(1), 8, 1000, Duration.ofMinutes(1));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.crash;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lumosql.compat.support.LongRun;
import org.lumosql.compat.support.Store;

/** A JVM that writes into a key-value engine, or an encrypted file, is killed: see {@link Kill}. */
class EngineKillTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"lmdb", "bdb", "rocksdb"})
  void aKilledWriterLeavesWhatItHadCommitted(String store) {
    kill(Store.named(store), 2, LongRun.firstSeed(1));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("storesThatOnlyWeOpen")
  void twoHundredKilledWritersLeaveWhatTheyHadCommitted(Store store) {
    kill(store, 200, LongRun.firstSeed(100));
  }

  static Stream<Store> storesThatOnlyWeOpen() {
    return Store.persistent().stream().filter(store -> !store.isPlainFile());
  }

  private void kill(Store store, int times, long firstSeed) {
    LongRun.count(firstSeed, times, new Kill(directory, store)::run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lmdb-trees-aes256gcm", "bdb-trees-xchacha20", "rocksdb-trees-xchacha20", "file-aes256gcm"})
  void aPasswordThatIsBeingChangedIsTheOldOneOrTheNew(String store) {
    LongRun.count(LongRun.firstSeed(1), 2, new RekeyKill(directory, Store.named(store))::run);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("encryptedStores")
  void twoHundredTimesAPasswordThatIsBeingChangedIsTheOldOneOrTheNew(Store store) {
    LongRun.count(LongRun.firstSeed(100), 200, new RekeyKill(directory, store)::run);
  }

  static Stream<Store> encryptedStores() {
    return Store.persistent().stream().filter(Store::isSealed);
  }
}

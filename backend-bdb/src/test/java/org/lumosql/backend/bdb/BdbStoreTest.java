// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.bdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sleepycat.je.DbInternal;
import com.sleepycat.je.EnvironmentFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvTransaction;

/** What is particular to JE. */
class BdbStoreTest {
  @TempDir Path directory;

  private BdbStore open(Map<String, String> settings) {
    return BdbStore.open(directory.resolve("test.db"), new EngineSettings(BdbBackend.NAME, settings));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void put(BdbStore store, String key, String value) {
    try (KvTransaction writer = store.begin(true)) {
      writer.put(1, bytes(key), bytes(value));
      writer.commit(Synchronous.FULL);
    }
  }

  @Test
  void aPendingInterruptIsPutOff() {
    try (BdbStore store = open(Map.of())) {
      Thread.currentThread().interrupt();
      for (int i = 0; i < 20; i++) {
        put(store, "a", "v" + i);
      }
      try (KvTransaction reader = store.begin(false)) {
        assertThat(reader.get(1, bytes("a"))).isEqualTo(bytes("v19"));
      }
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anEnvironmentThatHasFailedIsOpenedAnew() {
    try (BdbStore store = open(Map.of())) {
      put(store, "a", "one");
      KvTransaction reader = store.begin(false);
      EnvironmentFailureException.unexpectedState(
          DbInternal.getNonNullEnvImpl(store.environment()), "as if a thread had been interrupted");
      assertThat(store.environment().isValid()).isFalse();
      assertThatThrownBy(() -> reader.get(1, bytes("a"))).isInstanceOf(StoreException.class);
      reader.close();
      put(store, "b", "two");
      try (KvTransaction late = store.begin(false)) {
        assertThat(late.get(1, bytes("a"))).isEqualTo(bytes("one"));
        assertThat(late.get(1, bytes("b"))).isEqualTo(bytes("two"));
      }
    }
  }

  @Test
  void settingsReachTheEngine() {
    try (BdbStore store = open(Map.of("bdb_cache", "3M", "bdb_log_file", "2M", "bdb_cleaner", "off"))) {
      assertThat(store.configuration().getCacheSize()).isEqualTo(3 << 20);
      assertThat(store.configuration().getConfigParam("je.log.fileMax")).isEqualTo("" + (2 << 20));
      assertThat(store.configuration().getConfigParam("je.env.runCleaner")).isEqualTo("false");
    }
    assertThatThrownBy(() -> open(Map.of("bdb_log_file", "1K"))).hasMessageStartingWith("backend bdb: ");
  }

  @Test
  void whatIsNotOursIsNotADatabase() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("file"), "text");
    BdbBackend backend = new BdbBackend();
    assertThat(backend.recognises(other)).isFalse();
    assertThatThrownBy(() -> backend.open(OpenOptions.file(other.toString())))
        .extracting(e -> ((StoreException) e).code())
        .isEqualTo(ResultCode.NOTADB);
    open(Map.of()).close();
    assertThat(backend.recognises(directory.resolve("test.db"))).isTrue();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.Btree;
import org.lumosql.btree.OpenOptions;
import org.lumosql.btree.Synchronous;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;

/** What is particular to LMDB. */
class LmdbStoreTest {
  @TempDir Path directory;

  private LmdbStore open(Map<String, String> settings) {
    return LmdbStore.open(directory.resolve("test.db"), new EngineSettings(LmdbBackend.NAME, settings));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ResultCode failure(Runnable action) {
    try {
      action.run();
    } catch (StoreException e) {
      return e.code();
    }
    throw new AssertionError("the action must fail");
  }

  private static void write(LmdbStore store, int from, int to) {
    try (KvTransaction writer = store.begin(true)) {
      for (int i = from; i < to; i++) {
        writer.put(1, new byte[] {(byte) (i >> 16), (byte) (i >> 8), (byte) i}, new byte[2000]);
      }
      writer.commit(Synchronous.OFF);
    }
  }

  @Test
  void aMapThatGetsFullGrows() {
    try (LmdbStore store = open(Map.of("lmdb_map_size", "1M"))) {
      assertThat(store.mapSize()).isEqualTo(1 << 20);
      for (int i = 0; i < 40; i++) {
        write(store, i * 100, i * 100 + 100);
      }
      assertThat(store.mapSize()).isGreaterThan(8 << 20);
      try (KvTransaction reader = store.begin(false)) {
        assertThat(reader.estimatedCount(1)).isEqualTo(4000);
      }
    }
  }

  @Test
  void oneTransactionMayBeLargerThanTheMap() {
    try (LmdbStore store = open(Map.of("lmdb_map_size", "1M"))) {
      write(store, 0, 100);
      try (KvTransaction writer = store.begin(true);
          KvCursor cursor = writer.cursor(1)) {
        assertThat(cursor.first()).isTrue();
        writer.clear(7);
        for (int i = 0; i < 4000; i++) {
          writer.put(2, new byte[] {(byte) (i >> 8), (byte) i}, new byte[2000]);
          if (i % 3 == 0) {
            writer.delete(2, new byte[] {(byte) (i >> 8), (byte) i});
          }
          if (i % 100 == 50) {
            // a cursor on another tree goes on through it all
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.key()[2]).isEqualTo((byte) (i / 100 + 1));
          }
        }
        writer.commit(Synchronous.FULL);
      }
      try (KvTransaction reader = store.begin(false)) {
        assertThat(reader.estimatedCount(1)).isEqualTo(100);
        assertThat(reader.estimatedCount(2)).isEqualTo(4000 - 1334);
      }
      assertThat(store.mapSize()).isGreaterThan(4 << 20);
    }
  }

  @Test
  void whileSomebodyReadsAFullMapIsFullAndNothingIsLeftOfTheTransaction() {
    try (LmdbStore store = open(Map.of("lmdb_map_size", "1M"))) {
      write(store, 0, 100);
      try (KvTransaction reader = store.begin(false)) {
        assertThat(failure(() -> write(store, 100, 4000))).isEqualTo(ResultCode.FULL);
        assertThat(reader.estimatedCount(1)).isEqualTo(100);
      }
      write(store, 100, 4000);
      try (KvTransaction reader = store.begin(false)) {
        assertThat(reader.estimatedCount(1)).isEqualTo(4000);
      }
    }
  }

  @Test
  void levelsBelowFullMakeADifference() {
    try (LmdbStore store = open(Map.of())) {
      assertThat(store.canRelax()).isTrue();
    }
  }

  @Test
  void manyTransactionsOfOneThreadReadAtOnceAndTooManyAreBusy() {
    try (LmdbStore store = open(Map.of("lmdb_max_readers", "50"))) {
      List<KvTransaction> readers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        readers.add(store.begin(false));
      }
      assertThat(failure(() -> store.begin(false))).isEqualTo(ResultCode.BUSY);
      readers.remove(0).close();
      readers.add(store.begin(false));
      readers.forEach(KvTransaction::close);
    }
  }

  @Test
  void aStoreWithOpenTransactionsIsNotClosed() {
    LmdbStore store = open(Map.of());
    KvTransaction reader = store.begin(false);
    assertThat(failure(store::close)).isEqualTo(ResultCode.MISUSE);
    assertThat(reader.get(1, bytes("a"))).isNull();
    reader.close();
    store.close();
  }

  @Test
  void aThreadMayEndWithItsTransactionOpen() throws InterruptedException {
    try (LmdbStore store = open(Map.of())) {
      KvTransaction[] left = new KvTransaction[1];
      Thread thread = new Thread(() -> left[0] = store.begin(true), "ending");
      thread.start();
      thread.join();
      assertThat(failure(() -> store.begin(true))).isEqualTo(ResultCode.BUSY);
      left[0].put(1, bytes("a"), bytes("b"));
      left[0].commit(Synchronous.FULL);
      try (KvTransaction writer = store.begin(true)) {
        assertThat(writer.get(1, bytes("a"))).isEqualTo(bytes("b"));
      }
    }
  }

  @Test
  void interruptsDisturbNothing() {
    try (LmdbStore store = open(Map.of())) {
      Thread.currentThread().interrupt();
      for (int i = 0; i < 20; i++) {
        write(store, i, i + 1);
      }
      try (KvTransaction reader = store.begin(false)) {
        assertThat(reader.estimatedCount(1)).isEqualTo(20);
      }
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void keysAreAsLongAsLmdbAllows() {
    try (LmdbStore store = open(Map.of())) {
      assertThat(store.traits().maximumKeyLength()).isEqualTo(507);
      try (KvTransaction writer = store.begin(true)) {
        writer.put(1, new byte[507], new byte[0]);
        assertThat(failure(() -> writer.put(1, new byte[508], new byte[0]))).isEqualTo(ResultCode.TOOBIG);
        assertThat(writer.get(1, new byte[507])).isEmpty();
      }
    }
  }

  @Test
  void malformedSettingsAreTold() {
    assertThatThrownBy(() -> open(Map.of("lmdb_map_size", "big")))
        .hasMessage("lmdb_map_size=big: expected a number of bytes, such as 64M");
    assertThatThrownBy(() -> open(Map.of("lmdb_max_readers", "0"))).hasMessageContaining("expected a positive number");
    assertThatThrownBy(() -> open(Map.of("lmdb_read_ahead", "maybe"))).hasMessageContaining("expected on or off");
  }

  @Test
  void whatIsNotOursIsNotADatabase() throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "not a database, but long enough to be looked at");
    LmdbBackend backend = new LmdbBackend();
    assertThat(backend.recognises(text)).isFalse();
    assertThat(failure(() -> backend.open(OpenOptions.file(text.toString())))).isEqualTo(ResultCode.NOTADB);
    try (LmdbStore store = open(Map.of())) {
      write(store, 0, 1);
    }
    Path foreign = directory.resolve("test.db");
    assertThat(backend.recognises(foreign)).isTrue();
    try (Btree btree = backend.open(OpenOptions.file(foreign.toString()))) {
      assertThat(failure(btree::beginRead)).isEqualTo(ResultCode.NOTADB);
      assertThat(failure(() -> btree.beginWrite(false))).isEqualTo(ResultCode.NOTADB);
    }
  }
}

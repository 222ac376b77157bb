// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.lumosql.kv.KvCursor;
import org.lumosql.kv.KvTransaction;

/** What is particular to RocksDB. */
class RocksStoreTest {
  @TempDir Path directory;

  private RocksStore open(Map<String, String> settings) {
    return RocksStore.open(directory.resolve("test.db"), new EngineSettings(RocksBackend.NAME, settings));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aSecondOpeningIsBusyAndSaysWhy() {
    try (RocksStore store = open(Map.of())) {
      store.begin(false).close();
      assertThatThrownBy(() -> open(Map.of()))
          .hasMessageStartingWith("database is locked: ")
          .extracting(e -> ((StoreException) e).code())
          .isEqualTo(ResultCode.BUSY);
    }
  }

  @Test
  void clearedTreesStayClearedWhenTheStoreIsOpenedAgain() {
    try (RocksStore store = open(Map.of("rocksdb_compression", "none", "rocksdb_write_buffer", "1M"))) {
      for (int round = 0; round < 3; round++) {
        try (KvTransaction writer = store.begin(true)) {
          writer.clear(1);
          for (int i = 0; i < 20_000; i++) {
            writer.put(1, bytes("key" + i), bytes("value" + round));
            writer.put(2, bytes("key" + i), bytes("value" + round));
          }
          writer.commit(Synchronous.OFF);
        }
      }
      try (KvTransaction writer = store.begin(true)) {
        writer.clear(1);
        writer.put(1, bytes("new"), bytes("v"));
        writer.commit(Synchronous.FULL);
      }
    }
    try (RocksStore store = open(Map.of("rocksdb_compression", "zstd"));
        KvTransaction reader = store.begin(false);
        KvCursor cursor = reader.cursor(1)) {
      assertThat(cursor.first()).isTrue();
      assertThat(cursor.key()).isEqualTo(bytes("new"));
      assertThat(cursor.next()).isFalse();
      assertThat(reader.get(2, bytes("key19999"))).isEqualTo(bytes("value2"));
      assertThat(reader.estimatedCount(2)).isGreaterThanOrEqualTo(10_000);
    }
  }

  @Test
  void malformedSettingsAreTold() {
    assertThatThrownBy(() -> open(Map.of("rocksdb_compression", "zip")))
        .hasMessage("rocksdb_compression=zip: expected one of lz4, none, snappy, zstd");
  }

  @Test
  void whatIsNotOursIsNotADatabase() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("file"), "text");
    RocksBackend backend = new RocksBackend();
    assertThat(backend.recognises(other)).isFalse();
    assertThatThrownBy(() -> backend.open(OpenOptions.file(other.toString())))
        .extracting(e -> ((StoreException) e).code())
        .isEqualTo(ResultCode.NOTADB);
    open(Map.of()).close();
    assertThat(backend.recognises(directory.resolve("test.db"))).isTrue();
  }
}

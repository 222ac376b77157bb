// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.backend.lmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lumosql.btree.Synchronous;
import org.lumosql.kv.EngineSettings;
import org.lumosql.kv.KvTransaction;

/** Scans take whole pages, and see what single steps see. */
class LeafPageTest {
  private static final long SEED = Long.getLong("test.seed", 20261122L);
  private static final int TREE = 7;

  @TempDir Path directory;
  private LmdbStore store;

  private final Random random = new Random(SEED);
  private final TreeMap<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);

  @BeforeEach
  void open() {
    store = LmdbStore.open(directory.resolve("db"), new EngineSettings("lmdb", Map.of()));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Some values are on pages of their own. */
  private void putSome(KvTransaction transaction, int count) {
    for (int i = 0; i < count; i++) {
      byte[] key = bytes(1 + random.nextInt(40));
      byte[] value = bytes(random.nextInt(20) == 0 ? 3000 + random.nextInt(20_000) : random.nextInt(200));
      transaction.put(TREE, key, value);
      expected.put(key, value);
    }
    transaction.put(TREE - 1, new byte[] {1}, new byte[] {2});
    transaction.put(TREE + 1, new byte[] {1}, new byte[] {2});
  }

  /** Compares all entries, forward and backward; returns how many were seen in pages. */
  private int compare(KvTransaction transaction) {
    int inPages = 0;
    try (LmdbCursor cursor = (LmdbCursor) transaction.cursor(TREE)) {
      boolean more = cursor.first();
      for (Map.Entry<byte[], byte[]> entry : expected.entrySet()) {
        assertThat(more).isTrue();
        compare(cursor, entry);
        inPages += cursor.isInPage() ? 1 : 0;
        more = cursor.next();
      }
      assertThat(more).isFalse();
      more = cursor.last();
      for (Map.Entry<byte[], byte[]> entry : expected.descendingMap().entrySet()) {
        assertThat(more).isTrue();
        compare(cursor, entry);
        inPages += cursor.isInPage() ? 1 : 0;
        more = cursor.previous();
      }
      assertThat(more).isFalse();
    }
    return inPages;
  }

  private static void compare(LmdbCursor cursor, Map.Entry<byte[], byte[]> entry) {
    assertThat(cursor.key()).isEqualTo(entry.getKey());
    assertThat(cursor.keyLength()).isEqualTo(entry.getKey().length);
    int offset = cursor.valueOffset();
    assertThat(Arrays.copyOfRange(cursor.valueArray(), offset, offset + cursor.valueLength())).isEqualTo(entry.getValue());
    assertThat(cursor.value()).isEqualTo(entry.getValue());
  }

  @Test
  void scansSeeWholePages() {
    try (KvTransaction writing = store.begin(true)) {
      putSome(writing, 3000);
      assertThat(compare(writing)).as("pages that are not written yet").isGreaterThan(expected.size());
      writing.commit(Synchronous.OFF);
    }
    try (KvTransaction reading = store.begin(false)) {
      assertThat(compare(reading)).as("pages of the file").isGreaterThan(2 * expected.size() - 10);
    }
    try (KvTransaction writing = store.begin(true)) {
      putSome(writing, 100);
      assertThat(compare(writing)).as("both").isGreaterThan(expected.size());
    }
    store.close();
  }

  @Test
  void aScanTurnsAround() {
    try (KvTransaction writing = store.begin(true)) {
      putSome(writing, 1500);
      writing.commit(Synchronous.OFF);
    }
    byte[][] keys = expected.keySet().toArray(byte[][]::new);
    try (KvTransaction reading = store.begin(false);
        LmdbCursor cursor = (LmdbCursor) reading.cursor(TREE)) {
      cursor.first();
      int at = 0;
      for (int i = 0; i < 20_000; i++) {
        boolean isForward = random.nextInt(100) < 55;
        if (isForward ? at < keys.length - 1 : at > 0) {
          assertThat(isForward ? cursor.next() : cursor.previous()).isTrue();
          at += isForward ? 1 : -1;
        } else {
          at = random.nextInt(keys.length);
          assertThat(cursor.seek(keys[at])).isTrue();
        }
        compare(cursor, Map.entry(keys[at], expected.get(keys[at])));
      }
    }
    store.close();
  }

  @Test
  void changesOfOtherTreesDoNotDisturbAScan() {
    try (KvTransaction writing = store.begin(true)) {
      putSome(writing, 2000);
      int steps = 0;
      try (LmdbCursor cursor = (LmdbCursor) writing.cursor(TREE)) {
        boolean more = cursor.first();
        for (Map.Entry<byte[], byte[]> entry : expected.entrySet()) {
          assertThat(more).isTrue();
          if (steps++ % 3 == 0) { // LMDB's pages move and are divided, among them those of this tree
            writing.put(random.nextBoolean() ? TREE - 1 : TREE + 1, bytes(8), bytes(random.nextInt(600)));
          }
          compare(cursor, entry);
          more = cursor.next();
        }
        assertThat(more).isFalse();
      }
    }
    store.close();
  }
}

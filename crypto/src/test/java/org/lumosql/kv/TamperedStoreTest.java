// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lumosql.btree.Synchronous;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

/** Somebody has the files and changes them: what is noticed, how it is told, and what is not noticed. */
class TamperedStoreTest {
  private static final CipherSettings QUICK =
      CipherSettings.of(Map.of("cipher", "xchacha20", "kdf_memory", "64", "kdf_passes", "1", "kdf_lanes", "1"));
  private static final byte[] KEY = HexFormat.of().parseHex("8000000000000007");
  private static final byte[] OTHER = HexFormat.of().parseHex("8000000000000008");

  private final KvStore raw = new SortedMapStore();

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private SealedStore sealed() {
    return new SealedStore(raw, QUICK, StoreHeader.Layout.TREES, text("password"));
  }

  @BeforeEach
  void fill() {
    put(KEY, "the first value");
    put(OTHER, "another value");
  }

  private void put(byte[] key, String value) {
    try (SealedStore store = sealed();
        KvTransaction transaction = store.begin(true)) {
      transaction.put(5, key, text(value));
      transaction.commit(Synchronous.FULL);
    }
  }

  private String get(int tree, byte[] key) {
    try (SealedStore store = sealed();
        KvTransaction transaction = store.begin(false);
        KvCursor cursor = transaction.cursor(tree)) {
      byte[] value = transaction.get(tree, key);
      assertThat(cursor.seek(key)).isTrue();
      assertThat(cursor.value()).isEqualTo(value);
      return new String(value, StandardCharsets.US_ASCII);
    }
  }

  private byte[] rawValue(int tree, byte[] key) {
    try (KvTransaction transaction = raw.begin(false)) {
      return transaction.get(tree, key).clone();
    }
  }

  private void putRaw(int tree, byte[] key, byte[] value) {
    try (KvTransaction transaction = raw.begin(true)) {
      transaction.put(tree, key, value);
      transaction.commit(Synchronous.FULL);
    }
  }

  private void assertCorrupt(int tree, byte[] key) {
    assertThatThrownBy(() -> get(tree, key))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ResultCode.CORRUPT);
              assertThat(e.getMessage()).contains("KV tree " + tree).contains(HexFormat.of().formatHex(key));
            });
  }

  @Test
  void whatWasNotChangedIsRead() {
    assertThat(get(5, KEY)).isEqualTo("the first value");
    assertThat(get(5, OTHER)).isEqualTo("another value");
  }

  /** Nonce, cipher text and tag. */
  @Test
  void aChangeOfAnyByteIsNoticed() {
    byte[] value = rawValue(5, KEY);
    assertThat(value).hasSize("the first value".length() + 40);
    for (int i = 0; i < value.length; i++) {
      byte[] changed = value.clone();
      changed[i] ^= 1;
      putRaw(5, KEY, changed);
      assertCorrupt(5, KEY);
    }
    assertThat(get(5, OTHER)).isEqualTo("another value");
  }

  @Test
  void aValueThatWasCutOrMadeLongerIsNoticed() {
    byte[] value = rawValue(5, KEY);
    for (int length : new int[] {0, 1, 24, 39, 40, value.length - 1, value.length + 1}) {
      putRaw(5, KEY, java.util.Arrays.copyOf(value, length));
      assertCorrupt(5, KEY);
    }
  }

  @Test
  void swappedValuesAreNoticed() {
    byte[] one = rawValue(5, KEY);
    putRaw(5, KEY, rawValue(5, OTHER));
    putRaw(5, OTHER, one);
    assertCorrupt(5, KEY);
    assertCorrupt(5, OTHER);
  }

  @Test
  void aValueInAnotherTreeIsNoticed() {
    putRaw(6, KEY, rawValue(5, KEY));
    assertCorrupt(6, KEY);
  }

  @Test
  void aValueOfAnotherDatabaseIsNoticed() {
    KvStore second = new SortedMapStore();
    try (SealedStore store = new SealedStore(second, QUICK, StoreHeader.Layout.TREES, text("password"));
        KvTransaction transaction = store.begin(true)) {
      transaction.put(5, KEY, text("the first value"));
      transaction.commit(Synchronous.FULL);
    }
    try (KvTransaction transaction = second.begin(false)) {
      putRaw(5, KEY, transaction.get(5, KEY));
    }
    assertCorrupt(5, KEY);
  }

  /** The limit of what is promised: an older value of the same place is a right one. docs/encryption.md says so. */
  @Test
  void anOlderValueInItsOwnPlaceIsNotNoticed() {
    byte[] old = rawValue(5, KEY);
    put(KEY, "a newer value");
    putRaw(5, KEY, old);
    assertThat(get(5, KEY)).isEqualTo("the first value");
  }

  @Test
  void theKeySlotCannotBeChanged() {
    byte[] slotKey = {'E'};
    byte[] entry = rawValue(StoreHeader.TREE, slotKey);
    for (int i = 0; i < entry.length; i++) {
      byte[] changed = entry.clone();
      changed[i] ^= 1;
      putRaw(StoreHeader.TREE, slotKey, changed);
      boolean isLayout = i == "LumoSQL crypt 1".length();
      if (!isLayout) { // by which the store is looked at before there is a key; its trees then say that it is wrong
        assertThatThrownBy(() -> get(5, KEY))
            .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.NOTADB));
      }
    }
  }

  @Test
  void withoutTheKeyNothingIsOurs() {
    try (KvTransaction transaction = raw.begin(false)) {
      assertThatThrownBy(() -> StoreHeader.requireOurs(transaction, StoreHeader.Layout.TREES))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(ResultCode.NOTADB));
    }
  }
}

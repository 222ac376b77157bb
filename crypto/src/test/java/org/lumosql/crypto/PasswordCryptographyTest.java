// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumosql.cipher.CipherSettings;
import org.lumosql.cipher.KeyRing;
import org.lumosql.cipher.Sealer;
import org.lumosql.error.ResultCode;
import org.lumosql.error.StoreException;

class PasswordCryptographyTest {
  private static final CipherSettings QUICK = new CipherSettings("aes256gcm", 64, 1, 1);
  private static final byte[] NONE = new byte[0];

  private final PasswordCryptography cryptography = new PasswordCryptography();

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sealed(KeyRing ring, String text) {
    Sealer sealer = ring.sealer();
    byte[] plain = text(text);
    byte[] sealed = new byte[plain.length + sealer.overhead()];
    sealer.seal(NONE, plain, 0, plain.length, sealed, 0);
    return sealed;
  }

  private static String opened(KeyRing ring, byte[] sealed) {
    Sealer sealer = ring.sealer();
    byte[] plain = new byte[sealed.length - sealer.overhead()];
    return sealer.open(NONE, sealed, 0, sealed.length, plain, 0) ? new String(plain, StandardCharsets.UTF_8) : null;
  }

  private void assertNotADatabase(byte[] slot, String password) {
    assertThatThrownBy(() -> cryptography.open(slot, text(password)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ResultCode.NOTADB);
              assertThat(e.userMessage()).isEqualTo("file is not a database");
              assertThat(e.getMessage()).doesNotContain("secret");
            });
  }

  @Test
  void thePasswordOpensTheSlot() {
    try (KeyRing made = cryptography.create(QUICK, text("one"));
        KeyRing again = cryptography.open(made.slot(), text("one"))) {
      assertThat(opened(again, sealed(made, "text"))).isEqualTo("text");
      assertThat(again.databaseId()).isEqualTo(made.databaseId()).hasSize(16);
      assertThat(again.cipher()).isEqualTo("aes256gcm");
    }
  }

  @Test
  void anotherPasswordDoesNot() {
    try (KeyRing made = cryptography.create(QUICK, text("one"))) {
      assertNotADatabase(made.slot(), "secret");
      assertNotADatabase(made.slot(), "");
      assertNotADatabase(made.slot(), "one ");
    }
  }

  @Test
  void noByteOfASlotCanBeChanged() {
    try (KeyRing made = cryptography.create(QUICK, text("one"))) {
      for (int i = 0; i < made.slot().length; i++) {
        byte[] changed = made.slot().clone();
        changed[i] ^= 1;
        assertNotADatabase(changed, "one");
      }
      assertNotADatabase(Arrays.copyOf(made.slot(), 20), "one");
    }
  }

  @Test
  void aHostileSlotTakesNeitherAllMemoryNorAllTime() {
    try (KeyRing made = cryptography.create(QUICK, text("one"))) {
      for (int[] change : new int[][] {{1, 30}, {1, 31}, {1, -1}, {1, 2}, {2, 127}, {2, 0}, {3, 127}, {3, 0}, {3, -1}}) {
        byte[] changed = made.slot().clone();
        changed[change[0]] = (byte) change[1];
        assertNotADatabase(changed, "one");
      }
    }
  }

  @Test
  void aNewSlotHasTheSameKey() {
    try (KeyRing made = cryptography.create(QUICK, text("one"))) {
      byte[] slot = made.slotFor(QUICK, text("two"));
      assertNotADatabase(slot, "one");
      try (KeyRing again = cryptography.open(slot, text("two"))) {
        assertThat(opened(again, sealed(made, "text"))).isEqualTo("text");
        assertThat(again.databaseId()).isEqualTo(made.databaseId());
      }
    }
  }

  @Test
  void twoDatabasesOfOnePasswordHaveNothingInCommon() {
    try (KeyRing one = cryptography.create(QUICK, text("same"));
        KeyRing two = cryptography.create(QUICK, text("same"))) {
      assertThat(opened(two, sealed(one, "text"))).isNull();
      assertThat(two.databaseId()).isNotEqualTo(one.databaseId());
    }
  }

  @Test
  void aClosedRingOfAnotherHolderDoesNotHarm() {
    KeyRing made = cryptography.create(QUICK, text("one"));
    KeyRing second = cryptography.open(made.slot(), text("one"));
    made.close();
    made.close();
    try (KeyRing third = cryptography.open(second.slot(), text("one"))) {
      assertThat(opened(third, sealed(second, "text"))).isEqualTo("text");
    }
    second.close();
  }

  @Test
  void anUnknownCipherIsNamed() {
    assertThat(cryptography.knows("rot13")).isFalse();
    assertThatThrownBy(() -> cryptography.create(new CipherSettings("rot13", 64, 1, 1), text("one")))
        .hasMessageContaining("no such cipher: rot13");
  }

  @Test
  void settingsAreReadFromParameters() {
    assertThat(CipherSettings.of(Map.of())).isEqualTo(new CipherSettings("aes256gcm", 65_536, 3, 4));
    assertThat(CipherSettings.of(Map.of("cipher", "XChaCha20", "kdf_memory", "1024", "kdf_passes", "2", "kdf_lanes", "1")))
        .isEqualTo(new CipherSettings("xchacha20", 1024, 2, 1));
    assertThatThrownBy(() -> CipherSettings.of(Map.of("kdf_memory", "1000"))).hasMessageContaining("kdf_memory");
    assertThatThrownBy(() -> CipherSettings.of(Map.of("kdf_passes", "many"))).hasMessageContaining("kdf_passes=many");
  }
}

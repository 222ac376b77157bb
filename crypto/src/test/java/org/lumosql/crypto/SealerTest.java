// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumosql.cipher.Sealer;

class SealerTest {
  private static final long SEED = Long.getLong("test.seed", 20261121L);
  private final Random random = new Random(SEED);

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSealedOpensAgain(CipherKind kind) {
    byte[] key = bytes(32);
    Sealer sealer = kind.sealer(key);
    Sealer other = kind.sealer(key);
    for (int length : new int[] {0, 1, 15, 16, 17, 200, 4096, 65_536}) {
      byte[] associated = bytes(random.nextInt(40));
      byte[] plain = bytes(length + 7);
      byte[] sealed = new byte[length + sealer.overhead() + 3];
      sealer.seal(associated, plain, 7, length, sealed, 3);
      byte[] opened = new byte[length + 2];
      assertThat(other.open(associated, sealed, 3, length + sealer.overhead(), opened, 2)).isTrue();
      assertThat(Arrays.copyOfRange(opened, 2, length + 2)).isEqualTo(Arrays.copyOfRange(plain, 7, length + 7));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfAnyByteIsNoticed(CipherKind kind) {
    Sealer sealer = kind.sealer(bytes(32));
    byte[] associated = bytes(20);
    byte[] plain = bytes(50);
    byte[] sealed = new byte[plain.length + sealer.overhead()];
    sealer.seal(associated, plain, 0, plain.length, sealed, 0);
    byte[] target = new byte[plain.length];
    for (int i = 0; i < sealed.length; i++) {
      sealed[i] ^= (byte) (1 << random.nextInt(8));
      byte[] changed = sealed.clone();
      assertThat(sealer.open(associated, changed, 0, changed.length, target, 0)).as("byte %s", i).isFalse();
      sealed = new byte[plain.length + sealer.overhead()];
      sealer.seal(associated, plain, 0, plain.length, sealed, 0);
    }
    for (int i = 0; i < associated.length; i++) {
      byte[] changed = associated.clone();
      changed[i]++;
      assertThat(sealer.open(changed, sealed, 0, sealed.length, target, 0)).isFalse();
    }
    for (int length = 0; length < sealed.length; length++) {
      assertThat(sealer.open(associated, sealed, 0, length, target, 0)).isFalse();
    }
    assertThat(kind.sealer(bytes(32)).open(associated, sealed, 0, sealed.length, target, 0)).isFalse();
    assertThat(sealer.open(associated, sealed, 0, sealed.length, target, 0)).isTrue();
    assertThat(target).isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource
  void noNonceComesTwice(CipherKind kind) {
    byte[] key = bytes(32);
    Set<String> seen = new HashSet<>();
    int count = 0;
    for (int i = 0; i < 20; i++) {
      Sealer sealer = kind.sealer(key);
      byte[] sealed = new byte[sealer.overhead()];
      for (int j = 0; j < 500; j++) {
        sealer.seal(new byte[0], new byte[0], 0, 0, sealed, 0);
        seen.add(Arrays.toString(Arrays.copyOf(sealed, sealer.nonceLength())));
        count++;
      }
    }
    assertThat(seen).hasSize(count);
  }

  /** Ours is made of two parts; another implementation must give the same. */
  @Test
  void xChaChaIsThatOfBouncyCastle() throws Exception {
    for (int length : new int[] {0, 1, 63, 64, 65, 1000}) {
      byte[] key = bytes(32);
      byte[] nonce = bytes(24);
      byte[] associated = bytes(13);
      byte[] plain = bytes(length);
      byte[] sealed = new byte[length + 40];
      new XChaChaSealer(key).seal(nonce, associated, plain, 0, length, sealed, 0);
      byte[] subkey = new byte[32];
      HChaCha20.derive(key, nonce, 0, subkey);
      byte[] shortNonce = new byte[12];
      System.arraycopy(nonce, 16, shortNonce, 4, 8);
      ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
      cipher.init(
          true,
          new org.bouncycastle.crypto.params.AEADParameters(
              new org.bouncycastle.crypto.params.KeyParameter(subkey), 128, shortNonce, associated));
      byte[] expected = new byte[length + 16];
      int done = cipher.processBytes(plain, 0, length, expected, 0);
      cipher.doFinal(expected, done);
      assertThat(Arrays.copyOfRange(sealed, 24, sealed.length)).isEqualTo(expected);
    }
  }
}

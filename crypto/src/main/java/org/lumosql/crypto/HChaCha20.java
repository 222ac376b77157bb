// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** HChaCha20 (draft-irtf-cfrg-xchacha, section 2.2): a key from a key and 16 bytes of nonce. */
final class HChaCha20 {
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int ROUNDS = 20;

  private HChaCha20() {}

  static void derive(byte[] key, byte[] nonce, int offset, byte[] target) {
    int[] state = new int[16];
    state[0] = 0x61707865; // "expand 32-byte k"
    state[1] = 0x3320646e;
    state[2] = 0x79622d32;
    state[3] = 0x6b206574;
    for (int i = 0; i < 8; i++) {
      state[4 + i] = (int) INT.get(key, 4 * i);
    }
    for (int i = 0; i < 4; i++) {
      state[12 + i] = (int) INT.get(nonce, offset + 4 * i);
    }
    for (int round = 0; round < ROUNDS; round += 2) {
      quarter(state, 0, 4, 8, 12);
      quarter(state, 1, 5, 9, 13);
      quarter(state, 2, 6, 10, 14);
      quarter(state, 3, 7, 11, 15);
      quarter(state, 0, 5, 10, 15);
      quarter(state, 1, 6, 11, 12);
      quarter(state, 2, 7, 8, 13);
      quarter(state, 3, 4, 9, 14);
    }
    for (int i = 0; i < 4; i++) {
      INT.set(target, 4 * i, state[i]);
      INT.set(target, 16 + 4 * i, state[12 + i]);
    }
  }

  private static void quarter(int[] state, int a, int b, int c, int d) {
    state[a] += state[b];
    state[d] = Integer.rotateLeft(state[d] ^ state[a], 16);
    state[c] += state[d];
    state[b] = Integer.rotateLeft(state[b] ^ state[c], 12);
    state[a] += state[b];
    state[d] = Integer.rotateLeft(state[d] ^ state[a], 8);
    state[c] += state[d];
    state[b] = Integer.rotateLeft(state[b] ^ state[c], 7);
  }
}

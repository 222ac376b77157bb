// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.util.function.Function;

/** The ciphers. Numbers are written to disk, do not change. */
enum CipherKind {
  AES_256_GCM("aes256gcm", 1, AesSealer.NONCE_LENGTH, AesSealer::new),
  XCHACHA20_POLY1305("xchacha20", 2, XChaChaSealer.NONCE_LENGTH, XChaChaSealer::new);

  /** As users write it. */
  final String label;

  final int number;
  final int nonceLength;
  private final Function<byte[], AeadSealer> maker;

  CipherKind(String label, int number, int nonceLength, Function<byte[], AeadSealer> maker) {
    this.label = label;
    this.number = number;
    this.nonceLength = nonceLength;
    this.maker = maker;
  }

  /** A sealer with a key of 32 bytes, which it copies. */
  AeadSealer sealer(byte[] key) {
    return maker.apply(key);
  }

  /** Null if there is none of the name. */
  static CipherKind named(String label) {
    for (CipherKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    return null;
  }

  /** Null if there is none of the number. */
  static CipherKind numbered(int number) {
    for (CipherKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    return null;
  }
}

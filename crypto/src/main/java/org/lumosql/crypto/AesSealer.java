// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) with nonces of 12 bytes and tags of 16, by the JDK. */
final class AesSealer extends AeadSealer {
  static final int NONCE_LENGTH = 12;

  private final SecretKeySpec key;
  private final Cipher cipher;

  AesSealer(byte[] key) {
    super(NONCE_LENGTH);
    this.key = new SecretKeySpec(key, "AES");
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  @Override
  Cipher start(int mode, byte[] nonce, int offset) throws InvalidKeyException, InvalidAlgorithmParameterException {
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_LENGTH, nonce, offset, NONCE_LENGTH));
    return cipher;
  }
}

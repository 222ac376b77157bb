// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): HChaCha20 makes a key of the first 16 bytes of the nonce, under which the JDK's ChaCha20-Poly1305 (RFC 8439) runs
 * with the other 8. The JDK's own cipher is used because newer JVMs have fast code for it.
 */
final class XChaChaSealer extends AeadSealer {
  static final int NONCE_LENGTH = 24;

  private final byte[] key;
  private final byte[] subkey = new byte[32];
  private final byte[] shortNonce = new byte[12];
  private Cipher cipher;

  XChaChaSealer(byte[] key) {
    super(NONCE_LENGTH);
    this.key = key.clone();
    this.cipher = newCipher();
  }

  private static Cipher newCipher() {
    try {
      return Cipher.getInstance("ChaCha20-Poly1305");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 11 has ChaCha20-Poly1305", e);
    }
  }

  @Override
  Cipher start(int mode, byte[] nonce, int offset) throws InvalidKeyException, InvalidAlgorithmParameterException {
    HChaCha20.derive(key, nonce, offset, subkey);
    System.arraycopy(nonce, offset + 16, shortNonce, 4, 8);
    SecretKeySpec sub = new SecretKeySpec(subkey, "ChaCha20");
    Arrays.fill(subkey, (byte) 0);
    IvParameterSpec iv = new IvParameterSpec(shortNonce);
    try {
      cipher.init(mode, sub, iv);
    } catch (InvalidKeyException sameAsBefore) {
      // the JDK refuses the key and nonce that an object had before, for opening too: the same bytes are read twice
      cipher = newCipher();
      cipher.init(mode, sub, iv);
    }
    return cipher;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;

/** What the sealers share: a nonce in front, a tag of 16 bytes behind. */
abstract class AeadSealer implements Sealer {
  static final int TAG_LENGTH = 16;

  private final int nonceLength;
  private final NonceSource nonces = new NonceSource();
  private final byte[] nonce;

  AeadSealer(int nonceLength) {
    this.nonceLength = nonceLength;
    this.nonce = new byte[nonceLength];
  }

  /** A cipher that is ready for bytes under the key, with a nonce that begins at an offset of an array. */
  abstract Cipher start(int mode, byte[] nonceArray, int nonceOffset)
      throws InvalidKeyException, InvalidAlgorithmParameterException;

  @Override
  public final int overhead() {
    return nonceLength + TAG_LENGTH;
  }

  @Override
  public final int nonceLength() {
    return nonceLength;
  }

  @Override
  public final void seal(byte[] associated, byte[] plain, int offset, int length, byte[] target, int targetOffset) {
    nonces.next(nonce, nonceLength);
    seal(nonce, associated, plain, offset, length, target, targetOffset);
  }

  /** With a nonce that the caller answers for. */
  final void seal(
      byte[] chosen, byte[] associated, byte[] plain, int offset, int length, byte[] target, int targetOffset) {
    System.arraycopy(chosen, 0, target, targetOffset, nonceLength);
    try {
      Cipher cipher = start(Cipher.ENCRYPT_MODE, chosen, 0);
      cipher.updateAAD(associated);
      cipher.doFinal(plain, offset, length, target, targetOffset + nonceLength);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("bytes cannot be sealed", e);
    }
  }

  @Override
  public final boolean open(
      byte[] associated, byte[] sealed, int offset, int length, byte[] target, int targetOffset) {
    if (length < overhead()) {
      return false;
    }
    try {
      Cipher cipher = start(Cipher.DECRYPT_MODE, sealed, offset);
      cipher.updateAAD(associated);
      cipher.doFinal(sealed, offset + nonceLength, length - nonceLength, target, targetOffset);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("bytes cannot be opened", e);
    }
  }

  @Override
  public final Opener opener() {
    return new OwnArray(this);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

/**
 * Authenticated encryption with associated data under one key, with a new random nonce each time. Sealed bytes are nonce, cipher text, tag. For one thread at a
 * time.
 */
public interface Sealer {
  /** By how much sealed bytes are more than plain ones. */
  int overhead();

  /** Bytes of the nonce, which sealed bytes begin with. */
  int nonceLength();

  /** Seals bytes into {@code target} from an offset on: {@code length + overhead()} bytes. Source and target do not overlap. */
  void seal(byte[] associated, byte[] plain, int offset, int length, byte[] target, int targetOffset);

  /**
   * Opens sealed bytes into {@code target} from an offset on: {@code length − overhead()} bytes. Source and target do not overlap.
   *
   * @return false if the bytes are not what was sealed under this key with this associated data; the target is undefined then
   */
  boolean open(byte[] associated, byte[] sealed, int offset, int length, byte[] target, int targetOffset);

  /** For a reader that wants to look at opened bytes where they lie. */
  Opener opener();
}

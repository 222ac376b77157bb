// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.cipher;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides what a temporary file holds, under a random key that nobody keeps: AES-256 in counter mode. A place in the file is encrypted and decrypted by the same
 * call. Nothing is authenticated: whoever could change the file while it is in use could change the process as well.
 *
 * <p>Not thread-safe.
 */
public final class ScratchCipher {
  private static final int BLOCK = 16;
  private static final byte[] ZEROS = new byte[BLOCK];

  private final SecretKeySpec key;
  private final Cipher cipher;
  private final byte[] counter = new byte[BLOCK];
  private final byte[] skipped = new byte[BLOCK];
  /** How often each page has been written: no key stream serves twice. */
  private int[] versions = new int[16];

  private ScratchCipher() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "AES");
    Arrays.fill(random, (byte) 0);
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  /** A cipher for a new temporary file; null as long as no database of the JVM is encrypted. */
  public static ScratchCipher ifInUse() {
    return Ciphers.areInUse() ? new ScratchCipher() : null;
  }

  /** For a page that is about to be written, in place or not; each time with another key stream. */
  public void encryptPage(int page, byte[] source, int offset, int length, byte[] target) {
    if (page >= versions.length) {
      versions = Arrays.copyOf(versions, Math.max(page + 1, versions.length * 2));
    }
    versions[page]++;
    apply(versions[page], (long) page << 16, source, offset, length, target);
  }

  /** For a page as it was last written. */
  public void decryptPage(int page, byte[] bytes, int offset, int length) {
    int version = page < versions.length ? versions[page] : 0;
    if (version != 0) {
      byte[] plain = new byte[length];
      apply(version, (long) page << 16, bytes, offset, length, plain);
      System.arraycopy(plain, 0, bytes, offset, length);
    }
  }

  /** For bytes from a position of a file on, each of which is written once; in place. */
  public void applyToStream(long position, byte[] bytes, int offset, int length) {
    int within = (int) (position % BLOCK);
    start(0, position / BLOCK);
    try {
      if (within > 0) {
        cipher.update(ZEROS, 0, within, skipped, 0);
      }
      cipher.doFinal(bytes, offset, length, bytes, offset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void apply(int version, long block, byte[] source, int offset, int length, byte[] target) {
    start(version, block);
    try {
      cipher.doFinal(source, offset, length, target, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The counter is the version and, in its lower half, the number of the block; a page has 2^16 numbers to itself. */
  private void start(int version, long block) {
    for (int i = 0; i < 8; i++) {
      counter[i] = i < 4 ? (byte) (version >>> 24 - 8 * i) : 0;
      counter[8 + i] = (byte) (block >>> 56 - 8 * i);
    }
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(counter));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

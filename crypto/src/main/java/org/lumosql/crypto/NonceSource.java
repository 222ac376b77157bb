// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/** Random nonces. The JVM's generator is asked for many at once, because asking is dear. Not thread-safe. */
final class NonceSource {
  private static final int BATCH = 3072;

  private final SecureRandom random = new SecureRandom();
  private final byte[] bytes = new byte[BATCH];
  private int used;
  private int drawn;

  /** Fills the first bytes of an array; none of them is ever given again. */
  void next(byte[] target, int length) {
    if (drawn - used < length) {
      // a transaction that writes a few values should not pay for hundreds
      drawn = drawn == 0 ? 16 * length : BATCH;
      byte[] fresh = new byte[drawn];
      random.nextBytes(fresh);
      System.arraycopy(fresh, 0, bytes, 0, drawn);
      used = 0;
    }
    System.arraycopy(bytes, used, target, 0, length);
    Arrays.fill(bytes, used, used + length, (byte) 0);
    used += length;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.util.Arrays;
import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;

/** Opens into an array of its own, which is used again. */
final class OwnArray implements Opener {
  private static final int SHORT = 128;
  /** Longer ones have arrays of just their length, which can be given away. */
  private static final int LONGEST_KEPT = 1 << 16;

  private final Sealer sealer;
  private final int overhead;
  private byte[] array = {};
  private int length;

  OwnArray(Sealer sealer) {
    this.sealer = sealer;
    this.overhead = sealer.overhead();
  }

  @Override
  public boolean open(byte[] associated, byte[] sealed, int offset, int sealedLength) {
    if (sealedLength < overhead) {
      return false;
    }
    length = sealedLength - overhead;
    if (length > array.length || array.length > LONGEST_KEPT) {
      array = new byte[length > LONGEST_KEPT ? length : Math.max(SHORT, Math.min(LONGEST_KEPT, 2 * length))];
    }
    return sealer.open(associated, sealed, offset, sealedLength, array, 0);
  }

  @Override
  public boolean find(byte[] associated, byte[] bytes, int nonceOffset, int tagOffset, int plainLength) {
    return false;
  }

  @Override
  public byte[] array() {
    return array;
  }

  @Override
  public int offset() {
    return 0;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public byte[] take() {
    if (length < array.length) {
      return Arrays.copyOf(array, length);
    }
    byte[] taken = array;
    array = new byte[0];
    return taken;
  }
}

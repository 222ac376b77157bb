// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.util.Arrays;
import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;

/** Shows what was opened lately where it is kept. */
final class CachingOpener implements Opener {
  private final OwnArray own;
  private final OpenedBytes opened;
  private final int overhead;
  private final OpenedPlace place = new OpenedPlace();
  private boolean isOwn;

  private byte[] array;
  private int offset;
  private int length;

  CachingOpener(Sealer inner, OpenedBytes opened) {
    this.own = new OwnArray(inner);
    this.opened = opened;
    this.overhead = inner.overhead();
  }

  @Override
  public boolean open(byte[] associated, byte[] sealed, int sealedOffset, int sealedLength) {
    if (sealedLength < overhead) {
      return false;
    }
    if (find(associated, sealed, sealedOffset, sealedOffset + sealedLength - AeadSealer.TAG_LENGTH, sealedLength - overhead)) {
      return true;
    }
    if (!own.open(associated, sealed, sealedOffset, sealedLength)) {
      return false;
    }
    isOwn = true;
    array = own.array();
    offset = 0;
    length = own.length();
    opened.keep(place, associated, sealed, sealedOffset, sealedLength, array, 0);
    return true;
  }

  @Override
  public boolean find(byte[] associated, byte[] bytes, int nonceOffset, int tagOffset, int plainLength) {
    if (!opened.find(place, associated, bytes, nonceOffset, tagOffset, plainLength)) {
      return false;
    }
    isOwn = false;
    array = place.array();
    offset = place.plainOffset();
    length = plainLength;
    return true;
  }

  @Override
  public byte[] array() {
    return array;
  }

  @Override
  public int offset() {
    return offset;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public byte[] take() {
    return isOwn ? own.take() : Arrays.copyOfRange(array, offset, offset + length);
  }
}

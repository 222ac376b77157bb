// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import org.lumosql.cipher.Opener;
import org.lumosql.cipher.Sealer;

/** A sealer that looks among the bytes that were opened lately before it opens any. */
final class CachingSealer implements Sealer {
  private final Sealer inner;
  private final OpenedBytes opened;
  private final int overhead;
  private final OpenedPlace place = new OpenedPlace();

  CachingSealer(Sealer inner, OpenedBytes opened) {
    this.inner = inner;
    this.opened = opened;
    this.overhead = inner.overhead();
  }

  @Override
  public int overhead() {
    return overhead;
  }

  @Override
  public int nonceLength() {
    return inner.nonceLength();
  }

  @Override
  public void seal(byte[] associated, byte[] plain, int offset, int length, byte[] target, int targetOffset) {
    inner.seal(associated, plain, offset, length, target, targetOffset);
  }

  @Override
  public boolean open(byte[] associated, byte[] sealed, int offset, int length, byte[] target, int targetOffset) {
    if (length < overhead) {
      return false;
    }
    if (opened.find(place, associated, sealed, offset, length)) {
      System.arraycopy(place.array(), place.plainOffset(), target, targetOffset, length - overhead);
      return true;
    }
    if (!inner.open(associated, sealed, offset, length, target, targetOffset)) {
      return false;
    }
    opened.keep(place, associated, sealed, offset, length, target, targetOffset);
    return true;
  }

  @Override
  public Opener opener() {
    return new CachingOpener(inner, opened);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

/** A place in {@link OpenedBytes}: what one reader has found last. The next that it wants is mostly the next there. */
final class OpenedPlace {
  private OpenedChunk chunk = new OpenedChunk(0, 0, 0, 0);
  private int at;
  private int next;

  /** Goes to the next entry if it is what sealed bytes hold. Hot path. */
  boolean goToNext(byte[] associated, byte[] sealed, int nonceOffset, int tagOffset, int plainLength) {
    if (next < chunk.filled() && chunk.isOf(next, associated, sealed, nonceOffset, tagOffset, plainLength)) {
      goTo(chunk, next);
      return true;
    }
    return false;
  }

  void goTo(OpenedChunk where, int entry) {
    chunk = where;
    at = entry;
    next = where.end(entry);
  }

  byte[] array() {
    return chunk.bytes;
  }

  int plainOffset() {
    return chunk.plainOffset(at);
  }

  int plainLength() {
    return chunk.plainLength(at);
  }
}

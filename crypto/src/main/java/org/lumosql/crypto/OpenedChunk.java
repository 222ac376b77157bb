// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A piece of what {@link OpenedBytes} keeps: entries in the order in which they were opened. What is filled never changes, so that readers need no lock and may look at the bytes
 * as long as they like.
 *
 * <table>
 *   <caption>An entry</caption>
 *   <tr><th>bytes</th><th>meaning</th></tr>
 *   <tr><td>4</td><td>length of the plain bytes</td></tr>
 *   <tr><td>4</td><td>length of the associated data</td></tr>
 *   <tr><td>12 or 24</td><td>nonce</td></tr>
 *   <tr><td>16</td><td>tag</td></tr>
 *   <tr><td></td><td>associated data</td></tr>
 *   <tr><td></td><td>plain bytes</td></tr>
 * </table>
 */
final class OpenedChunk {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FILLED = filledHandle();
  private static final int TAG_LENGTH = AeadSealer.TAG_LENGTH;
  /** Bytes for the lengths. */
  private static final int HEAD = 8;

  /** Where in {@link OpenedBytes} it is, and a number that no other one has had there. */
  final int index;

  final int generation;
  final byte[] bytes;
  private final int nonceLength;
  private int filled;
  private int entries;

  OpenedChunk(int index, int generation, int length, int nonceLength) {
    this.index = index;
    this.generation = generation;
    this.bytes = new byte[length];
    this.nonceLength = nonceLength;
  }

  private static VarHandle filledHandle() {
    try {
      return MethodHandles.lookup().findVarHandle(OpenedChunk.class, "filled", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Bytes of an entry. */
  static long size(int nonceLength, int associatedLength, int plainLength) {
    return (long) HEAD + nonceLength + TAG_LENGTH + associatedLength + plainLength;
  }

  /** Up to where entries may be read. */
  int filled() {
    return (int) FILLED.getAcquire(this);
  }

  boolean hasRoom(long size) {
    return bytes.length - filled >= size;
  }

  int entries() {
    return entries;
  }

  /** Appends what sealed bytes hold and returns where it is. By one thread at a time. Requires: there is room. */
  int append(byte[] associated, byte[] sealed, int offset, int length, byte[] plain, int plainOffset) {
    int at = filled;
    int plainLength = length - nonceLength - TAG_LENGTH;
    LONG.set(bytes, at, (long) plainLength << Integer.SIZE | associated.length);
    int place = at + HEAD;
    System.arraycopy(sealed, offset, bytes, place, nonceLength);
    place += nonceLength;
    System.arraycopy(sealed, offset + length - TAG_LENGTH, bytes, place, TAG_LENGTH);
    place += TAG_LENGTH;
    System.arraycopy(associated, 0, bytes, place, associated.length);
    place += associated.length;
    System.arraycopy(plain, plainOffset, bytes, place, plainLength);
    entries++;
    FILLED.setRelease(this, place + plainLength);
    return at;
  }

  /** Whether an entry is what these sealed bytes hold: nonce and tag are within an array, and {@code plainLength} bytes were sealed. Hot path. */
  boolean isOf(int at, byte[] associated, byte[] sealed, int nonceOffset, int tagOffset, int plainLength) {
    int nonce = at + HEAD;
    int tag = nonce + nonceLength;
    return (long) LONG.get(bytes, at) == ((long) plainLength << Integer.SIZE | associated.length)
        && equal(bytes, nonce, sealed, nonceOffset, nonceLength)
        && equal(bytes, tag, sealed, tagOffset, TAG_LENGTH)
        && equal(bytes, tag + TAG_LENGTH, associated, 0, associated.length);
  }

  /** Whether an entry has these associated data: it is of the same place, if not of the same sealing. */
  boolean isOfPlace(int at, byte[] associated) {
    return associatedLength(at) == associated.length && equal(bytes, associatedOffset(at), associated, 0, associated.length);
  }

  private static boolean equal(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    int last = length - Long.BYTES;
    if (last < 0) {
      return equalBytes(a, aOffset, b, bOffset, length);
    }
    for (int i = 0; i < last; i += Long.BYTES) {
      if ((long) LONG.get(a, aOffset + i) != (long) LONG.get(b, bOffset + i)) {
        return false;
      }
    }
    return (long) LONG.get(a, aOffset + last) == (long) LONG.get(b, bOffset + last);
  }

  private static boolean equalBytes(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    for (int i = 0; i < length; i++) {
      if (a[aOffset + i] != b[bOffset + i]) {
        return false;
      }
    }
    return true;
  }

  private int associatedOffset(int at) {
    return at + HEAD + nonceLength + TAG_LENGTH;
  }

  private int associatedLength(int at) {
    return (int) (long) LONG.get(bytes, at);
  }

  /** Where the table of {@link OpenedBytes} has an entry. */
  int bucket(int at, int tableLength) {
    return OpenedBytes.bucket(bytes, associatedOffset(at), associatedLength(at), tableLength);
  }

  int plainOffset(int at) {
    return associatedOffset(at) + associatedLength(at);
  }

  int plainLength(int at) {
    return (int) ((long) LONG.get(bytes, at) >>> Integer.SIZE);
  }

  /** Where the next entry begins, if there is one. */
  int end(int at) {
    return plainOffset(at) + plainLength(at);
  }
}

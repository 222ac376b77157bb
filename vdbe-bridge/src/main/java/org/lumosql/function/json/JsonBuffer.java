// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import org.lumosql.error.Interruption;
import org.lumosql.error.LongWork;

/** JSONB that grows and is edited. */
final class JsonBuffer {
  private static final int BYTES_BETWEEN_CHECKS = 1 << 16;

  private byte[] bytes;
  private int length;
  private int nextCheck = BYTES_BETWEEN_CHECKS;

  JsonBuffer(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  /** A copy of existing JSONB. */
  static JsonBuffer of(byte[] source, int offset, int length) {
    JsonBuffer buffer = new JsonBuffer(length + 32);
    buffer.append(source, offset, length);
    return buffer;
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  void truncate(int newLength) {
    length = newLength;
  }

  private void reserve(int more) {
    if (length >= nextCheck) {
      Interruption.check();
      nextCheck = length + BYTES_BETWEEN_CHECKS;
    }
    long needed = (long) length + more;
    if (needed > bytes.length) {
      if (needed > Integer.MAX_VALUE - 16) {
        throw Jsonb.error("string or blob too big");
      }
      bytes = LongWork.grown(bytes, length, (int) Math.min(Math.max(needed, bytes.length * 2L), Integer.MAX_VALUE - 8));
    }
  }

  void append(byte[] source, int offset, int count) {
    reserve(count);
    LongWork.copy(source, offset, bytes, length, count);
    length += count;
  }

  /** Appends an element whose payload is given. */
  void appendElement(int type, byte[] payload, int offset, int count) {
    appendHeader(type, count);
    append(payload, offset, count);
  }

  void appendElement(int type, String ascii) {
    appendHeader(type, ascii.length());
    reserve(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
  }

  void appendHeader(int type, int payloadSize) {
    reserve(9);
    length += writeHeader(length, type, payloadSize);
  }

  private static int headerSize(int payloadSize) {
    return payloadSize <= 11 ? 1 : payloadSize <= 0xff ? 2 : payloadSize <= 0xffff ? 3 : 5;
  }

  private int writeHeader(int at, int type, int payloadSize) {
    int headerSize = headerSize(payloadSize);
    int code = headerSize == 1 ? payloadSize : headerSize == 2 ? 12 : headerSize == 3 ? 13 : 14;
    bytes[at] = (byte) (code << 4 | type);
    for (int i = headerSize - 1, rest = payloadSize; i > 0; i--, rest >>>= 8) {
      bytes[at + i] = (byte) rest;
    }
    return headerSize;
  }

  /** Replaces {@code removed} bytes at a place by others. */
  void splice(int at, int removed, byte[] source, int offset, int count) {
    reserve(Math.max(0, count - removed));
    LongWork.copy(bytes, at + removed, bytes, at + count, length - at - removed);
    LongWork.copy(source, offset, bytes, at, count);
    length += count - removed;
  }

  /**
   * Replaces an element by another. One that is a little shorter is given a longer header, if that makes up for the
   * difference, so that nothing needs to be moved.
   */
  void replace(int at, int removed, byte[] source, int offset, int count) {
    int missing = removed - count;
    int oldHeader = missing > 0 && missing <= 8 ? usualHeaderSize(source[offset]) : 0;
    int newHeader = oldHeader + missing;
    boolean fits = newHeader == 2 || newHeader == 3 || newHeader == 5 || newHeader == 9;
    if (oldHeader == 0 || !fits || (source[offset] & 15) <= Jsonb.FALSE) {
      splice(at, removed, source, offset, count);
      return;
    }
    int payload = count - oldHeader;
    LongWork.copy(source, offset + oldHeader, bytes, at + newHeader, payload);
    int code = newHeader == 2 ? 12 : newHeader == 3 ? 13 : newHeader == 5 ? 14 : 15;
    bytes[at] = (byte) (code << 4 | source[offset] & 15);
    long rest = payload;
    for (int i = newHeader - 1; i > 0; i--, rest >>>= 8) {
      bytes[at + i] = (byte) rest;
    }
  }

  private static int usualHeaderSize(int first) {
    int code = first >> 4 & 15;
    return code <= 11 ? 1 : 1 + (1 << code - 12);
  }

  /** Changes an element's type and nothing else. */
  void setType(int at, int type) {
    bytes[at] = (byte) (bytes[at] & 0xf0 | type);
  }

  /** Gives an element another payload size, which its bytes have already; the header may grow or shrink. */
  void setPayloadSize(int at, int payloadSize) {
    int old = bytes[at] >> 4 & 15;
    int oldSize = old <= 11 ? 1 : 1 + (1 << old - 12);
    int newSize = headerSize(payloadSize);
    reserve(Math.max(0, newSize - oldSize));
    if (newSize != oldSize) {
      LongWork.copy(bytes, at + oldSize, bytes, at + newSize, length - at - oldSize);
      length += newSize - oldSize;
    }
    writeHeader(at, bytes[at] & 15, payloadSize);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

import java.util.Arrays;

/** JSONB that grows and is edited. */
final class JsonBuffer {
  private byte[] bytes;
  private int length;

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

  private void reserve(int more) {
    long needed = (long) length + more;
    if (needed > bytes.length) {
      if (needed > Integer.MAX_VALUE - 16) {
        throw Jsonb.error("string or blob too big");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(needed, bytes.length * 2L), Integer.MAX_VALUE - 8));
    }
  }

  void append(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
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
    System.arraycopy(bytes, at + removed, bytes, at + count, length - at - removed);
    System.arraycopy(source, offset, bytes, at, count);
    length += count - removed;
  }

  /** Gives an element another payload size, which its bytes have already; the header may grow or shrink. */
  void setPayloadSize(int at, int payloadSize) {
    int old = bytes[at] >> 4 & 15;
    int oldSize = old <= 11 ? 1 : 1 + (1 << old - 12);
    int newSize = headerSize(payloadSize);
    reserve(Math.max(0, newSize - oldSize));
    if (newSize != oldSize) {
      System.arraycopy(bytes, at + oldSize, bytes, at + newSize, length - at - oldSize);
      length += newSize - oldSize;
    }
    writeHeader(at, bytes[at] & 15, payloadSize);
  }
}

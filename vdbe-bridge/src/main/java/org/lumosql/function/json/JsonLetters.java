// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function.json;

/** The characters of a JSONB text, one after the other, escapes resolved. Reusable. */
final class JsonLetters {
  /** Stands for an escape that makes no sense. */
  private static final int INVALID = 0x99999;

  private byte[] bytes;
  private int at;
  private int end;
  private boolean raw;
  private int pending;

  /** Starts at a text without escapes, or with. */
  JsonLetters start(byte[] newBytes, int start, int newEnd, boolean isRaw) {
    bytes = newBytes;
    at = start;
    end = newEnd;
    raw = isRaw;
    pending = 0;
    return this;
  }

  /** The next byte of the text in UTF-8; −1 behind the last. */
  int nextByte() {
    if (pending != 0) {
      int next = pending & 0xff;
      pending >>>= 8;
      return next;
    }
    while (at < end) {
      if (raw || bytes[at] != '\\') {
        return bytes[at++] & 0xff;
      }
      int codePoint = escape();
      if (codePoint < 0x80) {
        return codePoint;
      }
      if (codePoint != INVALID) {
        return encode(codePoint);
      }
    }
    return -1;
  }

  /** The first byte of a character in UTF-8; the others wait in {@link #pending}, lowest first. */
  private int encode(int codePoint) {
    int last = 0x80 | codePoint & 0x3f;
    if (codePoint < 0x800) {
      pending = last;
      return 0xc0 | codePoint >> 6;
    }
    int middle = 0x80 | codePoint >> 6 & 0x3f;
    if (codePoint < 0x10000) {
      pending = last << 8 | middle;
      return 0xe0 | codePoint >> 12;
    }
    pending = last << 16 | middle << 8 | 0x80 | codePoint >> 12 & 0x3f;
    return 0xf0 | codePoint >> 18;
  }

  /** Resolves the escape at the present place. */
  private int escape() {
    if (at + 1 >= end) {
      at = end;
      return INVALID;
    }
    int letter = bytes[at + 1] & 0xff;
    at += 2;
    switch (letter) {
      case 'u':
        return unicode();
      case 'x':
        at += 2;
        return at > end ? INVALID : hex(at - 2, 2);
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'v':
        return 0x0b;
      case '0':
        return at < end && bytes[at] >= '0' && bytes[at] <= '9' ? INVALID : 0;
      case '\'', '"', '/', '\\':
        return letter;
      case '\r':
        at += at < end && bytes[at] == '\n' ? 1 : 0;
        return continuedLine();
      case '\n':
        return continuedLine();
      case 0xe2:
        at = Math.min(end, at + 2);
        return continuedLine();
      default:
        return INVALID;
    }
  }

  /** A line that goes on is nothing; at the end of the text it is a NUL, as in the C library. */
  private int continuedLine() {
    return at == end ? 0 : INVALID;
  }

  private int unicode() {
    if (at + 4 > end) {
      at = end;
      return INVALID;
    }
    int high = hex(at, 4);
    at += 4;
    if ((high & 0xfc00) == 0xd800 && at + 6 <= end && bytes[at] == '\\' && bytes[at + 1] == 'u') {
      int low = hex(at + 2, 4);
      if ((low & 0xfc00) == 0xdc00) {
        at += 6;
        return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
      }
    }
    return high;
  }

  private int hex(int start, int count) {
    int value = 0;
    for (int i = start; i < start + count; i++) {
      value = value << 4 | Math.max(0, Character.digit(bytes[i] < 0 ? 0 : bytes[i], 16));
    }
    return value;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.function;

import org.lumosql.error.LongWork;

/**
 * UTF-8 as SQLite reads it: lenient, so that malformed text still has characters. A byte above 0x7F takes all
 * continuation bytes that follow it, also if it is no lead byte.
 */
public final class Utf8 {
  /** What overlong forms and surrogates are read as. */
  public static final int REPLACEMENT = 0xfffd;

  private Utf8() {}

  /** The index after the character that starts at {@code at}. Requires: {@code at < end}. */
  public static int next(byte[] text, int at, int end) {
    int index = at + 1;
    if (text[at] < 0) {
      while (index < end && (text[index] & 0xc0) == 0x80) {
        index++;
      }
    }
    return index;
  }

  /** The character that starts at {@code at}. Requires: {@code at < end}. */
  public static int codePoint(byte[] text, int at, int end) {
    int lead = text[at] & 0xff;
    if (lead < 0xc0) {
      return lead;
    }
    int value = leadBits(lead);
    for (int index = at + 1; index < end && (text[index] & 0xc0) == 0x80; index++) {
      value = value << 6 | text[index] & 0x3f;
    }
    return value >= 0 && value < 0x80 || (value & 0xfffff800) == 0xd800 ? REPLACEMENT
        : value;
  }

  private static int leadBits(int lead) {
    if (lead < 0xe0) {
      return lead & 0x1f;
    }
    if (lead < 0xf0) {
      return lead & 0x0f;
    }
    if (lead < 0xf8) {
      return lead & 0x07;
    }
    return lead < 0xfc ? lead & 0x03 : lead < 0xfe ? lead & 0x01 : 0;
  }

  /** The index of the first NUL in {@code [at, end)}, or {@code end}. */
  public static int end(byte[] text, int at, int end) {
    int index = at;
    while (index < end) {
      int stop = LongWork.stretch(index, end);
      index = ByteSearch.zero(text, index, stop);
      if (index < stop) {
        return index;
      }
    }
    return index;
  }

  /**
   * The index after the character that starts at {@code at}, a continuation byte without lead byte being a character of
   * its own.
   */
  static int nextStrict(byte[] text, int at, int end) {
    return text[at] < -0x40 ? at + 1 : next(text, at, end);
  }

  /** The number of characters in {@code [at, end)}, counted by {@link #nextStrict}. */
  static int countStrict(byte[] text, int at, int end) {
    int count = 0;
    for (int index = at; index < end; ) {
      for (int stop = LongWork.stretch(index, end); index < stop; index = nextStrict(text, index, end)) {
        count++;
      }
    }
    return count;
  }

  /** The number of bytes in {@code [at, end)} that are no continuation bytes. */
  public static int countLeads(byte[] text, int at, int end) {
    int count = 0;
    for (int index = at; index < end; ) {
      for (int stop = LongWork.stretch(index, end); index < stop; index++) {
        if (text[index] >= -0x40) {
          count++;
        }
      }
    }
    return count;
  }

  /** The number of characters in {@code [at, end)}. */
  public static int count(byte[] text, int at, int end) {
    int count = 0;
    for (int index = at; index < end; ) {
      for (int stop = LongWork.stretch(index, end); index < stop; count++) {
        index = next(text, index, end);
      }
    }
    return count;
  }

  /** The index after so many characters, at most {@code end}. */
  static int skip(byte[] text, int at, int end, long characters) {
    int index = at;
    for (long left = characters; left > 0 && index < end; ) {
      for (int stop = LongWork.stretch(index, end); left > 0 && index < stop; left--) {
        index = next(text, index, end);
      }
    }
    return index;
  }

  /** As {@link #skip}, with characters as {@link #nextStrict} takes them. */
  static int skipStrict(byte[] text, int at, int end, long characters) {
    int index = at;
    for (long left = characters; left > 0 && index < end; ) {
      for (int stop = LongWork.stretch(index, end); left > 0 && index < stop; left--) {
        index = nextStrict(text, index, end);
      }
    }
    return index;
  }
}

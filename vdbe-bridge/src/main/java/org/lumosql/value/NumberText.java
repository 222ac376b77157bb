// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.value;

import java.nio.charset.StandardCharsets;
import org.lumosql.record.TextEncoding;

/** Numbers as text, in whatever encoding the database has. */
final class NumberText {
  static final int NONE = 0;
  static final int INTEGER = 1;
  static final int REAL = 2;

  private NumberText() {}

  /** The bytes of a text as UTF-8, and where they begin. */
  static String latin(Register text, TextEncoding encoding) {
    if (text.type() == Register.TEXT && encoding.isUtf16()) {
      return new String(text.bytes(), text.offset(), text.length(), encoding.charset());
    }
    return new String(text.bytes(), text.offset(), text.length(), StandardCharsets.ISO_8859_1);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean isDigit(String s, int at) {
    return at < s.length() && s.charAt(at) >= '0' && s.charAt(at) <= '9';
  }

  static int start(String s) {
    int at = 0;
    while (at < s.length() && isSpace(s.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Length of the number at {@code start}, or 0; negative if it is a real. */
  static int scan(String s, int start) {
    int at = start;
    if (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (isDigit(s, at)) {
      at++;
    }
    int count = at - digits;
    boolean real = false;
    if (at < s.length() && s.charAt(at) == '.' && (count > 0 || isDigit(s, at + 1))) {
      at++;
      real = true;
      while (isDigit(s, at)) {
        at++;
        count++;
      }
    }
    if (count == 0) {
      return 0;
    }
    if (at < s.length() && (s.charAt(at) == 'e' || s.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < s.length() && (s.charAt(exponent) == '-' || s.charAt(exponent) == '+')) {
        exponent++;
      }
      if (isDigit(s, exponent)) {
        real = true;
        while (isDigit(s, exponent)) {
          exponent++;
        }
        at = exponent;
      }
    }
    return real ? start - at : at - start;
  }

  static boolean onlySpaces(String s, int from) {
    int at = from;
    while (at < s.length() && isSpace(s.charAt(at))) {
      at++;
    }
    return at == s.length();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.nio.charset.StandardCharsets;
import org.lumosql.sql.ast.Expression;
import org.lumosql.value.NumberParser;

/** Values of literals. */
final class Literals {
  /** So many digits decide always, more not. */
  private static final int DECIDING_DIGITS = 19;

  private Literals() {}

  /** An integer if it fits 64 bits, else a real; hexadecimal digits are the 64 bits. */
  static Expression integer(TokenStream tokens, int position, String text) {
    String digits = withoutSeparators(text);
    if (digits.length() > 1 && (digits.charAt(1) | 0x20) == 'x') {
      int first = 2;
      while (first < digits.length() - 1 && digits.charAt(first) == '0') {
        first++;
      }
      if (digits.length() - first > 16) {
        tokens.failAtEnd("hex literal too big: " + text, position);
        return new Expression.IntegerLiteral(position, 0);
      }
      return new Expression.IntegerLiteral(position, Long.parseUnsignedLong(digits.substring(first), 16));
    }
    try {
      return new Expression.IntegerLiteral(position, Long.parseLong(digits));
    } catch (NumberFormatException tooLarge) {
      return new Expression.RealLiteral(position, realValue(digits));
    }
  }

  /** A number with underscores: each must stand between two digits. */
  static Expression separated(TokenStream tokens, int position, String text) {
    boolean isHex = text.length() > 1 && (text.charAt(1) | 0x20) == 'x';
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (!isDigit(text, i - 1, isHex) || !isDigit(text, i + 1, isHex)) {
        tokens.failNext("unrecognized token: \"" + text + "\"");
        return new Expression.IntegerLiteral(position, 0);
      }
    }
    boolean isReal = !isHex && (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0);
    return isReal ? real(position, text) : integer(tokens, position, text);
  }

  private static boolean isDigit(String text, int at, boolean isHex) {
    return at >= 0 && at < text.length() && Character.digit(text.charAt(at), isHex ? 16 : 10) >= 0;
  }

  static Expression real(int position, String text) {
    return new Expression.RealLiteral(position, realValue(withoutSeparators(text)));
  }

  /** Of a long number the digits that decide are those that decide when a text is read as a number. */
  static double realValue(String text) {
    if (text.length() <= DECIDING_DIGITS) {
      return Double.parseDouble(text);
    }
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    NumberParser parser = new NumberParser();
    parser.parse(bytes, 0, bytes.length);
    return parser.real();
  }

  static String withoutSeparators(String text) {
    return text.indexOf('_') < 0 ? text : text.replace("_", "");
  }

  /** @param text x'…' */
  static byte[] blob(String text) {
    byte[] bytes = new byte[(text.length() - 3) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(text.charAt(2 + 2 * i), 16);
      int low = Character.digit(text.charAt(3 + 2 * i), 16);
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  /** Whether the number at an offset is written as 9223372036854775808. */
  static boolean isMinimumWithoutSign(String sql, int position) {
    String digits = withoutSeparators(wordAt(sql, position));
    int end = position + wordAt(sql, position).length();
    boolean isInteger = end == sql.length() || sql.charAt(end) != '.';
    return isInteger && digits.replaceFirst("^0+", "").equals("9223372036854775808");
  }

  /** The digits and letters at an offset. */
  static String wordAt(String sql, int position) {
    int at = position;
    while (at < sql.length() && Tokenizer.isIdentifierPart(sql.charAt(at))) {
      at++;
    }
    return sql.substring(position, at);
  }
}

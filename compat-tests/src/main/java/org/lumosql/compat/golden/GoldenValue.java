// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.golden;

import java.util.HexFormat;

/** Values as golden files show them: NULL, numbers, {@code 'text'}, {@code unistr('text\\u000a')} if a character cannot be seen, {@code x'blob'}. */
final class GoldenValue {
  static final String NULL = "NULL";

  private GoldenValue() {}

  static String text(String text) {
    boolean plain = text.chars().allMatch(GoldenValue::isVisible);
    String quoted = text.replace("'", "''");
    if (plain) {
      return "'" + quoted + "'";
    }
    StringBuilder escaped = new StringBuilder("unistr('");
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\') {
        escaped.append("\\\\");
      } else if (isVisible(c)) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.append("')").toString();
  }

  /** Surrogates come in pairs here; what is not a character was replaced when the bytes were decoded. */
  private static boolean isVisible(int c) {
    return c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0xfffd && c != 0xfeff && c != 0x2028 && c != 0x2029;
  }

  static String blob(byte[] blob) {
    return "x'" + HexFormat.of().formatHex(blob) + "'";
  }

  static String error(String code, String message) {
    return "error " + code + ": " + message.replace("\n", "\\n");
  }

  /** The value of a literal in a {@code bind} directive: null, Long, Double, String or bytes. */
  static Object parse(String literal) {
    if (literal.equals(NULL)) {
      return null;
    }
    if (literal.startsWith("x'")) {
      return HexFormat.of().parseHex(literal.substring(2, literal.length() - 1));
    }
    if (literal.startsWith("'")) {
      return literal.substring(1, literal.length() - 1).replace("''", "'").replace("\\u0000", "\0");
    }
    return literal.matches("[-+]?[0-9]+") ? (Object) Long.valueOf(literal) : Double.valueOf(literal);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

/** Writing names so that they read as names again. */
public final class Names {
  private Names() {}

  /**
   * The name, in double quotes if it is a keyword, empty, begins with a digit or holds anything but letters, digits
   * and underscores.
   */
  public static String quoteIfNeeded(String name) {
    return isPlain(name) ? name : quote(name);
  }

  public static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Length of the name in quotes. */
  public static int quotedLength(String name) {
    return quote(name).length();
  }

  private static boolean isPlain(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
        return false;
      }
    }
    return Keywords.find(name, 0, name.length()) == TokenKind.IDENTIFIER;
  }

  /** Whether text is a keyword. */
  public static boolean isKeyword(String text) {
    return Keywords.find(text, 0, text.length()) != TokenKind.IDENTIFIER;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

/**
 * Finds the keyword that a word of the text is, without making a string of it: an open-addressed table of case-folded
 * hashes of the length and four of the characters, which tell most keywords apart.
 */
final class Keywords {
  private static final int SIZE = 1024;
  private static final TokenKind[] TABLE = new TokenKind[SIZE];
  private static final int LONGEST = 17;

  static {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isKeyword()) {
        add(kind);
      }
    }
  }

  private Keywords() {}

  private static void add(TokenKind kind) {
    int slot = hash(kind.name(), 0, kind.name().length());
    while (TABLE[slot] != null) {
      slot = (slot + 1) % SIZE;
    }
    TABLE[slot] = kind;
  }

  private static int hash(String text, int start, int end) {
    int middle = start + (end - start >> 1);
    int hash =
        (text.charAt(start) | 0x20) * 0x9e3779b1
            + (text.charAt(start + 1) | 0x20) * 0x85ebca6b
            + (text.charAt(middle) | 0x20) * 0xc2b2ae35
            + (text.charAt(end - 1) | 0x20) * 0x27d4eb2f
            + (end - start) * 0x165667b1;
    return (hash ^ hash >>> 17) & (SIZE - 1);
  }

  /** The keyword, or IDENTIFIER. */
  static TokenKind find(String text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST) {
      return TokenKind.IDENTIFIER;
    }
    int slot = hash(text, start, end);
    while (TABLE[slot] != null) {
      if (matches(TABLE[slot].name(), text, start, length)) {
        return TABLE[slot];
      }
      slot = (slot + 1) % SIZE;
    }
    return TokenKind.IDENTIFIER;
  }

  private static boolean matches(String keyword, String text, int start, int length) {
    if (keyword.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(start + i);
      // letters only: folding must not turn another character into one
      if (c >= 'a' && c <= 'z') {
        c -= 32;
      }
      if (c != keyword.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

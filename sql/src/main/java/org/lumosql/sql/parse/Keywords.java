// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

/**
 * Finds the keyword that a word of the text is, without making a string of it: an open-addressed table of case-folded
 * hashes.
 */
final class Keywords {
  private static final int SIZE = 512;
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
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + (text.charAt(i) | 0x20);
    }
    return (hash ^ hash >>> 15) & (SIZE - 1);
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

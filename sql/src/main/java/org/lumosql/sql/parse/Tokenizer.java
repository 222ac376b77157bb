// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

/**
 * Finds one token at a time in SQL text. {@link #advance()} skips space and comments and leaves the token's kind,
 * start and end in fields: no
 * object per token. Text that is no token is {@link TokenKind#ILLEGAL}, as long as SQLite takes it to be.
 */
final class Tokenizer {
  private static final boolean[] IDENTIFIER_PARTS = new boolean[0x80];

  static {
    for (char c = 0; c < IDENTIFIER_PARTS.length; c++) {
      IDENTIFIER_PARTS[c] =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$';
    }
  }

  private final String sql;
  private final int length;
  private int start;
  private int position;
  private TokenKind kind;

  Tokenizer(String sql, int from) {
    this.sql = sql;
    int nul = sql.indexOf('\0', from);
    this.length = nul < 0 ? sql.length() : nul;
    this.position = from;
  }

  TokenKind kind() {
    return kind;
  }

  int start() {
    return start;
  }

  int end() {
    return position;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' && c != 0x0b;
  }

  static boolean isIdentifierPart(char c) {
    return c >= 0x80 || IDENTIFIER_PARTS[c];
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /** The character {@code ahead} places on, NUL behind the end. */
  private char peek(int ahead) {
    int at = position + ahead;
    return at < length ? sql.charAt(at) : '\0';
  }

  void advance() {
    skipSpace();
    start = position;
    kind = position >= length ? TokenKind.END_OF_INPUT : scan();
  }

  private void skipSpace() {
    while (position < length) {
      char c = sql.charAt(position);
      if (isSpace(c) || c == '\uFEFF') {
        position++;
      } else if (c == '-' && peek(1) == '-') {
        skipTo(sql.indexOf('\n', position));
      } else if (c == '/' && peek(1) == '*' && position + 2 < length) {
        int close = sql.indexOf("*/", position + 2);
        skipTo(close < 0 ? -1 : close + 2);
      } else {
        return;
      }
    }
  }

  private void skipTo(int target) {
    position = target < 0 || target > length ? length : target;
  }

  private TokenKind scan() {
    char c = sql.charAt(position);
    if (c == '\'' || c == '"' || c == '`') {
      return quoted(c);
    }
    if (isDigit(c) || c == '.' && isDigit(peek(1))) {
      return number();
    }
    if ((c == 'x' || c == 'X') && peek(1) == '\'') {
      return blob();
    }
    if (isIdentifierPart(c) && c != '$') {
      return word();
    }
    return symbol(c);
  }

  private TokenKind word() {
    int end = position + 1;
    while (end < length && isIdentifierPart(sql.charAt(end))) {
      end++;
    }
    position = end;
    return Keywords.find(sql, start, end);
  }

  private TokenKind symbol(char c) {
    switch (c) {
      case ';':
        return take(1, TokenKind.SEMICOLON);
      case '(':
        return take(1, TokenKind.LEFT_PARENTHESIS);
      case ')':
        return take(1, TokenKind.RIGHT_PARENTHESIS);
      case ',':
        return take(1, TokenKind.COMMA);
      case '.':
        return take(1, TokenKind.DOT);
      case '*':
        return take(1, TokenKind.STAR);
      case '+':
        return take(1, TokenKind.PLUS);
      case '/':
        return take(1, TokenKind.SLASH);
      case '%':
        return take(1, TokenKind.PERCENT);
      case '&':
        return take(1, TokenKind.AMPERSAND);
      case '~':
        return take(1, TokenKind.TILDE);
      case '=':
        return take(peek(1) == '=' ? 2 : 1, TokenKind.EQUAL);
      case '[':
        return bracketed();
      case '?':
      case '@':
      case '#':
      case ':':
      case '$':
        return variable(c);
      default:
        return operator(c);
    }
  }

  private TokenKind operator(char c) {
    char next = peek(1);
    switch (c) {
      case '-':
        if (next != '>') {
          return take(1, TokenKind.MINUS);
        }
        return peek(2) == '>' ? take(3, TokenKind.LONG_ARROW) : take(2, TokenKind.ARROW);
      case '<':
        if (next == '=') {
          return take(2, TokenKind.LESS_EQUAL);
        }
        if (next == '>') {
          return take(2, TokenKind.NOT_EQUAL);
        }
        return next == '<' ? take(2, TokenKind.SHIFT_LEFT) : take(1, TokenKind.LESS);
      case '>':
        if (next == '=') {
          return take(2, TokenKind.GREATER_EQUAL);
        }
        return next == '>' ? take(2, TokenKind.SHIFT_RIGHT) : take(1, TokenKind.GREATER);
      case '!':
        return next == '=' ? take(2, TokenKind.NOT_EQUAL) : take(1, TokenKind.ILLEGAL);
      case '|':
        return next == '|' ? take(2, TokenKind.CONCAT) : take(1, TokenKind.BAR);
      default:
        return take(1, TokenKind.ILLEGAL);
    }
  }

  private TokenKind take(int count, TokenKind result) {
    position += count;
    return result;
  }

  /** 'text', "name" or `name`; the quote within is doubled. */
  private TokenKind quoted(char quote) {
    int at = position + 1;
    while (at < length) {
      if (sql.charAt(at) == quote) {
        if (at + 1 < length && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          position = at + 1;
          return quote == '\'' ? TokenKind.STRING : TokenKind.IDENTIFIER;
        }
      }
      at++;
    }
    position = length;
    return TokenKind.ILLEGAL;
  }

  private TokenKind bracketed() {
    int close = sql.indexOf(']', position);
    if (close < 0 || close >= length) {
      position = length;
      return TokenKind.ILLEGAL;
    }
    position = close + 1;
    return TokenKind.IDENTIFIER;
  }

  private TokenKind blob() {
    position += 2;
    while (isHexDigit(peek(0))) {
      position++;
    }
    if (peek(0) == '\'' && (position - start) % 2 == 0) {
      position++;
      return TokenKind.BLOB;
    }
    while (position < length && sql.charAt(position) != '\'') {
      position++;
    }
    if (position < length) {
      position++;
    }
    return TokenKind.ILLEGAL;
  }

  /** Digits, a fraction, an exponent; or 0x and hexadecimal digits. Underscores may stand among the digits. */
  private TokenKind number() {
    TokenKind result = TokenKind.INTEGER;
    if (peek(0) == '0' && (peek(1) == 'x' || peek(1) == 'X') && isHexDigit(peek(2))) {
      position += 3;
      digits(true);
    } else {
      digits(false);
      if (peek(0) == '.') {
        result = TokenKind.REAL;
        position++;
        if (isDigit(peek(0))) {
          digits(false);
        }
      }
      char sign = peek(1);
      if ((peek(0) == 'e' || peek(0) == 'E')
          && (isDigit(sign) || (sign == '+' || sign == '-') && isDigit(peek(2)))) {
        result = TokenKind.REAL;
        position += 2;
        digits(false);
      }
    }
    if (position < length && isIdentifierPart(sql.charAt(position))) {
      do {
        position++;
      } while (position < length && isIdentifierPart(sql.charAt(position)));
      return TokenKind.ILLEGAL;
    }
    return hasSeparator() ? TokenKind.SEPARATED_NUMBER : result;
  }

  private boolean hasSeparator() {
    for (int i = start; i < position; i++) {
      if (sql.charAt(i) == '_') {
        return true;
      }
    }
    return false;
  }

  private void digits(boolean hex) {
    while (peek(0) == '_' || (hex ? isHexDigit(peek(0)) : isDigit(peek(0)))) {
      position++;
    }
  }

  /** ?, ?123, :name, @name, #name, $name, where names may hold :: and end in (anything without space). */
  private TokenKind variable(char prefix) {
    position++;
    if (prefix == '?') {
      while (isDigit(peek(0))) {
        position++;
      }
      return TokenKind.VARIABLE;
    }
    int characters = 0;
    while (position < length) {
      char c = sql.charAt(position);
      if (isIdentifierPart(c)) {
        characters++;
        position++;
      } else if (c == '(' && characters > 0) {
        return variableSuffix() && characters > 0 ? TokenKind.VARIABLE : TokenKind.ILLEGAL;
      } else if (c == ':' && peek(1) == ':') {
        position += 2;
      } else {
        break;
      }
    }
    return characters > 0 ? TokenKind.VARIABLE : TokenKind.ILLEGAL;
  }

  private boolean variableSuffix() {
    do {
      position++;
    } while (position < length && !isSpace(sql.charAt(position)) && sql.charAt(position) != ')');
    if (peek(0) == ')') {
      position++;
      return true;
    }
    return false;
  }
}

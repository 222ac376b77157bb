// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.Arrays;
import org.lumosql.sql.ast.LiteralSlot;

/**
 * The tokens of the one statement that a text begins with, found before it is parsed, and what its compilation made of them: which literals'
 * values nobody looked at, and which parts of the text were taken as they stand (column labels, types).
 *
 * <p>Two scans have the same <em>shape</em> if they differ in such literals and in space and comments alone. Literals that may differ are strings,
 * reals, and integers of up to nine digits but 0 and 1, which the planner knows.
 */
public final class TokenScan {
  private static final int FIRST_CAPACITY = 128;
  private static final int MOST_TOKENS = 512;
  /** Shapes keep their texts. */
  private static final int MOST_CHARACTERS = 10_000;
  private static final int MOST_DIGITS = 9;

  private final String sql;
  private final Tokenizer tokenizer;
  private TokenKind[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;
  private int hash;
  private boolean shareable;
  /** Null until there is one. */
  private LiteralSlot[] slots;
  /** First token and the token behind, in pairs. */
  private int[] spans = {};
  private int spanCount;

  private TokenScan(String sql) {
    this.sql = sql;
    this.tokenizer = new Tokenizer(sql, 0);
    int capacity = Math.min(FIRST_CAPACITY, sql.length() / 3 + 4);
    kinds = new TokenKind[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  /** Scans the first statement of a text as far as it is of use. */
  public static TokenScan of(String sql) {
    TokenScan scan = new TokenScan(sql);
    scan.shareable = sql.length() <= MOST_CHARACTERS && scan.scan();
    return scan;
  }

  /** Returns false if the text is no query or change of rows, too long or no SQL. */
  private boolean scan() {
    while (true) {
      tokenizer.advance();
      TokenKind kind = tokenizer.kind();
      add(kind);
      if (count == 1 && !isQueryOrChange(kind) || kind == TokenKind.ILLEGAL || count > MOST_TOKENS) {
        return false;
      }
      hash = hash * 31 + kind.ordinal();
      if (kind == TokenKind.SEMICOLON || kind == TokenKind.END_OF_INPUT) {
        return true;
      }
      if (!isFreeLiteral(count - 1)) {
        int start = tokenizer.start();
        int end = tokenizer.end();
        hash = (hash * 31 + sql.charAt(start)) * 31 + sql.charAt(end - 1) + (end - start << 8);
        if (end - start > 3) {
          // names that are numbered differ at their end
          hash += sql.charAt(end - 2) * 37 + sql.charAt(end - 3) * 4099;
        }
      }
    }
  }

  private static boolean isQueryOrChange(TokenKind kind) {
    switch (kind) {
      case SELECT:
      case VALUES:
      case WITH:
      case INSERT:
      case REPLACE:
      case UPDATE:
      case DELETE:
        return true;
      default:
        return false;
    }
  }

  private void add(TokenKind kind) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = kind;
    starts[count] = tokenizer.start();
    ends[count] = tokenizer.end();
    count++;
  }

  /** Whether a token is a literal of which another text may have another one. */
  private boolean isFreeLiteral(int token) {
    switch (kinds[token]) {
      case STRING:
      case REAL:
        return true;
      case INTEGER:
        return isPlainInteger(starts[token], ends[token]);
      default:
        return false;
    }
  }

  private boolean isPlainInteger(int start, int end) {
    char first = sql.charAt(start);
    // a zero in front may begin a hexadecimal number
    return end - start <= MOST_DIGITS && first != '0' && (first != '1' || end - start > 1);
  }

  // ---- for the parser ---------------------------------------------------------------------------------------------

  Tokenizer tokenizer() {
    return tokenizer;
  }

  TokenKind[] kinds() {
    return kinds;
  }

  int[] starts() {
    return starts;
  }

  int[] ends() {
    return ends;
  }

  int count() {
    return count;
  }

  /** The slot of a token; null if its value is fixed. */
  LiteralSlot slot(int token) {
    if (!shareable || token >= count || !isFreeLiteral(token)) {
      return null;
    }
    if (slots == null) {
      slots = new LiteralSlot[count];
    }
    if (slots[token] == null) {
      slots[token] = new LiteralSlot(token);
    }
    return slots[token];
  }

  /** The text of a token was looked at. */
  void pin(int token) {
    if (shareable && token < count && (kinds[token] == TokenKind.STRING || kinds[token] == TokenKind.INTEGER
        || kinds[token] == TokenKind.REAL)) {
      LiteralSlot.pin(slot(token));
    }
  }

  /** The text from an offset, where a token begins, to a token was taken as it stands. */
  void noteSpan(int from, int behind) {
    if (!shareable) {
      return;
    }
    int first = Arrays.binarySearch(starts, 0, count, from);
    if (first < 0 || behind >= count) {
      shareable = false;
      return;
    }
    if (spanCount == spans.length) {
      spans = Arrays.copyOf(spans, spanCount * 2 + 8);
    }
    spans[spanCount++] = first;
    spans[spanCount++] = behind;
  }

  // ---- shapes -----------------------------------------------------------------------------------------------------

  public String sql() {
    return sql;
  }

  /** Whether another text may have the same shape. */
  public boolean isShareable() {
    return shareable;
  }

  /** Equal for equal shapes. */
  public int hash() {
    return hash;
  }

  /** Offset behind the statement, its semicolon included. */
  public int end() {
    return kinds[count - 1] == TokenKind.SEMICOLON ? ends[count - 1] : ends[count - 2];
  }

  /** Whether another text has the shape of this one, which has been compiled. */
  public boolean hasShapeOf(TokenScan other) {
    if (other.hash != hash || other.count != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (other.kinds[i] != kinds[i] || !(isFree(i) ? other.isFreeLiteral(i) : isSameText(other, i))) {
        return false;
      }
    }
    for (int i = 0; i < spanCount; i += 2) {
      if (!isSameSpan(other, spans[i], spans[i + 1])) {
        return false;
      }
    }
    return true;
  }

  private boolean isFree(int token) {
    return slots != null && slots[token] != null && !slots[token].isPinned();
  }

  private boolean isSameText(TokenScan other, int token) {
    return isSame(starts[token], ends[token], other, other.starts[token], other.ends[token]);
  }

  private boolean isSame(int start, int end, TokenScan other, int otherStart, int otherEnd) {
    return end - start == otherEnd - otherStart && sql.regionMatches(start, other.sql, otherStart, end - start);
  }

  private boolean isSameSpan(TokenScan other, int first, int behind) {
    return isSame(
        starts[first], trimmed(behind), other, other.starts[first], other.trimmed(behind));
  }

  private int trimmed(int behind) {
    int end = starts[behind];
    while (end > 0 && Tokenizer.isSpace(sql.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  // ---- values -----------------------------------------------------------------------------------------------------

  /** The value of an integer literal. */
  public int integer(int token) {
    return Integer.parseInt(sql, starts[token], ends[token], 10);
  }

  /** The value of a real literal. */
  public double real(int token) {
    return Literals.realValue(sql.substring(starts[token], ends[token]));
  }

  /** The value of a string literal. */
  public String string(int token) {
    return TokenStream.unquote(sql.substring(starts[token], ends[token]));
  }
}

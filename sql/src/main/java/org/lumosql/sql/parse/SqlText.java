// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.Arrays;
import java.util.TreeMap;
import org.lumosql.record.Ascii;

/**
 * SQL text as tokens, with replacements that are spliced in at the end: ALTER TABLE changes definitions this way, so
 * that all that is not
 * concerned stays as it was written.
 */
public final class SqlText {
  private final String sql;
  private TokenKind[] kinds = new TokenKind[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;
  private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();

  private record Replacement(int end, String text) {}

  public SqlText(String sql) {
    this.sql = sql;
    Tokenizer tokenizer = new Tokenizer(sql, 0);
    for (tokenizer.advance(); tokenizer.kind() != TokenKind.END_OF_INPUT; tokenizer.advance()) {
      if (count == kinds.length) {
        kinds = Arrays.copyOf(kinds, count * 2);
        starts = Arrays.copyOf(starts, count * 2);
        ends = Arrays.copyOf(ends, count * 2);
      }
      kinds[count] = tokenizer.kind();
      starts[count] = tokenizer.start();
      ends[count] = tokenizer.end();
      count++;
    }
  }

  // ---- tokens -----------------------------------------------------------------------------------------------------

  public int count() {
    return count;
  }

  /** The number of the token that begins at an offset; −1 if none does. */
  public int tokenAt(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found < 0 ? -1 : found;
  }

  /** Whether there is a ?, :name or the like anywhere. */
  public boolean hasParameter() {
    return Arrays.asList(kinds).subList(0, count).contains(TokenKind.VARIABLE);
  }

  public int start(int token) {
    return token >= count ? sql.length() : starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  public String text(int token) {
    return token >= 0 && token < count ? sql.substring(starts[token], ends[token]) : "";
  }

  /** Whether a token is a word or symbol, in any letter case. */
  public boolean is(int token, String text) {
    return token >= 0 && token < count && Ascii.equal(text(token), text);
  }

  /** Whether a token names something, quoted or not. */
  public boolean isName(int token, String name) {
    return token >= 0
        && token < count
        && kinds[token].isName()
        && Ascii.equal(TokenStream.unquote(text(token)), name);
  }

  public String name(int token) {
    return TokenStream.unquote(text(token));
  }

  /** The token that closes the parenthesis that a token opens. */
  public int closing(int open) {
    int depth = 0;
    for (int token = open; token < count; token++) {
      if (kinds[token] == TokenKind.LEFT_PARENTHESIS) {
        depth++;
      } else if (kinds[token] == TokenKind.RIGHT_PARENTHESIS && --depth == 0) {
        return token;
      }
    }
    return count;
  }

  /** The first token from one on that is a word or symbol; {@link #count} if there is none. */
  public int find(int from, String text) {
    int token = from;
    while (token < count && !is(token, text)) {
      token++;
    }
    return token;
  }

  // ---- tables -----------------------------------------------------------------------------------------------------

  /** In a CREATE TABLE: the token behind its last column, a comma before constraints or the closing parenthesis. */
  public int columnsEnd() {
    int open = find(0, "(");
    int depth = 0;
    for (int token = open; token < count; token++) {
      if (kinds[token] == TokenKind.LEFT_PARENTHESIS) {
        depth++;
      } else if (kinds[token] == TokenKind.RIGHT_PARENTHESIS) {
        if (--depth == 0) {
          return token;
        }
      } else if (kinds[token] == TokenKind.COMMA && depth == 1 && isConstraintStart(token + 1)) {
        return token;
      }
    }
    return count;
  }

  private boolean isConstraintStart(int token) {
    if (token >= count) {
      return false;
    }
    switch (kinds[token]) {
      case CONSTRAINT:
      case PRIMARY:
      case UNIQUE:
      case CHECK:
      case FOREIGN:
        return true;
      default:
        return false;
    }
  }

  // ---- replacing --------------------------------------------------------------------------------------------------

  /** From one offset to another there shall be another text. A second replacement at the same place is ignored. */
  public void replace(int from, int to, String text) {
    replacements.putIfAbsent(from, new Replacement(to, text));
  }

  /**
   * A token that is a name shall be another name: in quotes if it was, or if {@code quoted}.
   */
  public void rename(int token, String name, boolean quoted) {
    boolean plain = !quoted && Tokenizer.isIdentifierPart(sql.charAt(starts[token]));
    String text = plain ? name : Names.quote(name);
    boolean touchesNext = !plain && ends[token] < sql.length() && sql.charAt(ends[token]) == '"';
    replace(starts[token], ends[token], touchesNext ? text + " " : text);
  }

  /** Takes all replacements back. */
  public void restore() {
    replacements.clear();
  }

  public boolean isChanged() {
    return !replacements.isEmpty();
  }

  /** The text with all replacements. */
  public String result() {
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (var entry : replacements.entrySet()) {
      if (entry.getKey() >= at) {
        result.append(sql, at, entry.getKey()).append(entry.getValue().text());
        at = entry.getValue().end();
      }
    }
    return result.append(sql, at, sql.length()).toString();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumosql.error.ResultCode;
import org.lumosql.error.DeepStack;
import org.lumosql.sql.SqlException;
import org.lumosql.sql.ast.LiteralSlot;

/**
 * The tokens of one statement, read as they are needed, with any number of them ahead; the errors a token can cause;
 * and what the parsers of
 * one statement share: parameters and how deep they are.
 *
 * <p>WINDOW, OVER and FILTER are keywords only between certain neighbours, which is decided here when they are read.
 */
final class TokenStream {
  /** Grammar symbols that any statement takes. */
  private static final int STATEMENT_DEPTH = 7;
  private static final int MOST_EXPECTED = 128;

  private final String sql;
  private final Tokenizer tokenizer;
  private final Limits limits;
  /** Null unless somebody wants to know what depends on the literals' values. */
  private final TokenScan scan;
  private final List<String> parameters = new ArrayList<>();
  private Map<String, Integer> parameterNumbers;
  private TokenKind[] kinds;
  private int[] starts;
  private int[] ends;
  private int filled;
  private int current;
  /** The kind of the present token once it was looked at, which happens several times; null before. */
  private TokenKind present;
  private int depth;
  private int selects;
  private SqlException pending;
  private SqlException pendingAtEnd;

  TokenStream(String sql, int from, Limits limits) {
    this.sql = sql;
    this.limits = limits;
    this.tokenizer = new Tokenizer(sql, from);
    this.scan = null;
    // most tokens have more than two characters with the space behind them
    int expected = Math.min(MOST_EXPECTED, (sql.length() - from) / 3 + 4);
    kinds = new TokenKind[expected];
    starts = new int[expected];
    ends = new int[expected];
  }

  /** Goes on where a scan has ended, which is told what the parser looks at. */
  TokenStream(TokenScan scan, Limits limits) {
    this.sql = scan.sql();
    this.limits = limits;
    this.tokenizer = scan.tokenizer();
    this.scan = scan;
    this.filled = scan.count();
    this.kinds = scan.kinds();
    this.starts = scan.starts();
    this.ends = scan.ends();
  }

  /** Counts SELECTs. */
  int nextSelectNumber(int count) {
    selects += count;
    return selects;
  }

  Limits limits() {
    return limits;
  }

  // ---- looking ----------------------------------------------------------------------------------------------------

  private void fill(int upTo) {
    while (filled <= upTo) {
      if (filled == kinds.length) {
        kinds = Arrays.copyOf(kinds, filled * 2);
        starts = Arrays.copyOf(starts, filled * 2);
        ends = Arrays.copyOf(ends, filled * 2);
      }
      tokenizer.advance();
      kinds[filled] = tokenizer.kind();
      starts[filled] = tokenizer.start();
      ends[filled] = tokenizer.end();
      filled++;
    }
  }

  private TokenKind rawKind(int index) {
    fill(index);
    return kinds[index];
  }

  /** The kind of the present token; text that is no token is an error as soon as it is looked at. */
  TokenKind kind() {
    TokenKind kind = present;
    return kind != null ? kind : look();
  }

  private TokenKind look() {
    TokenKind kind = rawKind(current);
    switch (kind) {
      case ILLEGAL:
        throw error("unrecognized token: \"" + text() + "\"");
      case WINDOW:
      case OVER:
      case FILTER:
        kind = contextual(kind);
        break;
      default:
        break;
    }
    present = kind;
    return kind;
  }

  private TokenKind contextual(TokenKind kind) {
    TokenKind next = rawKind(current + 1);
    boolean afterParenthesis = current > 0 && kinds[current - 1] == TokenKind.RIGHT_PARENTHESIS;
    boolean isKeyword;
    if (kind == TokenKind.WINDOW) {
      isKeyword = isNameLike(next) && rawKind(current + 2) == TokenKind.AS;
    } else if (kind == TokenKind.OVER) {
      isKeyword = afterParenthesis && (next == TokenKind.LEFT_PARENTHESIS || isNameLike(next));
    } else {
      isKeyword = afterParenthesis && next == TokenKind.LEFT_PARENTHESIS;
    }
    return isKeyword ? kind : TokenKind.IDENTIFIER;
  }

  private static boolean isNameLike(TokenKind kind) {
    return kind.isIdentifierOrString()
        || kind.isJoinWord()
        || kind == TokenKind.WINDOW
        || kind == TokenKind.OVER;
  }

  boolean at(TokenKind kind) {
    return kind() == kind;
  }

  boolean at(TokenKind first, TokenKind second) {
    return kind() == first && rawKind(current + 1) == second;
  }

  TokenKind peek(int ahead) {
    return rawKind(current + ahead);
  }

  /** Offset of the present token. */
  int start() {
    fill(current);
    return starts[current];
  }

  /** Offset of the token {@code ahead} places on. */
  int startOf(int ahead) {
    fill(current + ahead);
    return starts[current + ahead];
  }

  /** Offset behind the token before this one. */
  int previousEnd() {
    return current == 0 ? starts[0] : ends[current - 1];
  }

  String text() {
    fill(current);
    if (scan != null) {
      scan.pin(current);
    }
    return sql.substring(starts[current], ends[current]);
  }

  /** The slot of the present token if it is a literal whose value may be free; else null. */
  LiteralSlot slot() {
    return scan == null ? null : scan.slot(current);
  }

  /** The text of a literal that is kept with its slot. */
  String slotText() {
    return sql.substring(starts[current], ends[current]);
  }

  String sql() {
    return sql;
  }

  /**
   * The text from an offset to the next token, without space around it: comments behind the last token belong to it.
   */
  String span(int from) {
    return trim(from, start());
  }

  /** The same without space and line comments at its end; a comment between slashes that stands there belongs to it, with what is before. */
  String spanWithoutLineComments(int from) {
    noteSpan(from);
    int end = previousEnd();
    int limit = start();
    int at = end;
    while (at < limit) {
      if (sql.startsWith("/*", at)) {
        int close = sql.indexOf("*/", at + 2);
        at = close < 0 ? limit : close + 2;
        end = at;
      } else if (sql.startsWith("--", at)) {
        int line = sql.indexOf('\n', at);
        at = line < 0 ? limit : line + 1;
      } else {
        at++;
      }
    }
    return sql.substring(from, end);
  }

  /** Whether {@link #span} is as long as that. */
  boolean isSpan(int from, int length) {
    int to = start();
    noteSpan(from);
    while (to > from && Tokenizer.isSpace(sql.charAt(to - 1))) {
      to--;
    }
    return to - from == length;
  }

  private void noteSpan(int from) {
    if (scan != null) {
      scan.noteSpan(from, current);
    }
  }

  String trim(int from, int to) {
    noteSpan(from);
    while (from < to && Tokenizer.isSpace(sql.charAt(from))) {
      from++;
    }
    while (to > from && Tokenizer.isSpace(sql.charAt(to - 1))) {
      to--;
    }
    return sql.substring(from, to);
  }

  // ---- taking -----------------------------------------------------------------------------------------------------

  void advance() {
    fill(current);
    next();
  }

  private void next() {
    if (pending != null) {
      throw pending;
    }
    current++;
    present = null;
  }

  boolean take(TokenKind kind) {
    if (kind() != kind) {
      return false;
    }
    next();
    return true;
  }

  void expect(TokenKind kind) {
    if (!take(kind)) {
      throw syntaxError();
    }
  }

  /** A name: identifier, string, or a keyword that may be one. */
  String name() {
    if (!kind().isName()) {
      throw syntaxError();
    }
    return takeName();
  }

  /** A name that may be a string but none of the join words. */
  String identifierOrString() {
    if (!kind().isIdentifierOrString()) {
      throw syntaxError();
    }
    return takeName();
  }

  /** The present token's text without quotes, whatever it is. */
  String takeName() {
    String name = unquote(text());
    next();
    return name;
  }

  /** A comma-separated list of names. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    do {
      names.add(name());
    } while (take(TokenKind.COMMA));
    return names;
  }

  static String unquote(String text) {
    char quote = text.charAt(0);
    if (quote == '[') {
      return text.substring(1, text.length() - 1);
    }
    if (quote != '\'' && quote != '"' && quote != '`') {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    if (inner.indexOf(quote) < 0) {
      return inner;
    }
    String one = String.valueOf(quote);
    return inner.replace(one + one, one);
  }

  // ---- parameters -------------------------------------------------------------------------------------------------

  /** Whether the present token, a parameter, is ? alone. */
  boolean isNamelessParameter() {
    fill(current);
    return ends[current] - starts[current] == 1;
  }

  /** The number of a parameter: of ?NNN what it says, of a name always the same, else the next one free. */
  int parameterNumber(String text, int position) {
    if (text.charAt(0) == '?') {
      long given = text.length() > 10 ? Integer.MAX_VALUE : Long.parseLong(text.substring(1));
      int number = (int) Math.min(given, Integer.MAX_VALUE);
      if (number < 1 || number > limits.variableNumber()) {
        failNext("variable number must be between ?1 and ?" + limits.variableNumber(), position);
        return 1;
      }
      while (parameters.size() < number) {
        parameters.add(null);
      }
      if (parameters.get(number - 1) == null) {
        parameters.set(number - 1, text);
      }
      return number;
    }
    if (parameterNumbers == null) {
      parameterNumbers = new HashMap<>();
    }
    Integer known = parameterNumbers.get(text);
    if (known == null) {
      known = addParameter(text);
      parameterNumbers.put(text, known);
    }
    return known;
  }

  /** @param name null for ? alone */
  int addParameter(String name) {
    if (parameters.size() >= limits.variableNumber()) {
      throw error("too many SQL variables");
    }
    parameters.add(name);
    return parameters.size();
  }

  List<String> parameters() {
    return parameters;
  }

  // ---- depth and errors -------------------------------------------------------------------------------------------

  /**
   * Goes {@code symbols} grammar symbols deeper. Every recursion of a parser passes here, so that no text overflows
   * the stack.
   */
  void enter(int symbols) {
    depth += symbols;
    if (depth > limits.parserDepth() - STATEMENT_DEPTH) {
      throw new SqlException("Recursion limit");
    }
    DeepStack.require(depth);
  }

  void leave(int symbols) {
    depth -= symbols;
  }

  /** An error in what was just read; but if the present token is wrong too, that comes first. */
  void failNext(String message) {
    failNext(message, -1);
  }

  /** As {@link #failNext(String)}, with the offset that the error is about. */
  void failNext(String message, int offset) {
    if (pending == null) {
      pending = new SqlException(message, offset);
    }
  }

  /** An error that is to be told if nothing else is wrong with the statement. */
  void failAtEnd(String message, int offset) {
    if (pendingAtEnd == null) {
      pendingAtEnd = new SqlException(message, offset);
    }
  }

  /** The end of the statement: what is still to be told is told. */
  void finish() {
    if (pending != null) {
      throw pending;
    }
    if (pendingAtEnd != null) {
      throw pendingAtEnd;
    }
  }

  SqlException syntaxError() {
    if (kind() == TokenKind.END_OF_INPUT) {
      return new SqlException(ResultCode.ERROR, "incomplete input", -1);
    }
    return error("near \"" + text() + "\": syntax error");
  }

  /** An error at the present token. */
  SqlException error(String message) {
    return new SqlException(ResultCode.ERROR, message, start());
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.session;

import java.util.Locale;

/** Finds out whether a text ends in a complete statement (https://sqlite.org/c3ref/complete.html). */
public final class StatementScanner {
  private enum State {
    /** Nothing but space and semicolons so far. */
    START,
    NORMAL,
    EXPLAIN,
    CREATE,
    /** Within CREATE TRIGGER. */
    TRIGGER,
    /** A semicolon within it. */
    SEMICOLON,
    /** END behind such a semicolon. */
    END
  }

  private State state = State.START;

  /** Whether a text ends a statement: with a semicolon outside of literals, comments and trigger bodies. */
  public static boolean isComplete(String sql) {
    return new StatementScanner().endsComplete(sql);
  }

  /** Whether a text holds nothing but space and complete comments. */
  public static boolean isBlank(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        if (end < 0) {
          return false;
        }
        at = end + 2;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean endsComplete(String sql) {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == ';') {
        semicolon();
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        if (end < 0) {
          return false;
        }
        at = end + 2;
      } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
        int end = sql.indexOf(c == '[' ? ']' : c, at + 1);
        if (end < 0) {
          return false;
        }
        word("");
        at = end + 1;
      } else {
        int end = at + 1;
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
          end++;
        }
        word(sql.substring(at, end).toLowerCase(Locale.ROOT));
        at = end;
      }
    }
    return state == State.START;
  }

  private void semicolon() {
    state =
        switch (state) {
          case TRIGGER, SEMICOLON -> State.SEMICOLON;
          default -> State.START;
        };
  }

  private void word(String word) {
    switch (state) {
      case START -> state = word.equals("explain") ? State.EXPLAIN : word.equals("create") ? State.CREATE : State.NORMAL;
      case EXPLAIN -> {
        if (word.equals("create")) {
          state = State.CREATE;
        } else if (!word.equals("query") && !word.equals("plan")) {
          state = State.NORMAL;
        }
      }
      case CREATE -> {
        if (word.equals("trigger")) {
          state = State.TRIGGER;
        } else if (!word.equals("temp") && !word.equals("temporary")) {
          state = State.NORMAL;
        }
      }
      case SEMICOLON -> state = word.equals("end") ? State.END : State.TRIGGER;
      case END -> state = State.TRIGGER;
      default -> {
        // the state holds until the next semicolon
      }
    }
  }
}

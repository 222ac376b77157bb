// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

import java.util.ArrayList;
import java.util.List;

/** The words of a statement, for making it shorter: identifiers and numbers, quoted texts, operators, each parenthesis and comma. */
final class SqlTokens {
  private SqlTokens() {}

  static List<String> split(String sql) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = at + 1;
      if (c == '\'' || c == '"' || c == '`') {
        end = quoted(sql, at, c);
      } else if (isWord(c)) {
        while (end < sql.length() && (isWord(sql.charAt(end)) || sql.charAt(end) == '\'' && end == at + 1 && (c == 'x' || c == 'X'))) {
          end = sql.charAt(end) == '\'' ? quoted(sql, end, '\'') : end + 1;
        }
      } else if ("<>=!|-".indexOf(c) >= 0) {
        while (end < sql.length() && "<>=|".indexOf(sql.charAt(end)) >= 0) {
          end++;
        }
      }
      if (!Character.isWhitespace(c)) {
        tokens.add(sql.substring(at, end));
      }
      at = end;
    }
    return tokens;
  }

  private static int quoted(String sql, int start, char quote) {
    int end = start + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) == quote) {
        if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
          end++;
        } else {
          return end + 1;
        }
      }
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$' || c >= 128;
  }

  static String join(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      boolean tight = text.length() == 0 || token.equals(")") || token.equals(",") || token.equals("(") && isWord(text.charAt(text.length() - 1)) || text.charAt(text.length() - 1) == '(';
      text.append(tight ? "" : " ").append(token);
    }
    return text.toString();
  }

  /** The index of the parenthesis that closes the one at the index; −1 if there is none. */
  static int closing(List<String> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).equals("(")) {
        depth++;
      } else if (tokens.get(i).equals(")") && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Replaces the parameters of a statement's text, wherever they stand, by other texts. */
public final class ParameterTexts {
  private ParameterTexts() {}

  /** @param replacement by the parameter's number, which counts from 1 */
  public static String replaced(String sql, IntFunction<String> replacement) {
    StringBuilder result = new StringBuilder(sql.length() + 32);
    List<String> names = new ArrayList<>();
    Tokenizer tokens = new Tokenizer(sql, 0);
    int copied = 0;
    int highest = 0;
    for (tokens.advance(); tokens.kind() != TokenKind.END_OF_INPUT; tokens.advance()) {
      if (tokens.kind() == TokenKind.VARIABLE) {
        String name = sql.substring(tokens.start(), tokens.end());
        int number = number(name, highest, names);
        highest = Math.max(highest, number);
        result.append(sql, copied, tokens.start()).append(replacement.apply(number));
        copied = tokens.end();
      }
    }
    return result.append(sql, copied, sql.length()).toString();
  }

  private static int number(String name, int highest, List<String> names) {
    if (name.equals("?")) {
      return highest + 1;
    } else if (name.charAt(0) == '?') {
      return Integer.parseInt(name.substring(1));
    }
    int known = names.indexOf(name);
    if (known >= 0) {
      return known + 1;
    }
    while (names.size() < highest) {
      names.add(null);
    }
    names.add(name);
    return highest + 1;
  }

  /** The text without the semicolon, space and comments behind its last token. */
  public static String trimmed(String sql) {
    Tokenizer tokens = new Tokenizer(sql, 0);
    int end = 0;
    for (tokens.advance(); tokens.kind() != TokenKind.END_OF_INPUT && tokens.kind() != TokenKind.SEMICOLON; tokens.advance()) {
      end = tokens.end();
    }
    return sql.substring(0, end);
  }
}

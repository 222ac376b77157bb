// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut into words, quoted texts, numbers, operators, comments and space, so that the pieces one after the other are the text. */
final class TextTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|--[^\\n]*\\n?|/\\*.*?\\*/|[xX]?'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|[0-9][0-9a-zA-Z_.]*(?:[eE][+-]?[0-9]+)?"
              + "|[A-Za-z_][A-Za-z_0-9$]*|->>|->|\\|\\||<<|>>|<=|>=|<>|!=|==|[?@:$#][A-Za-z0-9_]*|.",
          Pattern.DOTALL);

  private TextTokens() {}

  static List<String> split(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  static String join(List<String> tokens) {
    return String.join("", tokens).strip();
  }

  static boolean isSpace(String token) {
    return token.isBlank() || token.startsWith("--") || token.startsWith("/*");
  }

  /** Whether it is a name or keyword, not quoted. */
  static boolean isWord(String token) {
    char c = token.charAt(0);
    return c == '_' || Character.isLetter(c) && (token.length() < 2 || token.charAt(1) != '\'');
  }

  static boolean is(String token, String keyword) {
    return token.equalsIgnoreCase(keyword);
  }

  static String upper(String token) {
    return token.toUpperCase(Locale.ROOT);
  }

  /** The index of the next token that is no space, from the index on; the size if there is none. */
  static int skipSpace(List<String> tokens, int from) {
    int at = from;
    while (at < tokens.size() && isSpace(tokens.get(at))) {
      at++;
    }
    return at;
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

  /** The statements of a text, without the semicolons between them. */
  static List<String> statements(String text) {
    List<String> statements = new ArrayList<>();
    List<String> current = new ArrayList<>();
    boolean isTrigger = false;
    String last = "";
    for (String token : split(text)) {
      if (token.equals(";") && (!isTrigger || is(last, "END"))) {
        add(statements, current);
        isTrigger = false;
        last = "";
        continue;
      }
      current.add(token);
      if (!isSpace(token)) {
        isTrigger |= is(token, "TRIGGER") && (is(last, "CREATE") || is(last, "TEMP") || is(last, "TEMPORARY"));
        last = token;
      }
    }
    add(statements, current);
    return statements;
  }

  private static void add(List<String> statements, List<String> current) {
    if (!current.stream().allMatch(TextTokens::isSpace)) {
      statements.add(join(current));
    }
    current.clear();
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a definition as people do: with comments, line ends and needless space between its words, keywords in small letters, names in quotes of all kinds. What it means stays the same; but
 * its text is kept, and ALTER TABLE changes parts of it.
 */
final class DefinitionText {
  private static final Pattern NAME = Pattern.compile("[a-g]|[a-z][0-9]{1,2}");
  private static final Pattern KEYWORD = Pattern.compile("[A-Z]+");

  private final Randomness random;

  DefinitionText(Randomness random) {
    this.random = random;
  }

  /** The same definition, written in another way. */
  String rewritten(String sql) {
    int spacePercent = random.of(0, 3, 8, 20);
    int quotePercent = random.of(0, 5, 15, 40);
    boolean isSmall = random.chance(30);
    StringBuilder text = new StringBuilder(sql.length() + 40);
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = at + 1;
      if (c == '\'' || c == '"' || c == '`' || c == '[') {
        end = quoted(sql, at, c == '[' ? ']' : c);
        text.append(sql, at, end);
      } else if (isWord(c)) {
        while (end < sql.length() && isWord(sql.charAt(end))) {
          end++;
        }
        boolean isBlob = end < sql.length() && sql.charAt(end) == '\'';
        text.append(isBlob ? sql.substring(at, end) : word(sql.substring(at, end), quotePercent, isSmall));
      } else if (c == ' ') {
        text.append(random.chance(spacePercent) ? space() : " ");
      } else if (c == ',' || c == '(' || c == ')') {
        text.append(random.chance(spacePercent) ? space() : "").append(c).append(random.chance(spacePercent) ? space() : "");
      } else {
        text.append(c);
      }
      at = end;
    }
    return text.append(random.chance(spacePercent) ? space() : "").toString();
  }

  private String word(String word, int quotePercent, boolean isSmall) {
    if (NAME.matcher(word).matches() && random.chance(quotePercent)) {
      return random.of('"' + word + '"', '[' + word + ']', '`' + word + '`');
    }
    return isSmall && KEYWORD.matcher(word).matches() ? word.toLowerCase(Locale.ROOT) : word;
  }

  private String space() {
    return random.of("  ", "\n", "\n  ", "\t", " /* x */ ", " /* a, b) ' */", " -- c\n", " --'a(\n ", "/**/ ");
  }

  private static int quoted(String sql, int start, char close) {
    int end = start + 1;
    while (end < sql.length()) {
      if (sql.charAt(end) == close) {
        if (close == ']' || end + 1 == sql.length() || sql.charAt(end + 1) != close) {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 128;
  }
}

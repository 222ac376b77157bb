// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names that a CREATE TABLE gives to its primary key and foreign keys. */
final class DefinitionNames {
  private final List<String> tokens = new ArrayList<>();
  private final List<String> foreignKeys = new ArrayList<>();
  private String primaryKey;

  /** @param sql the statement that made the table, or null */
  DefinitionNames(String sql) {
    if (sql != null) {
      split(sql);
      find();
    }
  }

  /** Null if it has none. */
  String primaryKey() {
    return primaryKey;
  }

  /** The name of the n-th foreign key as they are written; null if it has none. */
  String foreignKey(int number) {
    return number >= 0 && number < foreignKeys.size() ? foreignKeys.get(number) : null;
  }

  int foreignKeyCount() {
    return foreignKeys.size();
  }

  private void find() {
    for (int i = 0; i < tokens.size(); i++) {
      String name = i >= 2 && tokens.get(i - 2).equals("CONSTRAINT") ? unquoted(tokens.get(i - 1)) : null;
      switch (tokens.get(i)) {
        case "PRIMARY" -> primaryKey = name == null ? primaryKey : name;
        case "FOREIGN" -> foreignKeys.add(name);
        case "REFERENCES" -> {
          // that of a table constraint was counted with its FOREIGN KEY (…)
          if (!tokens.get(i - 1).equals(")") || !endsForeignKey(i - 1)) {
            foreignKeys.add(name);
          }
        }
        default -> {
          // names and other words
        }
      }
    }
  }

  private boolean endsForeignKey(int parenthesis) {
    int open = parenthesis;
    while (open > 0 && !tokens.get(open).equals("(")) {
      open--;
    }
    return open >= 2 && tokens.get(open - 1).equals("KEY") && tokens.get(open - 2).equals("FOREIGN");
  }

  private void split(String sql) {
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = at + 1;
      if (c == '-' && sql.startsWith("--", at)) {
        end = behind(sql, "\n", at);
      } else if (c == '/' && sql.startsWith("/*", at)) {
        end = behind(sql, "*/", at + 2);
      } else if (c == '"' || c == '\'' || c == '`' || c == '[') {
        end = behindQuoted(sql, at);
        tokens.add(sql.substring(at, end));
      } else if (Character.isLetterOrDigit(c) || c == '_') {
        while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_' || sql.charAt(end) == '$')) {
          end++;
        }
        // a word behind CONSTRAINT is a name, whatever it says
        boolean isName = !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals("CONSTRAINT");
        String word = sql.substring(at, end);
        tokens.add(isName ? '"' + word + '"' : word.toUpperCase(Locale.ROOT));
      } else if (!Character.isWhitespace(c)) {
        tokens.add(String.valueOf(c));
      }
      at = end;
    }
  }

  private static int behind(String sql, String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }

  private static int behindQuoted(String sql, int from) {
    char close = sql.charAt(from) == '[' ? ']' : sql.charAt(from);
    int at = from + 1;
    while (at < sql.length()) {
      if (sql.charAt(at) == close) {
        if (close == ']' || at + 1 >= sql.length() || sql.charAt(at + 1) != close) {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return sql.length();
  }

  private static String unquoted(String name) {
    char quote = name.charAt(0);
    if (quote == '[') {
      return name.substring(1, name.length() - 1);
    }
    if (quote != '"' && quote != '`' && quote != '\'') {
      return name;
    }
    String doubled = "" + quote + quote;
    return name.substring(1, name.length() - 1).replace(doubled, String.valueOf(quote));
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.util.HexFormat;
import org.lumosql.engine.Connection;

/** Values and names as SQL writes them. */
final class SqlText {
  private SqlText() {}

  static String quote(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** A name in quotes. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name, in quotes if it needs them. */
  static String name(String name) {
    boolean plain = !name.isEmpty() && !Character.isDigit(name.charAt(0)) && !Connection.isKeyword(name);
    for (int i = 0; plain && i < name.length(); i++) {
      char c = name.charAt(i);
      plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
    return plain ? name : identifier(name);
  }

  static String blob(byte[] bytes) {
    return "X'" + HexFormat.of().formatHex(bytes) + '\'';
  }

  /** Whether a text ends a statement: with a semicolon outside of literals, comments and trigger bodies. */
  static boolean isComplete(String sql) {
    return new StatementScanner().isComplete(sql);
  }

  /** Whether a text holds nothing but space and complete comments. */
  static boolean isBlank(String sql) {
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
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.util.HexFormat;

/** Values and names as SQL writes them. */
final class SqlText {
  private SqlText() {}

  static String quote(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String blob(byte[] bytes) {
    return "X'" + HexFormat.of().formatHex(bytes) + '\'';
  }

  /** Whether a text ends a statement: with a semicolon outside of literals, comments and trigger bodies. */
  static boolean isComplete(String sql) {
    StatementScanner scanner = new StatementScanner();
    return scanner.isComplete(sql);
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import org.lumosql.engine.EngineException;

/** Error messages as the sqlite3 shell prints them, with a mark under the token in question. */
final class Errors {
  private static final int CONTEXT = 40;

  private Errors() {}

  /** @param where such as " near line 3", or empty */
  static String describe(EngineException error, String where) {
    String sql = error.sql();
    if (error.offset() < 0 || sql == null || error.offset() > sql.length()) {
      return "Error" + where + ": " + error.getMessage() + code(error);
    }
    return "Parse error" + where + ": " + error.getMessage() + "\n" + context(sql, error.offset());
  }

  private static String code(EngineException error) {
    int number = error.code().code();
    return number > 1 ? " (" + number + ")" : "";
  }

  private static String context(String sql, int offset) {
    int start = Math.max(0, offset - CONTEXT);
    int end = Math.min(sql.length(), offset + CONTEXT);
    String line = sql.substring(start, end).replaceAll("\\s", " ");
    int column = offset - start;
    String mark = column < 25 ? " ".repeat(column) + "^--- error here" : " ".repeat(column - 14) + "error here ---^";
    return "  " + line + "\n  " + mark;
  }
}

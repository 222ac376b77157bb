// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.command;

import org.lumosql.shell.session.StatementScanner;

/** {@code .schema --indent}: a long CREATE statement with each column on a line of its own. Views and triggers stay as they were written. */
final class SchemaLayout {
  private static final int LONG = 79;

  private final String sql;
  private final StringBuilder text = new StringBuilder();
  private int depth;

  private SchemaLayout(String sql) {
    this.sql = sql;
  }

  static String of(String statement) {
    if (statement.startsWith("CREATE VIEW") || statement.startsWith("CREATE TRIG")) {
      return statement;
    }
    String line = squeezed(SchemaPrinter.statement(statement));
    String laidOut = line.length() < LONG ? line : new SchemaLayout(line).laidOut();
    // the semicolon that follows must not become a part of a comment
    return StatementScanner.isComplete(laidOut + ";") ? laidOut : laidOut + "\n";
  }

  /** One character of space where there was any, none before a parenthesis and behind one that opens. */
  private static String squeezed(String sql) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      char last = line.length() == 0 ? ' ' : line.charAt(line.length() - 1);
      if (isSpace(c)) {
        if (isSpace(last) || last == '(') {
          continue;
        }
      } else if ((c == '(' || c == ')') && line.length() > 0 && isSpace(last)) {
        line.setLength(line.length() - 1);
      }
      line.append(c);
    }
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private String laidOut() {
    int at = 0;
    char closing = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == closing) {
        closing = 0;
      } else if (closing != 0) {
        // within quotes or a comment
        text.append(c);
        at++;
        continue;
      } else if (c == '"' || c == '\'' || c == '`' || c == '[') {
        closing = c == '[' ? ']' : c;
      } else if (c == '-' && sql.startsWith("--", at)) {
        closing = '\n';
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
        if (depth == 0) {
          text.append('\n');
        }
      }
      at++;
      if (depth == 1 && closing == 0 && (c == '(' || c == '\n' || c == ',' && !lineEnds(at))) {
        text.append(c == '\n' ? "" : String.valueOf(c)).append("\n  ");
        while (at < sql.length() && isSpace(sql.charAt(at))) {
          at++;
        }
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Whether nothing but space or a comment stands between an offset and the end of the line, which then is a better place to break. */
  private boolean lineEnds(int from) {
    for (int i = from; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\n' || sql.startsWith("--", i)) {
        return true;
      }
      if (!isSpace(c)) {
        return false;
      }
    }
    return true;
  }
}

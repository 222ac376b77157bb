// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.lumosql.engine.Statement;
import org.lumosql.value.Register;

/** Prints the rows of one statement in one output mode. */
final class RowPrinter {
  private final Settings settings;
  private final PrintStream out;
  private final ColumnTable table;
  private boolean first = true;

  RowPrinter(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.table = settings.mode == OutputMode.COLUMN ? new ColumnTable(settings.headers) : null;
  }

  void row(Statement statement) {
    if (first && settings.headers && settings.mode != OutputMode.LINE && settings.mode != OutputMode.COLUMN) {
      header(statement);
    }
    switch (settings.mode) {
      case LINE -> line(statement);
      case COLUMN -> collect(statement);
      case LIST, TABS -> list(statement);
      case CSV -> csv(statement);
      case QUOTE -> quote(statement);
    }
    first = false;
  }

  /** Prints what had to wait for the last row. */
  void finish() {
    if (table != null) {
      table.print(out);
    }
  }

  private void header(Statement statement) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statement.columnCount(); i++) {
      String name = statement.columnName(i);
      text.append(i == 0 ? "" : settings.separator);
      text.append(
          switch (settings.mode) {
            case CSV -> csvField(name);
            case QUOTE -> SqlText.quote(name);
            default -> name;
          });
    }
    out.print(text.append(settings.rowSeparator));
  }

  private String text(Statement statement, int column) {
    String text = statement.columnText(column);
    return text == null ? settings.nullValue : untilNul(text);
  }

  /** The sqlite3 shell prints C strings: a text ends at its first NUL. */
  private static String untilNul(String text) {
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private void list(Statement statement) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statement.columnCount(); i++) {
      text.append(i == 0 ? "" : settings.separator).append(text(statement, i));
    }
    out.print(text.append(settings.rowSeparator));
  }

  private void csv(Statement statement) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statement.columnCount(); i++) {
      text.append(i == 0 ? "" : settings.separator);
      text.append(statement.isNull(i) ? settings.nullValue : csvField(text(statement, i)));
    }
    out.print(text.append(settings.rowSeparator));
  }

  private String csvField(String text) {
    boolean plain = !text.isEmpty() && !text.contains(settings.separator);
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain = c > ' ' && c < 127 && c != '"' && c != '\'';
    }
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void quote(Statement statement) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statement.columnCount(); i++) {
      text.append(i == 0 ? "" : settings.separator).append(literal(statement, i));
    }
    out.print(text.append(settings.rowSeparator));
  }

  private static String literal(Statement statement, int column) {
    return switch (statement.columnType(column)) {
      case Register.NULL -> "NULL";
      case Register.INTEGER, Register.REAL -> statement.columnText(column);
      case Register.TEXT -> SqlText.quote(untilNul(statement.columnText(column)));
      default -> SqlText.blob(statement.columnBlob(column));
    };
  }

  /** Names stand right-aligned; their width counts bytes, as in the sqlite3 shell. */
  private void line(Statement statement) {
    int width = 5;
    for (int i = 0; i < statement.columnCount(); i++) {
      width = Math.max(width, width(statement.columnName(i)));
    }
    StringBuilder text = new StringBuilder(first ? "" : settings.rowSeparator);
    for (int i = 0; i < statement.columnCount(); i++) {
      String name = statement.columnName(i);
      text.append(" ".repeat(width - width(name))).append(name).append(" = ").append(text(statement, i));
      text.append(settings.rowSeparator);
    }
    out.print(text);
  }

  private static int width(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  private void collect(Statement statement) {
    int count = statement.columnCount();
    if (first) {
      String[] names = new String[count];
      for (int i = 0; i < count; i++) {
        names[i] = statement.columnName(i);
      }
      table.header(names);
    }
    String[] row = new String[count];
    for (int i = 0; i < count; i++) {
      row[i] = text(statement, i);
    }
    table.add(row);
  }
}

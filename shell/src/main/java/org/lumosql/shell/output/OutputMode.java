// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell.output;

import java.util.Locale;

/** How rows are printed ({@code .mode}), in the order of their names. Null separators leave those in force. */
public enum OutputMode {
  ASCII("\u001f", "\u001e", "Columns/rows delimited by 0x1F and 0x1E"),
  BOX(null, null, "Tables using unicode box-drawing characters"),
  COLUMN(null, "\n", "Output in columns.  (See .width)"),
  CSV(",", "\r\n", "Comma-separated values"),
  HTML(null, null, "HTML <table> code"),
  INSERT(null, null, "SQL insert statements for TABLE"),
  JSON(null, null, "Results in a JSON array"),
  LINE(null, "\n", "One value per line"),
  LIST("|", "\n", "Values delimited by \"|\""),
  MARKDOWN(null, null, "Markdown table format"),
  /** {@code box --wrap 60 --quote}. */
  QBOX(null, null, "Shorthand for \"box --wrap 60 --quote\""),
  QUOTE(",", "\n", "Escape answers as for SQL"),
  TABLE(null, null, "ASCII-art table"),
  TABS("\t", "\n", "Tab-separated values"),
  TCL(" ", "\n", "TCL list elements"),
  /** What EXPLAIN gives; set by {@code .explain on}, not by name. */
  EXPLAIN(null, null, ""),
  /** Nothing but the number of rows. */
  COUNT(null, null, ""),
  OFF(null, null, "");

  private static final OutputMode[] ALL = values();

  private final String separator;
  private final String rowSeparator;
  private final String explanation;

  OutputMode(String separator, String rowSeparator, String explanation) {
    this.separator = separator;
    this.rowSeparator = rowSeparator;
    this.explanation = explanation;
  }

  String separator() {
    return separator;
  }

  String rowSeparator() {
    return rowSeparator;
  }

  /** A line for {@code .help mode}; empty for those that are not offered. */
  public String explanation() {
    return explanation;
  }

  /** The name as {@code .mode} shows it: tabs are a list, and a quoted box is a box. */
  public String shownLabel() {
    return this == TABS ? "list" : this == QBOX ? "box" : label();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether rows are laid out in columns, so that all of them are read before the first is printed. */
  public boolean isColumnar() {
    return this == BOX || this == COLUMN || this == MARKDOWN || this == TABLE || this == QBOX;
  }

  /** The mode of a name or of the beginning of one, or null. */
  public static OutputMode named(String name) {
    if (name.isEmpty() || "columns".equals(name)) {
      return name.isEmpty() ? null : COLUMN;
    }
    if ("lines".equals(name)) {
      return LINE;
    }
    for (OutputMode mode : PREFERRED) {
      if (mode.label().startsWith(name) && (mode != COUNT && mode != OFF || mode.label().equals(name))) {
        return mode;
      }
    }
    return null;
  }

  /** Where several names begin alike, the earlier one is meant. */
  private static final OutputMode[] PREFERRED = {
    LINE, COLUMN, LIST, HTML, TCL, CSV, TABS, INSERT, QUOTE, ASCII, MARKDOWN, TABLE, BOX, QBOX, COUNT, OFF, JSON
  };

  /** The names for a message. */
  public static String labels() {
    StringBuilder text = new StringBuilder();
    for (OutputMode mode : ALL) {
      if (!mode.explanation.isEmpty()) {
        text.append(text.length() == 0 ? "" : " ").append(mode.label());
      }
    }
    return text.toString();
  }
}

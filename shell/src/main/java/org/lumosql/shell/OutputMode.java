// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How rows are printed ({@code .mode}), in the order of their names. */
enum OutputMode {
  COLUMN("|", "\n", "Output in columns, wrapped at 60 characters"),
  CSV(",", "\r\n", "Comma-separated values"),
  LINE("|", "\n", "One value per line"),
  LIST("|", "\n", "Values delimited by \"|\""),
  QUOTE(",", "\n", "Escape answers as for SQL"),
  TABS("\t", "\n", "Tab-separated values");

  private final String separator;
  private final String rowSeparator;
  private final String explanation;

  OutputMode(String separator, String rowSeparator, String explanation) {
    this.separator = separator;
    this.rowSeparator = rowSeparator;
    this.explanation = explanation;
  }

  /** What stands between columns unless the user says otherwise. */
  String separator() {
    return separator;
  }

  /** What stands behind each row unless the user says otherwise. */
  String rowSeparator() {
    return rowSeparator;
  }

  /** A line for {@code .help mode}. */
  String explanation() {
    return explanation;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of a name or of the beginning of one, or null. */
  static OutputMode named(String name) {
    for (OutputMode mode : values()) {
      if (mode.label().startsWith(name) && !name.isEmpty()) {
        return mode;
      }
    }
    return null;
  }

  static String labels() {
    return Arrays.stream(values()).map(OutputMode::label).collect(Collectors.joining(" "));
  }
}

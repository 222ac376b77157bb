// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

import java.util.Locale;

/** How rows are printed ({@code .mode}). */
enum OutputMode {
  LIST("|"),
  CSV(","),
  TABS("\t"),
  LINE(" = "),
  QUOTE(","),
  COLUMN("  ");

  private final String separator;

  OutputMode(String separator) {
    this.separator = separator;
  }

  /** What stands between columns unless the user says otherwise. */
  String separator() {
    return separator;
  }

  /** The mode of a name, or null. */
  static OutputMode named(String name) {
    for (OutputMode mode : values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(name)) {
        return mode;
      }
    }
    return null;
  }
}

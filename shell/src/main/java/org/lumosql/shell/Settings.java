// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

/** What dot-commands change. */
final class Settings {
  OutputMode mode;
  boolean headers;

  /** Whether the user decided about headers; otherwise column mode turns them on. */
  boolean headersChosen;

  String separator;
  String rowSeparator;
  String nullValue;
  boolean bail;
  boolean echo;

  Settings(Options options) {
    mode = options.mode();
    headers = options.headers();
    headersChosen = options.headersChosen();
    separator = options.separator();
    rowSeparator = "\n"; // as an option even csv leaves it so; only .mode csv takes \r\n
    nullValue = options.nullValue();
    bail = options.bail();
    echo = options.echo();
  }

  /** Changes the output mode with the separators that belong to it. */
  void use(OutputMode chosen) {
    mode = chosen;
    separator = chosen.separator();
    rowSeparator = chosen.rowSeparator();
    if (chosen == OutputMode.COLUMN && !headersChosen) {
      headers = true;
    }
  }
}

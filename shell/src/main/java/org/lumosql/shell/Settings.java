// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.shell;

/** What dot-commands change. */
final class Settings {
  OutputMode mode;
  boolean headers;
  String separator;
  String nullValue;
  boolean bail;
  boolean echo;

  Settings(Options options) {
    mode = options.mode();
    headers = options.headers();
    separator = options.separator();
    nullValue = options.nullValue();
    bail = options.bail();
    echo = options.echo();
  }
}

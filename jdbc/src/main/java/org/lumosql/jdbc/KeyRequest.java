// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.util.List;

/** Which generated keys are wanted. @param columns names of columns; empty for the key, whatever it is called */
record KeyRequest(List<String> columns) {
  /** The key of each row. */
  static final KeyRequest ALL = new KeyRequest(List.of());

  /** Null if no column is named. */
  static KeyRequest of(String... columns) {
    return columns == null || columns.length == 0 ? null : new KeyRequest(List.of(columns));
  }
}

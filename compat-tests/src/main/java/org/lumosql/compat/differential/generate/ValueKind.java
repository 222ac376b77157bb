// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential.generate;

import java.util.Locale;

/** What a value is expected to be; nothing forces it in SQLite, and the grammar breaks it on purpose now and then. */
public enum ValueKind {
  INTEGER,
  REAL,
  TEXT,
  BLOB,
  /** Anything. */
  ANY,
  /** Text that is JSON, mostly. */
  JSON,
  /** Text or number that is a time, mostly. */
  DATE;

  /** By the name of a declared type, as SQLite finds the affinity. */
  public static ValueKind ofDeclaredType(String type) {
    String upper = type == null ? "" : type.toUpperCase(Locale.ROOT);
    if (upper.contains("JSON")) {
      return JSON;
    }
    if (upper.contains("DATE")) {
      return DATE;
    }
    if (upper.contains("INT")) {
      return INTEGER;
    }
    if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
      return TEXT;
    }
    if (upper.contains("BLOB")) {
      return BLOB;
    }
    if (upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB")) {
      return REAL;
    }
    return ANY;
  }
}

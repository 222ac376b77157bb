// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jdbc;

import java.sql.SQLException;
import java.util.Locale;

/** How a transaction begins that a statement starts with auto-commit off: property {@code transaction_mode}. */
enum TransactionMode {
  DEFERRED,
  IMMEDIATE,
  EXCLUSIVE;

  String sql() {
    return this == DEFERRED ? "BEGIN" : "BEGIN " + name();
  }

  static TransactionMode of(String name) throws SQLException {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("DEFFERED")) {
      return DEFERRED; // as old releases of sqlite-jdbc spelled it
    }
    try {
      return valueOf(upper);
    } catch (IllegalArgumentException e) {
      throw new SQLException("transaction_mode is DEFERRED, IMMEDIATE or EXCLUSIVE, not " + name, "HY024", e);
    }
  }
}

// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/** {@code PRAGMA journal_mode}. */
public enum JournalMode {
  DELETE,
  PERSIST,
  OFF,
  TRUNCATE,
  MEMORY,
  WAL;

  public String sqlName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

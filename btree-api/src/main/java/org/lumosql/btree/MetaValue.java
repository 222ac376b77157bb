// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.btree;

/**
 * The 32-bit values that belong to a database as a whole (https://sqlite.org/fileformat2.html#the_database_header). The index
 * is the one that opcodes {@code ReadCookie} and {@code SetCookie} use; in the file, value {@code i} is at byte 36 + 4·i.
 */
public enum MetaValue {
  FREE_PAGE_COUNT(0),
  SCHEMA_VERSION(1),
  SCHEMA_FORMAT(2),
  DEFAULT_CACHE_SIZE(3),
  LARGEST_ROOT_PAGE(4),
  TEXT_ENCODING(5),
  USER_VERSION(6),
  INCREMENTAL_VACUUM(7),
  APPLICATION_ID(8);

  private final int index;

  MetaValue(int index) {
    this.index = index;
  }

  /** Written to disk and into programs; do not change. */
  public int index() {
    return index;
  }

  public static MetaValue of(int index) {
    return values()[index];
  }
}

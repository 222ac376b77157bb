// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;

/** What {@code PRAGMA compile_options} lists: the options of SQLite that describe this engine. */
final class CompileOptions {
  static final List<String> NAMES =
      List.of(
          "DEFAULT_CACHE_SIZE=-2000",
          "DEFAULT_PAGE_SIZE=4096",
          "DEFAULT_SYNCHRONOUS=2",
          "DEFAULT_WAL_SYNCHRONOUS=2",
          "ENABLE_DBSTAT_VTAB",
          "ENABLE_MATH_FUNCTIONS",
          "ENABLE_PERCENTILE",
          "ENABLE_UPDATE_DELETE_LIMIT",
          "LUMOSQL_JVM",
          "THREADSAFE=2");

  private CompileOptions() {}
}

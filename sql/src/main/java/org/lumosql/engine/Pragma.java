// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

import java.util.List;

/**
 * A pragma (https://sqlite.org/pragma.html). To add one: a method in the class of its family and one line in that family's list.
 *
 * @param name lower case
 * @param columns labels of the rows it gives
 * @param flags a sum of the constants
 * @param body computes the rows
 */
record Pragma(String name, List<String> columns, int flags, Body body) {
  /** Reads schemas: they are loaded before the body runs. */
  static final int NEEDS_SCHEMA = 1;
  /** Gives no rows when a value is set. */
  static final int SILENT_WHEN_SET = 2;
  /** Gives no rows ever. */
  static final int SILENT = 4;
  /** Usable as a table-valued function {@code pragma_name(argument, schema)}. */
  static final int TABLE_FUNCTION = 8;
  /** Without a schema it means all databases rather than main. */
  static final int ALL_DATABASES = 16;

  /** As a table-valued function it takes no argument. */
  static final int NO_ARGUMENT = 32;
  /** As a table-valued function it takes no schema. */
  static final int NO_SCHEMA = 64;

  /** What a pragma does. */
  @FunctionalInterface
  interface Body {
    void run(PragmaCall call);
  }

  /** A pragma whose one column has its own name. */
  static Pragma value(String name, int flags, Body body) {
    return new Pragma(name, List.of(name), flags, body);
  }

  static Pragma rows(String name, int flags, String columns, Body body) {
    return new Pragma(name, List.of(columns.split(" ")), flags, body);
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** The labels of the rows when a value was given or not; empty if it gives none then. */
  List<String> columns(boolean hasValue) {
    return has(SILENT) || hasValue && has(SILENT_WHEN_SET) ? List.of() : columns;
  }
}

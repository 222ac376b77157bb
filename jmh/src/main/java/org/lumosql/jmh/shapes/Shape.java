// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh.shapes;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A statement that can be made of any size.
 *
 * @param size the largest size measured; the others are a half and a quarter of it
 * @param before statements that make what it needs, separated by {@link #separator}; may be empty
 * @param statement its text; each {@code #} becomes another number every time, so that nothing is found in a cache
 */
record Shape(String name, Kind kind, int size, IntFunction<List<String>> before, IntFunction<String> statement) {
  /** What is timed. */
  enum Kind {
    /** The statement is compiled, and not run. */
    COMPILE,
    /** The statement is compiled once; running it is timed. */
    RUN,
    /** The statement is run on a database that has just been made. */
    ONCE,
    /** A file is opened, and the statement run. */
    OPEN
  }

  static Shape compile(String name, int size, IntFunction<List<String>> before, IntFunction<String> statement) {
    return new Shape(name, Kind.COMPILE, size, before, statement);
  }

  static Shape compile(String name, int size, IntFunction<String> statement) {
    return compile(name, size, n -> List.of(), statement);
  }

  static Shape run(String name, int size, IntFunction<List<String>> before, IntFunction<String> statement) {
    return new Shape(name, Kind.RUN, size, before, statement);
  }

  static Shape once(String name, int size, IntFunction<List<String>> before, IntFunction<String> statement) {
    return new Shape(name, Kind.ONCE, size, before, statement);
  }
}

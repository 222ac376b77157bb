// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.slt;

import java.io.Serializable;
import java.util.List;

/** One record of a script. {@code line} is where its first line stands, from 1. */
public sealed interface SltRecord extends Serializable {
  int line();

  /** A statement that must run, or fail. */
  record Statement(int line, String sql, boolean fails) implements SltRecord {}

  /**
   * A query.
   *
   * @param types a letter per column: I, R, T
   * @param label queries with the same label have the same result; null if none
   * @param expected values, or one line with a hash
   */
  record Query(int line, String sql, String types, Sort sort, String label, List<String> expected) implements SltRecord {}

  /** Results of more values than this are given as a hash; 0: never. */
  record HashThreshold(int line, int values) implements SltRecord {}

  /** How the values of a query are ordered before they are compared. */
  enum Sort {
    NOSORT,
    ROWSORT,
    VALUESORT
  }
}

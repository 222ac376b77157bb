// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.bench.suite;

/** What differs in the SQL of the engines. All give the same results. */
public enum Dialect {
  /** SQLite and ours. */
  SQLITE("avg(b)"),
  /** Engines whose average of integers is an integer. */
  STANDARD("avg(CAST(b AS DOUBLE))");

  private final String average;

  Dialect(String average) {
    this.average = average;
  }

  /** The average of column b, as a real number. */
  String average() {
    return average;
  }
}

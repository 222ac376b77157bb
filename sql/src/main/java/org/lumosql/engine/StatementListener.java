// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/** Told of the statements that a connection runs, for traces and profiles. Must not use the connection. */
public interface StatementListener {
  /** An execution begins. @param statement shows its text, or with {@link Statement#expandedSql} the text with the values of its parameters */
  default void started(Statement statement) {}

  /** The execution has given a row. */
  default void row(Statement statement) {}

  /**
   * The execution has ended, well or not.
   *
   * @param nanoseconds since it began, with what the caller did between its rows
   */
  default void ended(Statement statement, long nanoseconds) {}
}

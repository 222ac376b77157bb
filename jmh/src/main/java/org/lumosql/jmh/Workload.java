// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.jmh;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A piece of work on one engine's connection. Each run does the same and gives a number that both engines must agree on with what
 * was computed without any engine.
 */
abstract class Workload implements AutoCloseable {
  final Connection connection;

  Workload(Connection connection) {
    this.connection = connection;
  }

  /** Brings the database into the state a run begins with; not timed. */
  void reset() throws SQLException {}

  /** The work that is timed. */
  abstract long run() throws SQLException;

  /** What {@link #run()} must give. */
  abstract long expected();

  /** Rows, statements or transactions of a run. */
  abstract long operations();

  /** Looks at what a run left in the database; not timed. */
  void inspect() throws SQLException {}

  /** Runs once, untimed, and compares. */
  final void verify() throws SQLException {
    reset();
    check(run());
  }

  final void check(long result) throws SQLException {
    if (result != expected()) {
      throw new IllegalStateException(getClass().getSimpleName() + " gave " + result + ", not " + expected());
    }
    inspect();
  }

  final void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

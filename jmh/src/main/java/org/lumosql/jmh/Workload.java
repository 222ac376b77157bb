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
public abstract class Workload implements AutoCloseable {
  protected final Connection connection;

  protected Workload(Connection connection) {
    this.connection = connection;
  }

  /** Brings the database into the state a run begins with; not timed. */
  public void reset() throws SQLException {}

  /** The work that is timed. */
  public abstract long run() throws SQLException;

  /** What {@link #run()} must give. */
  public abstract long expected();

  /** Rows, statements or transactions of a run. */
  public abstract long operations();

  /** Looks at what a run left in the database; not timed. */
  public void inspect() throws SQLException {}

  /** Runs once, untimed, and compares. */
  public final void verify() throws SQLException {
    reset();
    check(run());
  }

  public final void check(long result) throws SQLException {
    if (result != expected()) {
      throw new IllegalStateException(getClass().getSimpleName() + " gave " + result + ", not " + expected());
    }
    inspect();
  }

  protected final void execute(String... statements) throws SQLException {
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

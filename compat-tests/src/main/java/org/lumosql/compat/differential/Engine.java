// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.compat.differential;

/** A connection to an engine, with a database of its own. Used by one thread. */
public interface Engine extends AutoCloseable {
  /** How to open a connection to a new, empty database. */
  @FunctionalInterface
  interface Factory {
    Engine open();
  }

  /** Runs one statement and reads all its rows; whatever goes wrong is in the outcome. */
  Outcome run(String sql);

  /** The same for a question that is asked again and again: an engine may keep what it was compiled to. */
  default Outcome ask(String query) {
    return run(query);
  }

  @Override
  void close();
}

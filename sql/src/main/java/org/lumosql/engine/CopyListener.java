// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/** Told how VACUUM and VACUUM INTO get on. Must not use the connection. */
@FunctionalInterface
public interface CopyListener {
  /**
   * Called for each table and index now and then, and at its end.
   *
   * @param name of the table or index
   * @param entries rows or entries copied so far
   * @param isDone whether these are all
   */
  void copied(String name, long entries, boolean isDone);
}

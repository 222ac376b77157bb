// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.engine;

/** Told of each commit to a database in WAL mode. Must not use the connection but to checkpoint. */
@FunctionalInterface
public interface WalListener {
  /**
   * @param database its name in SQL
   * @param frames in the write-ahead log now; 0 if the commit's own checkpoint has just emptied it
   */
  void committed(String database, int frames);
}

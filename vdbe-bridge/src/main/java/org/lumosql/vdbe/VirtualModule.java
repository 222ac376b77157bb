// SPDX-License-Identifier: MIT
// Copyright (c) The LumoSQL for the JVM authors
package org.lumosql.vdbe;

import java.util.List;

/** A kind of virtual table, by the name that {@code CREATE VIRTUAL TABLE … USING} and FROM know it by. Thread-safe. */
public interface VirtualModule {
  /** Lower case. */
  String name();

  /** Whether FROM may use the module's name without CREATE VIRTUAL TABLE. */
  boolean isEponymous();

  /** Whether CREATE VIRTUAL TABLE may use it. */
  boolean isCreatable();

  /**
   * Makes or finds the table.
   *
   * @param database name of the database it is in, such as {@code main}
   * @param arguments the text between the parentheses, split at commas; empty for eponymous use
   * @param create whether CREATE VIRTUAL TABLE is running, rather than a later use
   */
  VirtualTable connect(Host host, String database, String table, List<String> arguments, boolean create);
}
